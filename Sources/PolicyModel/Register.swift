/// What clauses cite: legislation by its legislation.gov.uk identifier, related documents, and the topics they fill.
public struct Register: Hashable, Sendable {
  /// An Act or instrument; no entry is legal advice.
  public struct Legislation: Hashable, Sendable {
    /// How far an Act or instrument is law.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      case inForce = "in-force"
      case inForceInPart = "in-force-in-part"
      case repealed
    }

    /// As in `https://www.legislation.gov.uk/id/…`: `ukpga/1998/42`.
    public var identifier: String
    /// As clauses should cite it: `Human Rights Act 1998`.
    public var title: String
    /// Other titles under which it is recognised in a text.
    public var aliases: [String]
    /// How far it was law when the entry was last gone through.
    public var status: Status
    /// What else readers should know of it; nil where there is nothing to say.
    public var note: String?
    /// Identifiers of what took its place.
    public var replacedBy: [String]
    /// Titles under which it is cited with a wrong year.
    public var misdatedAs: [String]
    /// The day the entry was last gone through; nil where it is not recorded.
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
    /// The key of its entry: `email-use-policy`.
    public var name: String
    /// What it is called in full: `Email Use Policy`.
    public var title: String
    /// Other titles it goes by.
    public var aliases: [String]

    public init(name: String, title: String, aliases: [String] = []) {
      self.name = name
      self.title = title
      self.aliases = aliases
    }
  }

  /// A rule slot that policies of many organisations fill.
  public struct Topic: Hashable, Sendable {
    /// As written behind `topic=`: `personal-use-at-work`.
    public var name: String
    /// As readers see it: `Personal use at work`.
    public var title: String
    /// What belongs to it, in a sentence; nil where nothing is said.
    public var description: String?

    public init(name: String, title: String, description: String? = nil) {
      self.name = name
      self.title = title
      self.description = description
    }
  }

  /// Acts and instruments, in the order of `registers/legislation.yaml`.
  public var legislation: [Legislation]
  /// Policies, codes, procedures and guidance, in the order of `registers/documents.yaml`.
  public var documents: [RelatedDocument]
  /// The rule slots, in the order of `registers/topics.yaml`.
  public var topics: [Topic]

  public init(legislation: [Legislation] = [], documents: [RelatedDocument] = [], topics: [Topic] = []) {
    self.legislation = legislation
    self.documents = documents
    self.topics = topics
  }
}
