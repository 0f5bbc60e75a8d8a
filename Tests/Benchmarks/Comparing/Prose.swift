import PolicyModel

/// Makes lines of prose as policies have them, the same ones for the same seed.
struct Prose: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &self) }

  /// A word: every second one of the few that hold sentences together, the others out of some hundreds.
  mutating func word() -> String {
    number(0..<2) == 0
      ? Prose.common.randomElement(using: &self)!
      : Prose.stems.randomElement(using: &self)! + Prose.endings.randomElement(using: &self)!
  }

  /// So many words, in sentences; here and there a term, a reference or emphasis.
  mutating func line(_ count: Int) -> [Text.Run] {
    (0..<count).map { index in
      switch number(0..<100) {
      case 0..<3: return Text.Run(.term(TermUse("employer", form: .short)))
      case 3: return Text.Run(.reference(Reference([.single("section-1")])))
      case 4: return Text.Run(.words(word()), style: Text.Style(isEmphasised: true))
      default:
        let isEnd = index + 1 == count || number(0..<18) == 0
        return Text.Run(.words(isEnd ? word() + "." : number(0..<12) == 0 ? word() + "’s" : word()))
      }
    }
  }

  private static let common = [
    "the", "of", "and", "to", "a", "in", "must", "not", "any", "for", "staff", "by", "or", "that", "with", "is", "are",
    "should", "may", "their", "on", "be", "as", "who", "which",
  ]

  private static let stems = [
    "account", "action", "advis", "agree", "approv", "assess", "author", "board", "check", "class", "collect",
    "commit", "contact", "content", "control", "council", "counsel", "cover", "decid", "direct", "disclos", "employ",
    "ensur", "expect", "follow", "govern", "guard", "identif", "inform", "inspect", "instruct", "interest", "manag",
    "measur", "notif", "offic", "operat", "order", "parent", "permit", "plan", "polic", "post", "prevent", "process",
    "protect", "provid", "publish", "pupil", "record", "report", "request", "requir", "respond", "review", "safe",
    "school", "servic", "site", "support",
  ]

  private static let endings = ["", "s", "ed", "ing", "er", "ment", "able", "ive", "ion", "ance"]
}
