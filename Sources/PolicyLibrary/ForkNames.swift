import PolicyModel

/// The names by which the owner of a base goes, and those that take their place in a fork.
struct ForkNames {
  /// What the base's organisation is called.
  let old: TermValue
  /// What the fork's organisation is called.
  let new: TermValue
  /// Which sort of body forks.
  let kind: Organisation.Kind

  /// What a term of a text stands for once the fork's name has taken the place of the base's; nil where it says anything else.
  func renamed(_ term: String, in text: Policy) -> TermValue? {
    text.terms[term].flatMap { renamed($0, of: term) }
  }

  /// The value of a term that is nothing but the base's name, with the fork's name in its place.
  ///
  /// A term called after another sort of body stays: the authority of a school that forks its county's policy is the county.
  private func renamed(_ value: TermValue, of term: String) -> TermValue? {
    if let named = Organisation.Kind(rawValue: term), !named.isAkin(to: kind) { return nil }
    guard let long = renamed(value.long, .long) else { return nil }
    var renamed = TermValue(long)
    for (form, words) in [(TermForm.short, value.short), (.possessive, value.possessive)] {
      guard let words else { continue }
      guard let new = self.renamed(words, form) ?? named(words, of: value) else { return nil }
      if form == .short { renamed.short = new } else { renamed.possessive = new }
    }
    return renamed
  }

  /// The fork's name in place of one that only this term uses for the base's organisation.
  private func named(_ words: String, of value: TermValue) -> String? {
    value.long == old.long ? spoken(value).lastIndex(of: words).map { spoken(new)[$0] } : nil
  }

  /// Whether a value speaks of the base's organisation, alone or among other words.
  func arePart(of value: TermValue) -> Bool {
    let short = old.words(.short)
    let names = [old.long, short.hasPrefix("the ") ? String(short.dropFirst(4)) : short]
    return TermForm.allCases.contains { form in names.contains { value.words(form).contains($0) } }
  }

  /// One form is tried before the others: a body may be called the same in full and in short.
  private func renamed(_ words: String, _ form: TermForm) -> String? {
    let (old, new) = (spoken(old), spoken(new))
    let index = TermForm.allCases.firstIndex(of: form)!
    return ([index] + old.indices).first { old[$0] == words }.map { new[$0] }
  }

  /// Long, short and possessive as everywhere, then the possessive of the short name.
  private func spoken(_ name: TermValue) -> [String] {
    TermForm.allCases.map(name.words) + [TermValue(name.words(.short)).words(.possessive)]
  }
}

extension Organisation.Kind {
  /// Whether one body can stand in the place of another: a council is its area's authority.
  fileprivate func isAkin(to other: Organisation.Kind) -> Bool {
    switch (self, other) {
    case (.authority, .council), (.council, .authority): true
    default: self == other
    }
  }

  /// The sort of body that a name tells; most that fork a policy are schools.
  init(named name: String) {
    let telling: [(String, Organisation.Kind)] = [
      ("federation", .federation), ("schools", .federation), ("school", .school), ("council", .council),
      ("authority", .authority),
    ]
    self = telling.first { name.lowercased().contains($0.0) }?.1 ?? .school
  }
}

extension Organisation {
  /// What an organisation is probably called, by the name of its folder.
  static func name(ofFolder folder: String) -> String {
    folder.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}

extension TermValue {
  /// Two bodies in one breath: “Hill Primary School and the County Council”.
  func joined(to other: TermValue, by word: String) -> TermValue {
    func both(_ form: TermForm, _ otherForm: TermForm) -> String {
      "\(words(form)) \(word) \(other.words(otherForm))"
    }
    return TermValue(
      both(.long, .short), short: both(.short, .short), possessive: both(.possessive, .possessive))
  }
}
