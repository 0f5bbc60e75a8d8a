/// The lasting name of a clause, written `{#personal-use}` and never derived from its number.
///
/// Shape: lower-case letters, digits and single hyphens, starting with a letter or digit, at most 80 characters.
public struct Identity: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Made of the name once, since clauses are looked up by their identities over and over; compared before the name.
  private let fingerprint: Fingerprint
  /// As written, without the `#`.
  public let name: String

  /// Nil when `name` is not of the shape above.
  public init?(_ name: String) {
    guard let fingerprint = Identity.fingerprint(of: name) else { return nil }
    self.fingerprint = fingerprint
    self.name = name
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

  // What dictionaries ask for: the fingerprint is a hash already, and need not be made into another at each look.
  public func _rawHashValue(seed: Int) -> Int { fingerprint.number ^ seed }

  public var description: String { "#" + name }

  public static func < (left: Identity, right: Identity) -> Bool { left.name < right.name }

  /// Whether a name could be an identity; organisations, policies, terms and topics are named by the same rule.
  public static func isWellFormed(_ name: String) -> Bool { fingerprint(of: name) != nil }

  /// That of a name; nil where it is not well-formed.
  private static func fingerprint(of name: String) -> Fingerprint? {
    name.withBytes { bytes in
      guard (1...80).contains(bytes.count) else { return nil }
      var fingerprint = Fingerprint()
      // A hyphen stands behind something and before something.
      var previous = hyphen
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
        case hyphen where previous != hyphen: break
        default: return nil
        }
        fingerprint.add(UInt64(byte))
        previous = byte
      }
      return previous == hyphen ? nil : fingerprint
    }
  }

  private static let hyphen = UInt8(ascii: "-")
}

extension Identity: ExpressibleByStringLiteral {
  /// For identities known when the program is written; stops the program when the literal is malformed.
  public init(stringLiteral name: String) {
    guard let identity = Identity(name) else { fatalError("“\(name)” is not an identity") }
    self = identity
  }
}
