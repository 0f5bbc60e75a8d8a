import PolicyModel

/// A place where a clause names an entry of a register.
package struct Citation: Hashable, Sendable {
  /// What is named: of an Act that the register does not hold, the key it would have.
  package let key: Register.Key
  /// The words by which the clause names it.
  package let words: String
  /// Which parts of an Act are meant; empty for the whole.
  package let provisions: [Provision]
  /// Whether the words are a common mistake for what is meant.
  package let isMiscited: Bool
  /// Whether a year follows, as behind the author of a publication: “(Home Office, 2008)”.
  package let isAuthor: Bool
  package let clause: Identity
}

/// The identifier in an address of legislation.gov.uk; nil for any other address.
package func legislationIdentifier(_ address: String) -> String? { legislationPassage(address)?.identifier }

/// What an address of legislation.gov.uk leads to; nil for any other address.
package func legislationPassage(_ address: String) -> LegislationPassage? {
  for scheme in ["https://", "http://"] {
    for host in ["www.legislation.gov.uk/", "legislation.gov.uk/"] where address.hasPrefix(scheme + host) {
      let path = address.dropFirst(scheme.count + host.count)
      return LegislationPassage(path.hasPrefix("id/") ? path.dropFirst(3) : path)
    }
  }
  return nil
}
