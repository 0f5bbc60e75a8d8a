import PolicyModel
import Reading

extension Site {
  /// What a policy cites, in document order.
  ///
  /// - Parameter silent: what need not be read of it, as its base tells.
  package func citations(in manuscript: Manuscript, besides silent: SilentClauses? = nil) -> [Citation] {
    citationFinder.citations(in: manuscript, besides: silent)
  }

  /// What need not be read in the forks of a text.
  package func silentClauses(of manuscript: Manuscript) -> SilentClauses {
    citationFinder.silentClauses(of: manuscript)
  }

  /// The Acts among what is cited, each once, as schema.org's Legislation.
  func legislation(in citations: [Citation]) -> [JSON] {
    var seen: Set<Register.Key> = []
    return citations.filter { $0.key.table == .legislation && seen.insert($0.key).inserted }.map { citation in
      let title = register.law(citation.key.name)?.title
      return .object([
        "@type": .text("Legislation"),
        "legislationIdentifier": .text(citation.key.name),
        "name": .text(title ?? citation.words),
        "url": .text("https://www.legislation.gov.uk/id/\(citation.key.name)"),
      ])
    }
  }
}
