import PolicyModel

/// How much of a document stands in clauses that come from another text, counted in words.
public struct Derivation: Hashable, Sendable {
  /// In clauses that read as those of the other text do.
  public var wordForWord = 0
  /// In clauses that differ by the values of terms alone.
  public var throughTerms = 0
  /// The words that stayed in clauses which were reworded.
  public var reworded = 0
  /// All words of the document.
  public var total = 0

  /// The words that come from the other text, by all words; from 0 to 1.
  public var share: Double {
    total == 0 ? 0 : Double(wordForWord + throughTerms + reworded) / Double(total)
  }

  /// Whether so much is shared that the document is a version of the other text: two texts on one subject share headings,
  /// titles of laws and turns of phrase.
  public var isConvincing: Bool { share >= 0.4 }
}

/// How much of a document comes from a text.
///
/// - Parameter levels: the text and all it rests on, the one with no base first.
/// - Returns: nil where the text does not resolve.
public func derivation(of document: ForeignDocument, from levels: [Level]) -> Derivation? {
  guard let text = levels.last, let reader = Address(organisation: "adopt", policy: "adopt"),
    let search = AdoptionSearch(document, levels: levels, fork: reader, organisation: text.organisation)
  else { return nil }
  return search.derivation
}

extension AdoptionSearch {
  fileprivate var derivation: Derivation {
    let unresolving = Unresolving(terms: terms, wording: nil)
    let originals = start.clauses.byName
    let known = Self.read(start, terms: start.terms, organisation: organisation).clauses.byName
    let filled = Self.read(start, terms: terms, organisation: organisation).clauses.byName
    var derivation = Derivation()
    for clause in document.clauses.flatMap(\.withDescendants) {
      let words = clause.texts.map { $0.styledWords.map(\.plain) }
      let count = words.reduce(0) { $0 + $1.count }
      derivation.total += count
      guard let name = counterparts.bases[clause.identity!], let original = originals[name] else { continue }
      if words == known[name]?.texts.map({ $0.styledWords.map(\.plain) }) {
        derivation.wordForWord += count
      } else if words == filled[name]?.texts.map({ $0.styledWords.map(\.plain) }) {
        derivation.throughTerms += count
      } else {
        derivation.reworded += zip(clause.texts, original.texts).reduce(0) { sum, texts in
          sum + unresolving.unresolved(texts.0, after: texts.1, in: name).shared
        }
      }
    }
    return derivation
  }
}
