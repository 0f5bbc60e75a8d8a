import PolicyModel

/// Numbers the clauses of a policy, fills its terms and writes its references out.
struct Filling {
  private let stack: LevelStack
  private let asTemplate: Bool
  private let numbers: [Identity: PrintedNumber]
  private let wording: ReferenceWording

  init(_ stack: LevelStack, asTemplate: Bool) {
    self.stack = stack
    self.asTemplate = asTemplate
    numbers = printedNumbers(of: stack.policy)
    wording = ReferenceWording(stack.policy, numbers: numbers)
  }

  func filled() -> (clauses: [ResolvedClause], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let clauses = stack.policy.clauses.map { filled($0, &diagnostics) }
    return (clauses, diagnostics)
  }

  private func filled(_ clause: Clause, _ diagnostics: inout [Diagnostic]) -> ResolvedClause {
    let identity = clause.identity!
    var content = clause
    content.clauses = []
    if clause.heading.isOpen { content.heading = filled(clause.heading, in: identity, &diagnostics) }
    for index in clause.blocks.indices where clause.blocks[index].isOpen {
      content.blocks[index] = clause.blocks[index].mapTexts { filled($0, in: identity, &diagnostics) }
    }
    var provenance = stack.provenance[identity] ?? Provenance(origin: stack.levels.last!.address)
    for (index, touch) in provenance.amendedBy.enumerated() {
      guard let reason = touch.reason else { continue }
      provenance.amendedBy[index] = Provenance.Touch(
        by: touch.by, operation: touch.operation, reason: filled(reason, in: identity, &diagnostics))
    }
    return ResolvedClause(
      identity: identity, number: numbers[identity]?.printed, provenance: provenance, content: content,
      clauses: clause.clauses.map { filled($0, &diagnostics) })
  }

  /// Why the last fork inserted or left out clauses. The reason why a clause is gone may name it: that is no problem.
  func reasons() -> (reasons: [Identity: Text], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let reasons = stack.reasons.sorted { $0.key.name < $1.key.name }.map { clause, reason in
      (clause, filled(reason, in: clause, &diagnostics))
    }
    return (Dictionary(uniqueKeysWithValues: reasons), diagnostics.filter { $0.rule == .unfilledTerm })
  }

  private func filled(_ text: Text, in clause: Identity, _ diagnostics: inout [Diagnostic]) -> Text {
    guard text.isOpen else { return text }
    var runs: [Text.Run] = []
    runs.reserveCapacity(text.runs.count + 2)
    for run in text.runs {
      if let identity = run.style.localLink, !wording.knows(identity) {
        add(missing(identity, in: clause), to: &diagnostics)
      }
      switch run.content {
      case .term(let use):
        if let value = value(of: use) {
          runs.append(Text.Run(.words(use.words(of: value)), style: run.style))
        } else {
          if !mayStayOpen { add(unfilled(use, in: clause), to: &diagnostics) }
          runs.append(Text.Run(.blank(use.name), style: run.style))
        }
      case .reference(let reference):
        let problems = problems(of: reference, in: clause)
        for problem in problems { add(problem, to: &diagnostics) }
        runs +=
          problems.isEmpty
          ? wording.runs(reference, in: clause, style: run.style) : [Text.Run(.blank(nil), style: run.style)]
      default:
        runs.append(run)
      }
    }
    return Text(runs)
  }

  private func value(of use: TermUse) -> TermValue? {
    asTemplate && use.name != organisationTerm ? nil : stack.policy.terms[use.name]
  }

  /// In a text published as a template, terms without a value print as blanks to fill in.
  private var mayStayOpen: Bool { asTemplate || stack.levels.last?.file.isTemplate == true }

  private func problems(of reference: Reference, in clause: Identity) -> [Diagnostic] {
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
    let known = nearest(to: use.name, among: stack.policy.terms.keys.sorted())
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
    let known = stack.policy.clauses.flatMap(\.withDescendants).compactMap(\.identity?.name)
    let suggestion = nearest(to: identity.name, among: known)
    return Diagnostic(
      .referenceToNothing, "no clause has the identity \(identity)",
      remedy: suggestion.map { "did you mean #\($0)?" } ?? "name a clause of this policy, or take the reference away",
      at: reference)
  }
}
