/// Every decision on a policy, oldest first: the one place where they are recorded.
public struct Ledger: Hashable, Sendable {
  /// One decision on an edition, with what proves which text was decided on.
  public struct Record: Hashable, Sendable {
    /// What was decided.
    public enum Event: String, Hashable, Sendable, CaseIterable {
      /// Ratified: from then on the text is never changed.
      case approved
      /// Ratified in other words than were proposed: the edition says which.
      case approvedWithChanges = "approved-with-changes"
      /// Read again and left as it is.
      case reviewed
      /// Left as it is for the time being: its review is to be on a later day.
      case deferred

      /// Whether the decision made the text an edition.
      public var isApproval: Bool {
        switch self {
        case .approved, .approvedWithChanges: true
        case .reviewed, .deferred: false
        }
      }
    }

    /// The text decided on.
    public var edition: Edition
    /// What was decided of it.
    public var event: Event
    /// Who decided; nil where it is not recorded.
    public var body: String?
    /// The date of the decision, as precisely as it is known; nil where it is not recorded.
    public var on: PartialDate?
    /// The day that a review is deferred until; nil of any other decision.
    public var until: PartialDate?
    /// The minute in which the decision is found; nil where it is not recorded.
    public var minute: String?
    /// The digest of the edition's file.
    public var source: String?
    /// The digest of the edition's resolved text.
    public var text: String?

    public init(
      edition: Edition, event: Event, body: String? = nil, on: PartialDate? = nil, until: PartialDate? = nil,
      minute: String? = nil, source: String? = nil, text: String? = nil
    ) {
      self.edition = edition
      self.event = event
      self.body = body
      self.on = on
      self.until = until
      self.minute = minute
      self.source = source
      self.text = text
    }
  }

  /// In the order of the file, oldest first.
  public var records: [Record]

  public init(_ records: [Record] = []) {
    self.records = records
  }

  /// The approval of an edition.
  public func approval(of edition: Edition) -> Record? {
    records.first { $0.edition == edition && $0.event.isApproval }
  }

  /// The approved edition with the highest number; nil where none is approved.
  public var newest: Edition? { records.filter { $0.event.isApproval }.map(\.edition).max() }

  /// When an edition was last decided on, as far as it is recorded.
  public func lastDecision(on edition: Edition) -> PartialDate? {
    records.last { $0.edition == edition && $0.on != nil }?.on
  }

  /// When an edition is to be read again: on the day its review is deferred until, else a period after the last decision.
  ///
  /// Nil where no decision has a date, or no period is laid down.
  public func nextReview(of edition: Edition, every period: Period?) -> PartialDate? {
    guard let last = records.last(where: { $0.edition == edition && ($0.on ?? $0.until) != nil }) else { return nil }
    if let until = last.until { return until }
    return period.flatMap { last.on?.adding($0) }
  }

  /// The ledger as it was on a day: without the first decision that was certainly taken later, and those behind it.
  public func asAt(_ date: PartialDate) -> Ledger {
    Ledger(Array(records.prefix { record in record.on.map { !date.isCertainlyBefore($0) } ?? true }))
  }
}
