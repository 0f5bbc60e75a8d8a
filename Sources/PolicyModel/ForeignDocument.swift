/// A whole text that was not written as a policy of this library: clauses as they read, with the numbers typed before them.
///
/// Every clause has an identity, made up where the document names none; its prose holds no terms and no references.
public struct ForeignDocument: Hashable, Sendable {
  /// What is typed before the words of a clause.
  public enum TypedNumber: Hashable, Sendable {
    /// No number is printed, though the document numbers other clauses of the sort.
    case none
    case printed(String)
  }

  /// The first heading; nil where the document has no title of its own.
  public var title: String?
  /// The headings above the text, the title among them, where there are several.
  public var letterhead: [String]
  /// What stands directly in the document, in its order.
  public var clauses: [Clause]
  /// What is typed before clauses; a clause is not in it where the document does not tell.
  public var numbers: [Identity: TypedNumber]
  /// The identities that the document itself gives.
  public var named: Set<Identity>
  /// What was not read, in words: “the contents”, “2 pictures”.
  public var leftOut: [String]

  public init(
    title: String?, letterhead: [String] = [], clauses: [Clause], numbers: [Identity: TypedNumber] = [:],
    named: Set<Identity> = [],
    leftOut: [String] = []
  ) {
    self.title = title
    self.letterhead = letterhead
    self.clauses = clauses
    self.numbers = numbers
    self.named = named
    self.leftOut = leftOut
  }
}

extension Identity {
  /// A name for a clause that has none, by its place in the document.
  package static func madeUp(_ place: Int) -> Identity { Identity("nameless-\(place + 1)")! }

  /// Whether it is like one of those.
  package var isMadeUp: Bool { name.hasPrefix("nameless-") }
}
