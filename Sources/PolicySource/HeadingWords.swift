import PolicyModel

/// The words of an amendment's heading, taken one after the other.
extension AmendmentHeading {
  /// What words are quoted between.
  enum QuotationMark {
    case straight, opener, closer

    /// In bytes.
    var length: Int { self == .straight ? 1 : 3 }

    static func mayStart(with byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == 0xE2 }
  }

  /// The quotation mark that stands at an index; nil where none does.
  func quotationMark(at index: Int) -> QuotationMark? {
    guard index < words.endIndex else { return nil }
    if words[index] == UInt8(ascii: "\"") { return .straight }
    // “ is E2 80 9C, and ” is E2 80 9D.
    guard words[index] == 0xE2, index + 2 < words.endIndex, words[index + 1] == 0x80 else { return nil }
    switch words[index + 2] {
    case 0x9C: return .opener
    case 0x9D: return .closer
    default: return nil
    }
  }

  mutating func expect(_ word: StaticString) throws(Misunderstood) {
    guard take(word) else { throw misunderstood("go on with “\(word)”") }
  }

  /// The end of the heading, with the full stop that may stand there.
  mutating func expectEnd() throws(Misunderstood) {
    skipSpaces()
    if index == words.endIndex - 1, words[index] == fullStop { index += 1 }
    guard index >= words.endIndex else { throw misunderstood("the heading should end here") }
  }

  mutating func take(_ wanted: StaticString...) -> Bool {
    let start = index
    for word in wanted where !take(word) {
      index = start
      return false
    }
    return true
  }

  mutating func take(_ word: StaticString) -> Bool {
    guard isNext(word) else { return false }
    index = firstBehindSpaces + word.utf8CodeUnitCount
    return true
  }

  /// Whether a word in small letters is the next, in letters of whichever case.
  func isNext(_ word: StaticString) -> Bool {
    let next = nextWord
    return next.count == word.utf8CodeUnitCount
      && word.withUTF8Buffer { word in
        words[next].elementsEqual(word) { $0 == $1 || ($0 | 0x20) == $1 && $0.isCapital }
      }
  }

  mutating func takeWord() -> String {
    let word = nextWord
    index = word.upperBound
    return text(word)
  }

  /// The bytes up to the next space; a comma behind a word is left standing.
  var nextWord: Range<Int> {
    let start = firstBehindSpaces
    var end = start
    while end < words.endIndex, !isSpace(end) { end += 1 }
    if end > start + 1, words[end - 1] == comma { end -= 1 }
    return start..<end
  }

  func text(_ range: Range<Int>) -> String { String(decoding: words[range], as: UTF8.self) }

  mutating func skipComma() {
    skipSpaces()
    if index < words.endIndex, words[index] == comma { index += 1 }
  }

  mutating func skipSpaces() { index = firstBehindSpaces }

  var firstBehindSpaces: Int { (index..<words.endIndex).first { !isSpace($0) } ?? words.endIndex }

  func isSpace(_ index: Int) -> Bool { words[index] == space || words[index] == tab }

  func position(_ index: Int) -> SourcePosition {
    source.position(line: line, column: index - source.line(line).startIndex + 1)
  }

  func misunderstood(_ remedy: String) -> Misunderstood {
    Misunderstood(
      diagnostic: Diagnostic(
        .amendmentNotUnderstood, "this heading is not an amendment", remedy: remedy, at: position(firstBehindSpaces)))
  }
}

private let space = UInt8(ascii: " ")
private let tab = UInt8(ascii: "\t")
private let comma = UInt8(ascii: ",")
private let fullStop = UInt8(ascii: ".")

extension UInt8 {
  fileprivate var isCapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
