import PolicyModel

/// What becomes of amendments that take whole clauses.
extension Rebasing {
  func substitute(_ target: Target, _ meeting: Meeting) -> Answer {
    guard target.identity.flatMap(new.tree.node) != nil else { return .open(.targetOmitted) }
    guard case .clauses(let base) = meeting.base, case .clauses(let ours) = meeting.ours,
      case .clauses(let theirs) = meeting.theirs, base.count == 1, ours.count == 1, theirs.count == 1
    else { return .open(.bothChanged) }
    // What ours added before, and now takes away again, is nobody else's.
    let own = Set(ours[0].withDescendants.compactMap(\.identity))
    func isKept(_ name: Identity) -> Bool { change.names.contains(name) || own.contains(name) }
    let (before, now) = (base[0].with(only: isKept), theirs[0].with(only: isKept))
    guard let both = merged(before, ours: ours[0], theirs: now, known: change.lines) else { return .open(.bothChanged) }
    if both == theirs[0] { return .settled([], .alreadyThere) }
    return .settled([.substitute(target, [both])], both == now ? .clean : .merged)
  }

  /// What the new edition has as ours has it is left out.
  func insert(_ clauses: [Clause], _ position: Position) -> Answer {
    func theirs(_ name: Identity) -> Clause? { new.tree.clause(named: name, or: change.aliases[name]) }
    let isOtherwise = clauses.flatMap(\.withDescendants).contains { clause in
      guard let name = clause.identity, let theirs = theirs(name) else { return false }
      return theirs != clause && theirs != goal.tree.node(name).map(goal.tree.clause)
    }
    if isOtherwise { return .open(.bothChanged) }
    func isAbsent(_ name: Identity) -> Bool { theirs(name) == nil }
    let absent = clauses.filter { $0.identity.map(isAbsent) ?? true }.map { $0.with(only: isAbsent) }
    return absent.isEmpty
      ? .settled([], .alreadyThere) : .settled([behindArrivals(.insert(absent, position))], .clean)
  }

  func omit(_ meeting: Meeting) -> Answer {
    guard case .clauses(let base) = meeting.base, case .clauses(let theirs) = meeting.theirs, base.count == 1,
      theirs.count == 1, theirs[0].identity == base[0].identity, theirs[0].saysNothingNew(after: base[0])
    else { return .open(.bothChanged) }
    return .settled([meeting.operation], .clean)
  }

  func move(_ target: Target, _ meeting: Meeting) -> Answer {
    let operation = behindArrivals(meeting.operation)
    var trial = new
    if let refusal = trial.carryOut(Amendment(operation)) { return .open(refusal.outcome) }
    if meeting.concern.content(in: trial) == meeting.theirs { return .settled([], .alreadyThere) }
    guard let identity = target.identity, change.ground.changes(.place(identity)) else {
      return .settled([operation], .clean)
    }
    guard case .place(_, let base) = meeting.base, case .place(_, let ours) = meeting.ours,
      case .place(_, let theirs) = meeting.theirs
    else { return .open(.bothChanged) }
    // Where it stood among its old neighbours does not matter any more when it leaves them.
    return theirs == base && ours != base ? .settled([operation], .clean) : .open(.bothChanged)
  }

  /// The base goes first where both put something into one gap: ours goes behind what the new edition put there.
  func behindArrivals(_ operation: Operation) -> Operation {
    switch operation {
    case .insert(let clauses, let position): .insert(clauses, behindArrivals(position, clauses.first))
    case .move(let target, let position):
      .move(target, behindArrivals(position, target.identity.flatMap(new.tree.node).map { new.tree[$0] }))
    default: operation
    }
  }

  private func behindArrivals(_ position: Position, _ clause: Clause?) -> Position {
    switch position {
    case .before, .endOf, .endOfDocument: return position
    case .after, .startOf, .startOfDocument: break
    }
    var state = new
    guard let clause, let (parent, start) = try? state.place(position) else { return position }
    let index = new.tree.landing(of: clause, at: start, under: parent)
    let run = new.tree.children(of: parent)[index...].prefix { node in
      new.tree.isSection(node) == clause.isSection && new.tree.identity(node).map(change.arrivals.contains) ?? false
    }
    return run.last.flatMap { new.tree.identity($0) }.map { .after(.identity($0)) } ?? position
  }
}

extension Clause {
  /// Whether all it says, itself and below, was said by another with the same names.
  fileprivate func saysNothingNew(after other: Clause) -> Bool {
    let known = Dictionary(other.withDescendants.map { ($0.identity, $0) }) { first, _ in first }
    return withDescendants.allSatisfy { clause in
      known[clause.identity].map { $0.heading == clause.heading && $0.blocks == clause.blocks } ?? false
    }
  }
}

extension Clause {
  /// The clause with some of those below it, by their names.
  fileprivate func with(only isKept: (Identity) -> Bool) -> Clause {
    var clause = self
    clause.clauses = clauses.filter { $0.identity.map(isKept) ?? true }.map { $0.with(only: isKept) }
    return clause
  }
}
