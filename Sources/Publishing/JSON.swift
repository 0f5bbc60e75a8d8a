import PolicyModel

/// A JSON value (RFC 8259). Objects keep the order of their keys, so that the same value gives the same bytes.
package enum JSON: Hashable, Sendable {
  case text(String)
  case number(Int)
  case null
  case list([JSON])
  case object(KeyValuePairs)

  /// The members of an object in the order written.
  package struct KeyValuePairs: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    struct Member: Hashable, Sendable {
      let key: String
      let value: JSON
    }

    private(set) var members: [Member] = []

    package init(dictionaryLiteral elements: (String, JSON)...) {
      members = elements.map { Member(key: $0.0, value: $0.1) }
    }

    var isEmpty: Bool { members.isEmpty }

    package mutating func add(_ key: String, _ value: JSON) { members.append(Member(key: key, value: value)) }
  }

  /// Text where there is one, else null.
  package init(_ text: String?) {
    self = text.map { .text($0) } ?? .null
  }

  /// The value as indented text without a final line end.
  package var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to output: inout String, indent: String) {
    switch self {
    case .text(let text): output += JSON.quoted(text)
    case .number(let number): output += String(number)
    case .null: output += "null"
    case .list(let values):
      JSON.write(values, "[", "]", to: &output, indent: indent) { $0.write(to: &$1, indent: indent + "  ") }
    case .object(let pairs):
      JSON.write(pairs.members, "{", "}", to: &output, indent: indent) { member, output in
        output += JSON.quoted(member.key) + ": "
        member.value.write(to: &output, indent: indent + "  ")
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to output: inout String, indent: String,
    _ write: (Element, inout String) -> Void
  ) {
    output += open
    for (index, element) in elements.enumerated() {
      output += (index == 0 ? "\n" : ",\n") + indent + "  "
      write(element, &output)
    }
    output += (elements.isEmpty ? "" : "\n" + indent) + close
  }

  private static func quoted(_ text: String) -> String {
    guard text.holds({ ($0 < 0x20 ? 1 : 0) | same($0, UInt8(ascii: "\"")) | same($0, UInt8(ascii: "\\")) }) else {
      return "\"" + text + "\""
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
