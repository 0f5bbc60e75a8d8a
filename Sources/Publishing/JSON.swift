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
  package var text: String { text(indent: 0) }

  /// Writes the text of a list piece by piece, for one too long to be held as a whole.
  ///
  /// - Parameter json: makes each value when its turn comes.
  package static func write<Element>(
    listOf elements: some Sequence<Element>, _ json: (Element) -> JSON, to write: (String) -> Void
  ) {
    var start = "["
    for element in elements {
      write("\(start)\n  \(json(element).text(indent: 2))")
      start = ","
    }
    write(start == "[" ? "[]" : "\n]")
  }

  private func text(indent: Int) -> String {
    var sheet = Sheet()
    write(to: &sheet, indent: indent)
    return sheet.text
  }

  private func write(to output: inout Sheet, indent: Int) {
    switch self {
    case .text(let text): JSON.quote(text, to: &output)
    case .number(let number): output.add(words: String(number))
    case .null: output.add("null")
    case .list(let values):
      JSON.write(values, "[", "]", to: &output, indent: indent) { $0.write(to: &$1, indent: indent + 2) }
    case .object(let pairs):
      JSON.write(pairs.members, "{", "}", to: &output, indent: indent) { member, output in
        JSON.quote(member.key, to: &output)
        output.add(": ")
        member.value.write(to: &output, indent: indent + 2)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: StaticString, _ close: StaticString, to output: inout Sheet, indent: Int,
    _ write: (Element, inout Sheet) -> Void
  ) {
    func startLine(indent: Int, to output: inout Sheet) {
      output.add("\n")
      for _ in 0..<indent { output.add(" ") }
    }
    output.add(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { output.add(",") }
      startLine(indent: indent + 2, to: &output)
      write(element, &output)
    }
    if !elements.isEmpty { startLine(indent: indent, to: &output) }
    output.add(close)
  }

  private static func quote(_ text: String, to output: inout Sheet) {
    output.add("\"")
    let isPlain = !text.holds {
      ($0 < 0x20 ? 1 : 0) | same($0, UInt8(ascii: "\"")) | same($0, UInt8(ascii: "\\"))
    }
    if isPlain {
      output.add(words: text)
    } else {
      var escaped: [UInt8] = []
      for byte in text.utf8 { escape(byte, to: &escaped) }
      output.add(escaped)
    }
    output.add("\"")
  }

  private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): output += "\\n".utf8
    case 0..<0x20:
      let digits = String(byte, radix: 16)
      output += ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8
    default: output.append(byte)
    }
  }
}
