/// Where every policy stands with its review on a day.
public struct PolicyRegister: Hashable, Sendable {
  /// The day on which reviews are due or overdue.
  public let asAt: PartialDate
  /// For how many days ahead a review counts as due.
  public let dueDays: Int
  /// The most pressing first: by state, by the day of the review, by address.
  public let policies: [PolicyStatus]

  /// How many days ahead a review counts as due unless told: about a school term.
  public static let usualDueDays = 90

  /// - Parameter policies: each judged on the same day.
  public init(_ policies: [PolicyStatus], asAt: PartialDate, dueDays: Int = usualDueDays) {
    self.asAt = asAt
    self.dueDays = dueDays
    self.policies = policies.sorted { left, right in
      if left.state != right.state { return left.state.urgency < right.state.urgency }
      if let first = left.nextReview, let second = right.nextReview, first != second { return first < second }
      return left.address.description < right.address.description
    }
  }

  /// How many policies stand so.
  public func count(_ state: PolicyStatus.State) -> Int { policies.count { $0.state == state } }
}

/// Where a policy stands with its review.
public struct PolicyStatus: Hashable, Sendable {
  /// How a review stands on a day, the most pressing first.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// The day has passed.
    case overdue
    /// The day is near.
    case due
    case notDue = "not due"
    /// When it is to be is not recorded.
    case noDate = "no date"
    /// There is only a draft.
    case notRatified = "not ratified"

    fileprivate var urgency: Int { State.allCases.firstIndex(of: self)! }
  }

  /// The text in force, or the draft where there is none.
  public let address: Address
  /// What the text is called.
  public let title: String
  /// The organisation's name in full.
  public let organisation: String
  /// Every decision on the policy.
  public let ledger: Ledger
  /// When the text in force is to be read again; nil where that is not recorded.
  public let nextReview: PartialDate?
  /// How its review stands.
  public let state: State

  /// - Parameters:
  ///   - policy: the text in force, or the draft where there is none.
  ///   - ledger: every decision on the policy.
  ///   - date: the day on which it is judged.
  public init(
    _ policy: ResolvedPolicy, _ ledger: Ledger, asAt date: PartialDate, dueDays: Int = PolicyRegister.usualDueDays
  ) {
    self.init(
      policy.address, policy.title, of: policy.organisation, every: policy.control.reviewEvery, ledger, asAt: date,
      dueDays: dueDays)
  }

  /// The same of a text whose words are not at hand.
  package init(
    _ address: Address, _ title: String, of organisation: Organisation, every period: Period?, _ ledger: Ledger,
    asAt date: PartialDate, dueDays: Int = PolicyRegister.usualDueDays
  ) {
    self.address = address
    self.title = title
    self.organisation = organisation.name.long
    self.ledger = ledger
    nextReview = address.edition.flatMap { ledger.nextReview(of: $0, every: period) }
    let isRatified = address.edition.map { ledger.approval(of: $0) != nil } ?? false
    // What is due in a month is overdue when the month is out, and due from the time when its first day is near.
    state =
      switch nextReview {
      case _ where !isRatified: .notRatified
      case nil: .noDate
      case let next? where next < date: .overdue
      case let next?: next.earliest <= date.adding(days: dueDays) ? .due : .notDue
      }
  }

  /// The approval of the text in force; nil where there is none.
  public var approval: Ledger.Record? { address.edition.flatMap { ledger.approval(of: $0) } }
}
