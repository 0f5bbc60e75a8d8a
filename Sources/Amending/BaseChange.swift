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
  /// What the new edition calls terms of the old one that it only gave another name; the old edition has that name here too.
  let renamedTerms: [String: String]
  /// The terms that the old edition uses and the new one does not.
  let lostTerms: Set<String>
  /// Those in whose place it has other words.
  package let wordedTerms: Set<String>
  /// The terms that the new edition knows and the old one, in its own words, does not.
  let newTerms: Set<String>
  /// The terms to which the old edition gives values and the new one does not.
  let valuesLost: [String: TermValue]
  /// Clauses of both editions of whose words hardly any are left.
  let rewritten: Set<Identity>
  /// Clauses of the new edition that have other words than in the old one, or are not in that, in their order.
  let reworded: [Identity]
  /// Names that the new edition takes from clauses that are gone and gives to others.
  let reusedNames: [Identity]

  public init(from old: Policy, to new: Policy) {
    let new = new.identified
    let terms = old.identified.namesOfTerms(in: new)
    let newTerms = new.knownTerms.subtracting(old.knownTerms)
    let old = old.identified.renamingTerms(terms)
    let comparison = compare(old, new)
    self.init(
      from: old, to: new.renamed(comparison.identities), by: comparison.amendments, aliases: comparison.identities,
      terms: terms, newTerms: newTerms)
  }

  /// The same where what changed is given as amendments.
  package init(_ amendments: [Amendment], on base: Policy) {
    var new = base.amender(asOwner: true)
    for amendment in amendments { new.carryOut(amendment) }
    let amended = new.amendedPolicy
    self.init(
      from: base, to: amended, by: amendments, aliases: [:], terms: [:],
      newTerms: amended.knownTerms.subtracting(base.knownTerms))
  }

  private init(
    from old: Policy, to new: Policy, by amendments: [Amendment], aliases: [Identity: Identity],
    terms: [String: String], newTerms: Set<String>
  ) {
    self.old = old
    self.new = new
    (oldStart, newStart) = (old.amender(asOwner: false), new.amender(asOwner: false))
    ground = Ground(footprint(of: amendments, on: old, asOwner: true))
    lines = CutLines(between: oldStart.tree, and: newStart.tree)
    self.aliases = aliases
    oldAliases = Dictionary(aliases.map { ($1, $0) }) { first, _ in first }
    rewritten = oldStart.tree.rewritten(in: newStart.tree)
    let (before, after) = (oldStart.tree, newStart.tree)
    reworded = after.all.compactMap { node in
      let name = after.identity(node)
      return before.texts(of: name) == after[node].texts ? nil : name
    }
    names = new.identities
    let oldNames = old.identities
    arrivals = names.subtracting(oldNames)
    newNames = arrivals.union(Set(aliases.keys).subtracting(oldNames))
    renamedTerms = terms
    lostTerms = old.usedTerms.subtracting(new.usedTerms)
    wordedTerms = lostTerms.intersection(
      old.usedTerms { [names] clause in clause.identity.map(names.contains) ?? false })
    self.newTerms = newTerms
    valuesLost = old.terms.filter { new.terms[$0.key] == nil }
    reusedNames = oldNames.subtracting(names).intersection(aliases.keys).sorted()
  }
}

extension BaseChange {
  /// Values for terms that the new edition only gave another name, by that; none where one is given already.
  package func following(_ values: [String: TermValue]) -> [String: TermValue] {
    var followed: [String: TermValue] = [:]
    for (old, new) in renamedTerms where values[new] == nil { followed[new] = values[old] }
    return followed
  }
}

extension Policy {
  fileprivate var identified: Policy {
    var policy = self
    policy.clauses = clauses.identified()
    return policy
  }

  /// What a new edition calls terms that it only gave another name: with the same value, in every clause that both have.
  fileprivate func namesOfTerms(in new: Policy) -> [String: String] {
    let (gone, come) = (usedTerms.subtracting(new.usedTerms), new.usedTerms.subtracting(usedTerms))
    guard !gone.isEmpty, !come.isEmpty else { return [:] }
    let successors = Dictionary(new.clauses.flatMap(\.withDescendants).map { ($0.identity, $0) }) { first, _ in first }
    var names: [String: String] = [:]
    for name in gone {
      guard let value = terms[name], gone.count(where: { terms[$0] == value }) == 1,
        case let equal = come.filter({ new.terms[$0] == value && terms[$0] == nil }), equal.count == 1
      else { continue }
      let users = clauses.flatMap(\.withDescendants).filter { $0.termUses.contains { $0.name == name } }
      let heirs = users.compactMap { successors[$0.identity] }
      if !heirs.isEmpty, heirs.allSatisfy({ !equal.isDisjoint(with: $0.termUses.map(\.name)) }) {
        names[name] = equal.first
      }
    }
    return names
  }

  fileprivate var usedTerms: Set<String> { usedTerms { _ in true } }

  fileprivate func usedTerms(in isMeant: (Clause) -> Bool) -> Set<String> {
    Set(clauses.flatMap(\.withDescendants).filter(isMeant).flatMap(\.termUses).map(\.name))
  }

  /// All terms that it gives values to or uses.
  fileprivate var knownTerms: Set<String> { usedTerms.union(terms.keys) }
}
