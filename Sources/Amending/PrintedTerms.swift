import PolicyModel

/// What terms print, by all ways in which they may be used.
struct PrintedTerms: Sendable {
  private struct Term {
    let name: String
    /// Each with a small and a capital letter, in the order of the forms.
    let words: [String]
  }

  /// A list: of so few names each is compared sooner than it is hashed.
  private let terms: [Term]

  init(_ values: [String: TermValue]) {
    terms = values.map { name, value in
      Term(
        name: name,
        words: TermForm.allCases.flatMap { form in
          let words = value.words(form)
          return [words, words.capitalisedFirst]
        })
    }
  }

  subscript(use: TermUse) -> String? {
    guard let term = terms.first(where: { $0.name == use.name }) else { return nil }
    return term.words[use.form.index * 2 + (use.isCapitalised ? 1 : 0)]
  }
}

extension TermForm {
  fileprivate var index: Int {
    switch self {
    case .long: 0
    case .short: 1
    case .possessive: 2
    }
  }
}
