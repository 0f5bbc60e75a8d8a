import PolicyModel

/// The state reached while amendments are applied.
struct Amender {
  var policy: Policy
  private var provenance: [Identity: Provenance]
  private(set) var omissions: [Identity: Int] = [:]
  private var diagnostics: [Diagnostic] = []
  /// Clauses of this author's own, which no lock of the base holds.
  private(set) var added: Set<Identity> = []
  private let author: Address
  let baseNumbers: [Identity: PrintedNumber]
  /// Whether whoever amends owns the base, and may touch what is locked for forks.
  let asOwner: Bool
  /// Which amendment is applied.
  private(set) var index = 0

  init(base: Policy, author: Address, provenance: [Identity: Provenance], asOwner: Bool) {
    self.asOwner = asOwner
    policy = base
    self.author = author
    self.provenance = provenance
    baseNumbers = printedNumbers(of: base)
  }

  var result: Amended {
    Amended(policy: policy, provenance: provenance, diagnostics: diagnostics, omissions: omissions)
  }

  mutating func apply(_ amendment: Amendment, index: Int) {
    self.index = index
    let before = (policy, provenance, omissions, added)
    do {
      try perform(amendment)
    } catch {
      (policy, provenance, omissions, added) = before
      diagnostics.append(
        Diagnostic(
          error.rule, error.message, remedy: error.remedy, about: error.subject ?? .amendment(index), notes: error.notes
        ))
    }
  }

  private mutating func perform(_ amendment: Amendment) throws(Refusal) {
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

  // MARK: Whole clauses

  private mutating func substitute(_ target: Target, _ clauses: [Clause], _ amendment: Amendment) throws(Refusal) {
    let path = try path(to: target)
    let old = policy.clauses[path]
    try requireAmendable(old.withDescendants)
    let landed = try land(clauses.replacing(old.identity), under: ClausePath(path.dropLast()))
    policy.clauses.replace(at: path, count: 1, with: [])
    let restated = Set(landed.flatMap(\.withDescendants).compactMap(\.identity))
    try requireFree(landed)
    policy.clauses.replace(at: path, count: 0, with: landed)
    policy.clauses.settle(under: ClausePath(path.dropLast()))
    for gone in old.withDescendants.compactMap(\.identity) where !restated.contains(gone) { forget(gone) }
    for identity in restated { touch(identity, amendment) }
  }

  private mutating func insert(_ clauses: [Clause], at position: Position, _ amendment: Amendment) throws(Refusal) {
    let (parent, path) = try place(position)
    let landed = try land(clauses, under: parent)
    try requireFree(landed)
    policy.clauses.replace(at: path, count: 0, with: landed)
    policy.clauses.settle(under: parent)
    for identity in landed.flatMap(\.withDescendants).compactMap(\.identity) { touch(identity, amendment) }
  }

  private mutating func omit(_ target: Target) throws(Refusal) {
    let path = try path(to: target)
    let old = policy.clauses[path]
    try requireAmendable(old.withDescendants)
    policy.clauses.replace(at: path, count: 1, with: [])
    try requireParent(of: path)
    for gone in old.withDescendants.compactMap(\.identity) { forget(gone) }
  }

  private mutating func move(_ target: Target, to position: Position, _ amendment: Amendment) throws(Refusal) {
    let path = try path(to: target)
    let moved = policy.clauses[path]
    try requireAmendable([moved])
    if let inner = position.target, case let inner = try self.path(to: inner), inner.starts(with: path) {
      throw Refusal(
        rule: .moveIntoItself, message: "\(target) cannot be moved into or beside itself",
        remedy: "name a place outside it")
    }
    policy.clauses.replace(at: path, count: 1, with: [])
    try requireParent(of: path)
    let (parent, place) = try place(position)
    policy.clauses.replace(at: place, count: 0, with: try land([moved], under: parent))
    policy.clauses.settle(under: parent)
    if let identity = moved.identity { touch(identity, amendment) }
  }

  /// A field that lost its last option is no choice any more.
  private func requireParent(of path: ClausePath) throws(Refusal) {
    guard path.count > 1, case let parent = policy.clauses[ClausePath(path.dropLast())], case .field = parent.kind
    else { return }
    try requireWellFormed(parent)
  }

  // MARK: Words

  private mutating func change(
    _ target: Target, _ amendment: Amendment, _ change: (inout Clause) -> Void
  ) throws(Refusal) {
    let path = try path(to: target)
    try requireAmendable([policy.clauses[path]])
    if case .substituteHeading = amendment.operation, !policy.clauses[path].isSection {
      throw Refusal(
        rule: .noHeading, message: "\(target) has no heading", remedy: "write “For the text of \(target) substitute”")
    }
    if case .substituteText = amendment.operation, policy.clauses[path].isSection {
      throw Refusal(
        rule: .wrongPlace, message: "\(target) is a section: its words stand in its clauses",
        remedy: "name one of its clauses")
    }
    change(&policy.clauses[path])
    // A numbered clause below another is an item, however it came by its number.
    policy.clauses[path] = try land([policy.clauses[path]], under: ClausePath(path.dropLast()), locks: false)[0]
    try requireWellFormed(policy.clauses[path])
    if let identity = policy.clauses[path].identity { touch(identity, amendment) }
  }

  // MARK: Provenance

  mutating func touch(_ identity: Identity, _ amendment: Amendment) {
    if provenance[identity] == nil {
      provenance[identity] = Provenance(origin: author)
      added.insert(identity)
    }
    guard !added.contains(identity) else { return }
    let touch = Provenance.Touch(by: author, operation: amendment.operation.verb, reason: amendment.reason)
    provenance[identity]?.amendedBy.append(touch)
  }

  private mutating func forget(_ identity: Identity) {
    omissions[identity] = index
    provenance[identity] = nil
    added.remove(identity)
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
    guard case .field(let field) = kind, field.takesBlank, case .paragraph(let label)? = new.last,
      label.runs.last?.content == .blank(nil)
    else { return }
    blocks[blocks.count - 1] = .paragraph(Text(Array(label.runs.dropLast())))
  }
}

extension [Clause] {
  /// New clauses in the place of an old one: where none of them has a name, the first takes that of the clause it replaces.
  package func replacing(_ identity: Identity?) -> [Clause] {
    guard !isEmpty, !flatMap(\.withDescendants).contains(where: { $0.identity != nil }) else { return self }
    var clauses = self
    clauses[0].identity = identity
    return clauses
  }
}
