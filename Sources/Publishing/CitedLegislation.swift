import PolicyModel
import Reading

extension Site {
  /// What a policy cites, in document order.
  package func citations(in manuscript: Manuscript) -> [Citation] { citationFinder.citations(in: manuscript) }

  /// The Acts among what is cited, each once, as schema.org's Legislation.
  func legislation(in citations: [Citation]) -> [JSON] {
    var seen: Set<Register.Key> = []
    return citations.filter { $0.key.table == .legislation && seen.insert($0.key).inserted }.map { citation in
      let title = register.legislation.first { $0.identifier == citation.key.name }?.title
      return .object([
        "@type": .text("Legislation"),
        "legislationIdentifier": .text(citation.key.name),
        "name": .text(title ?? citation.words),
        "url": .text("https://www.legislation.gov.uk/id/\(citation.key.name)"),
      ])
    }
  }
}
