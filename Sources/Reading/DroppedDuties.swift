import PolicyModel

/// What a clause asks or forbids in an old text and no more in a new one, in whatever words.
///
/// - Parameters:
///   - new: the duties of the same clause.
///   - elsewhere: those that the new text has and the old one had not, in other clauses; asked only where one is missed.
package func droppedDuties(from old: [Duty], to new: [Duty], elsewhere: @autoclosure () -> DutyWords) -> [Duty] {
  func isLeft(_ duty: Duty, in others: [Duty]) -> Bool {
    !others.contains { ($0.force, $0.act) == (duty.force, duty.act) }
  }
  let (old, new) = (old.filter { isLeft($0, in: new) }, new.filter { isLeft($0, in: old) })
  guard !old.isEmpty else { return [] }
  let matches = Dictionary(old.map { ($0.clause, $0.clause) }) { first, _ in first }
  let difference = dutyDifference(from: old, to: new, matches: matches)
  var others = difference.added
  let missed = difference.removed.filter { duty in
    guard duty.force != .may else { return false }
    // Of the same people the same is asked in other words.
    let twin = others.firstIndex { $0.force == duty.force && $0.bearer != nil && $0.bearer == duty.bearer }
    if let twin { others.remove(at: twin) }
    return twin == nil
  }
  return missed.filter { !elsewhere().hold($0) }
}

/// What duties ask, by their words, so that one can be found again in others.
package struct DutyWords {
  private let acts: [(stance: Duty.Force.Stance, words: WordBag)]

  package init(_ duties: [Duty]) { acts = duties.map { ($0.force.stance, WordBag(act: $0.act)) } }

  fileprivate func hold(_ duty: Duty) -> Bool {
    let words = WordBag(act: duty.act)
    return acts.contains { $0.stance == duty.force.stance && $0.words.likeness(to: words) >= 0.6 }
  }
}

/// What somebody may be instead of what they had to be: be employees, or other people.
///
/// - Returns: the words that were added, from “or” on.
package func addedAlternatives(from old: String, to new: String) -> [String] {
  guard new.places(of: " or ").count > old.places(of: " or ").count else { return [] }
  let after = demandsToBe(in: new)
  return demandsToBe(in: old).compactMap { demand in
    after.first { $0.bearer == demand.bearer && $0.act.hasPrefix(demand.act + " or ") }
      .map { String($0.act.dropFirst(demand.act.count + 1)) }
  }
}

/// What is asked of people to be, and not to be done to them.
private func demandsToBe(in text: String) -> [ModalReading] {
  sentences(of: text).flatMap(modals).filter { modal in
    let act = words(of: modal.act)
    return modal.force?.stance == .asked && modal.bearer != nil && act.count > 1 && act[0].core == "be"
      && !act[1].traits.contains(.participle)
  }
}
