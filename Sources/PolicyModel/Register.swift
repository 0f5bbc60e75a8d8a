/// What clauses cite: legislation by its legislation.gov.uk identifier, related documents, and the topics they fill.
public struct Register: Hashable, Sendable {
  /// An Act or instrument; no entry is legal advice.
  public struct Legislation: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
      case inForce = "in-force"
      case inForceInPart = "in-force-in-part"
      case repealed
    }

    /// As in `https://www.legislation.gov.uk/id/…`: `ukpga/1998/42`.
    public var identifier: String
    public var title: String
    public var aliases: [String]
    public var status: Status
    public var note: String?
    /// Identifiers of what took its place.
    public var replacedBy: [String]
    /// Titles under which it is cited with a wrong year.
    public var misdatedAs: [String]
    public var checkedOn: PartialDate?

    public init(
      identifier: String, title: String, aliases: [String] = [], status: Status, note: String? = nil,
      replacedBy: [String] = [], misdatedAs: [String] = [], checkedOn: PartialDate? = nil
    ) {
      self.identifier = identifier
      self.title = title
      self.aliases = aliases
      self.status = status
      self.note = note
      self.replacedBy = replacedBy
      self.misdatedAs = misdatedAs
      self.checkedOn = checkedOn
    }
  }

  /// A policy, code, procedure or guidance that clauses name.
  public struct RelatedDocument: Hashable, Sendable {
    public var name: String
    public var title: String
    public var aliases: [String]

    public init(name: String, title: String, aliases: [String] = []) {
      self.name = name
      self.title = title
      self.aliases = aliases
    }
  }

  /// A rule slot that policies of many organisations fill.
  public struct Topic: Hashable, Sendable {
    public var name: String
    public var title: String

    public init(name: String, title: String) {
      self.name = name
      self.title = title
    }
  }

  public var legislation: [Legislation]
  public var documents: [RelatedDocument]
  public var topics: [Topic]

  public init(legislation: [Legislation] = [], documents: [RelatedDocument] = [], topics: [Topic] = []) {
    self.legislation = legislation
    self.documents = documents
    self.topics = topics
  }
}
