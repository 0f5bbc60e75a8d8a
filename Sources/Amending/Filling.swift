import PolicyModel

/// Numbers the clauses of a policy, and knows what its terms and references print.
final class Filling: Sendable {
  private let stack: LevelStack
  private let asTemplate: Bool
  private let wording: ReferenceWording
  private var terms: PrintedTerms { wording.terms }

  init(_ stack: LevelStack, asTemplate: Bool) {
    self.stack = stack
    self.asTemplate = asTemplate
    wording = ReferenceWording(
      NumberedClauses(stack.tree, by: stack.head.numbering),
      terms: PrintedTerms(asTemplate ? stack.head.terms.filter { $0.key == organisationTerm } : stack.head.terms))
  }

  /// The policy with its numbers, its prose as it is written.
  var manuscript: Manuscript {
    let last = stack.levels.last!
    let policy = ResolvedPolicy(
      address: last.address, title: stack.head.title, organisation: last.organisation, control: stack.head.control,
      restates: last.file.restates, proposal: last.file.proposal,
      bases: stack.levels.dropLast().reversed().map(\.address), numbering: stack.head.numbering,
      clauses: numbered(stack.tree.children(of: nil)))
    return Manuscript(policy, words: self)
  }

  private func numbered(_ nodes: [ClauseTree.Node]) -> [ResolvedClause] {
    nodes.map { node in
      var clause = stack.clauses[node]
      clause.number = wording.clauses.printed(node)
      clause.clauses = numbered(stack.tree.children(of: node))
      return clause
    }
  }

  // MARK: Problems

  /// Every term without a value and every reference that leads nowhere.
  var problems: [Diagnostic] {
    guard let suspects else { return problems(in: stack.tree.all) }
    // Most forks have none, and then their order does not matter.
    return problems(in: suspects).isEmpty ? [] : problems(in: stack.tree.all.filter(Set(suspects).contains))
  }

  private func problems(in nodes: [ClauseTree.Node]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for node in nodes {
      let identity = stack.tree.identity(node)!
      stack.forEachText(of: node) { check($0, in: identity, &problems) }
    }
    return problems
  }

  /// The clauses that may have a problem, in any order, with some that are gone; nil where it may be any clause.
  private var suspects: [ClauseTree.Node]? {
    guard let (mentions, changed) = stack.inherited,
      mayStayOpen || mentions.terms.allSatisfy({ terms[TermUse($0)] != nil })
    else { return nil }
    return changed + mentions.ranges + stack.omissions.keys.flatMap { mentions.byTarget[$0] ?? [] }
  }

  /// Why the last fork inserted or left out clauses. The reason why a clause is gone may name it: that is no problem.
  var reasons: (reasons: [Identity: Text], diagnostics: [Diagnostic]) {
    var problems: [Diagnostic] = []
    var reasons: [Identity: Text] = [:]
    for (clause, reason) in stack.reasons.sorted(by: { $0.key.name < $1.key.name }) {
      check(reason, in: clause, &problems)
      reasons[clause] = reason.filled(with: self, in: clause)
    }
    return (reasons, problems.filter { $0.rule == .unfilledTerm })
  }

  private func check(_ text: Text, in clause: Identity, _ problems: inout [Diagnostic]) {
    // To put a problem into words, what was meant is looked for among all names.
    guard problems.count < Diagnostic.most else { return }
    for index in text.runs.indices {
      if let identity = text.runs[index].style.localLink, !wording.knows(identity) {
        add(missing(identity, in: clause), to: &problems)
      }
      switch text.runs[index].content {
      case .term(let use) where terms[use] == nil && !mayStayOpen: add(unfilled(use, in: clause), to: &problems)
      case .reference(let reference):
        for problem in self.problems(of: reference, in: clause) { add(problem, to: &problems) }
      default: continue
      }
    }
  }

  /// In a text published as a template, terms without a value print as blanks to fill in.
  private var mayStayOpen: Bool { asTemplate || stack.levels.last?.file.isTemplate == true }

  private func problems(of reference: Reference, in clause: Identity) -> [Diagnostic] {
    guard !wording.canWrite(reference) else { return [] }
    let gone = reference.identities.filter { !wording.knows($0) }
    guard gone.isEmpty else { return gone.map { missing($0, in: clause) } }
    return reference.targets.compactMap { target in
      guard case .range(let first, let last) = target, !wording.isRange(from: first, to: last) else { return nil }
      return Diagnostic(
        .malformedReference, "\(first) to \(last) is no range",
        remedy: "a range goes from a clause to a later one beside it; name others one by one: [](\(first),\(last))",
        at: position(.reference(first, in: clause), .reference(first, in: nil), in: clause))
    }
  }

  /// Each problem once, and no more than anyone mends at a time.
  private func add(_ problem: Diagnostic, to diagnostics: inout [Diagnostic]) {
    guard diagnostics.count < Diagnostic.most, !diagnostics.contains(problem) else { return }
    diagnostics.append(problem)
  }

  private func position(_ subject: Subject, _ loose: Subject, in clause: Identity) -> SourcePosition {
    stack.position(subject, loose, .clause(clause))
  }

  private func unfilled(_ use: TermUse, in clause: Identity) -> Diagnostic {
    let known = nearest(to: use.name, among: stack.head.terms.keys.sorted())
    return Diagnostic(
      .unfilledTerm, "no value is given for “\(use.name)”",
      remedy: (known.map { "did you mean {{\($0)}}? " } ?? "")
        + "write \(use.name): and its words under terms: in the front matter",
      at: position(.term(use.name, in: clause), .term(use.name, in: nil), in: clause))
  }

  private func missing(_ identity: Identity, in clause: Identity) -> Diagnostic {
    let reference = position(.reference(identity, in: clause), .reference(identity, in: nil), in: clause)
    if let (omission, address) = stack.omissions[identity] {
      return Diagnostic(
        .referenceToOmitted, "\(identity) is omitted here, but \(clause) refers to it",
        remedy: "amend \(clause) too, so that it no longer names what \(address) leaves out", at: omission,
        notes: [Diagnostic.Note("the reference stands here", at: reference)])
    }
    let known = stack.tree.all.compactMap { stack.tree.identity($0)?.name }
    let suggestion = nearest(to: identity.name, among: known)
    return Diagnostic(
      .referenceToNothing, "no clause has the identity \(identity)",
      remedy: suggestion.map { "did you mean #\($0)?" } ?? "name a clause of this policy, or take the reference away",
      at: reference)
  }
}

extension Filling: PrintedWords {
  func words(of use: TermUse) -> String? { terms[use] }

  func forEachPart(of reference: Reference, in clause: Identity, _ body: (ReferencePart) -> Void) -> Bool {
    (reference.isSingle || wording.canWrite(reference)) && wording.forEachPart(of: reference, in: clause, body)
  }
}

extension Reference {
  /// Whether one clause is named.
  fileprivate var isSingle: Bool { if targets.count == 1, case .single = targets[0] { true } else { false } }
}
