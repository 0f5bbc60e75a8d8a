import PolicyModel

/// The way from the document down to a clause: the index at each level. Never empty.
typealias ClausePath = [Int]

extension [Clause] {
  /// The way to the clause with an identity.
  func path(to identity: Identity) -> ClausePath? {
    for (index, clause) in enumerated() {
      if clause.identity == identity { return [index] }
      if let below = clause.clauses.path(to: identity) { return [index] + below }
    }
    return nil
  }

  subscript(path: ClausePath) -> Clause {
    get { path.dropFirst().reduce(self[path[0]]) { $0.clauses[$1] } }
    set {
      if path.count == 1 {
        self[path[0]] = newValue
      } else {
        self[path[0]].clauses[Array<Int>(path.dropFirst())] = newValue
      }
    }
  }

  /// The clauses above a path, outermost first.
  func ancestors(of path: ClausePath) -> [Clause] {
    (1..<Swift.max(1, path.count)).map { self[ClausePath(path.prefix($0))] }
  }

  /// Replaces the clauses from a path on by others in the same place.
  mutating func replace(at path: ClausePath, count: Int, with clauses: [Clause]) {
    if path.count == 1 {
      replaceSubrange(path[0]..<(path[0] + count), with: clauses)
    } else {
      self[path[0]].clauses.replace(at: ClausePath(path.dropFirst()), count: count, with: clauses)
    }
  }

  /// Puts the clauses under a parent before its sections: what follows a heading belongs to it, so that a clause behind a
  /// section has no place of its own.
  mutating func settle(under parent: ClausePath) {
    func settled(_ clauses: [Clause]) -> [Clause] { clauses.filter { !$0.isSection } + clauses.filter(\.isSection) }
    if parent.isEmpty {
      self = settled(self)
    } else {
      self[parent].clauses = settled(self[parent].clauses)
    }
  }

  /// The same clauses with each changed, from the innermost outwards.
  func mapEach(_ change: (Clause) -> Clause) -> [Clause] {
    map { clause in
      var clause = clause
      clause.clauses = clause.clauses.mapEach(change)
      return change(clause)
    }
  }
}
