import PolicyModel

extension Library {
  /// Takes back an edition whose ratification was not finished; where no draft stands, its text becomes the draft again.
  ///
  /// - Returns: why it cannot be taken back; empty where it was.
  /// - Throws: when a file cannot be read or written, or another process is at work on the policy.
  public func withdraw(_ edition: Edition, of policy: Address) throws(FileFailure) -> [Diagnostic] {
    let address = policy.at(.edition(edition))
    guard exists(folder(of: policy)) else { return chain(policy).diagnostics }
    return try alone(with: policy) { () throws(FileFailure) in
      let ledger = ledger(of: policy)
      guard let records = ledger.value?.records, !ledger.diagnostics.hasErrors else { return ledger.diagnostics }
      if let index = records.firstIndex(where: { $0.edition == edition }) {
        return [
          Diagnostic(
            .ratifiedEdition, "\(address) is in the ledger and stays as it is",
            remedy: "an approved text is never removed; ratify a new edition in its place",
            at: ledger.sourceMap.nearest(.record(index)))
        ]
      }
      guard exists(path(of: address)) else { return chain(address).diagnostics }
      let draft = location(path(of: address.at(.draft)))
      if !files.exists(draft) { try files.store(text(address).bytes, to: draft) }
      try files.remove(location(path(of: address)))
      return []
    }
  }

  /// Finishes a ratification that stopped when only the draft was left to be removed.
  func removeDraft(
    of edition: Address, _ approval: Ledger.Record, _ ledger: Sourced<Ledger>
  ) throws(FileFailure) -> RatifyReport {
    let draft = edition.at(.draft)
    guard try texts(of: edition).hasDraft, repeatsDraft(edition) else {
      let index = ledger.value?.records.firstIndex(of: approval) ?? 0
      return .refused([
        Diagnostic(
          .ratifiedEdition, "\(edition) is ratified already",
          remedy: "a text that changed is ratified under a higher number; --unchanged records a review",
          at: ledger.sourceMap.nearest(.record(index)))
      ])
    }
    try files.remove(location(path(of: draft)))
    return RatifyReport(
      decision: RatifyReport.Decision(edition: edition, record: approval, nextReview: nil), diagnostics: [])
  }
}
