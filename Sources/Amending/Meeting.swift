import PolicyModel

/// What one of our amendments does to the old edition with those before it.
struct Effect {
  let operation: Operation
  fileprivate(set) var concern: Concern
  let footprint: Footprint
  /// What the text says about its concern before it.
  fileprivate(set) var base: Concern.Content
  /// The same after it.
  fileprivate(set) var ours: Concern.Content
  let isRefused: Bool
  /// What the clause says of which it changes something else than its words, before it; nil of others.
  let clause: Concern.Content?
  /// The clauses in which a change throughout finds its words, before it and after it.
  let changed: [(name: Identity, before: Clause, after: Clause)]

  /// Carries an amendment out and says what it does.
  init(of amendment: Amendment, on state: inout Amender) {
    operation = amendment.operation
    footprint = state.footprint(of: operation)
    concern = Concern(operation, in: state)
    base = concern.content(in: state)
    clause = concern.silentClause.map { Concern.lines([$0]).content(in: state) }
    var found: [(name: Identity, node: ClauseTree.Node, clause: Clause)] = []
    if case .reword(.throughout, let rewording) = operation {
      for node in state.tree.holders(of: Quotation(rewording.quoted)) {
        if let name = state.tree.identity(node) { found.append((name, node, state.tree[node])) }
      }
    }
    isRefused = state.carryOut(amendment) != nil
    ours = concern.content(in: state)
    changed = found.map { ($0.name, $0.clause, state.tree[$0.node]) }
  }

  /// What does the same wherever the same words stand: words that were found once need not be looked for again.
  var repetition: Operation {
    if case .reword(.clause(let target), _) = operation, case .blocks(let blocks) = ours {
      return .substituteText(target, blocks)
    }
    return operation
  }
}

extension Effect {
  /// The words in whose place others stand where somebody writes it otherwise; nil where there are none.
  var wording: Concern? {
    guard case .clauses = concern else { return concern }
    guard let clause = operation.newClauses.first, let name = clause.identity else { return nil }
    return clause.isSection ? .heading(name) : .words(name)
  }
}

/// One of our amendments, and what the texts say about its concern.
struct Meeting {
  /// Its place among the amendments.
  let index: Int
  private(set) var effect: Effect
  /// On the old edition and the new one.
  let footprints: [Footprint]
  /// On the new edition, with what the amendments before became.
  private(set) var theirs: Concern.Content

  var operation: Operation { effect.operation }
  var concern: Concern { effect.concern }
  var base: Concern.Content { effect.base }
  var ours: Concern.Content { effect.ours }

  /// The clauses that the new edition moved out of one that ours leaves out or puts another in the place of.
  var saved: [Identity] {
    switch (operation, theirs) {
    case (.omit(let target), .clauses(let clauses)), (.substitute(let target, _), .clauses(let clauses)):
      clauses.compactMap(\.identity).filter { $0 != target.identity }
    default: []
    }
  }

  /// What leaves them out as well.
  var omissions: [Operation] { saved.map { .omit(.identity($0)) } }

  /// Lets it be about the lines of some clauses alone, if there are any.
  mutating func narrow(to clauses: [(name: Identity, before: Clause, after: Clause)], new: Amender) {
    guard !clauses.isEmpty else { return }
    effect.base = .blocks(clauses.flatMap(\.before.texts).map { .paragraph($0) })
    effect.ours = .blocks(clauses.flatMap(\.after.texts).map { .paragraph($0) })
    look(at: clauses.map(\.name), in: new)
  }

  /// Lets it be about the lines of other clauses, into which the new edition took what it is about.
  mutating func look(at clauses: [Identity], in new: Amender) {
    effect.concern = .lines(clauses)
    theirs = concern.content(in: new)
  }
}
