/// Where a clause comes from: the edition that wrote it and the amendments that touched it since.
public struct Provenance: Hashable, Sendable {
  /// One amendment that touched a clause.
  public struct Touch: Hashable, Sendable {
    /// The fork whose amendment it is.
    public let by: Address
    /// What was done to the clause.
    public let operation: Verb
    /// Why, in the words of whoever amended; nil where no reason is given.
    public let reason: Text?

    public init(by: Address, operation: Verb, reason: Text?) {
      self.by = by
      self.operation = operation
      self.reason = reason
    }
  }

  /// The operations by name.
  public enum Verb: String, Hashable, Sendable {
    case substitute, insert, omit, move, renumber, reword, set
  }

  /// The edition that wrote the clause.
  public var origin: Address
  /// What touched the clause since it was written, in the order of application.
  public var amendedBy: [Touch]

  public init(origin: Address, amendedBy: [Touch] = []) {
    self.origin = origin
    self.amendedBy = amendedBy
  }

  /// What the amendments of one text did to the clause.
  package func touches(by text: Address) -> [Touch] { amendedBy.filter { $0.by == text } }
}

extension Operation {
  /// The operation's name.
  package var verb: Provenance.Verb {
    switch self {
    case .substitute, .substituteText, .substituteHeading: .substitute
    case .insert: .insert
    case .omit: .omit
    case .move: .move
    case .renumber: .renumber
    case .reword: .reword
    case .setClause, .setDocument: .set
    }
  }
}
