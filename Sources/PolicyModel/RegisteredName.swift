extension Register {
  /// Somebody or something that clauses name: a body or a service.
  public struct Named<Status: Hashable & Sendable>: Hashable, Sendable {
    /// The key of its entry: `ofsted`.
    public var key: String
    /// As clauses should name it, or as they used to where it is no more.
    public var name: String
    /// Other names by which it is recognised in a text.
    public var aliases: [String]
    /// What it is, in a few words: `regulator`; nil where nothing is said.
    public var kind: String?
    /// Whether it still goes by the name.
    public var status: Status
    /// Since when it does not; nil where it does, or where the date is not recorded.
    public var since: PartialDate?
    /// Keys of what took its place, or of its new name.
    public var replacedBy: [String]
    /// What else readers should know of it; nil where there is nothing to say.
    public var note: String?
    /// What the entry rests on.
    public var evidence: Evidence

    public init(
      key: String, name: String, aliases: [String] = [], kind: String? = nil, status: Status,
      since: PartialDate? = nil, replacedBy: [String] = [], note: String? = nil, evidence: Evidence = Evidence()
    ) {
      self.key = key
      self.name = name
      self.aliases = aliases
      self.kind = kind
      self.status = status
      self.since = since
      self.replacedBy = replacedBy
      self.note = note
      self.evidence = evidence
    }
  }

  /// Whether a body is still there.
  public enum BodyStatus: String, Hashable, Sendable, CaseIterable {
    case current, renamed, abolished, unknown
  }

  /// Whether a service can still be used.
  public enum ServiceStatus: String, Hashable, Sendable, CaseIterable {
    case open, renamed, closed, unknown
  }

  /// A council, regulator or other body.
  public typealias Body = Named<BodyStatus>
  /// A social media site or another service.
  public typealias Service = Named<ServiceStatus>
}
