import PolicyModel

/// Writes the amendments that turn one policy into another whose clauses have the same names.
///
/// It goes down the new policy in its order: each clause is kept in its place, moved there or inserted; then its words are
/// changed. What is left of the old policy at the end is omitted. Every amendment is applied as soon as it is written, so that
/// the next one starts from the state reached.
struct EditScript {
  typealias Node = ClauseTree.Node

  private(set) var amendments: [Amendment] = []
  /// The old policy, amended so far.
  private var state: Amender
  private let target: ClauseTree
  /// For each clause of the target the one of the state that is to become it; none where it is still to be inserted.
  private var counterparts: [Node?]
  /// Whether every clause looked at became that of the target.
  private var isExact = true

  init(from state: Amender, to target: ClauseTree, matches: [Node?]) {
    self.state = state
    self.target = target
    counterparts = matches
  }

  /// - Parameter settings: what is to be set of the document itself.
  mutating func write(_ settings: [DocumentSetting]) {
    let old = 0..<state.tree.count
    for setting in settings { add(.setDocument(setting)) }
    arrange(under: nil)
    omit(old)
  }

  /// Whether the amendments give a policy whose clauses are those of the target.
  ///
  /// Each was applied when it was written, and each clause looked at when it was done with: what came later put other clauses
  /// in their places, or took them away. So what is left to see is the document itself and whether each clause stands in its place.
  func gives(_ policy: Policy) -> Bool {
    var policy = policy
    policy.clauses = []
    return isExact && state.policy == policy && !state.isRefused && isInPlace(nil)
  }

  private func isInPlace(_ parent: Node?) -> Bool {
    let wanted = target.children(of: parent)
    return state.tree.children(of: parent.flatMap { counterparts[$0] }).elementsEqual(wanted) { $0 == counterparts[$1] }
      && wanted.allSatisfy(isInPlace)
  }

  private mutating func add(_ operation: Operation) {
    let amendment = Amendment(operation)
    state.apply(amendment, index: amendments.count)
    amendments.append(amendment)
  }

  // MARK: Places

  private mutating func arrange(under parent: Node?) {
    let wanted = target.children(of: parent)
    let standing = state.tree.children(of: parent.flatMap { counterparts[$0] })
    if !standing.elementsEqual(wanted, by: { $0 == counterparts[$1] }) { place(wanted, standing, under: parent) }
    for node in wanted {
      guard let counterpart = counterparts[node] else { continue }
      if !state.tree.isSame(counterpart, as: node, in: target) {
        for operation in rewriting(of: state.tree[counterpart], to: target[node]) { add(operation) }
        isExact = isExact && state.tree.isSame(counterpart, as: node, in: target)
      }
      arrange(under: node)
    }
  }

  /// Moves and inserts what does not stand in its place.
  private mutating func place(_ wanted: [Node], _ standing: [Node], under parent: Node?) {
    let staying = longestRun(of: wanted.compactMap { counterparts[$0] }, in: standing)
    var position = parent.map { Position.startOf(name($0)) } ?? .startOfDocument
    var rest = wanted[...]
    while let node = rest.first {
      let new = rest.prefix { counterparts[$0] == nil }
      if !new.isEmpty {
        add(.insert(new.map(newClause), position))
        for node in new { findInserted(node) }
      } else if !staying.contains(counterparts[node]!) {
        add(.move(name(node), position))
      }
      rest = rest.dropFirst(max(1, new.count))
      position = .after(name(new.last ?? node))
    }
  }

  private func name(_ node: Node) -> Target { .identity(target.identity(node)!) }

  /// The clause without those below it that come from elsewhere.
  private func newClause(_ node: Node) -> Clause {
    var clause = target[node]
    clause.clauses = target.children(of: node).filter { counterparts[$0] == nil }.map(newClause)
    return clause
  }

  private mutating func findInserted(_ node: Node) {
    guard counterparts[node] == nil else { return }
    counterparts[node] = state.tree.node(target.identity(node)!)
    for child in target.children(of: node) { findInserted(child) }
  }

  /// The most of some nodes that stand in the same order in a list: the longest increasing run of their places.
  private func longestRun(of nodes: [Node], in list: [Node]) -> Set<Node> {
    let all = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0) })
    let places = nodes.compactMap { all[$0] }
    /// The last members of the best runs of each length, and the member before each.
    var ends: [Int] = []
    var before: [Int?] = []
    for place in places {
      let length = ends.partitioningIndex { places[$0] >= place }
      before.append(length > 0 ? ends[length - 1] : nil)
      if length < ends.count { ends[length] = before.count - 1 } else { ends.append(before.count - 1) }
    }
    var run = Set<Node>(minimumCapacity: ends.count)
    var next = ends.last
    while let end = next {
      run.insert(list[places[end]])
      next = before[end]
    }
    return run
  }

  /// Omits those clauses of the old policy that are none of the target, the outermost only.
  private mutating func omit(_ old: Range<Node>) {
    var isKept = Array(repeating: false, count: state.tree.count)
    for counterpart in counterparts { if let counterpart { isKept[counterpart] = true } }
    for node in old where !isKept[node] {
      guard let identity = state.tree.identity(node), state.tree.node(identity) == node else { continue }
      add(.omit(.identity(identity)))
    }
  }
}
