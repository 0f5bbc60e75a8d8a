/// Every approval and review of a policy, oldest first: the one place where they are recorded.
public struct Ledger: Hashable, Sendable {
  public struct Record: Hashable, Sendable {
    public enum Event: String, Hashable, Sendable, CaseIterable {
      case approved
      /// Read again and left as it is.
      case reviewed
    }

    public var edition: Edition
    public var event: Event
    /// Who decided; nil where it is not recorded.
    public var body: String?
    public var on: PartialDate?
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

  public var records: [Record]

  public init(_ records: [Record] = []) {
    self.records = records
  }

  /// The approval of an edition.
  public func approval(of edition: Edition) -> Record? {
    records.first { $0.edition == edition && $0.event == .approved }
  }

  /// When an edition was last approved or reviewed, as far as it is recorded.
  public func lastDecision(on edition: Edition) -> PartialDate? {
    records.last { $0.edition == edition && $0.on != nil }?.on
  }
}
