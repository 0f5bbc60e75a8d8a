import PolicyModel

/// The clauses and forms of a base set in type as its forks show them, and kept standing: a fork prints those that it
/// leaves alone without setting them again.
package struct StandingType: Sendable {
  /// A clause with all below it as it was set.
  final class Kept: Sendable {
    fileprivate let clause: ResolvedClause
    fileprivate let depth: Int
    let html: Galley
    let markdown: Galley

    fileprivate init(_ clause: ResolvedClause, depth: Int, of manuscript: Manuscript) {
      self.clause = clause
      self.depth = depth
      html = HTMLBody(standing: clause, depth: depth, of: manuscript).galley
      markdown = MarkdownBody(standing: clause, depth: depth, of: manuscript).galley
    }
  }

  private var clauses: [Identity: Kept] = [:]

  package init(_ manuscript: Manuscript) {
    for (clause, depth) in manuscript.policy.flat where clause.canStand && clause.isProseAlone {
      clauses[clause.identity] = Kept(clause, depth: depth, of: manuscript)
    }
  }

  /// A clause of a fork with all below it as it was set; nil where it is to be set anew.
  func type(of clause: ResolvedClause, depth: Int) -> Kept? {
    guard clause.canStand, let kept = clauses[clause.identity], kept.depth == depth,
      clause.isInherited(from: kept.clause)
    else { return nil }
    return kept
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
