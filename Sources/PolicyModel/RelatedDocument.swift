extension Register {
  /// A policy, code, procedure or guidance that clauses name.
  public struct RelatedDocument: Hashable, Sendable {
    /// What sort of document it is.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
      case policy, procedure, code, guidance, plan
      case form
      /// Made for each site or occasion anew.
      case rules
    }

    /// Whether it is the document to go by.
    public enum Status: String, Hashable, Sendable, CaseIterable {
      case current, superseded, unknown
    }

    /// The key of its entry: `email-use-policy`.
    public var name: String
    /// What it is called in full: `Email Use Policy`.
    public var title: String
    /// Other titles it goes by.
    public var aliases: [String]
    /// Nil where nothing is said.
    public var kind: Kind?
    /// The organisation it belongs to, as in addresses; nil for one that many have, and for a public one.
    public var owner: String?
    /// The key of the public body that issued it; nil for an organisation's own.
    public var issuedBy: String?
    /// Whether it was the one to go by when the entry was last gone through.
    public var status: Status
    /// Keys of what took its place.
    public var replacedBy: [String]
    /// What else readers should know of it; nil where there is nothing to say.
    public var note: String?
    /// What the entry rests on.
    public var evidence: Evidence

    public init(
      name: String, title: String, aliases: [String] = [], kind: Kind? = nil, owner: String? = nil,
      issuedBy: String? = nil, status: Status = .unknown, replacedBy: [String] = [], note: String? = nil,
      evidence: Evidence = Evidence()
    ) {
      self.name = name
      self.title = title
      self.aliases = aliases
      self.kind = kind
      self.owner = owner
      self.issuedBy = issuedBy
      self.status = status
      self.replacedBy = replacedBy
      self.note = note
      self.evidence = evidence
    }
  }
}
