import PolicyModel

/// What becomes of an amendment.
enum Answer {
  /// It is these operations on the new edition; none where nothing is left to be done.
  case settled([Operation], Decision.Outcome)
  case open(Decision.Outcome)

  var outcome: Decision.Outcome {
    switch self {
    case .settled(_, let outcome), .open(let outcome): outcome
    }
  }
}

extension Refusal {
  /// How an amendment meets an edition that refuses it.
  var outcome: Decision.Outcome {
    switch rule {
    case .unknownTarget, .ambiguousNumber: .targetOmitted
    case .fixedClause, .fillOnlyClause: .targetFixed
    case .identityTaken: .identityTaken
    default: .bothChanged
    }
  }
}

extension Rebasing {
  /// What becomes of an amendment that meets what the new edition changed.
  func answer(to meeting: Meeting) -> Answer {
    let operation = meeting.operation
    switch operation {
    case .reword(.throughout, let rewording): return throughout(rewording, meeting)
    case .insert(let clauses, let position): return insert(clauses, position)
    case .setDocument(let setting) where !setting.isInherited:
      return fillsNothing(meeting) ? .open(.targetOmitted) : .settled([operation], .clean)
    default: break
    }
    // It may stand where it ends after a detour.
    if case .move = operation, meeting.theirs == meeting.concern.content(in: goal) {
      return .settled([], .alreadyThere)
    }
    if meeting.theirs == meeting.base { return .settled([behindArrivals(operation)], .clean) }
    if isReached(meeting) { return .settled([], .alreadyThere) }
    if meeting.theirs == .nothing { return .open(.targetOmitted) }
    if isLocked(operation) { return .open(.targetFixed) }
    switch operation {
    case .substituteText, .substituteHeading, .reword: return words(meeting)
    case .substitute(let target, _): return substitute(target, meeting)
    case .omit: return omit(meeting)
    case .move(let target, _): return move(target, meeting)
    case .setClause(let target, let settings): return set(target, settings, meeting)
    case .renumber, .setDocument, .insert: return .open(.bothChanged)
    }
  }

  /// Whether the new edition closes the clause, or one that would go with it.
  private func isLocked(_ operation: Operation) -> Bool {
    guard let node = operation.target?.identity.flatMap(new.tree.node) else { return false }
    let touched =
      switch operation {
      case .substitute, .omit: new.tree.withDescendants(node)
      default: [node]
      }
    return touched.contains { !new.isAmendable($0) }
  }

  private func set(_ target: Target, _ settings: [ClauseSetting], _ meeting: Meeting) -> Answer {
    guard case .settings(let base) = meeting.base, case .settings(let theirs) = meeting.theirs else {
      return .open(.bothChanged)
    }
    var rest: [ClauseSetting] = []
    for (index, setting) in settings.enumerated() where theirs[index] != setting {
      guard theirs[index] == base[index] else { return .open(.bothChanged) }
      rest.append(setting)
    }
    return .settled([.setClause(target, rest)], .clean)
  }
}
