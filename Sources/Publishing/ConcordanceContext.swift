import PolicyModel

/// What the template of a concordance may say.
struct ConcordanceContext {
  let site: Site
  let concordance: Concordance

  var html: TemplateValues {
    let subject = concordance.subject
    let titles = Dictionary(
      concordance.comparisons.map { ($0.topic.name, $0.topic.title) }, uniquingKeysWith: { first, _ in first })
    let name = "\(subject.title): policies side by side"
    let rest = zip(subject.listings, concordance.withoutTopic).filter { !$1.isEmpty }
    return [
      "data": "\(subject.name).json", "asAt": .words(site.asAt.words), "count": "\(subject.listings.count)",
      "pageTitle": .words(name.cssLiteral), "title": .words(name),
      "organisations": .list(subject.listings, organisation),
      "topics": .list(concordance.comparisons) { topic($0, titles) },
      "hasRest": .truth(!rest.isEmpty), "withoutTopic": .list(rest, withoutTopic),
    ]
  }

  private func document(_ listing: Listing) -> String { "../" + listing.path + site.ending }

  private func href(_ clause: ResolvedClause, in listing: Listing) -> String {
    "\(document(listing))#\(clause.identity.name)"
  }

  private func organisation(_ listing: Listing) -> TemplateValue {
    [
      "organisation": .words(listing.owner), "title": .words(listing.title),
      "edition": .words(listing.address.textName),
      "href": .words(document(listing)), "amends": TemplateValue(base(of: listing)?.owner),
    ]
  }

  /// The policy that a fork amends, where it is one of the subject.
  private func base(of listing: Listing) -> Listing? {
    listing.bases.first.flatMap { base in
      concordance.subject.listings.first { $0.address.policyAddress == base.policyAddress }
    }
  }

  // MARK: Topics

  private func topic(_ comparison: Concordance.Comparison, _ titles: [String: String]) -> TemplateValue {
    let inherited = comparison.entries.filter(\.isInherited)
    let silent = comparison.silent.map(\.owner)
    return [
      "name": .words(comparison.topic.name), "title": .words(comparison.topic.title),
      "entryCount": "\(comparison.entries.count)",
      "rulings": .list(comparison.entries.filter { $0.sameAs == nil }) { ruling($0, of: comparison, titles) },
      "hasOthers": .truth(!inherited.isEmpty || !silent.isEmpty), "inherited": .list(inherited, naming),
      "description": TemplateValue(comparison.topic.description),
      "silent": silent.isEmpty ? nil : .words(silent.joined(separator: ", ")),
    ]
  }

  private func ruling(
    _ entry: Concordance.Entry, of comparison: Concordance.Comparison, _ titles: [String: String]
  ) -> TemplateValue {
    let others = comparison.entries.filter { $0.sameAs?.address == entry.listing.address && !$0.isInherited }
    let body = ConcordanceHTML(entry.passages, document: document(entry.listing), titles: titles).html
    return [
      "organisation": .words(entry.listing.owner), "others": .list(others, naming),
      "forces": .list(entry.forces) { .words($0.rawValue) }, "hasForces": .truth(!entry.forces.isEmpty),
      "body": .words(body), "lineage": TemplateValue(lineage(entry)),
    ]
  }

  /// An organisation with a link to the first of its clauses, and whose words it has where they are not its own.
  private func naming(_ entry: Concordance.Entry) -> TemplateValue {
    let first = entry.passages.first?.clauses.first
    return [
      "organisation": .words(entry.listing.owner), "as": .words(entry.sameAs?.owner ?? ""),
      "href": .words(first.map { href($0, in: entry.listing) } ?? document(entry.listing)),
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

  private func withoutTopic(_ listing: Listing, _ clauses: [ResolvedClause]) -> TemplateValue {
    [
      "organisation": .words(listing.owner), "count": .words(clauses.count.counted("clause")),
      "clauses": .list(clauses) { ["label": .words($0.label), "href": .words(href($0, in: listing))] },
    ]
  }
}

extension ResolvedClause {
  /// Its number with its heading or first words, to tell it from others in a list.
  fileprivate var label: String {
    let words = content.texts.first?.plain ?? ""
    return [number, content.isSection ? words : words.opening(6)].compactMap { $0 }.joined(separator: " ")
  }
}
