import PolicyModel

/// Those of some amendments that a fork may make, and why it may not make the others.
struct PermittedAmendments {
  /// A clause that stays as the base has it, and why.
  struct Kept {
    let clause: Identity
    let reason: Diagnostic
  }

  private(set) var amendments: [Amendment] = []
  private(set) var kept: [Kept] = []
  /// The base with them carried out.
  private(set) var policy: Policy
  /// What stands in the text that all the amendments are to give.
  private let wanted: Set<Identity>

  /// Nil where one cannot be carried out though the base does not keep anything closed, or where what it keeps costs other words.
  init?(_ amendments: [Amendment], on base: Policy) {
    policy = base
    var owner = base.amender(asOwner: true)
    guard amendments.allSatisfy({ owner.carryOut($0) == nil }) else { return nil }
    wanted = Set(owner.amendedPolicy.clauses.identities)
    guard carryOut(amendments, on: base) else { return nil }
    // What the base keeps may name what was omitted, which then stays too.
    while !kept.isEmpty, let (index, named) = omissionOfNamed(in: ClauseTree(base.clauses)) {
      let rest = self.amendments.enumerated().filter { $0.offset != index }.map(\.element)
      kept.append(named)
      guard carryOut(rest, on: base) else { return nil }
    }
    guard kept.isEmpty || holds(owner.amendedPolicy.clauses) else { return nil }
  }

  /// Whether the policy says all that some clauses say, but for those that the base keeps, with what is below them.
  private func holds(_ clauses: [Clause]) -> Bool {
    let standing = policy.clauses.byName
    let closed = Set(kept.map(\.clause))
    func isHeld(_ clause: Clause) -> Bool {
      let isClosed = closed.contains(clause.identity!)
      if isClosed, !clause.isSection { return true }
      return (isClosed || standing[clause.identity!]?.texts == clause.texts) && clause.clauses.allSatisfy(isHeld)
    }
    return clauses.allSatisfy(isHeld)
  }

  private mutating func carryOut(_ written: [Amendment], on base: Policy) -> Bool {
    var state = base.amender(asOwner: false)
    amendments = []
    var rest = Array(written.reversed())
    while let amendment = rest.popLast() {
      // What was to be moved out of a section before this was omitted may stand in it still.
      if !kept.isEmpty, let parts = state.tree.parts(of: amendment.operation, without: wanted) {
        rest += parts.reversed()
        continue
      }
      guard let refusal = state.carryOut(amendment) else {
        amendments.append(amendment)
        continue
      }
      guard let locked = refusal.locked else {
        // Behind a lock others fail that count on what it keeps from happening.
        guard !kept.isEmpty else { return false }
        continue
      }
      let reason = Diagnostic(refusal.rule, refusal.message, remedy: state.remedy(of: refusal))
      if !kept.contains(where: { $0.reason == reason }) { kept.append(Kept(clause: locked, reason: reason)) }
      rest += state.tree.omissions(below: amendment.operation).reversed()
    }
    policy = state.amendedPolicy
    return true
  }

  /// An omission of a clause that another one still names.
  private func omissionOfNamed(in base: ClauseTree) -> (index: Int, named: Kept)? {
    let known = policy.identities
    for clause in policy.clauses.flatMap(\.withDescendants) {
      for name in clause.texts.flatMap(\.named) where !known.contains(name) {
        let index = amendments.firstIndex { amendment in
          guard case .omit(.identity(let gone)) = amendment.operation, let node = base.node(gone) else { return false }
          return base.withDescendants(node).contains { base.identity($0) == name }
        }
        guard let index else { continue }
        let reason = Diagnostic(
          .referenceToOmitted, "\(name) is named by \(clause.identity!), which stays",
          remedy: "amend \(clause.identity!), so that \(name) can be omitted")
        return (index, Kept(clause: name, reason: reason))
      }
    }
    return nil
  }
}

extension ClauseTree {
  /// What is left of an omission that something below it forbids: its parts one by one, unless it is closed itself.
  fileprivate func omissions(below operation: Operation) -> [Amendment] {
    guard case .omit(.identity(let name)) = operation, let node = node(name),
      isSection(node) || ![.fixed, .fill].contains(tailoring(node))
    else { return [] }
    return omissions(in: node)
  }

  /// The parts of an omission that would take along what is wanted; nil where it takes nothing of that.
  fileprivate func parts(of operation: Operation, without wanted: Set<Identity>) -> [Amendment]? {
    guard case .omit(.identity(let name)) = operation, let node = node(name),
      withDescendants(node).contains(where: { identity($0).map(wanted.contains) ?? false })
    else { return nil }
    return omissions(in: node)
  }

  private func omissions(in node: Node) -> [Amendment] {
    children(of: node).compactMap { identity($0) }.map { Amendment(.omit(.identity($0))) }
  }
}
