import PolicyModel
import Reading

extension Site {
  /// The Acts a policy cites, each once, as schema.org's Legislation.
  func citedLegislation(in policy: ResolvedPolicy) -> [JSON] {
    var seen: Set<String> = []
    return citationFinder.citations(in: policy).filter { seen.insert($0.identifier).inserted }.map { citation in
      let title = register.legislation.first { $0.identifier == citation.identifier }?.title
      return .object([
        "@type": .text("Legislation"),
        "legislationIdentifier": .text(citation.identifier),
        "name": .text(title ?? citation.words),
        "url": .text("https://www.legislation.gov.uk/id/\(citation.identifier)"),
      ])
    }
  }
}
