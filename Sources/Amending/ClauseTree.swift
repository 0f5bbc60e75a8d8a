import PolicyModel

/// The clauses of a policy with links up and down, so that none has to be looked for.
struct ClauseTree: Sendable {
  /// Stands for a clause as long as it is there, whatever becomes of those around it; counted in document order at first.
  typealias Node = Int

  private struct Entry: Sendable {
    /// Holds the clause, its own words and attributes only: at first the list of the policy, so that nothing is copied.
    var list: [Clause]
    var index: Int
    var parent: Node?
    var children: [Node] = []
    /// Whether the list has the clause with all that stands below it as it is now.
    var isWhole = true

    /// Lent where it stands: whoever looks at a part of it has no copy of the whole.
    var clause: Clause { _read { yield list[index] } }
  }

  private var entries: [Entry] = []
  /// What stands directly in the document.
  private var top: [Node] = []
  private var nodes: [Identity: Node] = [:]

  init(_ clauses: [Clause]) {
    func count(_ clauses: [Clause]) -> Int {
      clauses.indices.reduce(clauses.count) { $0 + count(clauses[$1].clauses) }
    }
    let count = count(clauses)
    entries.reserveCapacity(count)
    nodes.reserveCapacity(count)
    top = add(clauses, under: nil)
  }

  private mutating func add(_ clauses: [Clause], under parent: Node?) -> [Node] {
    clauses.indices.map { index in
      let node = entries.count
      entries.append(Entry(list: clauses, index: index, parent: parent))
      if let identity = clauses[index].identity { nodes[identity] = node }
      entries[node].children = add(clauses[index].clauses, under: node)
      return node
    }
  }

  // MARK: Looking

  /// How many nodes there have been.
  var count: Int { entries.count }

  /// The clause itself, without those below it.
  subscript(node: Node) -> Clause {
    get {
      let (list, index) = (entries[node].list, entries[node].index)
      var clause = list[index]
      clause.clauses = []
      return clause
    }
    set {
      (entries[node].list, entries[node].index) = ([newValue], 0)
      noteChange(of: node)
    }
  }

  func identity(_ node: Node) -> Identity? { entries[node].clause.identity }

  func blocks(_ node: Node) -> [Block] { entries[node].clause.blocks }

  func kind(_ node: Node) -> Clause.Kind { entries[node].clause.kind }

  func heading(_ node: Node) -> Text { entries[node].clause.heading }

  func label(_ node: Node) -> String? { entries[node].clause.label }

  /// The noun that references to a section use, where it is not “section”.
  func word(_ node: Node) -> String? { entries[node].clause.word }

  /// How the items directly below are numbered, where it differs from the policy's scheme.
  func items(_ node: Node) -> NumberPattern? { entries[node].clause.items }

  func numbering(_ node: Node) -> Numbering { entries[node].clause.numbering }

  func tailoring(_ node: Node) -> Tailoring { entries[node].clause.tailoring }

  func isSection(_ node: Node) -> Bool { entries[node].clause.isSection }

  func isAppendix(_ node: Node) -> Bool { entries[node].clause.isAppendix }

  func isForm(_ node: Node) -> Bool { entries[node].clause.isForm }

  /// Whether one of the clause's own lines is of a kind; the clause is not copied to tell.
  func has(_ node: Node, aTextWhere isOfKind: (Text) -> Bool) -> Bool {
    isOfKind(heading(node)) || blocks(node).contains { $0.contains(where: isOfKind) }
  }

  /// The clauses in which a term stands, in document order.
  func users(ofTerm name: String) -> [Node] {
    all.filter { has($0) { $0.termUses.contains { $0.name == name } } }
  }

  /// The clauses in which quoted words stand, in document order.
  func holders(of quotation: Quotation) -> [Node] { all.filter { has($0, aTextWhere: quotation.stands) } }

  func node(_ identity: Identity) -> Node? { nodes[identity] }

  /// What a clause says, heading first; nil where it is not there.
  func texts(of identity: Identity?) -> [Text]? { identity.flatMap(node).map { self[$0].texts } }

  /// The clause above; nil for what stands directly in the document.
  func parent(of node: Node) -> Node? { entries[node].parent }

  /// What stands directly below a clause, or in the document.
  func children(of node: Node?) -> [Node] { node.map { entries[$0].children } ?? top }

  /// The clause and all above it, innermost first.
  func withAncestors(_ node: Node) -> [Node] { Array(sequence(first: node) { entries[$0].parent }) }

  /// The clause and all below it, in document order.
  func withDescendants(_ node: Node) -> [Node] { withDescendants([node]) }

  /// Every clause in document order.
  var all: [Node] { withDescendants(top) }

  private func withDescendants(_ nodes: [Node]) -> [Node] {
    var found: [Node] = []
    found.reserveCapacity(nodes.count)
    func walk(_ nodes: [Node]) {
      for node in nodes {
        found.append(node)
        walk(entries[node].children)
      }
    }
    walk(nodes)
    return found
  }

  /// Which child of its parent a clause is.
  func index(of node: Node) -> Int { children(of: entries[node].parent).firstIndex(of: node)! }

  /// The clause with all below it.
  func clause(_ node: Node) -> Clause {
    var clause = entries[node].clause
    if entries[node].isWhole { return clause }
    clause.clauses = entries[node].children.map(clause(_:))
    return clause
  }

  var clauses: [Clause] { top.map(clause(_:)) }

  /// Whether every clause has an identity.
  ///
  /// - Parameter first: from which on they are looked at.
  func isIdentified(from first: Node = 0) -> Bool { (first..<count).allSatisfy { identity($0) != nil } }

  // MARK: Comparing

  /// Whether a clause is the same as one of another tree, apart from what stands below.
  func isSame(_ node: Node, as other: Node, in tree: ClauseTree) -> Bool {
    entries[node].clause.isSame(as: tree.entries[other].clause)
  }

  // MARK: Changing

  /// Puts new clauses under another, or directly in the document.
  mutating func insert(_ clauses: [Clause], under parent: Node?, at index: Int) {
    place(add(clauses, under: parent), under: parent, at: index)
  }

  /// Takes a clause with all below it to another place.
  ///
  /// - Parameters:
  ///   - landed: the clause as it stands there.
  ///   - index: its place among those that stand there already, without itself.
  mutating func move(_ node: Node, as landed: Clause, under parent: Node?, at index: Int) {
    detach(node)
    land(node, landed)
    entries[node].parent = parent
    place([node], under: parent, at: index)
  }

  /// Takes a clause away with all below it.
  mutating func remove(_ node: Node) {
    detach(node)
    for gone in withDescendants(node) { identity(gone).map { nodes[$0] = nil } }
  }

  /// Gives clauses other names, in references to them as well; no two may come to have the same.
  mutating func rename(_ names: [Identity: Identity]) {
    let renamed = names.compactMap { old, new in nodes.removeValue(forKey: old).map { ($0, new) } }
    for (node, name) in renamed {
      nodes[name] = node
      self[node].identity = name
    }
    guard !names.isEmpty else { return }
    for node in entries.indices where has(node, aTextWhere: { $0.mentions(names) }) {
      self[node].renameReferences(names)
    }
  }

  private mutating func detach(_ node: Node) {
    let index = index(of: node)
    guard let parent = entries[node].parent else {
      top.remove(at: index)
      return
    }
    entries[parent].children.remove(at: index)
    noteChange(of: parent)
  }

  /// Remembers that a clause and those above it are no more as their lists have them.
  private mutating func noteChange(of node: Node) {
    var next: Node? = node
    while let node = next, entries[node].isWhole {
      entries[node].isWhole = false
      next = entries[node].parent
    }
  }

  private mutating func land(_ node: Node, _ landed: Clause) {
    self[node] = landed
    for (child, clause) in zip(entries[node].children, landed.clauses) { land(child, clause) }
  }

  /// Clauses that are no sections go before the sections: what follows a heading belongs to it, so that a clause behind a
  /// section has no place of its own.
  private mutating func place(_ new: [Node], under parent: Node?, at index: Int) {
    var children = children(of: parent)
    children.insert(contentsOf: new, at: index)
    let isInOrder = zip(children, children.dropFirst()).allSatisfy { !isSection($0) || isSection($1) }
    if !isInOrder { children = children.filter { !isSection($0) } + children.filter(isSection) }
    guard let parent else {
      top = children
      return
    }
    entries[parent].children = children
    noteChange(of: parent)
  }
}
