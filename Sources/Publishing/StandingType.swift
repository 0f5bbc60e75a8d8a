import PolicyModel

/// The clauses and forms of a base set in type as its forks show them, and kept standing: a fork prints those that it
/// leaves alone without setting them again.
package final class StandingType: Sendable {
  /// A clause with all below it as it was set.
  final class Kept: Sendable {
    fileprivate let clause: ResolvedClause
    fileprivate let depth: Int
    let html: OpenType.Stretch
    let markdown: OpenType.Stretch

    fileprivate init(_ clause: ResolvedClause, depth: Int, html: OpenType.Stretch, markdown: OpenType.Stretch) {
      self.clause = clause
      self.depth = depth
      self.html = html
      self.markdown = markdown
    }
  }

  let html: OpenType
  let markdown: OpenType
  /// In document order.
  private let clauses: [Kept]
  private let places: [Identity: Int]

  package init(_ manuscript: Manuscript) {
    var (html, markdown) = (Galley(.html), Galley(.markdown))
    clauses = manuscript.policy.flat.filter { $0.clause.canStand && $0.clause.isProseAlone }.map { clause, depth in
      Kept(
        clause, depth: depth,
        html: html.keep(clause) { HTMLBody(standing: clause, depth: depth, of: manuscript, behind: $0).galley },
        markdown: markdown.keep(clause) {
          MarkdownBody(standing: clause, depth: depth, of: manuscript, behind: $0).galley
        })
    }
    (self.html, self.markdown) = (OpenType(html), OpenType(markdown))
    places = Dictionary(uniqueKeysWithValues: clauses.enumerated().map { ($1.clause.identity, $0) })
  }

  /// Goes through a fork from its first clause to its last.
  struct Reader {
    let type: StandingType
    /// The clause that comes next if the fork has all clauses in the order of the base.
    private var next = 0

    init(_ type: StandingType) { self.type = type }

    /// A clause of the fork with all below it as it was set; nil where it is to be set anew.
    mutating func kept(for clause: ResolvedClause, depth: Int) -> Kept? {
      guard clause.canStand else { return nil }
      if next == type.clauses.count || !clause.isLeftAlone(from: type.clauses[next].clause) {
        guard let place = type.places[clause.identity] else { return nil }
        next = place
      }
      let kept = type.clauses[next]
      next += 1
      return kept.depth == depth && clause.isInherited(from: kept.clause) ? kept : nil
    }
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

  /// Whether a fork shows it with all below it as the base has it, but for what numbers, terms and references print.
  fileprivate func isInherited(from base: ResolvedClause) -> Bool {
    isLeftAlone(from: base) && (number == nil) == (base.number == nil) && clauses.count == base.clauses.count
      && zip(clauses, base.clauses).allSatisfy { $0.isInherited(from: $1) }
  }
}
