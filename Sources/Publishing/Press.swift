import PolicyModel

/// Prints galleys to the end of a document, their gaps filled with what terms and references print in its text.
struct Press {
  let markup: Markup
  private let words: (any PrintedWords)?
  /// What terms print, marked up already.
  ///
  /// There are few, so that the first that is the same is found sooner than a place by its hash.
  private var terms: [(use: TermUse, words: String)] = []

  /// - Parameter words: what terms and references print; nil for a text that holds none.
  init(_ markup: Markup, words: (any PrintedWords)? = nil) {
    self.markup = markup
    self.words = words
  }

  /// - Parameter clause: where the line stands; nil where nothing is known of terms and references.
  mutating func print(_ galley: Galley, in clause: Identity?, to document: inout String) {
    guard !galley.startsOpen else {
      var line = ""
      printAll(galley, in: clause, to: &line)
      document += line.markdownLineStartsEscaped
      return
    }
    printAll(galley, in: clause, to: &document)
  }

  private mutating func printAll(_ galley: Galley, in clause: Identity?, to document: inout String) {
    var start = galley.words.startIndex
    for (place, gap) in galley.gaps {
      document += galley.words[start..<place]
      start = place
      switch gap {
      case .term(let use): document += term(use)
      case .reference(let reference): print(reference, in: clause, to: &document)
      }
    }
    document += galley.words[start...]
  }

  private mutating func term(_ use: TermUse) -> String {
    if let known = terms.first(where: { $0.use == use }) { return known.words }
    // Where nothing is known of terms, what is written is shown.
    let term = (words.map { $0.words(of: use) } ?? use.written).map(markup.escaped) ?? markup.blank(use.name)
    terms.append((use, term))
    return term
  }

  private func print(_ reference: Reference, in clause: Identity?, to document: inout String) {
    guard let words, let clause else {
      document += markup.escaped(reference.written)
      return
    }
    let runs = words.runs(of: reference, in: clause, style: Text.Style())
    document += Galley(runs, as: markup).words
  }
}
