import PolicyModel
import Reading

extension Site {
  /// The Acts a policy cites, each once, as schema.org's Legislation.
  func citedLegislation(in policy: ResolvedPolicy) -> [JSON] {
    var seen: Set<Register.Key> = []
    return citationFinder.legislation(citedIn: policy).filter { seen.insert($0.key).inserted }.map { citation in
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
