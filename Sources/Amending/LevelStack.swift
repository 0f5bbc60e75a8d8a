import PolicyModel

/// The policy reached after some levels, and where each part of it was written.
///
/// What many forks rest on is worth keeping: a level is added to a copy without looking at the clauses it leaves alone.
package struct LevelStack: Sendable {
  /// All of the policy but its clauses.
  private(set) var head: Policy
  /// The clauses of the policy, ready to be amended.
  private(set) var tree: ClauseTree
  /// Each clause by its node, with where it comes from, but without its number and those below it: what a level leaves alone is
  /// the very clause of the level before.
  private(set) var clauses: [ResolvedClause]
  private(set) var diagnostics: [Diagnostic] = []
  package private(set) var levels: [Level]
  /// Where the amendment stands that omitted a clause.
  private(set) var omissions: [Identity: (SourcePosition, Address)] = [:]
  /// Why the last level inserted or omitted clauses, where it says so.
  private(set) var reasons: [Identity: Text] = [:]
  /// What the clauses mention, where forks may rely on it that all of it is there.
  private var mentions: Mentions?
  /// What the clauses of the base mention, and those of which the last level knows better; nil where all must be looked at.
  private(set) var inherited: (mentions: Mentions, changed: [ClauseTree.Node])?

  /// Nil when the first level is no text of its own.
  ///
  /// - Parameter levels: the text with no base first, each fork behind what it amends.
  package init?(_ levels: [Level]) {
    guard let first = levels.first, case .policy(let base) = first.file.body else { return nil }
    head = base
    head.clauses = []
    let tree = ClauseTree(base.clauses.identified())
    clauses = tree.all.map { tree.resolved($0, Provenance(origin: first.address)) }
    self.tree = tree
    self.levels = [first]
    takeTerms(of: first, base.terms)
    for level in levels.dropFirst() { add(level) }
  }

  /// The policy with all its clauses.
  var policy: Policy {
    var policy = head
    policy.clauses = tree.clauses
    return policy
  }

  /// The section or clause that a clause stands in; nil where it stands in none.
  package func parent(of clause: Identity) -> Identity? {
    tree.node(clause).flatMap { tree.withAncestors($0).dropFirst().first }.flatMap(tree.identity)
  }

  /// The same levels with a fork of the last one behind them.
  package func adding(_ fork: Level) -> LevelStack {
    var stack = self
    stack.add(fork)
    return stack
  }

  /// The same for levels in which every term has a value and every reference leads somewhere: their forks are looked at only
  /// where they change something.
  package func vouchedFor() -> LevelStack {
    var stack = self
    stack.mentions = Mentions()
    for node in tree.all {
      forEachText(of: node) { stack.mentions?.add($0, of: node) }
    }
    return stack
  }

  /// Goes through the lines of a clause, heading first, and why it was amended.
  func forEachText(of node: ClauseTree.Node, _ body: (Text) -> Void) {
    body(tree.heading(node))
    for block in tree.blocks(node) { block.forEachText(body) }
    for touch in clauses[node].provenance.amendedBy { touch.reason.map(body) }
  }

  private mutating func add(_ level: Level) {
    guard case .instrument(let instrument) = level.file.body else { return }
    inherited = mentions.map { ($0, []) }
    mentions = nil
    levels.append(level)
    // A fork inherits title, numbering and review cycle; what else the control table says is the base's own.
    head.control = DocumentControl(reviewEvery: head.control.reviewEvery)
    takeTerms(of: level, [:])
    var amender = Amender(base: head, tree: tree, author: level.address, asOwner: false)
    amender.apply(instrument.amendments)
    takeClauses(of: amender, by: level.address)
    diagnostics += amender.diagnostics.map { located($0, in: level) }
    for (identity, amendment) in amender.omissions {
      omissions[identity] = (level.sourceMap.nearest(.amendment(amendment)), level.address)
    }
    takeReasons(of: instrument.amendments, by: amender)
  }

  private mutating func takeClauses(of amender: Amender, by author: Address) {
    let (base, known) = (tree, clauses)
    (head, tree) = (amender.policy, amender.tree)
    var touches: [ClauseTree.Node: [Provenance.Touch]] = [:]
    touches.reserveCapacity(amender.touches.count)
    for (clause, touch) in amender.touches where !amender.added.contains(clause) {
      if let node = amender.tree.node(clause) { touches[node, default: []].append(touch) }
    }
    func provenance(of node: ClauseTree.Node) -> Provenance {
      // What is restated under its old name remains whose it was.
      let old =
        node < base.count
        ? node : amender.tree.identity(node).flatMap { amender.added.contains($0) ? nil : base.node($0) }
      var provenance = old.map { known[$0].provenance } ?? Provenance(origin: author)
      if let touches = touches[node] { provenance.amendedBy += touches }
      return provenance
    }
    guard tree.isIdentified(from: base.count) else { return nameClauses(provenance) }
    let changed = amender.changed.filter { $0 < base.count }
    let new = base.count..<tree.count
    inherited?.changed = changed + new
    for node in changed { clauses[node] = tree.resolved(node, provenance(of: node)) }
    clauses += new.map { tree.resolved($0, provenance(of: $0)) }
  }

  /// Gives every clause an identity.
  ///
  /// - Parameter provenance: of a clause by its node.
  private mutating func nameClauses(_ provenance: (ClauseTree.Node) -> Provenance) {
    let sources = tree.all.map(provenance)
    tree = ClauseTree(tree.clauses.identified())
    clauses = zip(tree.all, sources).map { tree.resolved($0, $1) }
    inherited = nil
  }

  private mutating func takeReasons(of amendments: [Amendment], by amender: Amender) {
    reasons = amender.omissions.compactMapValues { amendments[$0].reason }
    guard !amender.arrivalReasons.isEmpty else { return }
    // Clauses that were given a name have another node now, at the same place.
    for (node, named) in zip(amender.tree.all, tree.all) {
      if let reason = amender.arrivalReasons[node], let name = tree.identity(named) { reasons[name] = reason }
    }
  }

  /// A text's own terms go before its organisation's, and both before those of the levels below.
  private mutating func takeTerms(of level: Level, _ own: [String: TermValue]) {
    head.terms.merge(level.organisation.terms) { $1 }
    head.terms.merge(own) { $1 }
    head.terms[organisationTerm] = level.organisation.name
  }

  /// Where the first of some subjects was written: in the nearest level that knows of it.
  func position(_ subjects: Subject...) -> SourcePosition {
    for subject in subjects {
      for level in levels.reversed() {
        if let position = level.sourceMap[subject] { return position }
      }
    }
    return levels.last!.sourceMap.nearest(.document)
  }

  private func located(_ diagnostic: Diagnostic, in level: Level) -> Diagnostic {
    var diagnostic = diagnostic
    diagnostic.position = level.sourceMap.nearest(diagnostic.subject ?? .document)
    diagnostic.notes = diagnostic.notes.map { note in
      guard let subject = note.subject else { return note }
      var note = note
      note.position = written(subject) ?? level.sourceMap[subject]
      return note
    }
    guard diagnostic.notes.isEmpty, case .amendment(let index)? = diagnostic.subject?.amendmentSubject,
      case .instrument(let instrument) = level.file.body,
      case .identity(let identity)? = instrument.amendments[index].operation.target
    else { return diagnostic }
    if let place = written(.clause(identity)) {
      diagnostic.notes.append(Diagnostic.Note("\(identity) stands here", at: place))
    } else if let (place, address) = omissions[identity] {
      diagnostic.notes.append(Diagnostic.Note("\(address) omits \(identity) here", at: place))
    }
    return diagnostic
  }

  /// Where a clause of a base was written.
  private func written(_ subject: Subject) -> SourcePosition? {
    guard case .clause = subject else { return nil }
    return levels.dropLast().reversed().lazy.compactMap { $0.sourceMap[subject] }.first
  }
}

extension ClauseTree {
  /// A clause without its number and those below it; it must have an identity.
  fileprivate func resolved(_ node: Node, _ provenance: Provenance) -> ResolvedClause {
    ResolvedClause(identity: identity(node)!, number: nil, provenance: provenance, content: self[node], clauses: [])
  }
}

extension Subject {
  /// A quotation is part of its amendment.
  fileprivate var amendmentSubject: Subject {
    if case .quotation(let index) = self { .amendment(index) } else { self }
  }
}
