/// One word of a sentence with the marks that cling to it.
package struct Word: Sendable {
  /// What stands directly behind a word.
  package enum Mark: Sendable {
    case comma
    /// A semicolon or colon.
    case stop
    case dash
  }

  /// As written, marks and all.
  package let text: Substring
  /// In small letters, without marks: `staff's`.
  package let core: String
  package let traits: Traits
  package let mark: Mark?
  /// In how many brackets it stands.
  package let depth: Int
  /// In how many brackets its mark stands.
  let depthBehind: Int
  /// Whether it stands in a quotation that the sentence opened after its beginning.
  package let isQuoted: Bool
  package let isCapital: Bool

  package var isPossessive: Bool { core.hasSuffix("'s") || core.hasSuffix("s'") }
}

/// The words of a sentence in their order.
package func words(of sentence: String) -> [Word] { recentWords[sentence] }

private let recentWords = RecentlyRead(split)

private func split(_ sentence: String) -> [Word] {
  var words: [Word] = []
  var depth = 0
  var quotation: Unicode.Scalar?
  var opening = 0
  for text in sentence.parts(omittingEmpty: true) {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex(where: \.isOfWord) ?? scalars.endIndex
    let end = scalars.lastIndex(where: \.isOfWord).map { scalars.index(after: $0) } ?? scalars.endIndex
    for scalar in scalars[..<start] {
      if scalar == "(" || scalar == "[" { depth += 1 }
      guard quotation == nil, scalar == "“" || scalar == "‘" else { continue }
      (quotation, opening) = (closers[scalar], words.count)
    }
    let trailing = scalars[end...]
    let closes = quotation.map { trailing.contains($0) } ?? false
    let core = core(of: text[start..<end], isPossessive: !closes && (trailing.first == "’" || trailing.first == "'"))
    let inner = depth
    depth = max(0, depth - trailing.count { $0 == ")" || $0 == "]" })
    let isCapital = start < end && scalars[start].isCapital
    let isAcronym = isCapital && acronyms.contains(text[start..<end])
    words.append(
      Word(
        text: text, core: core, traits: isAcronym ? [] : traits(of: core),
        mark: Word.Mark(trailing.last ?? scalars.last), depth: inner,
        depthBehind: depth, isQuoted: quotation != nil && opening > 0,
        isCapital: isCapital))
    if closes { quotation = nil }
  }
  return words
}

/// What is another word in small letters.
private let acronyms: Set<Substring> = ["IT", "SEND", "US", "WHO"]

/// A word in small letters with straight apostrophes; of `member(s)` the singular.
private func core(of text: Substring, isPossessive: Bool) -> String {
  var core = text.lowercased()
  if core.utf8.contains(where: { $0 >= 0x80 }) { core = String(core.map { $0 == "’" ? "'" : $0 }) }
  if let bracket = core.utf8.firstIndex(of: UInt8(ascii: "(")) { core = String(core[..<bracket]) }
  // The apostrophe of a plural possessor ends the word: pupils’ work.
  return isPossessive && core.utf8.last == UInt8(ascii: "s") ? core + "'" : core
}

extension Word.Mark {
  fileprivate init?(_ scalar: Unicode.Scalar?) {
    switch scalar {
    case ",": self = .comma
    case ";", ":": self = .stop
    case "–", "—", "-": self = .dash
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is part of a word rather than a mark around one.
  package var isOfWord: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case ..<0xC0, 0x2000...0x206F: false
    default: properties.isAlphabetic
    }
  }

  /// Asked of every word, most of which begin with a letter whose kind need not be looked up.
  fileprivate var isCapital: Bool { value < 0x80 ? 0x41...0x5A ~= value : properties.isUppercase }
}

extension String {
  /// What stands between spaces, which are found in its bytes: signs need not be put together for that.
  package func parts(omittingEmpty: Bool) -> [Substring] {
    withBytes { bytes in
      var parts: [Substring] = []
      var start = 0
      func endPart(at end: Int) {
        guard start < end || !omittingEmpty else { return }
        let range = utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: end)
        parts.append(Substring(utf8[range]))
      }
      for place in bytes.indices where bytes[place] == UInt8(ascii: " ") {
        endPart(at: place)
        start = place + 1
      }
      endPart(at: bytes.count)
      return parts
    }
  }
}

extension [Word] {
  /// The words of a stretch as written, without the marks at its ends.
  func text(_ range: Range<Int>) -> String {
    self[range].text
  }
}

extension RandomAccessCollection<Word> {
  /// The words as written, without the marks at both ends that belong to what surrounds them.
  package var text: String {
    var text = map(\.text).joined(separator: " ").trimmedOfMarks
    if text.last == ")", !text.contains("(") { text.removeLast() }
    if text.first == "(", !text.contains(")") { text.removeFirst() }
    return text
  }
}

extension String {
  /// Without the commas and stops at its end.
  package var trimmedOfMarks: String {
    var text = self[...]
    while let last = text.last, ",;:–. ".contains(last) { text.removeLast() }
    return String(text)
  }
}
