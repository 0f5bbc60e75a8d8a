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
  let openOld = old.indices.filter { !kept.contains($0) }.map { old[$0] }
  let openNew = new.indices.filter { standing[$0] == nil }.map { new[$0] }
  let old = joined(openOld, like: openNew) { matches[$1.clause] == $0.clause }
  let new = joined(openNew, like: openOld) { matches[$0.clause] == $1.clause }
  let (bags, newBags) = (old.map { WordBag(telling: $0.deed) }, new.map { WordBag(telling: $0.deed) })
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
  let pairs = likestPairs(old.indices, new.indices) { before, after in
    let isMatched = matches[new[after].clause] == old[before].clause
    // With other values of terms it is the same duty, however few words both share.
    if isMatched, isSame(before, after) { return 3 }
    let likeness = newBags[after].likeness(to: bags[before])
    // A duty that moved to another clause is known by its words alone.
    guard likeness >= (isMatched ? 0.35 : 0.8) else { return nil }
    let sameForce = new[after].force == old[before].force ? 0.1 : 0
    let sameBearer = new[after].bearer == old[before].bearer ? 0.05 : 0
    return likeness + (isMatched ? 1 : 0) + sameForce + sameBearer
  }
  var difference = DutyDifference()
  for index in new.indices {
    guard let place = pairs[index] else {
      difference.added.append(new[index])
      continue
    }
    if isSame(place, index) { continue }
    let passes = passes(place, index)
    if passes || !new[index].binds(like: old[place]) {
      difference.changed.append((old[place], new[index], passes))
    }
  }
  let paired = Set(pairs.values)
  difference.removed = old.indices.filter { !paired.contains($0) }.map { old[$0] }
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

/// Duties of which two that follow each other are one where the other text asks them in one: keep notes, and send them off.
private func joined(
  _ duties: [Duty], like others: [Duty], isSameClause: (_ duty: Duty, _ other: Duty) -> Bool
) -> [Duty] {
  var all: [Duty] = []
  for duty in duties {
    let both = all.last?.joined(with: duty).flatMap { both in
      let isAsked = others.contains {
        isSameClause(both, $0) && both.force == $0.force && both.differingWords(from: $0) == ([], [])
      }
      return isAsked ? both : nil
    }
    if both != nil { all.removeLast() }
    all.append(both ?? duty)
  }
  return all
}

extension Duty {
  /// What is done, without when and by whom.
  fileprivate var deed: [Word] {
    words(of: bearer.map { act.replacing("by \($0)", with: "") } ?? act).withoutConditions
  }

  /// This and the next duty of the same people as one; nil where they do not bind alike.
  fileprivate func joined(with next: Duty) -> Duty? {
    guard clause == next.clause, force == next.force, bearer == next.bearer, wording.subject.isEmpty,
      next.wording.subject.isEmpty, exception == nil, next.exception == nil
    else { return nil }
    let wording = Wording(
      subject: "", binding: wording.binding, action: wording.action + " and " + next.wording.action)
    return Duty(
      bearer: bearer, force: force, phrase: phrase, act: wording.act, exception: nil, clause: clause,
      sentence: sentence == next.sentence ? sentence : sentence + " " + next.sentence,
      conditions: conditions + next.conditions, wording: wording)
  }

  /// The words of each that tell what is done and stand in it alone, whatever their endings.
  fileprivate func differingWords(from other: Duty) -> (own: [String], others: [String]) {
    var (own, others) = (deed.telling.map(\.core), other.deed.telling.map(\.core))
    func removeShared(_ isShared: (String, String) -> Bool) {
      own.removeAll { word in
        guard let place = others.firstIndex(where: { isShared(word, $0) }) else { return false }
        others.remove(at: place)
        return true
      }
    }
    // Most are the very same, which is sooner told.
    removeShared(==)
    removeShared { $0.first == $1.first && (isSameWord($0, $1) || isSameStem($0, $1)) }
    return (own, others)
  }

  /// Whether both ask the same: one in some more words than the other, perhaps, but not in other words.
  private func asksTheSame(as other: Duty) -> Bool {
    let (own, others) = differingWords(from: other)
    let (more, all) = (own.count + others.count, deed.telling.count + other.deed.telling.count)
    return (own.isEmpty || others.isEmpty) && Double(more) <= 0.4 * Double(all)
  }

  /// Whether both bind equally: to the same, as strongly, with the same exception, on the same conditions, by the same measures.
  fileprivate func binds(like other: Duty) -> Bool {
    guard force == other.force, asksTheSame(as: other), exception?.lowercased() == other.exception?.lowercased(),
      holds(when: other),
      other.holds(when: self)
    else { return false }
    let (measures, others) = (words(of: act)[...].limits, words(of: other.act)[...].limits)
    return measures.map(\.kind) == others.map(\.kind) && measures.map(\.value) == others.map(\.value)
      && details == other.details
  }

  /// The words of an act that change it though they are few: figures, days, “and” and “or”, “not”.
  private var details: [String] {
    let words = words(of: act)
    return figures(in: words) + words.map(\.core).filter(turns.contains)
  }

  /// Whether another duty has each of its conditions too, wherever they stand in the sentence.
  private func holds(when other: Duty) -> Bool {
    let others = other.conditions.map { (WordBag(telling: words(of: $0)), figures(in: words(of: $0))) }
    return conditions.allSatisfy { condition in
      let (bag, figures) = (WordBag(telling: words(of: condition)), figures(in: words(of: condition)))
      return others.contains { $0.likeness(to: bag) >= 0.6 && $1 == figures }
    }
  }
}

/// Short words that turn what is asked into something else.
private let turns: Set<String> = ["after", "and", "before", "never", "no", "not", "only", "or", "without"]

/// Whether two words differ in their endings alone: hear, heard.
private func isSameStem(_ one: String, _ other: String) -> Bool {
  let stem = zip(one, other).prefix { $0 == $1 }.count
  return stem > 2 && [one, other].allSatisfy { endings.contains($0.dropFirst(stem)) }
}

private let endings: Set<Substring> = ["", "d", "e", "ed", "es", "ied", "ies", "ing", "s", "y"]

/// The words for a bearer that tell whom it is: staff, all staff and members of staff are the same.
private func people(_ bearer: String) -> [String] {
  let words = words(of: bearer).map(\.core).filter { !["a", "all", "an", "any", "each", "every", "the"].contains($0) }
  return words.contains("staff") ? words.filter { !["member", "members", "of"].contains($0) } : words
}
