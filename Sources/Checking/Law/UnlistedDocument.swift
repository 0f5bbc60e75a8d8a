import PolicyModel
import Reading

extension Check {
  static let unlistedDocument = Check(
    .unlistedDocument, .warning, "A clause names a document of the organisation that the related policies leave out."
  ) { text, check in
    let sections = text.resolved.flat.map(\.clause).filter(\.listsRelatedPolicies)
    guard let section = sections.first else { return [] }
    let listing = Set(sections.flatMap(\.withAllBelow).map(\.identity))
    let listed = Set(text.citedDocuments.filter { listing.contains($0.0.clause) }.map { $0.0.key })
    var seen = listed
    return text.citedDocuments.filter { $1.isOwn && seen.insert($0.key).inserted }.map { citation, document in
      check.finding(
        "\(text.name(of: citation.clause)) names “\(citation.words)”, which the related policies leave out",
        remedy: "list it in \(text.name(of: section.identity)), or name one that is listed there",
        about: citation.subject, notes: [.init("the related policies", about: .clause(section.identity))])
    }
  }
}

extension Register.RelatedDocument {
  /// Whether an organisation could list it among its policies; a form or the rules of one site are part of another text.
  fileprivate var isOwn: Bool {
    guard issuedBy == nil else { return false }
    return switch kind {
    case .form, .rules: false
    case .policy, .procedure, .code, .guidance, .plan, nil: true
    }
  }
}

extension ResolvedClause {
  /// Whether it is the section that says what else to read, by its topic or, where it has none, by its heading.
  fileprivate var listsRelatedPolicies: Bool {
    guard content.isSection else { return false }
    if let topic = content.topic { return topic == "related-policies" }
    let heading = content.heading.plain.lowercased()
    return [
      "related polic", "related doc", "linked polic", "linked doc", "other polic", "and policies", "further guidance",
      "associated polic",
    ]
    .contains { heading.has($0) }
  }

  fileprivate var withAllBelow: [ResolvedClause] { [self] + clauses.flatMap(\.withAllBelow) }
}
