import PolicyModel

/// Where the first comment in the front matter of a policy file stands, which no value holds; nil where there is none.
package func firstComment(inFrontMatterOf bytes: [UInt8], path: String) -> SourcePosition? {
  var ignored: [Diagnostic] = []
  guard let source = SourceText(path: path, bytes: bytes, diagnostics: &ignored), source.line(1).isFence,
    let end = (2...max(2, source.lineCount)).first(where: { source.line($0).isFence })
  else { return nil }
  var quotation = YAMLQuotation()
  /// How far to the right the key of a block stands, in whose lines a number sign is one.
  var block: Int?
  for number in 2..<end {
    let line = source.line(number)
    let indentation = line.prefix { $0 == 0x20 }.count
    if let key = block, indentation > key || indentation == line.count { continue }
    if let column = quotation.columnOfComment(in: Array(line)) { return source.position(line: number, column: column) }
    block = line.opensBlock ? indentation : nil
  }
  return nil
}

/// Whether YAML stands in quotation marks, where a number sign starts no comment; a quotation may go on over lines.
private struct YAMLQuotation {
  private var mark: UInt8?

  /// Counted from 1; nil where the line has no comment.
  mutating func columnOfComment(in line: [UInt8]) -> Int? {
    var opens = true
    var index = 0
    while index < line.count {
      let byte = line[index]
      if let mark {
        if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
          index += 1
        } else if byte == mark {
          // Within single marks, two in a row stand for one.
          let isDoubled = mark == UInt8(ascii: "'") && index + 1 < line.count && line[index + 1] == mark
          if isDoubled { index += 1 } else { self.mark = nil }
        }
      } else if byte == UInt8(ascii: "#"), index == 0 || line[index - 1].isBlank {
        return index + 1
      } else if opens, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        mark = byte
      }
      if !byte.isBlank { opens = ":-,[{".utf8.contains(byte) }
      index += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate var isFence: Bool { elementsEqual("---".utf8) }

  /// Whether a key stands in the line with the mark of a block behind it.
  fileprivate var opensBlock: Bool {
    guard let colon = lastIndex(of: UInt8(ascii: ":")) else { return false }
    return self[index(after: colon)...].drop(while: \.isBlank).isBlock
  }
}
