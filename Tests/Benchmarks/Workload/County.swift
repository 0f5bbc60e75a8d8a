import PolicyModel

/// A county's policy in two editions, the second amended as issue-sized revisions are.
struct County {
  static let folder = "county"
  static let policy = "conduct"
  static let address = Address(organisation: folder, policy: policy)!
  static let first = address.at(.edition(Edition("1.0")!))
  static let second = address.at(.edition(Edition("2.0")!))

  let outline: Outline
  let next: NextEdition

  /// The same county each time; corrected, one clause of its first edition has another word.
  init(isCorrected: Bool = false) {
    var prose = Prose(seed: 2026)
    var outline = Outline(length: 1, prose: &prose)
    next = NextEdition(after: outline, length: 1, prose: prose)
    if isCorrected { outline.sections[0].passages[0].words.append(Text.Run(.words("It is corrected."))) }
    self.outline = outline
  }

  static let organisation = Organisation(
    name: TermValue("Dunmere County Council", short: "the Council", possessive: "the Council’s"), kind: .council,
    terms: [
      "employer": TermValue("Dunmere County Council", short: "the Council", possessive: "the Council’s"),
      "clients": TermValue("service users"),
    ])
}
