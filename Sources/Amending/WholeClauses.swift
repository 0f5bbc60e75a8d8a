import PolicyModel

/// What amendments do to whole clauses.
extension Amender {
  mutating func substitute(_ target: Target, _ clauses: [Clause], _ amendment: Amendment) throws(Refusal) {
    let old = try node(target)
    let gone = tree.withDescendants(old)
    try requireAmendable(gone)
    let parent = tree.parent(of: old)
    let landed = try land(clauses.replacing(tree.identity(old)), under: parent)
    try requireFree(landed, without: gone)
    let names = gone.compactMap { tree.identity($0) }
    let restated = Set(landed.identities)
    let index = tree.index(of: old)
    tree.remove(old)
    bring(landed, under: parent, at: index, amendment)
    for name in names where !restated.contains(name) { forget(name) }
    for identity in restated { touch(identity, amendment) }
  }

  mutating func insert(_ clauses: [Clause], at position: Position, _ amendment: Amendment) throws(Refusal) {
    let (parent, index) = try place(position)
    let landed = try land(clauses, under: parent)
    try requireFree(landed)
    bring(landed, under: parent, at: index, amendment)
    for identity in landed.identities { touch(identity, amendment) }
  }

  mutating func omit(_ target: Target) throws(Refusal) {
    let node = try node(target)
    let gone = tree.withDescendants(node)
    try requireAmendable(gone)
    try requireParent(without: node)
    let names = gone.compactMap { tree.identity($0) }
    tree.remove(node)
    for name in names { forget(name) }
  }

  mutating func move(_ target: Target, to position: Position, _ amendment: Amendment) throws(Refusal) {
    let moved = try node(target)
    try requireAmendable([moved])
    if let inner = position.target, case let inner = try node(inner), tree.withAncestors(inner).contains(moved) {
      throw Refusal(
        rule: .moveIntoItself, message: "\(target) cannot be moved into or beside itself",
        remedy: "name a place outside it")
    }
    try requireParent(without: moved)
    var (parent, index) = try place(position)
    let landed = try land([tree.clause(moved)], under: parent)[0]
    if tree.parent(of: moved) == parent, tree.index(of: moved) < index { index -= 1 }
    tree.move(moved, as: landed, under: parent, at: index)
    changed += tree.withDescendants(moved)
    if let identity = landed.identity { touch(identity, amendment) }
  }

  /// A field that lost its last option is no choice any more.
  private func requireParent(without node: ClauseTree.Node) throws(Refusal) {
    guard let parent = tree.parent(of: node), case .field = tree.kind(parent) else { return }
    try requireWellFormed(tree[parent], isBare: tree.children(of: parent) == [node])
  }
}

extension [Clause] {
  /// New clauses in the place of an old one: where none of them has a name, the first takes that of the clause it replaces.
  package func replacing(_ identity: Identity?) -> [Clause] {
    guard !isEmpty, identities.isEmpty else { return self }
    var clauses = self
    clauses[0].identity = identity
    return clauses
  }
}
