/// Words by what they mean for a phrase beside them.
enum Verbs {
  /// What can be allowed to be done to a thing.
  static let deeds = set(
    """
    accepted accessed added altered booked borrowed brought carried claimed contacted copied created deleted disclosed
    discussed displayed downloaded edited employed filmed given held hosted identified installed kept lent linked made named
    opened passed photographed posted printed published recorded reproduced reused sent set shared shown spent stored
    submitted tagged taken uploaded used visited worn written
    """)

  /// What somebody decides about people and requests, which is ruled out where it cannot be done.
  static let rulings = set(
    """
    appealed appointed authorised cancelled changed dismissed disciplined excluded extended granted refunded refused
    suspended
    """)

  /// What comes about through being done, without anybody’s leave or promise.
  static let outcomes = set(
    """
    affected avoided caused connected covered damaged exposed felt finished found harmed helped improved intended known lost
    needed noticed pleased recognised reduced regarded required seen suited surprised tempted understood
    """)

  /// What is done to somebody who learns of something.
  static let tellings = set("advised assured informed notified reminded told warned")

  /// How somebody is, though it looks like what is done to them.
  static let states = set(
    """
    based committed concerned detailed determined dressed interested involved limited prepared qualified related satisfied
    supposed
    """)

  /// What befalls somebody, or is so, rather than being done by leave.
  static let befalls = set(
    """
    arise attract be become believe benefit breach cause commit damage differ encounter expect experience face fail fall feel
    find forget get happen harm have incur know lay like lose misread misuse need notice occur offend prefer prove realise receive
    recognise remember result seem appear suffer think understand want wish
    """)

  /// What somebody can be promised to get, and not to be made to bear, by others.
  static let gains = set("receive")
  static let losses = set("lose suffer")

  /// What a thing can be asked to do: a site must carry a logo.
  static let ofThings = set(
    """
    accompany apply bear be begin carry close come comply conform contain cover describe end exceed expire extend fit follow give go
    have include indicate last lead link look match mean meet open reach reflect relate remain result run satisfy show stand
    start state stay suit work
    """)

  /// What somebody does for themselves against or with those who decide, which it is their right to do.
  static let recourse = set("appeal apply complain object request")
  /// The same, done with them.
  static let support = set("accompanied represented")

  /// What is done for somebody with money or goods.
  static let givings = set("contribute fund give grant offer pay provide refund reimburse")

  static let harms = set(
    "victim grooming groomed cyberbullying misread misunderstand unwittingly inadvertently unintentionally accidentally"
  )
  /// Verbs whose denial leaves standing what is known: do not forget that.
  static let overlooking = set("forget overlook ignore doubt")
  static let liabilities = set("accountable answerable liable responsible")
  static let consequences = set("action actions measures proceedings steps")
  static let doubts = set("well sometimes often occasionally possibly perhaps")
  static let guesses = set("probably likely often usually generally possibly sometimes normally")
  static let decisions = set("agree agreed agrees decide decided decides provides")
  static let powers = set("foresee guarantee ensure cover tell help identify prevent control promise")
  static let rulers = set("policy code act law rule rules procedure agreement protocol")
  static let purposes = set(
    "aim aims purpose purposes objective objectives goal goals intention idea point way key reason challenge function what answer"
  )

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
