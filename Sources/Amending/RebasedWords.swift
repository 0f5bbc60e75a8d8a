import PolicyModel

/// What becomes of changes of words.
extension Rebasing {
  func words(_ meeting: Meeting) -> Answer {
    guard case .blocks(let base) = meeting.base, case .blocks(let ours) = meeting.ours,
      case .blocks(let theirs) = meeting.theirs
    else { return .open(.bothChanged) }
    if case .reword(_, let rewording) = meeting.operation, rewording.each, refusal(of: meeting.operation) == nil {
      return .settled([meeting.operation], .merged)
    }
    guard let both = merged(base, ours: ours, theirs: theirs, known: change.lines) else { return .open(.bothChanged) }
    if both == theirs { return .settled([], .alreadyThere) }
    var trial = new
    trial.carryOut(Amendment(meeting.operation))
    let isEnough = meeting.concern.content(in: trial) == .blocks(both)
    return .settled(isEnough ? [meeting.operation] : changes(of: meeting.concern, from: theirs, to: both), .merged)
  }

  /// What turns the words of a clause, or those of its heading, into others.
  private func changes(of concern: Concern, from old: [Block], to new: [Block]) -> [Operation] {
    let rewordings = wordDifference(from: old, to: new)?.rewordings
    switch concern {
    case .words(let identity):
      return rewordings?.map { .reword(.clause(.identity(identity)), $0) } ?? [
        .substituteText(.identity(identity), new)
      ]
    case .heading(let identity):
      return rewordings?.map { .reword(.heading(.identity(identity)), $0) }
        ?? new.flatMap(\.texts).map { .substituteHeading(.identity(identity), $0) }
    case .clauses, .place, .numbering, .settings, .document, .phrase: return []
    }
  }

  func throughout(_ rewording: Rewording, _ meeting: Meeting) -> Answer {
    let quotation = Quotation(rewording.quoted)
    // Where the new edition has a clause as ours has it in the end, nothing is to be done.
    func isOpen(_ node: ClauseTree.Node) -> Bool {
      new.tree.identity(node).flatMap(goal.tree.node).map { goal.tree[$0].texts } != new.tree[node].texts
    }
    let standing = new.tree.all.filter { new.tree.has($0, aTextWhere: quotation.stands) }
    let found = standing.filter(isOpen)
    guard !found.isEmpty else {
      // Words that a link or a term took in are not gone.
      let isGone = new.tree.all.allSatisfy { !isOpen($0) || !new.tree[$0].cuts(quotation) }
      return isGone ? .settled([], .alreadyThere) : .open(.bothChanged)
    }
    let isTouched = meeting.footprints.contains { $0.writes.contains(where: change.ground.changes) }
    return .settled(
      found.count == standing.count ? [meeting.operation] : rewordings(rewording, of: found),
      isTouched ? .merged : .clean)
  }

  /// A change throughout, in some clauses only.
  func rewordings(_ rewording: Rewording, of nodes: [ClauseTree.Node]) -> [Operation] {
    let quotation = Quotation(rewording.quoted)
    let each = Rewording(rewording.quoted, each: true, rewording.change)
    return nodes.flatMap { node -> [Operation] in
      let clause = new.tree[node]
      guard let target = clause.identity.map({ Target.identity($0) }) else { return [] }
      return (clause.holds(quotation, isHeading: true) ? [.reword(.heading(target), each)] : [])
        + (clause.holds(quotation, isHeading: false) ? [.reword(.clause(target), each)] : [])
    }
  }
}
