import PolicyModel

/// What the template of a concordance may say.
struct ConcordanceContext {
  let site: Site
  let concordance: Concordance

  var html: [String: Any] {
    let subject = concordance.subject
    let titles = Dictionary(
      concordance.comparisons.map { ($0.topic.name, $0.topic.title) }, uniquingKeysWith: { first, _ in first })
    let name = "\(subject.title): policies side by side"
    let rest = zip(subject.publications, concordance.withoutTopic).filter { !$1.isEmpty }
    return [
      "root": "../", "data": "\(subject.name).json", "asAt": site.asAt.words,
      "pageTitle": name.cssLiteral, "title": name,
      "count": subject.publications.count,
      "organisations": subject.publications.map(organisation),
      "topics": concordance.comparisons.map { topic($0, titles) },
      "hasRest": !rest.isEmpty, "withoutTopic": rest.map(withoutTopic),
    ]
  }

  private func document(_ publication: Publication) -> String { "../" + publication.path + site.ending }

  private func href(_ clause: ResolvedClause, in publication: Publication) -> String {
    "\(document(publication))#\(clause.identity.name)"
  }

  private func organisation(_ publication: Publication) -> [String: Any] {
    var values: [String: Any] = [
      "organisation": publication.owner, "title": publication.policy.title,
      "edition": publication.isDraft ? "draft" : "edition \(publication.address.choice ?? .draft)",
      "href": document(publication),
    ]
    if let base = base(of: publication) { values["amends"] = base.owner }
    return values
  }

  /// The policy that a fork amends, where it is one of the subject.
  private func base(of publication: Publication) -> Publication? {
    publication.policy.bases.first.flatMap { base in
      concordance.subject.publications.first { $0.address.policyAddress == base.policyAddress }
    }
  }

  // MARK: Topics

  private func topic(_ comparison: Concordance.Comparison, _ titles: [String: String]) -> [String: Any] {
    let inherited = comparison.entries.filter(\.isInherited)
    var values: [String: Any] = [
      "name": comparison.topic.name, "title": comparison.topic.title, "entryCount": comparison.entries.count,
      "rulings": comparison.entries.filter { $0.sameAs == nil }.map { ruling($0, of: comparison, titles) },
      "hasOthers": !inherited.isEmpty || !comparison.silent.isEmpty,
      "inherited": inherited.map { entry in
        naming(entry).merging(["as": entry.sameAs?.owner ?? ""]) { $1 }
      },
    ]
    if let description = comparison.topic.description { values["description"] = description }
    if !comparison.silent.isEmpty { values["silent"] = comparison.silent.map(\.owner).joined(separator: ", ") }
    return values
  }

  private func ruling(
    _ entry: Concordance.Entry, of comparison: Concordance.Comparison, _ titles: [String: String]
  ) -> [String: Any] {
    let others = comparison.entries.filter { $0.sameAs?.address == entry.publication.address && !$0.isInherited }
    var values: [String: Any] = [
      "organisation": entry.publication.owner, "others": others.map(naming),
      "forces": entry.forces.map(\.rawValue), "hasForces": !entry.forces.isEmpty,
      "body": ConcordanceHTML(entry.passages, document: document(entry.publication), titles: titles).html,
    ]
    if let lineage = lineage(entry) { values["lineage"] = lineage }
    return values
  }

  /// An organisation with a link to the first of its clauses.
  private func naming(_ entry: Concordance.Entry) -> [String: Any] {
    let first = entry.passages.first?.clauses.first
    return [
      "organisation": entry.publication.owner,
      "href": first.map { href($0, in: entry.publication) } ?? document(entry.publication),
    ]
  }

  /// How much of it a fork has from its base: “From Kent: 2 clauses inherited, 1 amended”.
  private func lineage(_ entry: Concordance.Entry) -> String? {
    guard let base = base(of: entry.publication) else { return nil }
    let count = InheritanceCount(entry.passages.flatMap(\.clauses), in: entry.publication.policy)
    let parts = [(count.inherited, "inherited"), (count.amended, "amended"), (count.added, "added")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "Clauses from \(base.owner): \(parts.joined(separator: ", "))"
  }

  // MARK: Clauses under no topic

  private func withoutTopic(_ publication: Publication, _ clauses: [ResolvedClause]) -> [String: Any] {
    [
      "organisation": publication.owner,
      "count": clauses.count == 1 ? "1 clause" : "\(clauses.count) clauses",
      "clauses": clauses.map { clause -> [String: Any] in
        ["label": clause.label, "href": href(clause, in: publication)]
      },
    ]
  }
}

extension ResolvedClause {
  /// Its number with its heading or first words, to tell it from others in a list.
  fileprivate var label: String {
    let words = content.texts.first?.plain ?? ""
    let first = words.split(separator: " ").prefix(6).joined(separator: " ")
    let shown = content.isSection || first == words ? words : first + " …"
    return [number, shown].compactMap { $0 }.joined(separator: " ")
  }
}
