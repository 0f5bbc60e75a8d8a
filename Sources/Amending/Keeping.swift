import PolicyModel

/// What a person's decision makes of an amendment.
extension Rebasing {
  /// - Returns: nil where the decision cannot be carried out.
  func operations(
    for choice: Decision.Choice, _ meeting: Meeting, _ outcome: Decision.Outcome
  ) -> [Operation]? {
    if case .reword(.throughout, let rewording) = meeting.operation {
      return decided(choice, throughout: rewording, meeting)
    }
    return switch choice {
    case .adopt: []
    case .keep: kept(meeting, outcome)
    case .rewrite(let text, _):
      kept(meeting, outcome)?.first.flatMap { $0.saying(text, of: meeting.operation.target?.identity, in: new) }
        .map { [$0] }
    }
  }

  /// Whether other words may stand where somebody decides so: those of one clause, or of the title.
  func canBeReworded(_ meeting: Meeting, _ outcome: Decision.Outcome) -> Bool {
    if case .reword(.throughout, let rewording) = meeting.operation { return astray(rewording, meeting).count == 1 }
    let kept = kept(meeting, outcome)?.first ?? meeting.operation
    return kept.saying(Text(""), of: nil, in: new) != nil
  }

  /// What lets our words stand.
  private func kept(_ meeting: Meeting, _ outcome: Decision.Outcome) -> [Operation]? {
    switch outcome {
    case .clean, .merged, .alreadyThere, .targetFixed: nil
    case .bothChanged: whole(meeting)
    case .targetOmitted: restored(meeting).map { leavesInPlace($0, meeting) ? [] : [$0] }
    case .identityTaken:
      refusal(of: meeting.operation) == nil
        ? [behindArrivals(meeting.operation)] : restored(meeting).map { [$0] }
    }
  }

  /// Whether it moves a clause to where it stands.
  private func leavesInPlace(_ operation: Operation, _ meeting: Meeting) -> Bool {
    guard case .move = operation else { return false }
    var trial = new
    trial.carryOut(Amendment(operation))
    return meeting.concern.content(in: trial, aliases: change.aliases) == meeting.theirs
  }

  /// Our words as a whole, whatever the new edition says.
  private func whole(_ meeting: Meeting) -> [Operation] {
    switch (meeting.operation, meeting.ours, meeting.theirs) {
    case (.substituteText(let target, _), .blocks(let blocks), _),
      (.reword(.clause(let target), _), .blocks(let blocks), _):
      [.substituteText(target, blocks)]
    case (.substituteHeading(let target, _), .blocks(let blocks), _),
      (.reword(.heading(let target), _), .blocks(let blocks), _):
      blocks.flatMap(\.texts).map { .substituteHeading(target, $0) }
    // What the new edition moved out of the clause goes too.
    case (.omit(let target), _, _): [.omit(target)] + meeting.saved.map { .omit(.identity($0)) }
    case (.substitute, _, _): meeting.saved.map { .omit(.identity($0)) } + [meeting.operation]
    case (.insert(let clauses, let position), _, _):
      clauses.map { clause in
        guard let name = clause.identity, new.tree.node(name) != nil else { return .insert([clause], position) }
        return .substitute(.identity(name), [clause])
      }
    default: [meeting.operation]
    }
  }

  /// Our clause at the nearest place that is still there.
  private func restored(_ meeting: Meeting) -> Operation? {
    let old = old(with: meeting.index)
    let candidates: [Operation]
    switch meeting.operation {
    case .setDocument: return meeting.operation
    case .insert(let clauses, let position):
      candidates = places(near: clauses.first?.identity ?? position.target?.identity, in: old).map {
        .insert(clauses, $0)
      }
    case .substitute(_, let clauses):
      candidates = places(near: clauses.first?.identity, in: old).map { .insert(clauses, $0) }
    case .move(let target, _) where target.identity.flatMap(new.tree.node) != nil:
      candidates = places(near: target.identity, in: old).map { .move(target, $0) }
    default:
      guard let identity = meeting.operation.target?.identity, var node = old.tree.node(identity) else { return nil }
      var clause = old.tree.clause(node).without(new.tree)
      // Where what it stood under is gone, that comes back around it.
      while let parent = old.tree.parent(of: node), old.tree.identity(parent).flatMap(new.tree.node) == nil {
        let inner = clause
        (clause, node) = (old.tree[parent], parent)
        clause.clauses = [inner]
      }
      candidates = places(near: old.tree.identity(node), in: old).map { .insert([clause], $0) }
    }
    return candidates.first { refusal(of: $0) == nil }
  }

  /// The places around a clause of ours that the new edition has too, the nearest first.
  private func places(near identity: Identity?, in old: Amender) -> [Position] {
    guard let identity, let node = old.tree.node(identity) else { return [.endOfDocument] }
    let (parent, index) = (old.tree.parent(of: node), old.tree.index(of: node))
    let above = parent.flatMap { old.tree.identity($0) }
    let siblings = old.tree.children(of: parent)
    func standing(_ nodes: some Sequence<ClauseTree.Node>) -> [Target] {
      nodes.compactMap { old.tree.identity($0) }.filter { name in
        guard let node = new.tree.node(name) else { return false }
        return new.tree.parent(of: node).flatMap { new.tree.identity($0) } == above
      }.map { .identity($0) }
    }
    var places = standing(siblings[..<index].reversed()).prefix(1).map { Position.after($0) }
    places += standing(siblings[(index + 1)...]).prefix(1).map { .before($0) }
    guard let parent, let above else { return places + [.endOfDocument] }
    if new.tree.node(above) != nil { return places + [.endOf(.identity(above))] + self.places(near: above, in: old) }
    let aunts = old.tree.children(of: old.tree.parent(of: parent))[..<old.tree.index(of: parent)]
    let nearest = aunts.reversed().first { old.tree.identity($0).flatMap(new.tree.node) != nil }
    if let nearest, old.tree.isSection(nearest), let name = old.tree.identity(nearest) {
      places.append(.endOf(.identity(name)))
    }
    return places + self.places(near: above, in: old)
  }
}

extension Clause {
  /// The clause less what stands elsewhere in a text.
  fileprivate func without(_ tree: ClauseTree) -> Clause {
    var clause = self
    clause.clauses = clauses.filter { $0.identity.flatMap(tree.node) == nil }.map { $0.without(tree) }
    return clause
  }

  /// The clause with other words, or one below it by its name.
  fileprivate func saying(_ text: Text, of name: Identity? = nil) -> Clause {
    var clause = self
    if let name, identity != name {
      clause.clauses = clauses.map { $0.saying(text, of: name) }
    } else if clause.isSection {
      clause.heading = text
    } else {
      clause.blocks = [.paragraph(text)]
    }
    return clause
  }
}

extension Operation {
  /// The same with other words; nil where it is not about words.
  ///
  /// - Parameter name: the clause that is to say them, where it may be one below those that come.
  fileprivate func saying(_ text: Text, of name: Identity?, in state: Amender) -> Operation? {
    switch self {
    case .substitute(let target, let clauses):
      return clauses.first.map { .substitute(target, [$0.saying(text)] + clauses.dropFirst()) }
    case .insert(let clauses, let position):
      let isBelow = name.map { clauses.first?.withDescendants.map(\.identity).contains($0) ?? false } ?? false
      return clauses.first.map { .insert([$0.saying(text, of: isBelow ? name : nil)] + clauses.dropFirst(), position) }
    case .substituteText(let target, _): return .substituteText(target, [.paragraph(text)])
    case .substituteHeading(let target, _): return .substituteHeading(target, text)
    case .omit(let target):
      let isSection = target.identity.flatMap(state.tree.node).map { state.tree.isSection($0) } ?? false
      return isSection ? .substituteHeading(target, text) : .substituteText(target, [.paragraph(text)])
    case .setDocument(.title): return .setDocument(.title(text.plain))
    case .move, .renumber, .reword, .setClause, .setDocument: return nil
    }
  }
}
