import PolicyModel

extension Library {
  /// The edition that was in force on a day: the newest one approved by then.
  ///
  /// - Returns: nil with the reason where none was, or where the ledger does not say.
  public func edition(
    of policy: Address, asAt date: PartialDate
  ) throws(FileFailure) -> (address: Address?, diagnostics: [Diagnostic]) {
    guard files.exists(location(folder(of: policy))) else { return (nil, chain(policy).diagnostics) }
    let ledger = ledger(of: policy)
    guard let past = ledger.value, !ledger.diagnostics.hasErrors else { return (nil, ledger.diagnostics) }
    let approvals = past.records.enumerated().filter { $0.element.event == .approved }
      .sorted { $0.element.edition < $1.element.edition }
    // A text that was reviewed on a day was in force by then.
    let latest = approvals.lastIndex { approval in
      past.records.contains {
        $0.edition == approval.element.edition && $0.on.map { $0.latest <= date.latest } ?? false
      }
    }
    let later = approvals[(latest.map { $0 + 1 } ?? 0)...].map {
      ($0.element, ledger.sourceMap.nearest(.record($0.offset)))
    }
    func address(_ record: Ledger.Record) -> Address { policy.at(.edition(record.edition)) }
    guard let (next, place) = later.first, next.on == nil else {
      if let latest { return (address(approvals[latest].element), []) }
      guard let (first, place) = later.first, let on = first.on else { return (nil, [nothingInForce(of: policy)]) }
      return (
        nil,
        [
          Diagnostic(
            .notInForce, "no edition of \(policy.policyAddress) is known to have been in force \(date.phrase)",
            remedy: "the first, \(first.edition), was approved \(on.phrase): ask for that date or a later one",
            at: place)
        ]
      )
    }
    // Editions follow one another: the one before the first that has a date was in force until then.
    let isFirst = latest == nil && later.count > 1 && later[1].0.on != nil
    let doubt = Diagnostic(
      .undatedApproval, "it is not recorded since when \(address(next)) has been in force",
      remedy: "write on: and the date of its approval, or name the edition: \(address(next))", at: place,
      severity: isFirst ? .warning : .error)
    return (isFirst ? address(next) : nil, [doubt])
  }

  /// That no edition of a policy is ratified.
  func nothingInForce(of policy: Address) -> Diagnostic {
    Diagnostic(
      .notInForce, "no edition of \(policy.policyAddress) is ratified yet",
      remedy: "ratify the draft: clausebook ratify \(policy.policyAddress) --edition 1.0 --approved-by BODY --on DATE",
      at: SourcePosition(path: ledgerPath(of: policy), line: 1, column: 1))
  }
}
