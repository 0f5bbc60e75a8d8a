/// Every approval and review of a policy, oldest first: the one place where they are recorded.
public struct Ledger: Hashable, Sendable {
  /// One decision on an edition, with what proves which text was decided on.
  public struct Record: Hashable, Sendable {
    /// What was decided.
    public enum Event: String, Hashable, Sendable, CaseIterable {
      /// Ratified: from then on the text is never changed.
      case approved
      /// Read again and left as it is.
      case reviewed
    }

    /// The text decided on.
    public var edition: Edition
    /// Whether the edition was ratified, or read again and left as it is.
    public var event: Event
    /// Who decided; nil where it is not recorded.
    public var body: String?
    /// The date of the decision, as precisely as it is known; nil where it is not recorded.
    public var on: PartialDate?
    /// The minute in which the decision is found; nil where it is not recorded.
    public var minute: String?
    /// The digest of the edition's file.
    public var source: String?
    /// The digest of the edition's resolved text.
    public var text: String?

    public init(
      edition: Edition, event: Event, body: String? = nil, on: PartialDate? = nil, minute: String? = nil,
      source: String? = nil, text: String? = nil
    ) {
      self.edition = edition
      self.event = event
      self.body = body
      self.on = on
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
    records.first { $0.edition == edition && $0.event == .approved }
  }

  /// The approved edition with the highest number; nil where none is approved.
  public var newest: Edition? { records.filter { $0.event == .approved }.map(\.edition).max() }

  /// When an edition was last approved or reviewed, as far as it is recorded.
  public func lastDecision(on edition: Edition) -> PartialDate? {
    records.last { $0.edition == edition && $0.on != nil }?.on
  }
}
