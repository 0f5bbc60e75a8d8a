import PolicyModel

/// Which duties stand in one of two texts alone, and which bind otherwise than before.
package struct DutyDifference: Sendable {
  package fileprivate(set) var added: [Duty] = []
  package fileprivate(set) var removed: [Duty] = []
  /// The same duty, asked more or less strongly, with another exception, condition or measure, or of somewhat else; with
  /// whether it passes to somebody else.
  package fileprivate(set) var changed: [(old: Duty, new: Duty, passes: Bool)] = []

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}

/// What became of the duties of an old text in a new one.
///
/// - Parameters:
///   - matches: which clause of the old text each clause of the new one is.
///   - isReworded: whether some words differ from others by more than the values of terms.
package func dutyDifference(
  from old: [Duty], to new: [Duty], matches: [Identity: Identity],
  isReworded: (_ old: String, _ new: String) -> Bool = { _, _ in true }
) -> DutyDifference {
  // Most duties are as they were, and need not be held against all others.
  let standing = standing(old, new, matches)
  let kept = Set(standing.values)
  let (openOld, openNew) = (old.indices.filter { !kept.contains($0) }, new.indices.filter { standing[$0] == nil })
  let bags = Dictionary(uniqueKeysWithValues: openOld.map { ($0, WordBag(act: old[$0].act)) })
  let newBags = Dictionary(uniqueKeysWithValues: openNew.map { ($0, WordBag(act: new[$0].act)) })
  func isSame(_ before: Int, _ after: Int) -> Bool {
    let (sentence, other) = (old[before].sentence, new[after].sentence)
    return old[before].force == new[after].force && !isReworded(sentence, other)
      && (sentence != other || !passes(before, after))
  }
  func passes(_ before: Int, _ after: Int) -> Bool {
    let (before, after) = (old[before].bearer, new[after].bearer)
    guard let before, let after else { return before != after }
    return people(before) != people(after) && isReworded(before, after)
  }
  let pairs = likestPairs(openOld, openNew) { before, after in
    let isMatched = matches[new[after].clause] == old[before].clause
    // With other values of terms it is the same duty, however few words both share.
    if isMatched, isSame(before, after) { return 3 }
    let likeness = newBags[after]!.likeness(to: bags[before]!)
    // A duty that moved to another clause is known by its words alone.
    guard likeness >= (isMatched ? 0.35 : 0.8) else { return nil }
    let sameForce = new[after].force == old[before].force ? 0.1 : 0
    let sameBearer = new[after].bearer == old[before].bearer ? 0.05 : 0
    return likeness + (isMatched ? 1 : 0) + sameForce + sameBearer
  }
  var difference = DutyDifference()
  for index in openNew {
    guard let place = pairs[index] else {
      difference.added.append(new[index])
      continue
    }
    if isSame(place, index) { continue }
    let isSameAct = newBags[index]!.likeness(to: bags[place]!) >= 0.6
    let passes = passes(place, index)
    if passes || !isSameAct || !new[index].binds(like: old[place]) {
      difference.changed.append((old[place], new[index], passes))
    }
  }
  let paired = Set(pairs.values)
  difference.removed = openOld.filter { !paired.contains($0) }.map { old[$0] }
  return difference
}

/// The duties of a new text that ask the same in the same clause as an old one: the old place of each.
private func standing(_ old: [Duty], _ new: [Duty], _ matches: [Identity: Identity]) -> [Int: Int] {
  /// All that a duty says of itself.
  struct Demand: Hashable {
    let clause: Identity?
    let bearer: String?
    let force: Duty.Force
    let act: String
    let exception: String?
    let conditions: [String]

    init(_ duty: Duty, in clause: Identity?) {
      self.clause = clause
      (bearer, force, act, exception) = (duty.bearer, duty.force, duty.act, duty.exception)
      conditions = duty.conditions
    }
  }
  var places: [Demand: [Int]] = [:]
  for place in old.indices.reversed() {
    places[Demand(old[place], in: old[place].clause), default: []].append(place)
  }
  var standing: [Int: Int] = [:]
  for place in new.indices {
    standing[place] = places[Demand(new[place], in: matches[new[place].clause])]?.popLast()
  }
  return standing
}

extension Duty {
  /// Whether both bind equally: as strongly, with the same exception, on the same conditions, by the same measures.
  fileprivate func binds(like other: Duty) -> Bool {
    guard force == other.force, exception?.lowercased() == other.exception?.lowercased(), holds(when: other),
      other.holds(when: self)
    else { return false }
    let (measures, others) = (words(of: act)[...].limits, words(of: other.act)[...].limits)
    return measures.map(\.kind) == others.map(\.kind) && measures.map(\.value) == others.map(\.value)
      && details == other.details
  }

  /// The words of an act that change it though they are few: figures, days, “and” and “or”.
  private var details: [String] {
    let words = words(of: act)
    return figures(in: words) + words.map(\.core).filter { ["and", "or"].contains($0) }
  }

  /// Whether another duty has each of its conditions too, wherever they stand in the sentence.
  private func holds(when other: Duty) -> Bool {
    let others = other.conditions.map { (WordBag(act: $0), figures(in: words(of: $0))) }
    return conditions.allSatisfy { condition in
      let (bag, figures) = (WordBag(act: condition), figures(in: words(of: condition)))
      return others.contains { $0.likeness(to: bag) >= 0.6 && $1 == figures }
    }
  }
}

/// The words for a bearer that tell whom it is: staff, all staff and members of staff are the same.
private func people(_ bearer: String) -> [String] {
  let words = words(of: bearer).map(\.core).filter { !["a", "all", "an", "any", "each", "every", "the"].contains($0) }
  return words.contains("staff") ? words.filter { !["member", "members", "of"].contains($0) } : words
}
