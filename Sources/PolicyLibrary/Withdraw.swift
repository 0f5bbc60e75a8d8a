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
      let forks = try editions(restingOn: address)
      guard forks.isEmpty else { return forks }
      let draft = location(path(of: address.at(.draft)))
      if !files.exists(draft) {
        try files.store(contents(of: path(of: address)), to: draft)
      } else if !repeatsDraft(address) {
        return [differingDraft(from: address)]
      }
      try files.remove(location(path(of: address)))
      return []
    }
  }

  /// That a draft stands beside an edition without an approval, so that only one of both texts could become the edition.
  func differingDraft(from edition: Address) -> Diagnostic {
    let path = path(of: edition.at(.draft))
    return Diagnostic(
      .unfinishedRatification, "the draft does not say what \(edition) says, which has no approval in its ledger",
      remedy:
        "neither is to be lost: to go on with that edition, move \(path) out of the folder; to go on with the draft, \(self.path(of: edition))",
      at: text(edition.at(.draft)).text.sourceMap.nearest(.document))
  }

  /// The editions of forks that would lose their base with an edition.
  private func editions(restingOn base: Address) throws(FileFailure) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for policy in try policies().addresses {
      for edition in try texts(of: policy).editions.map({ policy.at(.edition($0)) }) {
        let text = text(edition).text
        guard text.value?.base == base else { continue }
        problems.append(
          Diagnostic(
            .ratifiedEdition, "\(edition) rests on \(base), which therefore stays as it is",
            remedy:
              "complete it: clausebook ratify \(base.policyAddress) --edition \(base.choice ?? .draft) --approved-by BODY --on DATE",
            at: text.sourceMap.nearest(.frontMatter("amends"))))
      }
    }
    return problems
  }

  /// Finishes a ratification that stopped when only the draft was left to be removed.
  func removeDraft(
    of edition: Address, _ approval: Ledger.Record, _ ledger: Sourced<Ledger>
  ) throws(FileFailure) -> RatifyReport {
    let draft = edition.at(.draft)
    guard try texts(of: edition).hasDraft, repeatsDraft(edition),
      try isStill(digest(text(draft).bytes), at: path(of: draft))
    else {
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
