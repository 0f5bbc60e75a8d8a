import PolicyModel

/// Clauses of ours whose names the new edition gives to other clauses.
struct NameClashes {
  /// The amendments that add such clauses.
  private(set) var amendments: Set<Int> = []
  /// Other names, for those that are to stand beside their namesakes.
  private(set) var names: [Identity: Identity] = [:]
  private var free = FreeNames(taken: [])

  init(of ours: [Amendment], over change: BaseChange, choices: [Int: Decision.Choice]) {
    let added = ours.flatMap(\.operation.newNames)
    let suspects = added.filter(change.newNames.contains)
    if suspects.isEmpty, change.reusedNames.isEmpty { return }
    let aliases = change.aliases
    free = FreeNames(taken: change.old.identities.union(change.names).union(aliases.keys).union(added))
    for name in change.reusedNames { rename(name) }
    guard !suspects.isEmpty else { return }
    let tree = change.newStart.tree
    var state = change.oldStart
    var additions: [(amendment: Int, name: Identity, clause: Clause?)] = []
    for (index, amendment) in ours.enumerated() {
      state.carryOut(amendment)
      for name in amendment.operation.newNames where suspects.contains(name) {
        additions.append((index, name, state.tree.node(name).map(state.tree.clause)))
      }
    }
    for (index, name, clause) in additions {
      let namesake = tree.clause(named: name, or: aliases[name])
      let last = state.tree.node(name).map(state.tree.clause)
      guard namesake != nil, namesake != clause, namesake != last else { continue }
      amendments.insert(index)
      switch choices[index] {
      case .keep, .rewrite: rename(name)
      case .adopt, nil: break
      }
    }
  }

  private mutating func rename(_ name: Identity) {
    if names[name] == nil { names[name] = free.next(name) }
  }
}

extension Operation {
  /// The clauses that it brings.
  package var newClauses: [Clause] {
    switch self {
    case .substitute(_, let clauses), .insert(let clauses, _): clauses
    case .substituteText, .substituteHeading, .omit, .move, .renumber, .reword, .setClause, .setDocument: []
    }
  }

  /// Their names.
  var newNames: [Identity] { newClauses.identities }
}

extension ClauseTree {
  /// A clause with all below it, under its own name though it be found by another one only.
  func clause(named name: Identity, or alias: Identity?) -> Clause? {
    if let node = node(name) { return clause(node) }
    guard let alias, let node = node(alias) else { return nil }
    return clause(node).renamed([alias: name])
  }
}
