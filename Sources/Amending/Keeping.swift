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
    case .rewrite(let text, _): kept(meeting, outcome).flatMap { saying(text, in: $0, meeting) }
    }
  }

  /// What lets our words stand.
  private func kept(_ meeting: Meeting, _ outcome: Decision.Outcome) -> [Operation]? {
    switch outcome {
    case .clean, .merged, .alreadyThere, .targetFixed: nil
    case .bothChanged: whole(meeting)
    case .targetOmitted: restored(meeting).map { leavesInPlace($0, meeting) ? [] : meeting.omissions + [$0] }
    case .identityTaken:
      refusal(of: meeting.operation) == nil
        ? [behindArrivals(meeting.operation)] : restored(meeting).map { meeting.omissions + [$0] }
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
    // What the new edition moved out of the clause goes too, and that may be all there is left of it.
    case (.omit(let target), _, _):
      (target.identity.flatMap(new.tree.node) == nil ? [] : [.omit(target)]) + meeting.omissions
    case (.substitute, _, _): meeting.omissions + [meeting.operation]
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
    var rest = new
    for omission in meeting.omissions { rest.carryOut(Amendment(omission)) }
    return candidates.first { candidate in
      var trial = rest
      return trial.carryOut(Amendment(candidate)) == nil
    }
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

  /// The clause with other words and blocks, or one below it by its name.
  fileprivate func saying(_ text: Text, in blocks: [Block], of name: Identity?) -> Clause {
    var clause = self
    if identity != name {
      clause.clauses = clauses.map { $0.saying(text, in: blocks, of: name) }
    } else if clause.isSection {
      clause.heading = text
    } else {
      clause.blocks = blocks
    }
    return clause
  }

  /// The clause with some words alone, which the first clause of a section says under its heading; nil where it has none. A
  /// choice keeps its options.
  fileprivate func saying(only text: Text) -> Clause? {
    var clause = self
    if clause.isSection {
      guard let first = clauses.first?.saying(only: text) else { return nil }
      clause.clauses = [first]
    } else {
      clause.blocks = [.paragraph(text)]
      if case .field = clause.kind { return clause }
      clause.clauses = []
    }
    return clause
  }
}

extension Rebasing {
  /// What lets our words stand, with others in their place; nil where they are none, or it is not known in the place of which.
  func saying(_ text: Text, in kept: [Operation], _ meeting: Meeting) -> [Operation]? {
    if case .reword(.throughout, let rewording) = meeting.operation {
      return decided(.rewrite(text), throughout: rewording, meeting)
    }
    guard let index = kept.firstIndex(where: { !meeting.omissions.contains($0) }),
      let said = saying(text, in: kept[index], meeting)
    else { return nil }
    var operations = kept
    operations[index] = said
    return operations
  }

  private func saying(_ text: Text, in operation: Operation, _ meeting: Meeting) -> Operation? {
    func said(_ clauses: [Clause], by name: Identity?) -> [Clause]? {
      blocks(of: name, meeting).saying(text).map { blocks in clauses.map { $0.saying(text, in: blocks, of: name) } }
    }
    switch operation {
    case .substitute(let target, let clauses):
      return said(clauses, by: clauses.first?.identity).map { .substitute(target, $0) }
    case .insert(let clauses, let position):
      // Where our clause comes back with what it stood under, it is below that.
      let name = meeting.operation.target?.identity
      let isBelow = clauses.first?.withDescendants.contains { $0.identity == name } ?? false
      return said(clauses, by: isBelow ? name : clauses.first?.identity).map { .insert($0, position) }
    case .substituteText(let target, _):
      return blocks(of: target.identity, meeting).saying(text).map { .substituteText(target, $0) }
    case .substituteHeading(let target, _): return .substituteHeading(target, text)
    case .omit(let target):
      guard let clause = target.identity.flatMap(new.tree.node).map(new.tree.clause) else { return nil }
      if !clause.isSection, clause.clauses.isEmpty { return .substituteText(target, [.paragraph(text)]) }
      return clause.saying(only: text).map { .substitute(target, [$0]) }
    case .setDocument(.title): return .setDocument(.title(text.plain))
    case .move, .renumber, .reword, .setClause, .setDocument: return nil
    }
  }

  /// What the texts say in a clause: the old edition, the new one and ours in the end, as far as they have it.
  private func blocks(of name: Identity?, _ meeting: Meeting) -> [[Block]] {
    [meeting.base, meeting.theirs, meeting.concern.content(in: goal)].compactMap { content in
      switch content {
      case .blocks(let blocks): blocks
      case .clauses(let clauses): clauses.flatMap(\.withDescendants).first { $0.identity == name }?.blocks
      case .nothing, .place, .numbering, .settings, .document: nil
      }
    }
  }
}

extension [[Block]] {
  /// What several texts say, ours behind the others, with other words in the place of the one paragraph that reads otherwise in
  /// each of them; nil where ours says more, and it is not one.
  func saying(_ text: Text) -> [Block]? {
    guard let first, let ours = last, ours.count > 1 else { return [.paragraph(text)] }
    guard count > 1, allSatisfy({ $0.count == ours.count }) else { return nil }
    let disputed = first.indices.filter { index in Set(map { $0[index] }).count == count }
    guard disputed.count == 1, case .paragraph = first[disputed[0]] else { return nil }
    return first.indices.map { index in
      index == disputed[0] ? .paragraph(text) : last { $0[index] != first[index] }?[index] ?? first[index]
    }
  }
}
