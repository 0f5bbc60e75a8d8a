import PolicyModel

/// What a fork says otherwise than the edition that it amends, clause by clause as the fork stands.
package struct Variations: Sendable {
  /// How far a fork goes, as `same`, `terms only` or `further` in data.
  enum Extent: String {
    case same, termsOnly = "terms only", further

    var words: String {
      switch self {
      case .same: "no difference"
      case .termsOnly: "terms only"
      case .further: "goes further"
      }
    }
  }

  /// A term of the fork's text with another value than in its base.
  struct FilledTerm: Hashable {
    let name: String
    /// Nil where the base leaves it open, or does not know it.
    let base: TermValue?
    /// Nil where the fork takes it away.
    let own: TermValue?
    /// In how many clauses of the fork it stands.
    let clauses: Int
  }

  /// Something about the document as a whole that a fork inherits and may amend.
  struct Fact: Hashable {
    /// In plain words: `title`, `review cycle`.
    let name: String
    let base: String?
    let own: String?

    /// Whether something that the base says was changed; where it says nothing, it was filled in.
    var goesFurther: Bool { base != nil }
  }

  /// The text amended, as it is published.
  let base: ResolvedPolicy
  /// From the base with the fork's terms filled in to the fork: what is left is more than filling in.
  let redline: Redline
  /// The clauses of the base as it is published.
  let baseClauses: [Identity: ResolvedClause]
  let terms: [FilledTerm]
  let facts: [Fact]
  /// Clauses of both texts with other words, by the section of the fork in which they stand.
  let amended: [(section: ResolvedClause?, clauses: [RedlineNode])]
  /// What stands in the fork alone: a section for itself, any other clause with what stands below it.
  let own: [RedlineNode]
  /// What stands in the base alone, likewise.
  let leftOut: [RedlineNode]
  /// Clauses of both texts that were moved or given another number, whatever became of their words.
  let shifted: [RedlineNode]
  /// What the fork made of each clause of its base, by its name there.
  let treatments: [Identity: Treatment]
  let count: TreatmentCount

  /// How far the fork goes.
  var extent: Extent {
    if count.further > 0 || facts.contains(where: \.goesFurther) { return .further }
    return count[.termsOnly] == 0 ? .same : .termsOnly
  }

  /// - Parameters:
  ///   - base: the text amended, as it is published.
  ///   - terms: what the base fills its terms with.
  ///   - redline: from the base with the fork's terms filled in to the fork.
  ///   - written: the fork with its terms still open.
  package init(from base: ResolvedPolicy, terms: [String: TermValue], redline: Redline, written: Policy) {
    baseClauses = Dictionary(base.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    var sorting = VariationSorting(base: baseClauses)
    sorting.sort(redline.tree, in: nil)
    self.base = base
    self.redline = redline
    self.terms = filledTerms(from: terms, to: written)
    facts = redline.facts
    amended = sorting.amended
    own = sorting.own
    leftOut = sorting.leftOut
    shifted = sorting.shifted
    treatments = sorting.treatments
    count = TreatmentCount(treatments.values, added: own.reduce(0) { $0 + $1.passage.count })
  }
}

private func filledTerms(from base: [String: TermValue], to fork: Policy) -> [Variations.FilledTerm] {
  let uses = fork.termUses
  return Set(base.keys).union(fork.terms.keys).sorted().compactMap { name in
    // A term that stands nowhere is not filled in, such as the name that every organisation has.
    guard base[name] != fork.terms[name], let count = uses[name] else { return nil }
    return Variations.FilledTerm(name: name, base: base[name], own: fork.terms[name], clauses: count)
  }
}

extension Redline {
  /// What differs of the title, the review cycle and the ways of numbering; the rest of the control table is each text's own.
  fileprivate var facts: [Variations.Fact] {
    let cycles = (old.control.reviewEvery?.description, new.control.reviewEvery?.description)
    let patterns = NumberingScheme.Level.allCases.map { level in
      Variations.Fact(
        name: "numbering of \(level.rawValue)", base: old.numbering[level].description,
        own: new.numbering[level].description)
    }
    return
      ([
        Variations.Fact(name: "title", base: old.title, own: new.title),
        Variations.Fact(name: "review cycle", base: cycles.0, own: cycles.1),
      ] + patterns).filter { $0.base != $0.own }
  }
}

extension Policy {
  /// In how many clauses each term stands, by its name.
  fileprivate var termUses: [String: Int] {
    clauses.flatMap(\.withDescendants).reduce(into: [:]) { counts, clause in
      for name in Set(clause.termUses.map(\.name)) { counts[name, default: 0] += 1 }
    }
  }
}
