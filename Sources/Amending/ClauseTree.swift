import PolicyModel

/// The clauses of a policy with links up and down, so that none has to be looked for.
struct ClauseTree {
  /// Stands for a clause as long as it is there, whatever becomes of those around it; counted in document order at first.
  typealias Node = Int

  private struct Entry {
    /// With nothing below.
    var clause: Clause
    var parent: Node?
    var children: [Node]
  }

  private var entries: [Entry] = []
  /// What stands directly in the document.
  private var top: [Node] = []
  private var nodes: [Identity: Node] = [:]

  init(_ clauses: [Clause]) {
    top = clauses.map { add($0, under: nil) }
  }

  private mutating func add(_ clause: Clause, under parent: Node?) -> Node {
    let node = entries.count
    var own = clause
    own.clauses = []
    entries.append(Entry(clause: own, parent: parent, children: []))
    if let identity = clause.identity { nodes[identity] = node }
    entries[node].children = clause.clauses.map { add($0, under: node) }
    return node
  }

  // MARK: Looking

  /// How many nodes there have been.
  var count: Int { entries.count }

  /// The clause itself, without those below it.
  subscript(node: Node) -> Clause {
    get { entries[node].clause }
    set { entries[node].clause = newValue }
  }

  func node(_ identity: Identity) -> Node? { nodes[identity] }

  /// The clause above; nil for what stands directly in the document.
  func parent(of node: Node) -> Node? { entries[node].parent }

  /// What stands directly below a clause, or in the document.
  func children(of node: Node?) -> [Node] { node.map { entries[$0].children } ?? top }

  /// The clause and all above it, innermost first.
  func withAncestors(_ node: Node) -> [Node] { Array(sequence(first: node) { entries[$0].parent }) }

  /// The clause and all below it, in document order.
  func withDescendants(_ node: Node) -> [Node] { [node] + entries[node].children.flatMap(withDescendants) }

  /// Every clause in document order.
  var all: [Node] { top.flatMap(withDescendants) }

  /// Which child of its parent a clause is.
  func index(of node: Node) -> Int { children(of: entries[node].parent).firstIndex(of: node)! }

  /// The clause with all below it.
  func clause(_ node: Node) -> Clause {
    var clause = entries[node].clause
    clause.clauses = entries[node].children.map(clause(_:))
    return clause
  }

  var clauses: [Clause] { top.map(clause(_:)) }

  // MARK: Changing

  /// Puts clauses under another; those that are no sections before its sections: what follows a heading belongs to it, so
  /// that a clause behind a section has no place of its own.
  mutating func insert(_ clauses: [Clause], under parent: Node?, at index: Int) {
    let new = clauses.map { add($0, under: parent) }
    var children = children(of: parent)
    children.insert(contentsOf: new, at: index)
    children = children.filter { !entries[$0].clause.isSection } + children.filter { entries[$0].clause.isSection }
    if let parent { entries[parent].children = children } else { top = children }
  }

  /// Takes a clause away with all below it.
  mutating func remove(_ node: Node) {
    let index = index(of: node)
    if let parent = entries[node].parent { entries[parent].children.remove(at: index) } else { top.remove(at: index) }
    for gone in withDescendants(node) { entries[gone].clause.identity.map { nodes[$0] = nil } }
  }
}
