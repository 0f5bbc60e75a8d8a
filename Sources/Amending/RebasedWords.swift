import PolicyModel

/// What becomes of changes of words.
extension Rebasing {
  func words(_ meeting: Meeting) -> Answer {
    guard case .blocks(let base) = meeting.base, case .blocks(let ours) = meeting.ours,
      case .blocks(let theirs) = meeting.theirs
    else { return .open(.bothChanged) }
    if case .reword(_, let rewording) = meeting.operation, rewording.each, refusal(of: meeting.operation) == nil,
      !rewording.goesAstray(from: base.flatMap(\.texts), to: theirs.flatMap(\.texts))
    {
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
    case .lines, .clauses, .place, .numbering, .settings, .document, .phrase: return []
    }
  }
}
