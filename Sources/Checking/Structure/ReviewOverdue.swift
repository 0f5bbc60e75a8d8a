import PolicyModel

extension Check {
  static let reviewOverdue = Check(
    .reviewOverdue, .warning, "The day by which the policy was to be reviewed has passed."
  ) {
    text, check in
    guard let edition = text.resolved.address.edition, let period = text.resolved.control.reviewEvery,
      let decided = text.ledger.lastDecision(on: edition), case let due = decided.adding(period),
      due.isCertainlyBefore(text.asAt)
    else { return [] }
    let policy = text.resolved.address.policyAddress
    let record = text.ledger.records.lastIndex { $0.edition == edition && $0.on != nil } ?? 0
    return [
      check.finding(
        "the review of \(policy)@\(edition) was due \(due.phrase)",
        remedy:
          "review it, then record the decision: clausebook ratify \(policy) --unchanged --approved-by BODY --on DATE",
        about: .record(record))
    ]
  }
}
