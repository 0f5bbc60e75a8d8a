import PolicyModel

/// The state reached while amendments are applied.
struct Amender {
  /// All of the policy but its clauses.
  var policy: Policy
  var tree: ClauseTree
  /// The clauses that are not as they were, though they are still there; some more than once.
  var changed: [ClauseTree.Node] = []
  /// How clauses of the base were amended, in the order of the amendments.
  private(set) var touches: [(clause: Identity, touch: Provenance.Touch)] = []
  private(set) var omissions: [Identity: Int] = [:]
  /// Why clauses were brought, where it is said.
  private(set) var arrivalReasons: [ClauseTree.Node: Text] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Clauses of this author's own, which no lock of the base holds.
  private(set) var added: Set<Identity> = []
  private let author: Address
  private let base: ClauseTree
  private let baseScheme: NumberingScheme
  private(set) lazy var baseNumbers = NumberedClauses(base, by: baseScheme)
  /// Whether whoever amends owns the base, and may touch what is locked for forks.
  var asOwner: Bool
  /// Which amendment is applied.
  private(set) var index = 0

  /// - Parameters:
  ///   - base: all of the policy but its clauses.
  ///   - tree: its clauses.
  init(base: Policy, tree: ClauseTree, author: Address, asOwner: Bool) {
    self.asOwner = asOwner
    self.base = tree
    baseScheme = base.numbering
    policy = base
    self.tree = tree
    self.author = author
  }

  init(base: Policy, author: Address, asOwner: Bool) {
    var head = base
    head.clauses = []
    self.init(base: head, tree: ClauseTree(base.clauses), author: author, asOwner: asOwner)
  }

  /// The policy with all its clauses.
  var amendedPolicy: Policy {
    var policy = policy
    policy.clauses = tree.clauses
    return policy
  }

  /// Whether there was an amendment that could not be carried out.
  var isRefused: Bool { !diagnostics.isEmpty }

  /// Carries out some amendments in their order.
  mutating func apply(_ amendments: [Amendment]) {
    for (index, amendment) in amendments.enumerated() { apply(amendment, index: index) }
  }

  mutating func apply(_ amendment: Amendment, index: Int) {
    self.index = index
    do {
      try perform(amendment)
    } catch {
      diagnostics.append(
        Diagnostic(
          error.rule, error.message, remedy: remedy(of: error), about: error.subject ?? .amendment(index),
          notes: error.notes))
    }
  }

  /// Everything is checked before anything is changed, so that a refusal leaves the state as it was.
  mutating func perform(_ amendment: Amendment) throws(Refusal) {
    switch amendment.operation {
    case .substitute(let target, let clauses): try substitute(target, clauses, amendment)
    case .substituteText(let target, let blocks):
      try change(target, amendment) { $0.setWords(blocks) }
    case .substituteHeading(let target, let heading):
      try change(target, amendment) { $0.heading = heading }
    case .insert(let clauses, let position): try insert(clauses, at: position, amendment)
    case .omit(let target): try omit(target)
    case .move(let target, let position): try move(target, to: position, amendment)
    case .renumber(let target, let numbering):
      try change(target, amendment) { $0.numbering = numbering }
    case .reword(let scope, let rewording): try reword(scope, rewording, amendment)
    case .setClause(let target, let settings): try set(target, settings, amendment)
    case .setDocument(let setting): set(setting)
    }
  }

  // MARK: Words

  private mutating func change(
    _ target: Target, _ amendment: Amendment, _ change: (inout Clause) -> Void
  ) throws(Refusal) {
    let node = try node(target)
    var clause = tree[node]
    try requireAmendable([node])
    if case .substituteHeading = amendment.operation, !clause.isSection {
      throw Refusal(
        rule: .noHeading, message: "\(target) has no heading", remedy: "write “For the text of \(target) substitute”")
    }
    if case .substituteText = amendment.operation, clause.isSection {
      throw Refusal(
        rule: .wrongPlace, message: "\(target) is a section: its words stand in its clauses",
        remedy: "name one of its clauses")
    }
    change(&clause)
    // A numbered clause below another is an item, however it came by its number.
    if clause.numbering != tree.numbering(node) {
      clause = try land([clause], under: tree.parent(of: node), locks: false)[0]
    }
    try replace(node, by: clause, amendment)
  }

  /// Puts a clause with other words or attributes in the place of an old one; what stands below stays.
  mutating func replace(_ node: ClauseTree.Node, by clause: Clause, _ amendment: Amendment) throws(Refusal) {
    try requireWellFormed(clause, isBare: tree.children(of: node).isEmpty)
    tree[node] = clause
    changed.append(node)
    if let identity = clause.identity { touch(identity, amendment) }
  }

  mutating func bring(
    _ landed: [Clause], under parent: ClauseTree.Node?, at index: Int, _ amendment: Amendment
  ) {
    let first = tree.count
    tree.insert(landed, under: parent, at: index)
    if let reason = amendment.reason {
      for node in first..<tree.count { arrivalReasons[node] = reason }
    }
  }

  // MARK: Provenance

  mutating func touch(_ identity: Identity, _ amendment: Amendment) {
    guard base.node(identity) != nil, omissions[identity] == nil else {
      added.insert(identity)
      return
    }
    let touch = Provenance.Touch(by: author, operation: amendment.operation.verb, reason: amendment.reason)
    touches.append((identity, touch))
  }

  mutating func forget(_ identity: Identity) {
    omissions[identity] = index
    added.remove(identity)
  }
}

extension Amender {
  /// Carries an amendment out.
  ///
  /// - Returns: why it cannot be, in which case nothing changes.
  @discardableResult
  mutating func carryOut(_ amendment: Amendment) -> Refusal? {
    do {
      try perform(amendment)
      return nil
    } catch {
      return error
    }
  }
}

extension Policy {
  /// For amendments of which only the text matters: every clause is another's.
  func amender(asOwner: Bool) -> Amender {
    Amender(base: self, author: Address("fork/fork")!, asOwner: asOwner)
  }
}

extension Clause {
  /// The clause as a message names it.
  var described: String { identity?.description ?? "a clause without identity" }
}

extension Clause {
  /// Replaces the blocks; a field keeps its own blank, so that one written behind the new label is that one.
  fileprivate mutating func setWords(_ new: [Block]) {
    blocks = new
    guard case .field(let field) = kind, field.takesBlank, case .paragraph(let label)? = new.last else { return }
    blocks[blocks.count - 1] = .paragraph(label.withoutEndBlank)
  }
}
