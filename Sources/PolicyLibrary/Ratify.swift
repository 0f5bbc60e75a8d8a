import PolicyModel
import PolicySource

extension Library {
  /// Records a decision: freezes the draft as an edition, or enters that an edition was reviewed, or its review deferred.
  ///
  /// The ledger's new text is the moment of ratification. What stops before it leaves the old state, or an edition without
  /// an entry, which the same ratification completes and `withdraw` takes back; what stops behind it leaves a draft, which
  /// the same ratification removes.
  /// - Throws: when a file cannot be read or written, or another process is at work on the policy.
  public func ratify(_ ratification: Ratification) throws(FileFailure) -> RatifyReport {
    let policy = ratification.policy
    guard exists(folder(of: policy)) else { return .refused(chain(policy).diagnostics) }
    return try alone(with: policy) { () throws(FileFailure) in
      switch ratification.kind {
      case .approval(let edition, let withChanges):
        try approve(edition, as: withChanges ? .approvedWithChanges : .approved, ratification)
      case .review(let edition): try leave(edition, as: .reviewed, ratification)
      case .deferral(let edition, let until): try leave(edition, as: .deferred, until: until, ratification)
      }
    }
  }

  private func approve(
    _ edition: Edition, as event: Ledger.Record.Event, _ ratification: Ratification
  ) throws(FileFailure) -> RatifyReport {
    let address = ratification.policy.at(.edition(edition))
    let ledger = ledger(of: address)
    let problems = try verify(ratification.policy, completing: edition).filter { $0.severity == .error }
    guard problems.isEmpty, let past = ledger.value else { return .refused(problems) }
    if let approval = past.approval(of: edition) { return try removeDraft(of: address, approval, ledger) }
    var (candidate, diagnostics) = try candidate(for: address, edition, on: ratification.on)
    diagnostics += [
      ledger.refusal(of: edition), ledger.refusal(of: ratification.on), repetition(of: candidate, past.newest, address),
    ].compactMap { $0 }
    guard let candidate, !diagnostics.hasErrors else { return .refused(diagnostics) }
    let record = Ledger.Record(
      edition: edition, event: event, body: ratification.body, on: ratification.on, minute: ratification.minute,
      source: digest(candidate.bytes), text: candidate.text.digest)
    let (bytes, refusals) = try extended(ledger, by: record)
    guard let bytes else { return .refused(diagnostics + refusals) }
    diagnostics += try write(candidate, as: address, ledger: bytes)
    let next = nextReview(of: candidate.text, past, record)
    return RatifyReport(
      decision: RatifyReport.Decision(edition: address, record: record, nextReview: next),
      diagnostics: diagnostics.unique)
  }

  /// Enters a decision that leaves an edition as it is.
  private func leave(
    _ edition: Edition?, as event: Ledger.Record.Event, until: PartialDate? = nil, _ ratification: Ratification
  ) throws(FileFailure) -> RatifyReport {
    let policy = ratification.policy
    let ledger = ledger(of: policy)
    var problems = try verify(policy).filter { $0.severity == .error }
    guard problems.isEmpty, let past = ledger.value else { return .refused(problems) }
    guard let newest = past.newest else { return .refused([nothingInForce(of: policy)]) }
    let address = policy.at(.edition(edition ?? newest))
    let chain = chain(address)
    let resolution = resolve(chain)
    problems = resolution.diagnostics + chain.levels.dropLast().flatMap { verify(base: $0.address) }
    let last = ledger.sourceMap.nearest(.record(past.records.count - 1))
    let record = Ledger.Record(
      edition: edition ?? newest, event: event, body: ratification.body, on: ratification.on, until: until,
      minute: ratification.minute)
    problems += [
      ledger.refusal(of: record), ledger.refusal(of: ratification.on),
      until.flatMap { ledger.refusal(of: $0, ratification.on, at: last) },
    ].compactMap { $0 }
    guard let text = resolution.resolved, !problems.hasErrors else { return .refused(problems) }
    let (bytes, refusals) = try extended(ledger, by: record)
    guard let bytes else { return .refused(problems + refusals) }
    try files.store(bytes, to: location(ledger.sourceMap.path))
    let next = nextReview(of: text, past, record)
    return RatifyReport(
      decision: RatifyReport.Decision(edition: address, record: record, nextReview: next), diagnostics: problems.unique)
  }

  // MARK: Writing

  /// Writes the edition, then the ledger, which is the moment of ratification, then removes the draft, unless somebody
  /// changed it meanwhile.
  private func write(
    _ candidate: Candidate, as edition: Address, ledger: [UInt8]
  ) throws(FileFailure) -> [Diagnostic] {
    let path = location(path(of: edition))
    let stood = files.exists(path)
    if candidate.draft != nil { try files.store(candidate.bytes, to: path) }
    do {
      try files.store(ledger, to: location(ledgerPath(of: edition)))
    } catch {
      if !stood { try? files.remove(path) }
      throw error
    }
    guard let frozen = candidate.draft, case let draft = self.path(of: edition.at(.draft)) else { return [] }
    do {
      guard try isStill(frozen, at: draft) else { return [changedDraft(of: edition)] }
      try files.remove(location(draft))
      return []
    } catch {
      return [leftoverDraft(of: edition)]
    }
  }

  /// The ledger's bytes with an entry behind those it has, which stay as they are; nil where none can stand there.
  private func extended(
    _ ledger: Sourced<Ledger>, by record: Ledger.Record
  ) throws(FileFailure) -> (bytes: [UInt8]?, diagnostics: [Diagnostic]) {
    let path = ledger.sourceMap.path
    let old = exists(path) ? try files.contents(of: location(path), limit: largestPolicyFile) : []
    let lineEnd = old.isEmpty || old.last == UInt8(ascii: "\n") ? [] : [UInt8(ascii: "\n")]
    let new = old + lineEnd + Array(record.canonicalSource.utf8)
    let copy = parseLedger(new, path: path)
    if copy.diagnostics.isEmpty, copy.value?.records == (ledger.value?.records ?? []) + [record] { return (new, []) }
    let refusal = Diagnostic(
      .unextendableLedger, "no entry can be written behind those of this ledger",
      remedy: "start each entry with “- edition:” at the beginning of a line", at: ledger.sourceMap.nearest(.record(0)))
    return (nil, [refusal])
  }

  // MARK: What is told

  private func nextReview(
    of text: ResolvedPolicy, _ past: Ledger, _ decision: Ledger.Record
  ) -> RatifyReport.NextReview {
    if let newest = past.newest, decision.edition < newest { return .superseded(by: newest) }
    let ledger = Ledger(past.records + [decision])
    return ledger.nextReview(of: decision.edition, every: text.control.reviewEvery).map { .due($0) } ?? .notLaidDown
  }

  /// That nothing differs from the newest edition: neither what is written, nor what the organisation's file makes of it.
  private func repetition(of candidate: Candidate?, _ newest: Edition?, _ edition: Address) -> Diagnostic? {
    guard let candidate, let newest = newest.map({ edition.at(.edition($0)) }), let former = text(newest).text.value
    else { return nil }
    var file = candidate.file
    let hasNewHead = file.organisation?.withoutTerms != former.organisation?.withoutTerms
    (file.edition, file.organisation) = (former.edition, former.organisation)
    guard file == former, !hasNewHead, candidate.text.digest == textDigest(newest) else { return nil }
    let source = candidate.draft == nil ? edition : edition.at(.draft)
    return Diagnostic(
      .unchangedText, "\(source) says what \(newest) says",
      remedy: "--unchanged records that an edition was reviewed and stays as it is",
      at: text(source).text.sourceMap.nearest(.document))
  }
}

extension Organisation {
  /// What every document prints, whichever terms it uses.
  fileprivate var withoutTerms: Organisation { Organisation(name: name, kind: kind, contacts: contacts) }
}
