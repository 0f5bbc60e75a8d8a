import PolicyModel

/// A decision on the text of a policy, with who took it and when.
public struct Ratification: Hashable, Sendable {
  /// What is decided.
  public enum Kind: Hashable, Sendable {
    /// The draft becomes this edition, in other words than were proposed where changes were asked for.
    case approval(of: Edition, withChanges: Bool = false)
    /// An edition stays as it is: the one named, else the newest.
    case review(of: Edition?)
    /// The review of an edition is deferred: of the one named, else of the newest.
    case deferral(of: Edition?, until: PartialDate)
  }

  /// Which policy, without a chosen text.
  public let policy: Address
  /// Whether a draft is approved, or an edition left as it is.
  public let kind: Kind
  /// Who decided, in words with single spaces.
  public let body: String
  /// The date of the decision, as precisely as it is known.
  public let on: PartialDate
  /// The minute in which the decision is found; nil where there is none.
  public let minute: String?

  /// Nil where the body, or a minute that is given, has no words that can be printed.
  public init?(_ kind: Kind, of policy: Address, by body: String, on: PartialDate, minute: String? = nil) {
    guard let body = body.printable else { return nil }
    let reference = minute.flatMap(\.printable)
    guard minute == nil || reference != nil else { return nil }
    self.policy = policy.policyAddress
    self.kind = kind
    self.body = body
    self.on = on
    self.minute = reference
  }
}

/// What ratifying did.
public struct RatifyReport: Sendable {
  /// When the edition is to be read again.
  public enum NextReview: Hashable, Sendable {
    case due(PartialDate)
    /// The policy lays down no cycle.
    case notLaidDown
    /// It is not: a newer edition is in force.
    case superseded(by: Edition)
  }

  /// A decision as it stands in the ledger.
  public struct Decision: Hashable, Sendable {
    /// The edition decided on.
    public var edition: Address
    /// Its entry in the ledger.
    public var record: Ledger.Record
    /// When the edition is to be read again; nil where it was ratified before, and only its draft had been left.
    public var nextReview: NextReview?
  }

  /// What was decided; nil where nothing was written.
  public var decision: Decision?
  /// Every problem met; a single error keeps all from being written.
  public var diagnostics: [Diagnostic]

  /// Whether every file was left as it was.
  public var isRefused: Bool { decision == nil }

  static func refused(_ diagnostics: [Diagnostic]) -> RatifyReport {
    RatifyReport(decision: nil, diagnostics: diagnostics.unique)
  }
}

extension RatifyReport.Decision: CustomStringConvertible {
  /// What a reader is told, in whole sentences.
  public var description: String {
    let by = [record.body.map { "by \($0)" }, record.on?.phrase].compactMap { $0 }.joined(separator: " ")
    let decided =
      switch record.event {
      case .approved: "\(edition) is ratified: approved \(by)."
      case .approvedWithChanges: "\(edition) is ratified: approved with changes \(by)."
      case .reviewed: "\(edition) stays unchanged: reviewed \(by)."
      case .deferred: "\(edition) stays unchanged: its review was deferred \(by)."
      }
    return "\(decided) \(nextReview?.sentence ?? "The draft that was left is removed.")"
  }
}

extension RatifyReport.NextReview {
  fileprivate var sentence: String {
    switch self {
    case .due(let date): "Next review: \(date.words)."
    case .notLaidDown: "No review cycle is laid down."
    case .superseded(let edition): "The text in force is edition \(edition)."
    }
  }
}
