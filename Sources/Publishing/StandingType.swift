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

  private init() {}

  package init(_ manuscript: Manuscript) {
    for (clause, depth) in manuscript.policy.flat where clause.canStand && clause.isProseAlone {
      clauses[clause.identity] = Kept(clause, depth: depth, of: manuscript)
    }
  }

  /// What of it a fork prints as it stands.
  package func leftAlone(by fork: ResolvedPolicy) -> StandingType {
    var left = StandingType()
    left.clauses.reserveCapacity(clauses.count)
    func walk(_ clauses: [ResolvedClause], _ depth: Int) {
      for clause in clauses {
        if clause.canStand, let kept = self.clauses[clause.identity], kept.depth == depth,
          clause.isInherited(from: kept.clause, by: fork.address)
        {
          left.clauses[clause.identity] = kept
        } else {
          walk(clause.clauses, depth + 1)
        }
      }
    }
    walk(fork.clauses, 1)
    return left
  }

  /// Nil where a clause is to be set anew.
  subscript(clause: Identity) -> Kept? { clauses[clause] }
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
  fileprivate func isInherited(from base: ResolvedClause, by fork: Address) -> Bool {
    identity == base.identity && hasWords(of: base) && (number == nil) == (base.number == nil)
      && clauses.count == base.clauses.count
      && Inheritance(provenance, of: fork) == .inherited
      && zip(clauses, base.clauses).allSatisfy { $0.isInherited(from: $1, by: fork) }
  }
}
