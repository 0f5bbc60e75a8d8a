import PolicyModel

/// Which duties stand in one of two texts alone, and which bind otherwise than before.
package struct DutyDifference: Sendable {
  package fileprivate(set) var added: [Duty] = []
  package fileprivate(set) var removed: [Duty] = []
  /// The same duty, asked more or less strongly, with another exception or measure, or of somewhat else.
  package fileprivate(set) var changed: [(old: Duty, new: Duty)] = []

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

/// What became of the duties of an old text in a new one.
///
/// - Parameter matches: which clause of the old text each clause of the new one is.
package func dutyDifference(from old: [Duty], to new: [Duty], matches: [Identity: Identity]) -> DutyDifference {
  let (bags, newBags) = (old.map { WordBag($0.act) }, new.map { WordBag($0.act) })
  let pairs = likestPairs(old.count, new.count) { before, after in
    let isMatched = matches[new[after].clause] == old[before].clause
    let likeness = newBags[after].likeness(to: bags[before])
    // A duty that moved to another clause is known by its words alone.
    guard likeness >= (isMatched ? 0.35 : 0.8) else { return nil }
    let sameForce = new[after].force == old[before].force ? 0.1 : 0
    let sameBearer = new[after].bearer == old[before].bearer ? 0.05 : 0
    return likeness + (isMatched ? 1 : 0) + sameForce + sameBearer
  }
  var difference = DutyDifference()
  for (index, duty) in new.enumerated() {
    guard let place = pairs[index] else {
      difference.added.append(duty)
      continue
    }
    let isSameAct = newBags[index].likeness(to: bags[place]) >= 0.6
    if !isSameAct || !duty.binds(like: old[place]) { difference.changed.append((old[place], duty)) }
  }
  let kept = Set(pairs.values)
  difference.removed = old.indices.filter { !kept.contains($0) }.map { old[$0] }
  return difference
}

extension Duty {
  /// Whether both bind equally: as strongly, with the same exception, by the same measures.
  fileprivate func binds(like other: Duty) -> Bool {
    guard force == other.force, exception?.lowercased() == other.exception?.lowercased() else { return false }
    let (measures, others) = (words(of: act)[...].limits, words(of: other.act)[...].limits)
    return measures.map(\.kind) == others.map(\.kind) && measures.map(\.value) == others.map(\.value)
  }
}
