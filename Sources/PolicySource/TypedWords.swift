import PolicyModel

/// What stands behind a `reason:` or `wording:` in a form of decisions.
///
/// Whoever fills in a form need not know YAML, in which `#` begins a comment, `{{` a mapping and `: ` a value. So these words are
/// plain text, unless all of them stand in quotation marks or in a block behind `|` or `>`.
struct TypedWords {
  /// The offsets of their bytes, over as many lines as they go on.
  let range: Range<Int>
  let isPlain: Bool
  /// Where the words for a clause go on behind an empty line.
  let secondParagraph: SourcePosition?
}

extension SourceText {
  /// All that is typed into a form, in its order.
  var typedWords: [TypedWords] {
    var found: [TypedWords] = []
    var next = 1
    while next <= lineCount {
      let number = next
      next += 1
      guard let key = TypedKey(line(number)) else { continue }
      let lines = number...lastLine(below: number, deeperThan: key.indentation)
      next = lines.upperBound + 1
      let behind = bytes[key.end..<range(ofLine: lines.upperBound).upperBound]
      guard let start = behind.firstIndex(where: { !isBlank($0) }), let last = behind.lastIndex(where: { !isBlank($0) })
      else { continue }
      let words = bytes[start...last]
      let isBeside = start < range(ofLine: number).upperBound && !words.isBlock
      let body = lines.dropFirst(isBeside ? 0 : 1).drop(while: isEmpty)
      let second = key.isWording ? body.drop { !isEmpty($0) }.first { !isEmpty($0) } : nil
      found.append(
        TypedWords(
          range: words.indices, isPlain: !words.isBlock && !words.isQuoted,
          secondParagraph: second.map { position(line: $0, column: line($0).prefix(while: isSpace).count + 1) }))
    }
    return found
  }

  /// The bytes with plain words in quotation marks: each stays on its line, and the first at its place.
  func quoting(_ words: [TypedWords]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for range in words.filter(\.isPlain).map(\.range) {
      result += bytes[end..<range.lowerBound]
      result.append(UInt8(ascii: "\""))
      for byte in bytes[range] {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
      }
      result.append(UInt8(ascii: "\""))
      end = range.upperBound
    }
    return result + bytes[end...]
  }

  /// The last line of what begins on one and goes on below it, farther to the right than its key.
  private func lastLine(below first: Int, deeperThan indentation: Int) -> Int {
    var last = first
    var next = first + 1
    while next <= lineCount, isEmpty(next) || line(next).prefix(while: isSpace).count > indentation {
      if !isEmpty(next) { last = next }
      next += 1
    }
    return last
  }

  private func isEmpty(_ line: Int) -> Bool { self.line(line).allSatisfy(isBlank) }
}

/// A key of which the words are typed, at the start of a line or of an entry.
private struct TypedKey {
  let isWording: Bool
  let indentation: Int
  /// The offset behind it.
  let end: Int

  init?(_ line: ArraySlice<UInt8>) {
    var rest = line.drop(while: isSpace)
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst().drop(while: isSpace) }
    isWording = rest.starts(with: "wording:".utf8)
    guard isWording || rest.starts(with: "reason:".utf8) else { return nil }
    indentation = rest.startIndex - line.startIndex
    end = rest.firstIndex(of: UInt8(ascii: ":"))! + 1
    guard end == line.endIndex || isBlank(line[end]) else { return nil }
  }
}

extension ArraySlice<UInt8> {
  /// Whether nothing but the mark of a block stands on the first line, such as `|` or `>-`.
  var isBlock: Bool {
    guard first == UInt8(ascii: "|") || first == UInt8(ascii: ">") else { return false }
    return dropFirst().prefix { $0 != newline }.allSatisfy { "+-123456789".utf8.contains($0) || isBlank($0) }
  }

  /// Whether the quotation mark at the start is closed by the last byte, and not before.
  fileprivate var isQuoted: Bool {
    guard let mark = first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") else { return false }
    var rest = dropFirst()
    while let byte = rest.popFirst() {
      if byte == mark {
        guard mark == UInt8(ascii: "'"), rest.first == mark else { return rest.isEmpty }
        rest.removeFirst()
      } else if byte == UInt8(ascii: "\\"), mark == UInt8(ascii: "\"") {
        _ = rest.popFirst()
      }
    }
    return false
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") }

private func isBlank(_ byte: UInt8) -> Bool { isSpace(byte) || byte == UInt8(ascii: "\t") || byte == newline }
