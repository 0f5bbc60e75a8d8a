import PolicyModel

extension ForeignDocument {
  /// A policy as it reads, as a document that knows nothing of how it was made.
  ///
  /// - Parameter keepsIdentities: whether its clauses keep their names, as in a published document.
  package init(_ policy: ResolvedPolicy, keepsIdentities: Bool) {
    let identities = policy.flat.map(\.clause.identity)
    var names: [Identity: Identity] = [:]
    if !keepsIdentities {
      for (index, identity) in identities.enumerated() { names[identity] = Identity.madeUp(index) }
    }
    let numbers = policy.flat.map { entry in
      let name = names[entry.clause.identity] ?? entry.clause.identity
      return (name, entry.clause.number.map { TypedNumber.printed($0) } ?? .none)
    }
    self.init(
      title: policy.title, clauses: policy.flattened.clauses.map { $0.renamed(names) },
      numbers: Dictionary(uniqueKeysWithValues: numbers), named: keepsIdentities ? Set(identities) : [])
  }
}
