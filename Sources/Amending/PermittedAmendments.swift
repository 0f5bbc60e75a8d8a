import PolicyModel

/// Those of some amendments that a fork may make, and why it may not make the others.
struct PermittedAmendments {
  private(set) var amendments: [Amendment] = []
  private(set) var refusals: [Diagnostic] = []
  /// The base with them carried out.
  private(set) var policy: Policy

  /// Nil where one cannot be carried out though the base does not keep anything closed.
  init?(_ amendments: [Amendment], on base: Policy) {
    policy = base
    guard carryOut(amendments, on: base) else { return nil }
    // What the base keeps may name what was omitted, which then stays too.
    while !refusals.isEmpty, let (index, refusal) = omissionOfNamed(in: ClauseTree(base.clauses)) {
      let rest = self.amendments.enumerated().filter { $0.offset != index }.map(\.element)
      refusals.append(refusal)
      guard carryOut(rest, on: base) else { return nil }
    }
  }

  private mutating func carryOut(_ written: [Amendment], on base: Policy) -> Bool {
    var state = base.amender(asOwner: false)
    amendments = []
    var rest = Array(written.reversed())
    while let amendment = rest.popLast() {
      guard let refusal = state.carryOut(amendment) else {
        amendments.append(amendment)
        continue
      }
      // Behind a lock others fail that count on what it keeps from happening.
      guard refusal.isOfLock || !refusals.isEmpty else { return false }
      let diagnostic = Diagnostic(refusal.rule, refusal.message, remedy: state.remedy(of: refusal))
      if !refusals.contains(diagnostic) { refusals.append(diagnostic) }
      if refusal.isOfLock { rest += state.tree.omissions(below: amendment.operation).reversed() }
    }
    policy = state.amendedPolicy
    return true
  }

  /// An omission of a clause that another one still names.
  private func omissionOfNamed(in base: ClauseTree) -> (index: Int, refusal: Diagnostic)? {
    let known = policy.identities
    for clause in policy.clauses.flatMap(\.withDescendants) {
      for name in clause.texts.flatMap(\.named) where !known.contains(name) {
        let index = amendments.firstIndex { amendment in
          guard case .omit(.identity(let gone)) = amendment.operation, let node = base.node(gone) else { return false }
          return base.withDescendants(node).contains { base.identity($0) == name }
        }
        guard let index else { continue }
        let refusal = Diagnostic(
          .referenceToOmitted, "\(name) is named by \(clause.identity!), which stays",
          remedy: "amend \(clause.identity!), so that \(name) can be omitted")
        return (index, refusal)
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
    return children(of: node).compactMap { identity($0) }.map { Amendment(.omit(.identity($0))) }
  }
}

extension Refusal {
  fileprivate var isOfLock: Bool { rule == .fixedClause || rule == .fillOnlyClause }
}

extension Text {
  /// The clauses that it refers or links to.
  fileprivate var named: [Identity] {
    runs.flatMap { run -> [Identity] in
      if case .reference(let reference) = run.content { return reference.identities }
      return run.style.localLink.map { [$0] } ?? []
    }
  }
}
