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
}
