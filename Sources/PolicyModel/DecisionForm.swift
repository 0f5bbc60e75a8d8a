/// What somebody decides on the amendments of a fork whose base has a new edition.
public struct DecisionForm: Hashable, Sendable {
  /// A text and the digest of what it said when the form was made.
  public struct Seen: Hashable, Sendable {
    /// Which text it was.
    public var address: Address
    /// Written `sha256:` and 64 hexadecimal digits.
    public var digest: String

    public init(_ address: Address, digest: String) {
      self.address = address
      self.digest = digest
    }
  }

  /// One amendment that somebody must decide on.
  public struct Entry: Hashable, Sendable {
    /// The place of the amendment in the instrument, counted from 0; the file counts from 1.
    public var amendment: Int
    /// What the amendment is about: `#images`.
    public var target: String
    /// Nil while nothing is decided.
    public var choice: Decision.Choice?
    /// What was typed as a reason where nothing is decided yet.
    public var reason: Text?

    public init(amendment: Int, target: String, choice: Decision.Choice? = nil) {
      self.amendment = amendment
      self.target = target
      self.choice = choice
    }
  }

  /// The text that is taken to the new edition: its file.
  public var update: Seen
  /// The edition of the base that it rests on: how it reads.
  public var from: Seen
  /// The edition that it is to rest on: how it reads.
  public var to: Seen
  /// In the order of the amendments.
  public var entries: [Entry]

  public init(update: Seen, from: Seen, to: Seen, entries: [Entry]) {
    self.update = update
    self.from = from
    self.to = to
    self.entries = entries
  }

  /// What was decided, by the places of the amendments.
  public var choices: [Int: Decision.Choice] {
    Dictionary(entries.compactMap { entry in entry.choice.map { (entry.amendment, $0) } }) { first, _ in first }
  }

  /// Whether it was made of the same texts.
  public func isOf(_ other: DecisionForm) -> Bool { update == other.update && from == other.from && to == other.to }
}
