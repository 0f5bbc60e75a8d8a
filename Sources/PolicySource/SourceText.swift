import PolicyModel

/// The bytes of one file, checked to be text of a bearable size, with the place of every offset.
struct SourceText {
  /// What a file may hold, so that no input keeps the reader busy for long.
  enum Limit {
    static let bytes = 1_000_000
    /// Of lines without an empty one between them; what is printed puts a paragraph on one line.
    static let paragraphBytes = 60_000
    /// Of the same: nested openings keep a reader of Markdown busy for their number squared.
    static let brackets = 2_000
    static let nesting = 40
    /// Of a table; rows that fall short are filled up with empty cells, so that a few bytes could ask for millions.
    static let columns = 60
  }

  let path: String
  let bytes: [UInt8]
  /// The offset of each line's first byte.
  private let lineStarts: [Int]

  /// Nil with diagnostics when the bytes are no text or exceed a limit.
  init?(path: String, bytes: [UInt8], diagnostics: inout [Diagnostic]) {
    self.path = path
    let bytes = SourceText.withUnixLineEnds(bytes)
    self.bytes = bytes
    lineStarts = SourceText.lineStarts(of: bytes)
    guard let problem else { return }
    diagnostics.append(problem)
    return nil
  }

  var lineCount: Int { lineStarts.count }

  /// The bytes of a line, counted from 1, without its end.
  func line(_ number: Int) -> ArraySlice<UInt8> { bytes[range(ofLine: number)] }

  /// The offsets of the bytes of a line, counted from 1, without its end.
  func range(ofLine number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return 0..<0 }
    return lineStarts[number - 1]..<(number < lineStarts.count ? lineStarts[number] - 1 : bytes.count)
  }

  func position(line number: Int, column: Int) -> SourcePosition {
    SourcePosition(
      path: path, line: max(1, number), column: max(1, column), written: line(number))
  }

  /// The place of a character, counted from 1, of a line.
  func position(line number: Int, character: Int) -> SourcePosition {
    let line = self.line(number)
    var characters = 0
    let start = line.firstIndex { byte in
      if !UTF8.isContinuation(byte) { characters += 1 }
      return characters == character
    }
    return position(line: number, column: (start ?? line.endIndex) - line.startIndex + 1)
  }

  func position(ofOffset offset: Int) -> SourcePosition {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return position(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The offset of a line and column, both counted from 1.
  func offset(line number: Int, column: Int) -> Int {
    guard number >= 1 else { return 0 }
    return number <= lineStarts.count ? min(bytes.count, lineStarts[number - 1] + max(0, column - 1)) : bytes.count
  }

  /// The first line that holds more Markdown than can be read in bearable time, from a line on.
  func overfullLine(from first: Int = 1) -> Diagnostic? {
    // What the whole text does not hold, no line does.
    if bytes.count <= Limit.paragraphBytes, count(of: UInt8(ascii: "|")) <= Limit.columns,
      count(of: UInt8(ascii: "[")) <= Limit.brackets
    {
      return nil
    }
    var (paragraph, brackets) = (0, 0)
    for number in first...max(first, lineCount) {
      let line = self.line(number)
      if paragraph > 0, line.count(where: { $0 == UInt8(ascii: "|") }) > Limit.columns, line.allSatisfy(isRule) {
        return Diagnostic(
          .lineTooLong, "a table has more than \(Limit.columns) columns", remedy: "divide the table",
          at: position(line: number, column: 1))
      }
      let isEmpty = line.allSatisfy { $0 == 0x20 || $0 == 9 }
      paragraph = isEmpty ? 0 : paragraph + line.count
      brackets = isEmpty ? 0 : brackets + line.count { $0 == UInt8(ascii: "[") }
      if paragraph > Limit.paragraphBytes || brackets > Limit.brackets {
        return Diagnostic(
          .lineTooLong, "a line or paragraph holds more than a policy's clause can",
          remedy: "split it: lines without an empty one between them hold \(Limit.paragraphBytes) bytes"
            + " and \(Limit.brackets) square brackets at most",
          at: position(line: number, column: 1))
      }
    }
    return nil
  }

  /// Whether a byte may stand in the line between the head of a table and its rows, in quotations too.
  private func isRule(_ byte: UInt8) -> Bool { "|-: \t>".utf8.contains(byte) }

  private static func withUnixLineEnds(_ bytes: [UInt8]) -> [UInt8] {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let body = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
    guard holdsControls(body) else { return body }
    var result: [UInt8] = []
    result.reserveCapacity(body.count)
    for (index, byte) in body.enumerated() {
      if byte != carriageReturn {
        result.append(byte)
      } else if index + 1 == body.count || body[index + 1] != newline {
        result.append(newline)
      }
    }
    return result
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    starts.reserveCapacity(bytes.count / 32)
    while let end = bytes.firstOffset(from: starts.last!, where: { same($0, newline) }) { starts.append(end + 1) }
    return starts
  }

  /// How often a byte stands in a text no longer than a paragraph, for which 16 bits are enough.
  private func count(of wanted: UInt8) -> UInt16 {
    bytes.withUnsafeBufferPointer { bytes in
      var count: UInt16 = 0
      // Small, and without a check for overflow, many bytes are counted in one step.
      for byte in bytes { count &+= UInt16(same(byte, wanted)) }
      return count
    }
  }

  /// Why the bytes are no text of a bearable size; nil where they are.
  private var problem: Diagnostic? {
    if bytes.count > Limit.bytes { return tooLarge(path: path, bytes: bytes.count) }
    if SourceText.layouts.contains(where: bytes.starts) {
      return Diagnostic(
        .invalidUTF8, "this is a PDF file, or one of a word processor, and no plain text",
        remedy: "convert it to Markdown first", at: SourcePosition(path: path, line: 1, column: 1))
    }
    let foreign = SourceText.firstUnreadable(bytes)
    if let foreign, foreign.isInvalid {
      return Diagnostic(
        .invalidUTF8, "this is not UTF-8 text", remedy: "save the file with the encoding UTF-8",
        at: position(ofOffset: foreign.offset))
    }
    let control =
      SourceText.holdsControls(bytes)
      ? bytes.firstIndex { ($0 < 0x20 && $0 != newline && $0 != 9) || $0 == 0x7F } : nil
    if let offset = control ?? foreign?.offset {
      return Diagnostic(
        .controlCharacter, "a control character stands in the text", remedy: "delete the character",
        at: position(ofOffset: offset))
    }
    if let entity = SourceText.firstControlEntity(bytes) {
      let written = String(decoding: bytes[entity], as: UTF8.self)
      return Diagnostic(
        .controlCharacter, "“\(written)” stands for a control character",
        remedy: "delete it, or write \\\(written) where these very signs are meant",
        at: position(ofOffset: entity.lowerBound))
    }
    return nil
  }

  /// How files begin that hold text with its layout: PDF, what is packed as Word packs it, and what Word wrote before.
  private static let layouts: [[UInt8]] = [Array("%PDF-".utf8), Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0]]

  /// Where Markdown would first put a control character into the text for what is written, such as `&#1;`.
  private static func firstControlEntity(_ bytes: [UInt8]) -> Range<Int>? {
    var start = 0
    while let index = bytes.firstOffset(from: start, where: { same($0, UInt8(ascii: "&")) }) {
      start = index + 1
      let isEscaped = bytes[..<index].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
      // A backslash is one of the signs of an address between angle brackets.
      let isInAngles =
        bytes[..<index].last { [UInt8(ascii: "<"), UInt8(ascii: " "), newline].contains($0) } == UInt8(ascii: "<")
      let name = bytes[start...].prefix(10).prefix { $0 != UInt8(ascii: ";") }
      guard !isEscaped || isInAngles, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ";") else {
        continue
      }
      if String(decoding: name, as: UTF8.self).namesControl { return index..<(name.endIndex + 1) }
    }
    return nil
  }

  /// Whether there is a control character other than line ends and tabs, asked of all bytes at once.
  private static func holdsControls(_ bytes: [UInt8]) -> Bool {
    bytes[...].holds { ($0 < 0x20 ? 1 : 0) & ~(same($0, newline) | same($0, 9)) | same($0, 0x7F) }
  }

  /// The first byte of what is no UTF-8, or the first character that stands for none: looked for in what is more than ASCII,
  /// which is little of most texts.
  private static func firstUnreadable(_ bytes: [UInt8]) -> (offset: Int, isInvalid: Bool)? {
    var unprintable: Int?
    var offset = 0
    while let start = bytes.firstOffset(from: offset, where: { $0 >> 7 }) {
      let foreign = bytes[start...].prefix { $0 > 0x7F }
      var decoder = UTF8()
      var iterator = foreign.makeIterator()
      offset = start
      while case .scalarValue(let scalar) = decoder.decode(&iterator) {
        if unprintable == nil, scalar.isNoCharacter { unprintable = offset }
        offset += UTF8.width(scalar)
      }
      if offset < foreign.endIndex { return (offset, true) }
    }
    return unprintable.map { ($0, false) }
  }
}

extension String {
  /// Whether an entity of this name is a control character, or none at all.
  fileprivate var namesControl: Bool {
    guard first == "#" else { return self == "Tab" || self == "NewLine" }
    let digits = dropFirst()
    let number = digits.first.map { "xX".contains($0) } ?? false ? Int(digits.dropFirst(), radix: 16) : Int(digits)
    guard let scalar = number.flatMap({ UInt32(exactly: $0) }).flatMap(Unicode.Scalar.init) else { return false }
    return scalar.value < 0x20 || scalar.value == 0x7F || scalar.isNoCharacter
  }
}

/// The refusal of a file that is too large to be a policy.
package func tooLarge(path: String, bytes: Int) -> Diagnostic {
  Diagnostic(
    .fileTooLarge, "the file holds \(bytes) bytes; a policy file may hold \(SourceText.Limit.bytes)",
    remedy: "check that this is the right file, or divide the policy",
    at: SourcePosition(path: path, line: 1, column: 1))
}

/// How many bytes a policy file may hold; larger ones need not be read at all.
package let largestPolicyFile = SourceText.Limit.bytes

let newline = UInt8(ascii: "\n")
private let carriageReturn = UInt8(ascii: "\r")
