import PolicyModel

/// Prints galleys, their gaps filled with what numbers, terms and references are in one text.
struct Press {
  private let words: (any PrintedWords)?
  /// What terms print, marked up already.
  ///
  /// There are few, so that the first that is the same is found sooner than a place by its hash.
  private var terms: [(use: TermUse, words: String)] = []

  /// - Parameter words: what numbers, terms and references print; nil where they show as they are written.
  init(_ words: (any PrintedWords)?) {
    self.words = words
  }

  mutating func print(_ galley: Galley) -> String {
    guard !galley.gaps.isEmpty else { return galley.words }
    var printed = ""
    printed.reserveCapacity(galley.words.utf8.count * 3 / 2)
    var start = galley.words.startIndex
    for (place, gap) in galley.gaps {
      let end = galley.words.utf8.index(galley.words.startIndex, offsetBy: place)
      printed += galley.words[start..<end]
      start = end
      switch gap {
      case .number(let clause): printed += words?.number(of: clause).map(galley.markup.escaped) ?? ""
      case .term(let use): printed += term(use, galley.markup)
      case .opening(let digits, let use): printed += (digits + term(use, galley.markup)).markdownLineStartsEscaped
      case .reference(let reference, let clause): add(reference, in: clause, galley.markup, to: &printed)
      }
    }
    printed += galley.words[start...]
    return printed
  }

  private mutating func term(_ use: TermUse, _ markup: Markup) -> String {
    if let known = terms.first(where: { $0.use == use }) { return known.words }
    let term = (words.map { $0.words(of: use) } ?? use.written).map(markup.escaped) ?? markup.blank(use.name)
    terms.append((use, term))
    return term
  }

  private func add(
    _ reference: Reference, in clause: Identity?, _ markup: Markup, to printed: inout String
  ) {
    guard let words, let clause else {
      printed += markup.escaped(reference.written)
      return
    }
    var galley = Galley(markup)
    galley.add(words.runs(of: reference, in: clause, style: Text.Style()))
    printed += galley.words
  }
}

extension Text {
  /// The prose as it is published; of an open text, its terms and references as they are written.
  ///
  /// - Parameter isTableCell: whether bars in code must be escaped in Markdown.
  func printed(as markup: Markup, isTableCell: Bool = false) -> String {
    var galley = Galley(markup)
    galley.add(self, in: nil, isTableCell: isTableCell)
    var press = Press(nil)
    return press.print(galley)
  }
}
