/// Who owns policies.
public struct Organisation: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case authority, council, federation, school
  }

  /// A role with how it is reached.
  public struct Contact: Hashable, Sendable {
    public let role: String
    public let reached: String

    public init(role: String, reached: String) {
      self.role = role
      self.reached = reached
    }
  }

  public var name: TermValue
  public var kind: Kind
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
