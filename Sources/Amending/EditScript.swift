import PolicyModel

/// Writes the amendments that turn one policy into another whose clauses have the same names.
///
/// It goes down the new policy in its order: each clause is kept in its place, moved there or inserted; then its words are
/// changed. What is left of the old policy at the end is omitted. Every amendment is applied as soon as it is written, so that
/// the next one starts from the state reached.
struct EditScript {
  private(set) var amendments: [Amendment] = []
  private let old: Policy
  private let target: Policy
  private var state: Amender
  private let oldNames: Set<Identity>
  private let newNames: Set<Identity>

  init(from old: Policy, to target: Policy) {
    self.old = old
    self.target = target
    // Nobody: the provenance of a comparison is not looked at.
    let author = Address(organisation: "compare", policy: "compare")!
    state = Amender(base: old, author: author, provenance: [:], asOwner: true)
    oldNames = Set(old.clauses.flatMap(\.withDescendants).compactMap(\.identity))
    newNames = Set(target.clauses.flatMap(\.withDescendants).compactMap(\.identity))
  }

  mutating func write() {
    for setting in documentSettings(from: old, to: target) { add(.setDocument(setting)) }
    arrange(target.clauses, under: nil)
    omitWhatIsLeft()
  }

  /// Whether the amendments give the new policy; each was applied when it was written.
  var isExact: Bool {
    let reached = state.result
    return reached.policy == target && reached.diagnostics.isEmpty
  }

  private mutating func add(_ operation: Operation) {
    let amendment = Amendment(operation)
    state.apply(amendment, index: amendments.count)
    amendments.append(amendment)
  }

  // MARK: Places

  private mutating func arrange(_ wanted: [Clause], under parent: Identity?) {
    let standing = children(of: parent)
    let names = wanted.map { $0.identity! }
    if names != standing { place(wanted, staying: Set(longestRun(of: names, in: standing)), under: parent) }
    for clause in wanted {
      if oldNames.contains(clause.identity!) { rewrite(clause) }
      arrange(clause.clauses, under: clause.identity)
    }
  }

  /// Moves and inserts what does not stand in its place.
  private mutating func place(_ wanted: [Clause], staying: Set<Identity>, under parent: Identity?) {
    var previous: Identity?
    var index = 0
    while index < wanted.count {
      let clause = wanted[index]
      let identity = clause.identity!
      if oldNames.contains(identity) {
        if !staying.contains(identity) { add(.move(.identity(identity), place(after: previous, under: parent))) }
        index += 1
        previous = identity
      } else if stands(identity) {
        index += 1
        previous = identity
      } else {
        let run = wanted[index...].prefix { !oldNames.contains($0.identity!) }
        add(.insert(run.map { $0.without(oldNames) }, place(after: previous, under: parent)))
        index += run.count
        previous = run.last?.identity
      }
    }
  }

  private func place(after previous: Identity?, under parent: Identity?) -> Position {
    if let previous { return .after(.identity(previous)) }
    return parent.map { .startOf(.identity($0)) } ?? .startOfDocument
  }

  private func stands(_ identity: Identity) -> Bool { state.tree.node(identity) != nil }

  private func children(of parent: Identity?) -> [Identity] {
    state.tree.children(of: parent.flatMap(state.tree.node)).compactMap { state.tree[$0].identity }
  }

  /// The most of some names that stand in the same order in a list: the longest increasing run of their places.
  private func longestRun(of names: [Identity], in list: [Identity]) -> [Identity] {
    let places = Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, $0) })
    let known = names.filter { places[$0] != nil }
    var tails: [Int] = []
    var before = [Int?](repeating: nil, count: known.count)
    for (index, name) in known.enumerated() {
      let place = places[name]!
      let length = tails.partitioningIndex { places[known[$0]]! >= place }
      before[index] = length > 0 ? tails[length - 1] : nil
      if length == tails.count { tails.append(index) } else { tails[length] = index }
    }
    var run: [Identity] = []
    var next = tails.last
    while let index = next {
      run.append(known[index])
      next = before[index]
    }
    return run
  }

  private mutating func omitWhatIsLeft() {
    func left(_ nodes: [ClauseTree.Node]) -> [Identity] {
      nodes.flatMap { node -> [Identity] in
        let identity = state.tree[node].identity!
        return newNames.contains(identity) ? left(state.tree.children(of: node)) : [identity]
      }
    }
    for identity in left(state.tree.children(of: nil)) { add(.omit(.identity(identity))) }
  }

  // MARK: Words

  private mutating func rewrite(_ wanted: Clause) {
    let name = Target.identity(wanted.identity!)
    guard let old = state.tree.node(wanted.identity!).map({ state.tree[$0] }) else { return }
    if old.heading != wanted.heading {
      let rewordings = WordDifference(old.heading, wanted.heading).rewordings
      if let rewordings {
        for rewording in rewordings { add(.reword(.heading(name), rewording)) }
      } else {
        add(.substituteHeading(name, wanted.heading))
      }
    }
    if old.blocks != wanted.blocks {
      if let rewordings = rewordings(from: old.blocks, to: wanted.blocks) {
        for rewording in rewordings { add(.reword(.clause(name), rewording)) }
      } else {
        add(.substituteText(name, wanted.blocks))
      }
    }
    if old.numbering != wanted.numbering { add(.renumber(name, wanted.numbering)) }
    let settings = settings(from: old, to: wanted)
    if !settings.isEmpty { add(.setClause(name, settings)) }
  }

  /// Changes of words, where only one paragraph of a clause differs and most of it stays.
  private func rewordings(from old: [Block], to new: [Block]) -> [Rewording]? {
    guard old.count == new.count, old.count == 1, case .paragraph(let before) = old[0],
      case .paragraph(let after) = new[0]
    else { return nil }
    return WordDifference(before, after).rewordings
  }

  private func settings(from old: Clause, to new: Clause) -> [ClauseSetting] {
    var settings: [ClauseSetting] = []
    if old.tailoring != new.tailoring { settings.append(.tailoring(new.tailoring)) }
    if old.topic != new.topic { settings.append(.topic(new.topic)) }
    if old.label != new.label { settings.append(.label(new.label)) }
    if old.items != new.items { settings.append(.items(new.items)) }
    if old.word != new.word { settings.append(.word(new.word)) }
    if case .field(let before) = old.kind, case .field(let after) = new.kind {
      if before.kind != after.kind { settings.append(.fieldKind(after.kind)) }
      if before.minimum != after.minimum { settings.append(.minimum(after.minimum)) }
      if before.when != after.when { settings.append(.when(after.when)) }
    }
    return settings
  }
}

extension Clause {
  /// The clause without those below it that come from elsewhere.
  fileprivate func without(_ names: Set<Identity>) -> Clause {
    var clause = self
    clause.clauses = clauses.filter { !names.contains($0.identity!) }.map { $0.without(names) }
    return clause
  }
}

extension [Int] {
  /// The first index from which a condition holds, in an array ordered by it.
  fileprivate func partitioningIndex(where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
