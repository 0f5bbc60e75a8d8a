import PolicyModel

extension Library {
  /// The edition that was in force on a day: the newest one approved by then.
  ///
  /// - Returns: nil with the reason where none was, or where the ledger does not say.
  public func edition(
    of policy: Address, asAt date: PartialDate
  ) throws(FileFailure) -> (address: Address?, diagnostics: [Diagnostic]) {
    guard exists(folder(of: policy)) else { return (nil, chain(policy).diagnostics) }
    let ledger = ledger(of: policy)
    guard let past = ledger.value, !ledger.diagnostics.hasErrors else { return (nil, ledger.diagnostics) }
    func place(_ edition: Edition) -> SourcePosition {
      let index = past.records.firstIndex { $0.edition == edition && $0.event.isApproval }
      return ledger.sourceMap.nearest(.record(index ?? 0))
    }
    func doubt(_ edition: Edition, _ severity: Diagnostic.Severity) -> Diagnostic {
      let address = policy.at(.edition(edition))
      return Diagnostic(
        .undatedApproval, "it is not recorded since when \(address) has been in force",
        remedy: "write on: and the date of its approval, or name the edition: \(address)", at: place(edition),
        severity: severity)
    }
    switch past.standing(asAt: date) {
    case .inForce(let edition): return (policy.at(.edition(edition)), [])
    case .presumed(let edition): return (policy.at(.edition(edition)), [doubt(edition, .warning)])
    case .unknown(let edition): return (nil, [doubt(edition, .error)])
    case .notYet(let first):
      let problem = Diagnostic(
        .notInForce, "no edition of \(policy) is known to have been in force \(date.phrase)",
        remedy:
          "the first, \(first.edition), was approved \(first.on?.phrase ?? "later"): ask for that date or a later one",
        at: place(first.edition))
      return (nil, [problem])
    case .never: return (nil, [nothingInForce(of: policy)])
    }
  }

  /// That no edition of a policy is ratified.
  func nothingInForce(of policy: Address) -> Diagnostic {
    Diagnostic(
      .notInForce, "no edition of \(policy) is ratified yet",
      remedy: "ratify the draft: clausebook ratify \(policy) --edition 1.0 --approved-by BODY --on DATE",
      at: SourcePosition(path: ledgerPath(of: policy), line: 1, column: 1))
  }
}
