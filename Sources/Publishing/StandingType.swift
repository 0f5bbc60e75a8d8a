import PolicyModel

/// The clauses of a base set in type as its forks show them, and kept standing: a fork prints those that it leaves alone
/// without setting them again.
package struct StandingType: Sendable {
  private struct Kept: Sendable {
    let clause: ResolvedClause
    let html: Galley
    let markdown: Galley
  }

  private var clauses: [Identity: Kept] = [:]

  package init(_ manuscript: Manuscript) {
    for (clause, _) in manuscript.policy.flat where clause.content.kind == .clause && clause.isProseAlone {
      clauses[clause.identity] = Kept(
        clause: clause, html: HTMLBody(standing: clause, of: manuscript).galley,
        markdown: MarkdownBody(standing: clause, of: manuscript).galley)
    }
  }

  /// A clause with all below it as it was set; nil where a fork has it otherwise than the base.
  func galley(of clause: ResolvedClause, in fork: Address?, as markup: Markup) -> Galley? {
    guard let fork, let kept = clauses[clause.identity], clause.isInherited(from: kept.clause, by: fork) else {
      return nil
    }
    return switch markup {
    case .html: kept.html
    case .markdown: kept.markdown
    }
  }
}

extension ResolvedClause {
  /// Whether it and all below it hold paragraphs only.
  fileprivate var isProseAlone: Bool {
    content.blocks.allSatisfy { if case .paragraph = $0 { true } else { false } } && clauses.allSatisfy(\.isProseAlone)
  }

  /// Whether a fork shows it with all below it as the base has it, but for what numbers, terms and references print.
  fileprivate func isInherited(from base: ResolvedClause, by fork: Address) -> Bool {
    // What a fork leaves alone is the same piece of memory, which is seen without a look at the words.
    identity == base.identity && content.blocks == base.content.blocks && (number == nil) == (base.number == nil)
      && clauses.count == base.clauses.count && Inheritance(provenance, of: fork) == .inherited
      && zip(clauses, base.clauses).allSatisfy { $0.isInherited(from: $1, by: fork) }
  }
}
