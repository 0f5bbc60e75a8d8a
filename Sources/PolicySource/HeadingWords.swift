import PolicyModel

/// The words of an amendment's heading, taken one after the other.
extension AmendmentHeading {
  /// Whether these bytes are the next.
  func stands(_ bytes: [UInt8]) -> Bool {
    index + bytes.count <= words.endIndex && words[index] == bytes[0]
      && words[index..<(index + bytes.count)].elementsEqual(bytes)
  }

  mutating func expect(_ word: String) throws(Misunderstood) {
    guard take(word) else { throw misunderstood("go on with “\(word)”") }
  }

  mutating func expectEnd() throws(Misunderstood) {
    skipSpaces()
    if index == words.endIndex - 1, words[index] == fullStop { index += 1 }
    guard index >= words.endIndex else { throw misunderstood("the heading should end here") }
  }

  mutating func take(_ wanted: String...) -> Bool {
    let start = index
    for word in wanted where !take(word) {
      index = start
      return false
    }
    return true
  }

  mutating func take(_ word: String) -> Bool {
    guard isNext(word) else { return false }
    index = nextWord.upperBound
    return true
  }

  /// Whether a word in small letters is the next, in letters of whichever case.
  func isNext(_ word: String) -> Bool {
    words[nextWord].elementsEqual(word.utf8) { $0 == $1 || ($0 | 0x20) == $1 && $0.isCapital }
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
