import PolicyModel

/// The clauses and forms of a base set in type as its forks show them, and kept standing: a fork prints those that it
/// leaves alone without setting them again.
package final class StandingType: Sendable {
  /// A clause with all below it as it was set.
  struct Kept {
    let html: OpenType.Stretch
    let markdown: OpenType.Stretch
  }

  /// A clause of the base, by what a fork must leave alone.
  private struct Entry {
    let mark: ObjectIdentifier
    let isNumbered: Bool
    let depth: Int
    /// How many clauses stand directly below.
    let below: Int
    let kept: Kept?
  }

  let html: OpenType
  let markdown: OpenType
  /// Kept for its marks.
  private let base: ResolvedPolicy
  /// In document order.
  private let entries: [Entry]
  private let places: [ObjectIdentifier: Int]

  package init(_ manuscript: Manuscript) {
    base = manuscript.policy
    var html = HTMLBody(standingTypeOf: manuscript)
    var markdown = MarkdownBody(standingTypeOf: manuscript)
    func kept(_ clause: ResolvedClause, depth: Int) -> Kept? {
      guard clause.canStand, clause.isProseAlone else { return nil }
      return Kept(html: html.keep(clause, depth: depth), markdown: markdown.keep(clause, depth: depth))
    }
    entries = base.flat.map { clause, depth in
      Entry(
        mark: clause.mark, isNumbered: clause.number != nil, depth: depth, below: clause.clauses.count,
        kept: kept(clause, depth: depth))
    }
    (self.html, self.markdown) = (OpenType(html.galley), OpenType(markdown.galley))
    places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.mark, $0) })
  }

  /// Goes through a fork from its first clause to its last.
  struct Reader {
    let type: StandingType
    /// The clause that comes next if the fork has all clauses in the order of the base.
    private var next = 0

    init(_ type: StandingType) { self.type = type }

    /// A clause of the fork with all below it as it was set; nil where it is to be set anew.
    mutating func kept(for clause: ResolvedClause, depth: Int) -> Kept? {
      if next == type.entries.count || type.entries[next].mark != clause.mark {
        guard let place = type.places[clause.mark] else { return nil }
        next = place
      }
      let entry = type.entries[next]
      var end = next
      let isKept = entry.kept != nil && entry.depth == depth && type.isInherited(clause, from: &end)
      next = isKept ? end : next + 1
      return isKept ? entry.kept : nil
    }
  }

  /// Whether a fork shows a clause with all below it as the base has it, but for what numbers, terms and references print.
  ///
  /// - Parameter place: of the clause in the base; of what stands behind it, where it is inherited.
  private func isInherited(_ clause: ResolvedClause, from place: inout Int) -> Bool {
    guard place < entries.count, case let entry = entries[place], entry.mark == clause.mark,
      entry.isNumbered == (clause.number != nil), entry.below == clause.clauses.count
    else { return false }
    place += 1
    for index in clause.clauses.indices where !isInherited(clause.clauses[index], from: &place) { return false }
    return true
  }
}

extension ResolvedClause {
  /// Whether it is of a kind that is kept standing.
  fileprivate var canStand: Bool {
    switch content.kind {
    case .clause: true
    case .section(let section): section.isForm
    case .item, .field, .option: false
    }
  }

  /// Whether it and all below it hold paragraphs only, and no option whose words name a field too: all that is printed of
  /// it is known then, but for open gaps in prose.
  fileprivate var isProseAlone: Bool {
    content.blocks.allSatisfy { block in
      guard case .paragraph(let text) = block else { return false }
      return content.kind != .option || !text.isOpen
    } && clauses.allSatisfy(\.isProseAlone)
  }
}
