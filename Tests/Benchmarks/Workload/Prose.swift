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

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &self)! }

  /// A noun: two syllables and an ending, out of some hundreds that no dictionary has.
  mutating func word() -> String { pick(Prose.first) + pick(Prose.second) + pick(Prose.endings) }

  /// What a section is called.
  mutating func heading() -> [Text.Run] {
    [pick(["The", "Our", "Any"]), word(), "and", word()].map { Text.Run(.words($0)) }
  }

  /// At least so many words, in sentences that say who must do what; here and there a term, a reference or emphasis.
  mutating func line(_ count: Int) -> [Text.Run] {
    var runs: [Text.Run] = []
    while runs.count < count { runs += sentence(min(max(6, count - runs.count), number(9..<19))) }
    return runs
  }

  private mutating func sentence(_ count: Int) -> [Text.Run] {
    var runs = bearer()
    runs += [pick(Prose.modals), pick(Prose.verbs)].flatMap { $0.split(separator: " ") }.map {
      Text.Run(.words(String($0)))
    }
    runs += object()
    while runs.count < count - 1 {
      runs.append(Text.Run(.words(pick(Prose.links))))
      runs += object()
    }
    if number(0..<7) == 0 {
      runs += [Text.Run(.words("under")), Text.Run(.reference(Reference([.single(referred())])))]
    }
    return runs.closed
  }

  private mutating func bearer() -> [Text.Run] {
    switch number(0..<6) {
    case 0: [Text.Run(.term(TermUse("employer", isCapitalised: true)))]
    case 1: ["The", pick(["office", "board", "head", "manager"])].map { Text.Run(.words($0)) }
    default: [Text.Run(.words(pick(["Staff", "Managers", "Governors", "Volunteers"])))]
    }
  }

  private mutating func object() -> [Text.Run] {
    switch number(0..<14) {
    case 0: [Text.Run(.term(TermUse("employer", form: .short)))]
    case 1: [Text.Run(.term(TermUse("clients")))]
    case 2: [Text.Run(.term(TermUse("employer", form: .possessive))), Text.Run(.words(word()))]
    case 3: ["the", word()].map { Text.Run(.words($0), style: Text.Style(isEmphasised: $0 != "the")) }
    default: [pick(["the", "a", "any", "each", "their"]), word()].map { Text.Run(.words($0)) }
    }
  }

  /// A clause or section that every edition and fork has.
  private mutating func referred() -> Identity {
    number(0..<2) == 0 ? Outline.section(number(0..<10)) : Outline.rule(Outline.lasting * number(0..<11))
  }

  private static let modals = ["must", "must", "must not", "should", "should", "may", "will"]

  private static let verbs = [
    "record", "keep", "share", "report", "check", "publish", "answer", "store", "send", "review", "open", "close",
  ]

  private static let links = ["of", "for", "with", "to", "by", "and", "before", "after", "about", "without", "near"]

  private static let first = [
    "bar", "cal", "dor", "fen", "gar", "hol", "kel", "lam", "mor", "nar", "pel", "ros", "sar", "tor", "ver", "wil",
  ]

  private static let second = ["ben", "dal", "fic", "gor", "lin", "mot", "nel", "pas", "ric", "tam", "vis", "zel"]

  private static let endings = ["", "er", "ance", "ory"]
}

extension [Text.Run] {
  /// As a sentence, with its full stop.
  fileprivate var closed: [Text.Run] {
    guard let last, case .words(let word) = last.content, last.style == Text.Style() else {
      return self + [Text.Run(.words("today."))]
    }
    return dropLast() + [Text.Run(.words(word + "."))]
  }
}
