import PolicyModel

/// What an amendment may not do to a clause, wherever it is.
extension Amender {
  /// Refuses identities that are given twice or are those of other clauses, but for clauses about to go.
  func requireFree(_ clauses: [Clause], without gone: [ClauseTree.Node] = []) throws(Refusal) {
    var new: Set<Identity> = []
    for identity in clauses.identities {
      let isTaken = tree.node(identity).map { !gone.contains($0) } ?? false
      guard new.insert(identity).inserted, !isTaken else {
        throw Refusal(
          rule: .identityTaken, message: "\(identity) is already the identity of another clause",
          remedy: "give the new clause an identity of its own", subject: .clause(identity),
          notes: isTaken
            ? [Diagnostic.Note("\(identity) stands here already", about: .clause(identity))] : [])
      }
    }
  }

  /// Refuses what no source could say: a clause without words, a field without a single blank, a choice without options.
  ///
  /// - Parameter isBare: whether nothing stands below it.
  func requireWellFormed(_ clause: Clause, isBare: Bool) throws(Refusal) {
    let lacksHeading = clause.isSection && clause.heading.isEmpty
    let isSilent = !clause.isSection && !clause.blocks.contains { $0.contains { !$0.isEmpty } }
    if lacksHeading || isSilent {
      throw Refusal(
        rule: lacksHeading ? .emptyHeading : .emptyClause,
        message: "this would leave \(clause.described) without words",
        remedy: clause.identity.map { "to take the clause away, write “Omit \($0)”" } ?? "leave it some words")
    }
    guard case .field(let field) = clause.kind else { return }
    if field.takesOptions == isBare {
      throw Refusal(
        rule: .fieldContent,
        message: field.takesOptions
          ? "\(clause.described) is a choice and would be left without options"
          : "\(clause.described) has options, which only a choice has",
        remedy: field.takesOptions ? "omit the field, or give it other options first" : "omit the options first")
    }
    if clause.texts.contains(where: { $0.runs.contains { $0.content == .blank(nil) } }) {
      throw Refusal(
        rule: .fieldBlank, message: "\(clause.described) would have a further blank",
        remedy: "write the label without underscores: the field has its blank already")
    }
  }

  func isAmendable(_ node: ClauseTree.Node) -> Bool {
    guard !asOwner, case let tailoring = tree.tailoring(node), tailoring == .fixed || tailoring == .fill else {
      return true
    }
    return tree.identity(node).map(added.contains) ?? false
  }

  /// - Parameter ownWords: whether the clause itself is changed, rather than what stands below it.
  func requireAmendable(_ nodes: [ClauseTree.Node], ownWords: Bool = true) throws(Refusal) {
    guard let node = nodes.first(where: { !isAmendable($0) }), case let locked = tree[node] else { return }
    if !ownWords, locked.isSection { return }
    let isFixed = locked.tailoring == .fixed
    throw Refusal(
      rule: isFixed ? .fixedClause : .fillOnlyClause,
      message: "\(locked.described) is \(isFixed ? "fixed: a fork takes it as it is" : "open for terms only")",
      remedy:
        "take the amendment away\(isFixed ? "" : ", or set a term in the front matter"); the base's owner can open the clause",
      notes: locked.identity.map { [Diagnostic.Note("\($0) stands here", about: .clause($0))] } ?? [],
      locked: locked.identity)
  }
}
