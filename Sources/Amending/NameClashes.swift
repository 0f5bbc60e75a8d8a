import PolicyModel

/// Clauses and terms of ours whose names the new edition gives to others.
struct NameClashes {
  /// The amendments that add such clauses, or give such terms their values.
  private(set) var amendments: Set<Int> = []
  /// Other names, for clauses that are to stand beside their namesakes.
  private(set) var names: [Identity: Identity] = [:]
  /// The same for terms.
  private(set) var terms: [String: String] = [:]
  /// The clauses that were given up: their names stand for others now.
  private(set) var givenUp: Set<Identity> = []
  private var free = FreeNames(taken: [])

  init(of ours: [Amendment], over change: BaseChange, choices: [Int: Decision.Choice]) {
    takeTerms(of: ours, over: change, choices: choices)
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
      case .adopt: givenUp.insert(name)
      case nil: break
      }
    }
  }

  /// The words of the new edition would be filled with the value of a term that meant something else in ours.
  private mutating func takeTerms(of ours: [Amendment], over change: BaseChange, choices: [Int: Decision.Choice]) {
    let values = ours.map(\.operation.termValue)
    let suspects = values.enumerated().filter { _, term in
      term.map { change.newTerms.contains($0.name) && change.new.terms[$0.name] != $0.value } ?? false
    }
    guard !suspects.isEmpty else { return }
    var state = change.oldStart
    for amendment in ours { state.carryOut(amendment) }
    let taken = [state.policy.terms, change.old.terms, change.new.terms].flatMap(\.keys) + change.newTerms
    var free = FreeNames(taken: Set(taken.compactMap { Identity($0) }))
    for (index, term) in suspects {
      guard let name = term?.name, let identity = Identity(name) else { continue }
      let isUsed = state.tree.users(ofTerm: name).contains { node in
        change.oldStart.tree.texts(of: state.tree.identity(node)) != state.tree[node].texts
      }
      // Two terms of ours would come to have one name.
      let isMerged = values.contains { $0.flatMap { change.renamedTerms[$0.name] } == name }
      guard isUsed || isMerged else { continue }
      amendments.insert(index)
      switch choices[index] {
      case .keep, .rewrite: terms[name] = free.next(identity).name
      case .adopt, nil: break
      }
    }
  }

  private mutating func rename(_ name: Identity) {
    if names[name] == nil { names[name] = free.next(name) }
  }
}

extension ClauseTree {
  /// A clause with all below it, under its own name though it be found by another one only.
  func clause(named name: Identity, or alias: Identity?) -> Clause? {
    if let node = node(name) { return clause(node) }
    guard let alias, let node = node(alias) else { return nil }
    return clause(node).renamed([alias: name])
  }
}
