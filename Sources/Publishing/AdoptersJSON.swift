import PolicyModel

extension Adopters {
  /// Who adopted the policy, and what became of its clauses.
  ///
  /// Shape: `{policy, newest, asAt, forks: [{address, organisation, base, behind, total, inherited, termsOnly, amended, leftOut,
  /// added, moved, verdict, nextReview, statement}], clauses: [{id, number, heading, text, in, inherited, termsOnly, amended,
  /// leftOut, moved, notInBase}]}`. Counts are in clauses; the four from `inherited` to `leftOut` add up to the `total` of the
  /// base, while a clause that was moved is counted there too. The lists of a clause hold the addresses of forks; `in` is the
  /// newest text that has it. The verdict is `same`, `terms only` or `further`.
  ///
  /// - Parameter date: the day by which reviews are due.
  func json(asAt date: PartialDate) -> JSON {
    let addresses = forks.map { JSON.text($0.listing.address.description) }
    return .object([
      "policy": .text(listing.address.policyAddress.description),
      "newest": .text(listing.address.description),
      "asAt": .text(date.description),
      "forks": .list(forks.map(\.json)),
      "clauses": .list(rows.map { $0.json(addresses) }),
    ])
  }
}

extension Adopters.Row {
  /// - Parameter addresses: of the forks, in their order.
  fileprivate func json(_ addresses: [JSON]) -> JSON {
    func list(_ isMeant: (Treatment) -> Bool) -> JSON { .list(places(where: isMeant).map { addresses[$0] }) }
    return .object([
      "id": .text(clause.identity.name),
      "number": JSON(clause.number),
      "heading": clause.content.isSection ? .text(clause.content.heading.plain) : .null,
      "text": .text(clause.plainText),
      "in": .text(text.description),
      "inherited": list { $0.words == .inherited },
      "termsOnly": list { $0.words == .termsOnly },
      "amended": list { $0.words == .amended },
      "leftOut": list { $0.words == .leftOut },
      "moved": list(\.isMoved),
      "notInBase": .list(zip(addresses, treatments).filter { $1 == nil }.map(\.0)),
    ])
  }
}

extension Adopters.Fork {
  fileprivate var json: JSON {
    return .object([
      "address": .text(listing.address.description),
      "organisation": .text(listing.owner),
      "base": .text(base.description),
      "behind": .number(behind),
      "total": .number(count.total),
      "inherited": .number(count[.inherited]),
      "termsOnly": .number(count[.termsOnly]),
      "amended": .number(count[.amended]),
      "leftOut": .number(count[.leftOut]),
      "added": .number(count.added),
      "moved": .number(count.moved),
      "verdict": .text(inheritance.extent.rawValue),
      "nextReview": JSON(listing.nextReview?.description),
      "statement": .text(listing.variationsPath + ".json"),
    ])
  }
}
