import PolicyModel

/// How a sentence came to bind more or less than before.
package struct StrengthChange: Hashable, Sendable {
  package enum Direction: Hashable, Sendable {
    case stronger, weaker

    var reversed: Direction { self == .stronger ? .weaker : .stronger }
  }

  package let direction: Direction
  /// Why, in a plain sentence without a full stop that quotes the words.
  package let reason: String
}

/// How binding two versions of a sentence are beside each other, and what is worth knowing about words that bind nobody.
///
/// - Parameter stems: the words above them that they go on with.
package func strengthChanges(
  from old: String, to new: String, under stems: (old: String?, new: String?) = (nil, nil)
) -> (changes: [StrengthChange], remarks: [String]) {
  guard old != new else { return ([], []) }
  let (before, after) = (allReadings(of: old, under: stems.old), allReadings(of: new, under: stems.new))
  let pairs = partners(before, after)
  var changes: [StrengthChange] = []
  var remarks: [String] = []
  for (index, reading) in after.enumerated() {
    guard let partner = pairs[index] else {
      if before.contains(where: { $0.includes(reading) }) { continue }
      remarks.append(
        reading.modal.force == nil
          ? reading.modal.why : "\(reading.isFreedom ? "allows" : "asks") something new: \(reading.statement)")
      continue
    }
    let comparison = ReadingComparison(old: before[partner], new: reading)
    changes += comparison.changes
    remarks += comparison.remarks
  }
  let kept = Set(pairs.values)
  for (index, reading) in before.enumerated() where !kept.contains(index) && reading.modal.force != nil {
    if after.contains(where: { $0.includes(reading) }) { continue }
    remarks.append("no longer \(reading.isFreedom ? "allows" : "asks"): \(reading.statement)")
  }
  return (changes, remarks.unique)
}

private func allReadings(of text: String, under stem: String?) -> [Reading] {
  sentences(of: stem.map { $0 + " " + text.asCompletion } ?? text).flatMap(readings)
}

/// Which reading of the old text each one of the new is.
private func partners(_ old: [Reading], _ new: [Reading]) -> [Int: Int] {
  let (bags, newBags) = (old.map { WordBag(act: $0.modal.act) }, new.map { WordBag(act: $0.modal.act) })
  // What stands alone on both sides has nothing else to be.
  let threshold = old.count == 1 && new.count == 1 ? 0.2 : 0.35
  return likestPairs(old.indices, new.indices) { before, after in
    let isSamePerson = new[after].modal.bearer != nil && new[after].modal.bearer == old[before].modal.bearer
    let isSameStance = new[after].modal.force?.stance == old[before].modal.force?.stance
    let likeness = newBags[after].likeness(to: bags[before]) + (isSamePerson ? 0.1 : 0) + (isSameStance ? 0.05 : 0)
    return likeness >= threshold ? likeness : nil
  }
}

extension Reading {
  /// Whether it asks all that another asks of the same people, and on no condition: keep notes and send them off; keep notes.
  func includes(_ other: Reading) -> Bool {
    let people = [modal.bearer, other.modal.bearer]
    let isOfSame = people[0] == people[1] || people.contains { $0?.isStandIn ?? false }
    func told(_ reading: Reading) -> Set<String> { Set(words(of: reading.modal.act).telling.map(\.core)) }
    return isOfSame && modal.force != nil && modal.force == other.modal.force && modal.exception == nil
      && scope.conditions.isEmpty && told(other).isSubset(of: told(self))
  }

  /// Whether it allows rather than asks.
  var isFreedom: Bool { modal.force == .may }

  /// As a short sentence: staff must keep a record.
  var statement: String {
    let who = wording.subject.isEmpty ? modal.bearer ?? "you" : wording.subject
    let isName =
      who.dropFirst().contains { $0.isUppercase }
      && !["The", "A", "An", "Every", "Each", "All", "Any"].contains(who.prefix { $0 != " " })
    let opening = isName ? who : who.prefix(1).lowercased() + who.dropFirst()
    return [opening, wording.binding, wording.action, modal.exception ?? ""].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
