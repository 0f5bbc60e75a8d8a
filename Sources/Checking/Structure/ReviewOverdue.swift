import PolicyModel

extension Check {
  static let reviewOverdue = Check(
    .reviewOverdue, .warning, "The day by which the policy was to be reviewed has passed."
  ) { text, check in
    let (past, status) = (text.ledger.asAt(text.asAt), text.status)
    // What a newer edition has replaced is not reviewed again.
    guard status.state == .overdue, let due = status.nextReview, let edition = status.address.edition,
      edition == past.newest
    else { return [] }
    let policy = status.address.policyAddress
    let last = past.records.lastIndex { $0.edition == edition && ($0.on ?? $0.until) != nil }
    return [
      check.finding(
        "the review of \(policy)@\(edition) was due \(due.phrase)",
        remedy:
          "review it, then record the decision: clausebook ratify \(policy) --unchanged --approved-by BODY --on DATE",
        about: .record(last ?? 0))
    ]
  }
}
