import PolicyModel

/// What an amendment may not do to a clause, wherever it is.
extension Amender {
  /// Refuses identities that are given twice or are those of other clauses.
  func requireFree(_ clauses: [Clause]) throws(Refusal) {
    let taken = Set(policy.clauses.flatMap(\.withDescendants).compactMap(\.identity))
    var new: Set<Identity> = []
    for identity in clauses.flatMap(\.withDescendants).compactMap(\.identity) {
      guard new.insert(identity).inserted, !taken.contains(identity) else {
        throw Refusal(
          rule: .identityTaken, message: "\(identity) is already the identity of another clause",
          remedy: "give the new clause an identity of its own", subject: .clause(identity),
          notes: taken.contains(identity)
            ? [Diagnostic.Note("\(identity) stands here already", about: .clause(identity))] : [])
      }
    }
  }

  /// Refuses a clause that would be left without words: what has nothing to say is omitted.
  func requireWords(_ clause: Clause) throws(Refusal) {
    let lacksHeading = clause.isSection && clause.heading.isEmpty
    let isEmpty = !clause.isSection && clause.blocks.allSatisfy { $0.texts.allSatisfy(\.isEmpty) }
    guard lacksHeading || isEmpty else { return }
    throw Refusal(
      rule: lacksHeading ? .emptyHeading : .emptyClause, message: "this would leave \(clause.described) without words",
      remedy: clause.identity.map { "to take the clause away, write “Omit \($0)”" } ?? "leave it some words")
  }

  func isAmendable(_ clause: Clause) -> Bool {
    guard !asOwner, clause.tailoring == .fixed || clause.tailoring == .fill else { return true }
    return clause.identity.map(added.contains) ?? false
  }

  /// - Parameter ownWords: whether the clause itself is changed, rather than what stands below it.
  func requireAmendable(_ clauses: [Clause], ownWords: Bool = true) throws(Refusal) {
    guard let locked = clauses.first(where: { !isAmendable($0) }) else { return }
    if !ownWords, locked.isSection { return }
    let isFixed = locked.tailoring == .fixed
    throw Refusal(
      rule: isFixed ? .fixedClause : .fillOnlyClause,
      message: "\(locked.described) is \(isFixed ? "fixed: a fork takes it as it is" : "open for terms only")",
      remedy:
        "take the amendment away\(isFixed ? "" : ", or set a term in the front matter"); the base's owner can open the clause",
      notes: note(locked))
  }
}
