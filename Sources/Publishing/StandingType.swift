import PolicyModel

/// The lines of a base set in type and kept standing, so that forks print those they leave alone without setting them again.
package struct StandingType: Sendable {
  private let clauses: [Identity: Clause]

  private struct Clause: Sendable {
    let heading: Text
    let blocks: [Block]
    let html: SetClause
    let markdown: SetClause

    init(_ clause: ResolvedClause) {
      heading = clause.content.heading
      blocks = clause.content.blocks
      html = SetClause(clause, as: .html)
      markdown = SetClause(clause, as: .markdown)
    }

    subscript(markup: Markup) -> SetClause {
      switch markup {
      case .html: html
      case .markdown: markdown
      }
    }
  }

  private struct SetClause: Sendable {
    let heading: Galley
    /// A galley for each block that is a paragraph.
    let paragraphs: [Galley?]

    init(_ clause: ResolvedClause, as markup: Markup) {
      heading = Galley(clause.content.heading, as: markup)
      paragraphs = clause.content.blocks.map { block in
        if case .paragraph(let text) = block { Galley(text, as: markup) } else { nil }
      }
    }
  }

  package init(_ manuscript: Manuscript) {
    clauses = Dictionary(
      uniqueKeysWithValues: manuscript.policy.flat.map { ($0.clause.identity, Clause($0.clause)) })
  }

  // What a fork leaves alone is the same piece of memory, which is seen without a look at the words.

  /// The heading of a clause; nil where it reads otherwise than in the base.
  func heading(of clause: ResolvedClause, as markup: Markup) -> Galley? {
    guard let kept = clauses[clause.identity], kept.heading == clause.content.heading else { return nil }
    return kept[markup].heading
  }

  /// A galley for each block of a clause that is a paragraph; nil where it reads otherwise than in the base.
  func paragraphs(of clause: ResolvedClause, as markup: Markup) -> [Galley?]? {
    guard let kept = clauses[clause.identity], kept.blocks == clause.content.blocks else { return nil }
    return kept[markup].paragraphs
  }
}
