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
    let rest = zip(subject.listings, concordance.withoutTopic).filter { !$1.isEmpty }
    return [
      "root": "../", "data": "\(subject.name).json", "asAt": site.asAt.words,
      "pageTitle": name.cssLiteral, "title": name,
      "count": subject.listings.count,
      "organisations": subject.listings.map(organisation),
      "topics": concordance.comparisons.map { topic($0, titles) },
      "hasRest": !rest.isEmpty, "withoutTopic": rest.map(withoutTopic),
    ]
  }

  private func document(_ listing: Listing) -> String { "../" + listing.path + site.ending }

  private func href(_ clause: ResolvedClause, in listing: Listing) -> String {
    "\(document(listing))#\(clause.identity.name)"
  }

  private func organisation(_ listing: Listing) -> [String: Any] {
    var values: [String: Any] = [
      "organisation": listing.owner, "title": listing.title,
      "edition": listing.isDraft ? "draft" : "edition \(listing.address.choice ?? .draft)",
      "href": document(listing),
    ]
    if let base = base(of: listing) { values["amends"] = base.owner }
    return values
  }

  /// The policy that a fork amends, where it is one of the subject.
  private func base(of listing: Listing) -> Listing? {
    listing.bases.first.flatMap { base in
      concordance.subject.listings.first { $0.address.policyAddress == base.policyAddress }
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
    let others = comparison.entries.filter { $0.sameAs?.address == entry.listing.address && !$0.isInherited }
    var values: [String: Any] = [
      "organisation": entry.listing.owner, "others": others.map(naming),
      "forces": entry.forces.map(\.rawValue), "hasForces": !entry.forces.isEmpty,
      "body": ConcordanceHTML(entry.passages, document: document(entry.listing), titles: titles).html,
    ]
    if let lineage = lineage(entry) { values["lineage"] = lineage }
    return values
  }

  /// An organisation with a link to the first of its clauses.
  private func naming(_ entry: Concordance.Entry) -> [String: Any] {
    let first = entry.passages.first?.clauses.first
    return [
      "organisation": entry.listing.owner,
      "href": first.map { href($0, in: entry.listing) } ?? document(entry.listing),
    ]
  }

  /// How much of it a fork has from its base: “From Kent: 2 clauses inherited, 1 amended”.
  private func lineage(_ entry: Concordance.Entry) -> String? {
    guard let base = base(of: entry.listing) else { return nil }
    let count = InheritanceCount(entry.passages.flatMap(\.clauses), in: entry.policy)
    let parts = [(count.inherited, "inherited"), (count.amended, "amended"), (count.added, "added")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return parts.isEmpty ? nil : "Clauses from \(base.owner): \(parts.joined(separator: ", "))"
  }

  // MARK: Clauses under no topic

  private func withoutTopic(_ listing: Listing, _ clauses: [ResolvedClause]) -> [String: Any] {
    [
      "organisation": listing.owner,
      "count": clauses.count == 1 ? "1 clause" : "\(clauses.count) clauses",
      "clauses": clauses.map { clause -> [String: Any] in
        ["label": clause.label, "href": href(clause, in: listing)]
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
