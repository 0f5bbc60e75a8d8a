import PolicyModel

extension [Clause] {
  /// The identities of the clauses and of all below them, in document order.
  var identities: [Identity] {
    var found: [Identity] = []
    func walk(_ clauses: [Clause]) {
      for index in clauses.indices {
        if let identity = clauses[index].identity { found.append(identity) }
        walk(clauses[index].clauses)
      }
    }
    walk(self)
    return found
  }

  /// Each with all below it, by its name.
  var byName: [Identity: Clause] {
    Dictionary(flatMap(\.withDescendants).map { ($0.identity!, $0) }) { first, _ in first }
  }
}

extension Policy {
  /// The names of all clauses.
  var identities: Set<Identity> { Set(clauses.identities) }
}

extension Operation {
  /// The names of the clauses that it brings.
  var newNames: [Identity] { newClauses.identities }
}
