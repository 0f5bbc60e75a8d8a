import PolicyModel

/// Amendments on a new edition of their base, and what became of each on the way.
public struct Rebased: Hashable, Sendable {
  /// In the order of application; those that wait for a decision are not among them.
  public var amendments: [Amendment]
  /// One for each of the old amendments, in their order.
  public var decisions: [Decision]

  public init(amendments: [Amendment], decisions: [Decision]) {
    self.amendments = amendments
    self.decisions = decisions
  }
}

/// Takes the amendments of a fork from one edition of its base to another.
///
/// An amendment that does not meet what the new edition changed stays as it is: it does not matter there who amends first.
/// Where both changed one line in different words, the changes are put together. The rest is for somebody to decide.
///
/// - Parameters:
///   - ours: amendments that apply to the old edition without an error.
///   - base: the old edition.
///   - newBase: the new one.
///   - choices: what was decided, by the places of the amendments; where nothing is to be decided, a choice is passed over.
///   - edition: where the new edition is found; decided amendments name it.
public func rebase(
  _ ours: [Amendment], from base: Policy, to newBase: Policy, choices: [Int: Decision.Choice] = [:],
  decidedOn edition: Address? = nil
) -> Rebased {
  let (base, newBase) = (base.identified, newBase.identified)
  let comparison = compare(base, newBase)
  let names = comparison.identities
  var rebasing = Rebasing(
    ours.namingTargets(in: base), from: base, to: newBase.renamed(names), theirs: comparison.amendments,
    aliases: names, choices: choices, edition: edition)
  rebasing.takeAll()
  return rebasing.rebased
}

/// The same where what the new edition changed is given as amendments.
///
/// - Parameter asOwner: whether ours may touch what is locked for forks.
package func rebase(
  _ ours: [Amendment], over theirs: [Amendment], on base: Policy, asOwner: Bool = false
) -> Rebased {
  var newBase = base.amender(asOwner: true)
  for amendment in theirs { newBase.carryOut(amendment) }
  var rebasing = Rebasing(ours, from: base, to: newBase.result.policy, theirs: theirs, asOwner: asOwner)
  rebasing.takeAll()
  return rebasing.rebased
}

extension Policy {
  fileprivate var identified: Policy {
    var policy = self
    policy.clauses = clauses.identified()
    return policy
  }

  /// The names of all clauses.
  var identities: Set<Identity> { Set(clauses.flatMap(\.withDescendants).compactMap(\.identity)) }

  /// For amendments of which only the text matters: every clause is another's.
  func amender(asOwner: Bool) -> Amender {
    let (author, owner) = (Address("fork/fork")!, Address("base/base")!)
    let origins = Dictionary(uniqueKeysWithValues: identities.map { ($0, Provenance(origin: owner)) })
    return Amender(base: self, author: author, provenance: origins, asOwner: asOwner)
  }
}
