import PolicyModel

extension Amender {
  /// What an operation would read and write now; where it would be refused, as much of it as can be told.
  func footprint(of operation: Operation) -> Footprint {
    var footprint = Footprint()
    switch operation {
    case .substitute(let target, let clauses):
      if let node = node(named: target) {
        footprint.takeAway(node, in: tree)
        let (parent, index) = (tree.parent(of: node), tree.index(of: node))
        for clause in clauses {
          footprint.fill(parent, at: tree.landing(of: clause, at: index, under: parent), in: tree)
        }
      }
      footprint.bring(clauses)
    case .substituteText(let target, _), .reword(.clause(let target), _):
      if let identity = footprint.change(target, in: self) { footprint.write(.words(identity)) }
    case .substituteHeading(let target, _), .reword(.heading(let target), _):
      if let identity = footprint.change(target, in: self) { footprint.write(.heading(identity)) }
    case .insert(let clauses, let position):
      footprint.bring(clauses)
      for clause in clauses { footprint.land(clause, at: position, in: self) }
    case .omit(let target):
      if let node = node(named: target) { footprint.takeAway(node, in: tree) }
    case .move(let target, let position):
      guard let node = node(named: target), let identity = footprint.change(target, in: self) else { break }
      footprint.write(.place(identity))
      footprint.leave(node, in: tree)
      footprint.land(tree[node], at: position, in: self)
      // It cannot go below itself, wherever the clauses above the place are moved.
      for above in ancestors(of: position) { footprint.read(.place(above)) }
      // A clause may become an item where it lands.
      for name in tree.names(from: node) { footprint.write(.attribute(.kind, of: name)) }
    case .renumber(let target, _):
      guard let identity = footprint.change(target, in: self) else { break }
      footprint.write(.attribute(.number, of: identity))
      footprint.write(.attribute(.kind, of: identity))
    case .reword(.throughout, let rewording):
      for (identity, traces) in matches(of: rewording) {
        footprint.change(.identity(identity), in: self)
        for trace in traces { footprint.write(trace) }
      }
    case .setClause(let target, let settings):
      guard let identity = footprint.change(target, in: self) else { break }
      for setting in settings { footprint.write(.attribute(setting.attribute, of: identity)) }
    case .setDocument(let setting):
      footprint.write(.document(setting.name))
    }
    return footprint
  }

  /// A printed number means a clause of the untouched base, and is not understood here.
  private func node(named target: Target) -> ClauseTree.Node? { target.identity.flatMap(tree.node) }

  private func ancestors(of position: Position) -> [Identity] {
    var state = self
    guard let parent = (try? state.place(position))?.parent else { return [] }
    return tree.withAncestors(parent).compactMap { tree.identity($0) }
  }

  /// Where the quoted words stand, by clause.
  private func matches(of rewording: Rewording) -> [(Identity, [Footprint.Trace])] {
    let quotation = Quotation(rewording.quoted)
    return tree.holders(of: quotation).compactMap { node in
      guard let identity = tree.identity(node) else { return nil }
      var traces: [Footprint.Trace] = []
      let clause = tree[node]
      if clause.holds(quotation, isHeading: true) { traces.append(.heading(identity)) }
      if clause.holds(quotation, isHeading: false) { traces.append(.words(identity)) }
      return (identity, traces)
    }
  }
}

extension Footprint {
  /// A clause that must be there and open.
  @discardableResult
  fileprivate mutating func change(_ target: Target, in state: Amender) -> Identity? {
    guard let identity = target.identity, state.tree.node(identity) != nil else { return nil }
    read(.presence(identity))
    read(.attribute(.tailoring, of: identity))
    read(.attribute(.kind, of: identity))
    return identity
  }

  /// Clauses that come.
  fileprivate mutating func bring(_ clauses: [Clause]) {
    for name in clauses.identities { write(.presence(name)) }
  }

  /// A clause that goes with all below it.
  fileprivate mutating func takeAway(_ node: ClauseTree.Node, in tree: ClauseTree) {
    for name in tree.names(from: node) {
      read(.attribute(.tailoring, of: name))
      write(.presence(name))
    }
    leave(node, in: tree)
  }

  /// The gaps on both sides of a clause that leaves its place become one.
  fileprivate mutating func leave(_ node: ClauseTree.Node, in tree: ClauseTree) {
    let (parent, index) = (tree.parent(of: node), tree.index(of: node))
    fill(parent, at: index, in: tree)
    fill(parent, at: index + 1, in: tree)
  }

  /// A clause that is put at a position, which depends on what stands beside and above it.
  fileprivate mutating func land(_ clause: Clause, at position: Position, in state: Amender) {
    var state = state
    guard let (parent, index) = try? state.place(position) else { return }
    if let beside = position.target?.identity {
      read(.presence(beside))
      switch position {
      case .before, .after: read(.place(beside))
      case .startOf, .endOf, .startOfDocument, .endOfDocument: break
      }
    }
    fill(parent, at: state.tree.landing(of: clause, at: index, under: parent), in: state.tree)
  }

  /// The gap before a child of a clause or of the document, or behind its last one.
  fileprivate mutating func fill(_ parent: ClauseTree.Node?, at index: Int, in tree: ClauseTree) {
    let above = parent.flatMap { tree.identity($0) }
    if let above {
      read(.presence(above))
      read(.attribute(.kind, of: above))
      read(.attribute(.tailoring, of: above))
      // Whether a field may be a choice depends on whether there are options.
      if let parent, case .field = tree.kind(parent) { write(.attribute(.kind, of: above)) }
    }
    let before = tree.children(of: parent)[..<index].last { tree.identity($0) != nil }.flatMap { tree.identity($0) }
    write(before.map { .gap(behind: $0) } ?? .start(of: above))
  }
}

extension ClauseTree {
  /// Where among those below a parent a clause comes to stand that is put at an index: sections stand behind the others.
  func landing(of clause: Clause, at index: Int, under parent: Node?) -> Int {
    let siblings = children(of: parent)
    let firstSection = siblings.firstIndex(where: isSection) ?? siblings.count
    return clause.isSection ? max(index, firstSection) : min(index, firstSection)
  }

  /// The identities of a clause and of those below it.
  func names(from node: Node) -> [Identity] { withDescendants(node).compactMap { identity($0) } }
}
