import PolicyModel

/// What a new edition of a base changed, worked out once for all its forks.
public struct BaseChange: Sendable {
  let old: Policy
  /// With the names that its clauses have in the old edition.
  let new: Policy
  let footprint: Footprint
  /// What clauses are called in the old edition by their names in the new one, where that differs.
  let aliases: [Identity: Identity]
  /// The clauses of the new edition.
  let names: Set<Identity>
  /// Those of the new edition alone.
  let arrivals: Set<Identity>

  public init(from old: Policy, to new: Policy) {
    let (old, new) = (old.identified, new.identified)
    let comparison = compare(old, new)
    self.init(
      from: old, to: new.renamed(comparison.identities), by: comparison.amendments, aliases: comparison.identities)
  }

  /// The same where what changed is given as amendments.
  package init(_ amendments: [Amendment], on base: Policy) {
    var new = base.amender(asOwner: true)
    for amendment in amendments { new.carryOut(amendment) }
    self.init(from: base, to: new.result.policy, by: amendments, aliases: [:])
  }

  private init(from old: Policy, to new: Policy, by amendments: [Amendment], aliases: [Identity: Identity]) {
    self.old = old
    self.new = new
    footprint = Amending.footprint(of: amendments, on: old, asOwner: true)
    self.aliases = aliases
    names = new.identities
    arrivals = names.subtracting(old.identities)
  }
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
