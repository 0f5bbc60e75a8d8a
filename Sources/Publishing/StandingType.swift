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

    /// One of some clauses of the fork with all below it as it was set; nil where it is to be set anew.
    mutating func kept(for clauses: [ResolvedClause], at index: Int, depth: Int) -> Kept? {
      let mark = clauses[index].mark
      if next == type.entries.count || type.entries[next].mark != mark {
        guard let place = type.places[mark] else { return nil }
        next = place
      }
      let entry = type.entries[next]
      var end = next
      next += 1
      guard let kept = entry.kept, entry.depth == depth, type.areInherited(clauses, index..<index + 1, from: &end)
      else { return nil }
      next = end
      return kept
    }
  }

  /// Whether a fork shows some of its clauses with all below them as the base has them, but for what numbers, terms and
  /// references print.
  ///
  /// - Parameter place: of the first one in the base; of what stands behind them, where they are inherited.
  private func areInherited(_ clauses: [ResolvedClause], _ range: Range<Int>, from place: inout Int) -> Bool {
    for index in range {
      guard place < entries.count, entries[place].mark == clauses[index].mark,
        entries[place].isNumbered == (clauses[index].number != nil)
      else { return false }
      let below = clauses[index].clauses
      guard entries[place].below == below.count else { return false }
      place += 1
      guard areInherited(below, below.indices, from: &place) else { return false }
    }
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
