/// Who owns policies.
public struct Organisation: Hashable, Sendable {
  /// What sort of body owns policies.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case authority, council, federation, school

    /// “authority, council, federation or school”.
    package static var choices: String { allCases.map(\.rawValue).asChoice }
  }

  /// A role with how it is reached.
  public struct Contact: Hashable, Sendable {
    /// The post or office that is reached, never a person: `Chiddingly office`.
    public let role: String
    /// A telephone number, an e-mail address or the like, as printed.
    public let reached: String

    public init(role: String, reached: String) {
      self.role = role
      self.reached = reached
    }
  }

  /// What it is called, in full and in short; the term `organisation` prints it.
  public var name: TermValue
  /// Which sort of body it is.
  public var kind: Kind
  /// Whom readers may turn to, in the order printed.
  public var contacts: [Contact]
  /// Terms for all its policies, unless a policy says otherwise.
  public var terms: [String: TermValue]

  public init(name: TermValue, kind: Kind, contacts: [Contact] = [], terms: [String: TermValue] = [:]) {
    self.name = name
    self.kind = kind
    self.contacts = contacts
    self.terms = terms
  }
}
