import PolicyModel

extension Concordance {
  /// The concordance as data: `{subject, organisations, topics: [{topic, title, entries, silent}], withoutTopic}`.
  var json: JSON {
    .object([
      "subject": .text(subject.name),
      "organisations": .list(
        subject.listings.map {
          .object(["address": .text($0.address.description), "name": .text($0.owner)])
        }),
      "topics": .list(comparisons.map(\.json)),
      "withoutTopic": .list(
        zip(subject.listings, withoutTopic).map { listing, clauses in
          .object([
            "address": .text(listing.address.description),
            "clauses": .list(clauses.map { $0.json(lead: []) }),
          ])
        }),
    ])
  }
}

extension Concordance.Comparison {
  fileprivate var json: JSON {
    .object([
      "topic": .text(topic.name),
      "title": .text(topic.title),
      "entries": .list(entries.map(\.json)),
      "silent": .list(silent.map { .text($0.address.description) }),
    ])
  }
}

extension Concordance.Entry {
  fileprivate var json: JSON {
    .object([
      "address": .text(listing.address.description),
      "clauses": .list(
        passages.flatMap { passage in
          let topmost = Set(passage.clauses.map(\.identity))
          return passage.flat.map { $0.json(lead: topmost.contains($0.identity) ? passage.lead : []) }
        }),
      "forces": .list(forces.map { .text($0.rawValue) }),
      "sameAs": JSON(sameAs?.address.description),
    ])
  }
}

extension ResolvedClause {
  /// - Parameter lead: the words that it carries on and that stand under another topic.
  fileprivate func json(lead: [Text]) -> JSON {
    .object([
      "id": .text(identity.name),
      "number": JSON(number),
      "heading": content.isSection ? .text(content.heading.plain) : .null,
      "lead": JSON(lead.isEmpty ? nil : lead.map(\.plain).joined(separator: " ")),
      "text": .text(plainText),
    ])
  }
}
