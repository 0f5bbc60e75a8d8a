import PolicyModel

/// What a new edition of a base changed, worked out once for all its forks.
public struct BaseChange: Sendable {
  let old: Policy
  /// With the names that its clauses have in the old edition.
  let new: Policy
  /// Both as amendments find them.
  let (oldStart, newStart): (Amender, Amender)
  /// What the new edition reads and writes.
  let ground: Ground
  /// The lines that it changed.
  let lines: CutLines
  /// What clauses are called in the old edition by their names in the new one, where that differs.
  let aliases: [Identity: Identity]
  /// The same the other way round.
  let oldAliases: [Identity: Identity]
  /// The clauses of the new edition.
  let names: Set<Identity>
  /// Those of the new edition alone.
  let arrivals: Set<Identity>
  /// All names that clauses have in the new edition and none has in the old one.
  let newNames: Set<Identity>
  /// The terms that the old edition uses and the new one does not.
  let lostTerms: Set<String>
  /// Names that the new edition takes from clauses that are gone and gives to others.
  let reusedNames: [Identity]

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
    self.init(from: base, to: new.amendedPolicy, by: amendments, aliases: [:])
  }

  private init(from old: Policy, to new: Policy, by amendments: [Amendment], aliases: [Identity: Identity]) {
    self.old = old
    self.new = new
    (oldStart, newStart) = (old.amender(asOwner: false), new.amender(asOwner: false))
    ground = Ground(footprint(of: amendments, on: old, asOwner: true))
    lines = CutLines(between: oldStart.tree, and: newStart.tree)
    self.aliases = aliases
    oldAliases = Dictionary(aliases.map { ($1, $0) }) { first, _ in first }
    names = new.identities
    let oldNames = old.identities
    arrivals = names.subtracting(oldNames)
    newNames = arrivals.union(Set(aliases.keys).subtracting(oldNames))
    lostTerms = old.usedTerms.subtracting(new.usedTerms)
    reusedNames = oldNames.subtracting(names).intersection(aliases.keys).sorted()
  }
}

extension Policy {
  fileprivate var identified: Policy {
    var policy = self
    policy.clauses = clauses.identified()
    return policy
  }

  fileprivate var usedTerms: Set<String> { Set(clauses.flatMap(\.withDescendants).flatMap(\.texts).flatMap(\.terms)) }

  /// The names of all clauses.
  var identities: Set<Identity> { Set(clauses.identities) }

  /// For amendments of which only the text matters: every clause is another's.
  func amender(asOwner: Bool) -> Amender {
    Amender(base: self, author: Address("fork/fork")!, asOwner: asOwner)
  }
}

extension Text {
  /// The names of the terms that it uses.
  var terms: [String] {
    runs.compactMap { if case .term(let use) = $0.content { use.name } else { nil } }
  }
}
