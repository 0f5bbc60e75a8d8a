/// The lasting name of a clause, written `{#personal-use}` and never derived from its number.
///
/// Shape: lower-case letters, digits and single hyphens, starting with a letter or digit, at most 80 characters.
public struct Identity: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// As written, without the `#`.
  public let name: String

  /// Nil when `name` is not of the shape above.
  public init?(_ name: String) {
    guard Identity.isWellFormed(name) else { return nil }
    self.name = name
  }

  public var description: String { "#" + name }

  public static func < (left: Identity, right: Identity) -> Bool { left.name < right.name }

  /// Whether a name could be an identity; organisations, policies, terms and topics are named by the same rule.
  public static func isWellFormed(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { bytes in
      guard (1...80).contains(bytes.count) else { return false }
      // A hyphen stands behind something and before something.
      var previous = hyphen
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
        case hyphen where previous != hyphen: break
        default: return false
        }
        previous = byte
      }
      return previous != hyphen
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
