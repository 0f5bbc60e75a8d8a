import PolicyModel

/// Numbers the clauses of a policy, fills its terms and writes its references out.
struct Filling {
  private let stack: LevelStack
  private let asTemplate: Bool
  private let numbers: [Identity: PrintedNumber]
  private let wording: ReferenceWording
  private let identities: [String]

  init(_ stack: LevelStack, asTemplate: Bool) {
    self.stack = stack
    self.asTemplate = asTemplate
    numbers = printedNumbers(of: stack.policy)
    wording = ReferenceWording(stack.policy, numbers: numbers)
    identities = stack.policy.clauses.flatMap(\.withDescendants).compactMap(\.identity?.name)
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
    content.heading = filled(clause.heading, in: identity, &diagnostics)
    content.blocks = clause.blocks.map { block in block.mapTexts { filled($0, in: identity, &diagnostics) } }
    return ResolvedClause(
      identity: identity, number: numbers[identity]?.printed,
      provenance: stack.provenance[identity] ?? Provenance(origin: stack.levels.last!.address), content: content,
      clauses: clause.clauses.map { filled($0, &diagnostics) })
  }

  private func filled(_ text: Text, in clause: Identity, _ diagnostics: inout [Diagnostic]) -> Text {
    let needsFilling = text.runs.contains { run in
      switch run.content {
      case .term, .reference: true
      default: run.style.localLink != nil
      }
    }
    guard needsFilling else { return text }
    return Text(
      text.runs.flatMap { run -> [Text.Run] in
        if let identity = run.style.localLink, !wording.knows(identity), diagnostics.count < Diagnostic.most {
          diagnostics.append(missing(identity, in: clause))
        }
        switch run.content {
        case .term(let use):
          if asTemplate, use.name != organisationTerm { return [Text.Run(.blank(use.name), style: run.style)] }
          guard let value = stack.policy.terms[use.name] else {
            if diagnostics.count < Diagnostic.most { diagnostics.append(unfilled(use, in: clause)) }
            return [Text.Run(.blank(use.name), style: run.style)]
          }
          return [Text.Run(.words(use.words(of: value)), style: run.style)]
        case .reference(let reference):
          let gone = reference.identities.filter { !wording.knows($0) }
          if diagnostics.count < Diagnostic.most { diagnostics += gone.map { missing($0, in: clause) } }
          return gone.isEmpty
            ? wording.runs(reference, in: clause, style: run.style) : [Text.Run(.blank(nil), style: run.style)]
        default:
          return [run]
        }
      })
  }

  private func unfilled(_ use: TermUse, in clause: Identity) -> Diagnostic {
    let known = nearest(to: use.name, among: stack.policy.terms.keys.sorted())
    return Diagnostic(
      .unfilledTerm, "nobody says what “\(use.name)” stands for",
      remedy: (known.map { "did you mean {{\($0)}}? " } ?? "")
        + "write \(use.name): and its words under terms: in the front matter",
      at: stack.position(.term(use.name, in: clause), .clause(clause), .term(use.name, in: nil)))
  }

  private func missing(_ identity: Identity, in clause: Identity) -> Diagnostic {
    let reference = stack.position(
      .reference(identity, in: clause), .clause(clause), .reference(identity, in: nil))
    if let (omission, address) = stack.omissions[identity] {
      return Diagnostic(
        .referenceToOmitted, "\(identity) is omitted here, but \(clause) refers to it",
        remedy: "amend \(clause) too, so that it no longer names what \(address) leaves out", at: omission,
        notes: [Diagnostic.Note("the reference stands here", at: reference)])
    }
    let suggestion = nearest(to: identity.name, among: identities)
    return Diagnostic(
      .referenceToNothing, "no clause has the identity \(identity)",
      remedy: suggestion.map { "did you mean #\($0)?" } ?? "name a clause of this policy, or take the reference away",
      at: reference)
  }
}
