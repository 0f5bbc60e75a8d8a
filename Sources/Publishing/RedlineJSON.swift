import PolicyModel

extension Redline {
  /// The redline as data: `{old, new, counts, amendments: […], renumbered, terms, duties, formatting}`.
  package var json: JSON { RedlineContext(self).json }
}

extension RedlineContext {
  /// The same as data.
  var json: JSON {
    let redline = reading.redline
    let (oldTerms, newTerms) = (redline.oldTerms, redline.newTerms)
    let counted = redline.counts
    var counts: JSON.KeyValuePairs = [:]
    for kind in Change.Class.allCases { counts.add(kind.rawValue, .number(counted[kind, default: 0])) }
    return .object([
      "old": .text(redline.old.address.description),
      "new": .text(redline.new.address.description),
      "counts": .object(counts),
      "amendments": .list(redline.changes.map { $0.json(place: reading.place($0)) }),
      "renumbered": .list(
        redline.otherNumbers.map {
          .object(["id": .text($0.clause.name), "oldNumber": JSON($0.old), "newNumber": JSON($0.new)])
        }),
      "terms": .list(
        Set(oldTerms.keys).union(newTerms.keys).sorted().filter { oldTerms[$0] != newTerms[$0] }.map { name in
          .object(["name": .text(name), "old": JSON(oldTerms[name]?.long), "new": JSON(newTerms[name]?.long)])
        }),
      "duties": duties.json,
      "formatting": .list(redline.restyled.map { .text($0.name) }),
    ])
  }
}

extension Change {
  /// - Parameter place: by what a reader finds it, also where no number is printed.
  fileprivate func json(place: String) -> JSON {
    .object([
      "operation": .text(operation.rawValue),
      "target": .text(target),
      "place": .text(place),
      "class": .text(kind.rawValue),
      "oldNumber": JSON(old?.number),
      "newNumber": JSON(new?.number),
      "old": JSON(old?.words),
      "new": JSON(new?.words),
      "reason": .text(reason),
      "because": JSON(because),
      "splitFrom": JSON(relation?.origin),
      "joinedTo": JSON(relation?.goal),
    ])
  }
}

extension Change.Relation {
  fileprivate var origin: String? { if case .split(let identity) = self { identity.description } else { nil } }
  fileprivate var goal: String? { if case .joined(let identity) = self { identity.description } else { nil } }
}
