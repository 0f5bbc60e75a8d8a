import PolicyModel

extension Library {
  /// That a fork was decided on before the edition that it rests on.
  func laterBase(of chain: Chain, as fork: Address, on date: PartialDate?) -> [Diagnostic] {
    guard let level = chain.levels.last, let base = level.file.base, let edition = base.edition, let date,
      let approved = ledger(of: base).value?.approval(of: edition)?.on, date.isCertainlyBefore(approved)
    else { return [] }
    return [
      Diagnostic(
        .laterBase, "\(fork) was approved \(date.phrase), but \(base), on which it rests, only \(approved.phrase)",
        remedy: "look at both dates again, and at the edition that is amended",
        at: level.sourceMap.nearest(.frontMatter("amends")), severity: .warning)
    ]
  }
}

extension Sourced<Ledger> {
  /// Entries that cannot be as they stand: decisions are entered one behind the other, and an edition is approved once.
  var disorder: [Diagnostic] {
    var problems: [Diagnostic] = []
    var approvals: [Edition: SourcePosition] = [:]
    var latest: (on: PartialDate, place: SourcePosition)?
    for (index, record) in (value?.records ?? []).enumerated() {
      let place = sourceMap.nearest(.record(index))
      let approval = approvals[record.edition]
      switch record.event {
      case .approved, .approvedWithChanges:
        approvals[record.edition] = approval ?? place
        if let approval {
          problems.append(
            Diagnostic(
              .approvedTwice, "the edition \(record.edition) is approved twice",
              remedy: "keep the true entry; a text that changed is a new edition, one that did not is reviewed",
              at: place,
              notes: [Diagnostic.Note("the first approval stands here", at: approval)]))
        }
      case .reviewed, .deferred:
        if approval == nil {
          problems.append(
            Diagnostic(
              .reviewBeforeApproval, "the edition \(record.edition) is \(record.event) here, but not approved above",
              remedy: "correct the edition, or enter its approval above", at: place))
        }
      }
      guard let on = record.on else { continue }
      if let until = record.until, let problem = refusal(of: until, on, at: place) { problems.append(problem) }
      if let latest, on.isCertainlyBefore(latest.on) {
        problems.append(
          Diagnostic(
            .datesBackwards, "a decision taken \(on.phrase) stands behind one taken \(latest.on.phrase)",
            remedy: "correct the date, or enter the decisions oldest first", at: place,
            notes: [Diagnostic.Note("the later decision stands here", at: latest.place)]))
      }
      if latest.map({ $0.on.earliest < on.earliest }) ?? true { latest = (on, place) }
    }
    return problems
  }

  /// Why a decision cannot be entered behind those that are there: that it was taken earlier.
  func refusal(of on: PartialDate) -> Diagnostic? {
    let dates = (value?.records ?? []).enumerated().compactMap { index, record in record.on.map { (index, $0) } }
    guard let (index, later) = dates.last(where: { on.isCertainlyBefore($0.1) }) else { return nil }
    return Diagnostic(
      .datesBackwards, "a decision taken \(on.phrase) cannot be entered behind one taken \(later.phrase)",
      remedy: "check the date: decisions are entered in the order in which they are taken; "
        + "where the entry here is the wrong one, correct it in the ledger first",
      at: sourceMap.nearest(.record(index)))
  }

  /// Why a decision is not entered: that it is there already.
  func refusal(of record: Ledger.Record) -> Diagnostic? {
    guard let index = value?.records.firstIndex(of: record) else { return nil }
    return Diagnostic(
      .repeatedDecision, "the ledger holds this decision already",
      remedy: "nothing is left to do; another one differs in its day, its body or its minute",
      at: sourceMap.nearest(.record(index)))
  }

  /// Why a review cannot be deferred until a day: that it is not behind the day of the decision.
  func refusal(of until: PartialDate, _ on: PartialDate, at place: SourcePosition) -> Diagnostic? {
    guard until.latest <= on.earliest else { return nil }
    return Diagnostic(
      .datesBackwards, "a review cannot be deferred \(on.phrase) until \(until.words)",
      remedy: "give a later day", at: place)
  }

  /// Why an edition cannot be ratified next: that its number is not above those before it.
  func refusal(of edition: Edition) -> Diagnostic? {
    guard let newest = value?.newest, !edition.succeeds(newest),
      let index = value?.records.firstIndex(where: { $0.edition == newest && $0.event.isApproval })
    else { return nil }
    return Diagnostic(
      .editionNotNewer, "the edition \(edition) would not be newer than \(newest)",
      remedy: "choose a higher number, such as \(newest.parts[0] + 1).0", at: sourceMap.nearest(.record(index)))
  }
}
