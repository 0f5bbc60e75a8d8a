import Foundation

/// A JSON value. Objects are printed with their keys sorted, so that the same value gives the same bytes.
public enum JSON: Hashable, Sendable, Encodable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case null
  case list([JSON])
  case object([String: JSON])

  /// Text where there is one, else null.
  init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    case .flag(let flag): try container.encode(flag)
    case .null: try container.encodeNil()
    case .list(let list): try container.encode(list)
    case .object(let object): try container.encode(object)
    }
  }

  /// The value as indented text without a final line end.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding fails for numbers that are not finite, which this type cannot hold.
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
