/// What clauses cite, table by table, and the topics they fill; no entry is legal advice.
public struct Register: Hashable, Sendable {
  /// Acts and instruments, in the order of `registers/legislation.yaml`.
  public let legislation: [Legislation]
  /// Councils, regulators and others that clauses name, in the order of `registers/bodies.yaml`.
  public let bodies: [Body]
  /// Social media sites and the like, in the order of `registers/services.yaml`.
  public let services: [Service]
  /// Policies, codes, procedures and guidance, in the order of `registers/documents.yaml`.
  public let documents: [RelatedDocument]
  /// The rule slots, in the order of `registers/topics.yaml`.
  public let topics: [Topic]
  /// Where each entry stands in its table; of two with one key, the first.
  private let places: [Key: Int]

  public init(
    legislation: [Legislation] = [], bodies: [Body] = [], services: [Service] = [], documents: [RelatedDocument] = [],
    topics: [Topic] = []
  ) {
    self.legislation = legislation
    self.bodies = bodies
    self.services = services
    self.documents = documents
    self.topics = topics
    let tables = [
      legislation.map { Key(.legislation, $0.identifier) }, bodies.map { Key(.bodies, $0.key) },
      services.map { Key(.services, $0.key) }, documents.map { Key(.documents, $0.name) },
    ]
    places = Dictionary(tables.flatMap { zip($0, $0.indices) }) { first, _ in first }
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
}

extension Register {
  /// The tables whose entries clauses cite.
  public enum Table: String, Hashable, Sendable, CaseIterable {
    case legislation, bodies, services, documents
  }

  /// Which entry of which table.
  public struct Key: Hashable, Sendable {
    /// Where the entry stands.
    public let table: Table
    /// As it stands in the file: `ukpga/1998/42`, `ofsted`.
    public let name: String

    public init(_ table: Table, _ name: String) {
      self.table = table
      self.name = name
    }
  }

  /// On what an entry rests.
  public struct Evidence: Hashable, Sendable {
    /// How far its facts can be relied on.
    public enum Confidence: String, Hashable, Sendable, CaseIterable {
      case high, medium, low
    }

    /// Where the facts can be looked up: the address of a page; nil where none is recorded.
    public var source: String?
    /// The day the entry was last gone through; nil where it is not recorded.
    public var checkedOn: PartialDate?
    /// Nil where nothing is said.
    public var confidence: Confidence?

    public init(source: String? = nil, checkedOn: PartialDate? = nil, confidence: Confidence? = nil) {
      self.source = source
      self.checkedOn = checkedOn
      self.confidence = confidence
    }
  }

  /// What the entries of all tables have.
  package struct Entry: Hashable, Sendable {
    package let key: Key
    /// As clauses should name it.
    package let title: String
    /// Other words by which it is found.
    package let aliases: [String]
    package let evidence: Evidence
  }

  /// Every entry that clauses may cite, table by table.
  package var entries: [Entry] {
    legislation.map {
      Entry(key: Key(.legislation, $0.identifier), title: $0.title, aliases: $0.aliases, evidence: $0.evidence)
    } + bodies.map { Entry(key: Key(.bodies, $0.key), title: $0.name, aliases: $0.aliases, evidence: $0.evidence) }
      + services.map { Entry(key: Key(.services, $0.key), title: $0.name, aliases: $0.aliases, evidence: $0.evidence) }
      + documents.map {
        Entry(key: Key(.documents, $0.name), title: $0.title, aliases: $0.aliases, evidence: $0.evidence)
      }
  }

  /// The Act or instrument of an identifier; nil where the register has none such, as of each of the other tables.
  package func law(_ identifier: String) -> Legislation? {
    places[Key(.legislation, identifier)].map { legislation[$0] }
  }

  package func body(_ key: String) -> Body? { places[Key(.bodies, key)].map { bodies[$0] } }

  package func service(_ key: String) -> Service? { places[Key(.services, key)].map { services[$0] } }

  package func document(_ name: String) -> RelatedDocument? { places[Key(.documents, name)].map { documents[$0] } }

  /// What an entry is called; its key where the register has none such.
  package func title(of key: Key) -> String {
    let title: String? =
      switch key.table {
      case .legislation: law(key.name)?.title
      case .bodies: body(key.name)?.name
      case .services: service(key.name)?.name
      case .documents: document(key.name)?.title
      }
    return title ?? key.name
  }
}
