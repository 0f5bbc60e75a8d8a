import PolicyModel

extension Check {
  static let noReviewDate = Check(.noReviewDate, .warning, "Nobody can tell when an edition is to be reviewed.") {
    text, check in
    guard text.isFinal, text.status.nextReview == nil else { return [] }
    guard text.resolved.control.reviewEvery != nil else {
      return [
        check.finding(
          "it is not laid down when the policy is to be reviewed",
          remedy: "write review-every: 1 year, or as long as it is, under control:", about: .frontMatter("control"))
      ]
    }
    guard let edition = text.resolved.address.edition, text.ledger.lastDecision(on: edition) == nil else { return [] }
    return [
      check.finding(
        "no decision on the edition \(edition) has a date, so that nobody can tell when its review is due",
        remedy: "write on: and the date of its approval in the ledger", about: .record(0))
    ]
  }
}
