import PolicyModel

/// Which clause of one policy is which of another: by identity, else by text.
struct Alignment {
  typealias Node = ClauseTree.Node

  /// New names for clauses of the new policy: that of the old clause it is, or a free one where its own is another's.
  private(set) var names: [Identity: Identity] = [:]

  private let old: ClauseTree
  private(set) var new: ClauseTree
  /// For each new clause the old one that it is.
  private(set) var matches: [Node?]
  /// Of each old clause, whether it is matched.
  private var isTaken: [Bool]

  /// - Parameters:
  ///   - old: every clause with its identity.
  ///   - new: likewise.
  init(old: ClauseTree, new: ClauseTree) {
    self.old = old
    self.new = new
    matches = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
    matchByIdentity()
    if isTaken.contains(false), matches.contains(nil) { matchByWords() }
    nameAll()
  }

  /// Gives the new clauses their new names.
  mutating func rename() { new.rename(names) }

  private mutating func match(_ node: Node, with same: Node) {
    matches[node] = same
    isTaken[same] = true
  }

  private mutating func matchByIdentity() {
    for node in 0..<new.count {
      guard let same = new.identity(node).flatMap(old.node) else { continue }
      if isLike(same, node) || couldMove(same, to: node) { match(node, with: same) }
    }
  }

  private func couldMove(_ same: Node, to node: Node) -> Bool {
    old.parent(of: same).flatMap(old.identity) != new.parent(of: node).flatMap(new.identity)
      && landed(same, at: node)?.kind == new.kind(node) && !leavesForm(same, for: node)
  }

  /// A clause moved below another becomes an item there, an item below a field an option.
  private func landed(_ same: Node, at node: Node) -> Clause? {
    Landing(parent: new.parent(of: node).map(new.kind), isInForm: false).landed(old[same])
  }

  private mutating func matchByWords() {
    let openOld = isTaken.indices.filter { !isTaken[$0] }.map { Wording($0, old[$0]) }
    let openNew = matches.indices.filter { matches[$0] == nil }.map { Wording($0, new[$0]) }
    matchByText(openOld, openNew)
    matchByLikeness(openOld, openNew)
    matchByChildren(openNew)
    matchByPlace(openOld, openNew)
  }

  private mutating func matchByText(_ openOld: [Wording], _ openNew: [Wording]) {
    var places: [[Int]: [Node]] = [:]
    for wording in openOld.reversed() where !wording.words.isEmpty {
      places[wording.words, default: []].append(wording.node)
    }
    for wording in openNew {
      guard let index = places[wording.words]?.lastIndex(where: { isLike($0, wording.node) }) else { continue }
      match(wording.node, with: places[wording.words]!.remove(at: index))
    }
  }

  /// Clauses that share at least half of their words, the likest first.
  ///
  /// Only those are looked at that share two of the eight rarest: two clauses that are half alike share some of them. Of the
  /// clauses that hold a word used everywhere, only the nearest: else each clause would be held against each other one.
  private mutating func matchByLikeness(_ openOld: [Wording], _ openNew: [Wording]) {
    let openOld = openOld.filter { !isTaken[$0.node] }
    let openNew = openNew.filter { matches[$0.node] == nil }
    var holders: [Int: [Int]] = [:]
    for (place, wording) in openOld.enumerated() {
      for word in wording.bag.distinct { holders[word, default: []].append(place) }
    }
    var candidates: [(likeness: Double, distance: Int, new: Node, old: Node)] = []
    /// How many of the rarest words of one clause each old one shares.
    var shared = openOld.map { _ in 0 }
    for (place, wording) in openNew.enumerated() {
      let rarest = wording.bag.distinct.compactMap { holders[$0] }.sorted { $0.count < $1.count }.prefix(8)
      let near = rarest.flatMap { $0.nearest(8, to: place) }
      for oldPlace in near { shared[oldPlace] += 1 }
      for oldPlace in near {
        let count = shared[oldPlace]
        shared[oldPlace] = 0
        guard count > 0, count >= min(2, rarest.count / 4), isLike(openOld[oldPlace].node, wording.node),
          let likeness = wording.bag.likeness(to: openOld[oldPlace].bag, atLeast: 0.5)
        else { continue }
        candidates.append((likeness, abs(place - oldPlace), wording.node, openOld[oldPlace].node))
      }
    }
    candidates.sort { ($1.likeness, $0.distance, $0.new, $0.old) < ($0.likeness, $1.distance, $1.new, $1.old) }
    for candidate in candidates where matches[candidate.new] == nil && !isTaken[candidate.old] {
      match(candidate.new, with: candidate.old)
    }
  }

  /// Clauses that hold most of what the other held: a section under another heading.
  private mutating func matchByChildren(_ openNew: [Wording]) {
    for node in openNew.reversed().map(\.node) where matches[node] == nil {
      let children = new.children(of: node)
      let parents = children.compactMap { matches[$0].flatMap(old.parent) }.filter { !isTaken[$0] }
      guard
        let parent = parents.first(where: { candidate in
          let shared = parents.count { $0 == candidate }
          return shared * 2 > max(children.count, old.children(of: candidate).count)
        }), isLike(parent, node)
      else { continue }
      match(node, with: parent)
    }
  }

  /// Clauses that stand in the same gap between matched neighbours and share two words of five, from the top down.
  private mutating func matchByPlace(_ openOld: [Wording], _ openNew: [Wording]) {
    let wordings = Dictionary(uniqueKeysWithValues: openOld.map { ($0.node, $0) })
    for wording in openNew where matches[wording.node] == nil {
      let parent = new.parent(of: wording.node)
      let siblings = new.children(of: parent)
      let oldParent = parent.flatMap { matches[$0] }
      guard parent == nil || oldParent != nil else { continue }
      let oldSiblings = old.children(of: oldParent)
      let index = siblings.firstIndex(of: wording.node)!
      let previous = index > 0 ? matches[siblings[index - 1]].flatMap(oldSiblings.firstIndex) : nil
      let place = previous.map { $0 + 1 } ?? 0
      guard place < oldSiblings.count, let candidate = wordings[oldSiblings[place]], !isTaken[candidate.node],
        isLike(candidate.node, wording.node), wording.bag.likeness(to: candidate.bag, atLeast: 0.4) != nil
      else { continue }
      match(wording.node, with: candidate.node)
    }
  }

  private mutating func nameAll() {
    lazy var free = FreeNames(
      taken: Set((0..<old.count).compactMap(old.identity) + (0..<new.count).compactMap(new.identity)))
    for node in 0..<new.count {
      guard let identity = new.identity(node) else { continue }
      if let match = matches[node] {
        if old.identity(match) != identity { names[identity] = old.identity(match) }
      } else if old.node(identity) != nil {
        names[identity] = free.next(identity)
      }
    }
  }

  /// Whether an old clause can become a new one by amendments that leave it where it is.
  private func isLike(_ same: Node, _ node: Node) -> Bool {
    switch (old.kind(same), new.kind(node)) {
    case (.section(let one), .section(let two)): one == two && !leavesForm(same, for: node)
    // A numbered clause that is put below another becomes an item there.
    case (.clause, .clause): old.numbering(same) == .none || new.parent(of: node).map(new.isSection) ?? true
    case (.item, .item), (.option, .option): true
    case (.field(let one), .field(let two)): one.sharesRow == two.sharesRow && one.takesOptions == two.takesOptions
    default: false
    }
  }

  /// Whether a section would take fields out of their form, which they cannot leave, be it only to be omitted.
  private func leavesForm(_ same: Node, for node: Node) -> Bool {
    guard case .section(let section) = old.kind(same), !section.isForm else { return false }
    return holdsLooseFields(same) && !new.withAncestors(node).contains(where: new.isForm)
  }

  /// Whether fields stand below a clause of the old policy that are not in a form below it.
  private func holdsLooseFields(_ node: Node) -> Bool {
    old.children(of: node).contains { child in
      if case .field = old.kind(child) { true } else { !old.isForm(child) && holdsLooseFields(child) }
    }
  }
}

extension [Int] {
  /// As many members of a list in ascending order, those nearest to a place in it.
  fileprivate func nearest(_ limit: Int, to place: Int) -> ArraySlice<Int> {
    guard count > limit else { return self[...] }
    let middle = partitioningIndex { $0 >= place }
    let start = Swift.max(0, Swift.min(middle - limit / 2, count - limit))
    return self[start..<(start + limit)]
  }
}
