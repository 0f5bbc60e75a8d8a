/// One word of a sentence with the marks that cling to it.
struct Word: Sendable {
  /// What stands directly behind a word.
  enum Mark: Sendable {
    case comma
    /// A semicolon or colon.
    case stop
    case dash
  }

  /// As written, marks and all.
  let text: Substring
  /// In small letters, without marks: `staff's`.
  let core: String
  let traits: Traits
  let mark: Mark?
  /// In how many brackets it stands.
  let depth: Int
  /// In how many brackets its mark stands.
  let depthBehind: Int
  /// Whether it stands in a quotation that the sentence opened after its beginning.
  let isQuoted: Bool
  let isCapital: Bool

  var isPossessive: Bool { core.hasSuffix("'s") || core.hasSuffix("s'") }
}

/// The words of a sentence in their order.
func words(of sentence: String) -> [Word] {
  var words: [Word] = []
  var depth = 0
  var quotation: Character?
  var opening = 0
  for text in sentence.split(separator: " ") {
    let leading = text.prefix { !$0.isLetter && !$0.isNumber }
    let trailing =
      leading.endIndex == text.endIndex
      ? text[text.endIndex...] : text[(text.lastIndex { $0.isLetter || $0.isNumber }.map { text.index(after: $0) })!...]
    for character in leading {
      if character == "(" || character == "[" { depth += 1 }
      guard quotation == nil, let closer = closers[character] else { continue }
      (quotation, opening) = (closer, words.count)
    }
    let closes = quotation.map { trailing.contains($0) } ?? false
    let core = core(of: text[leading.endIndex..<trailing.startIndex], trailing: closes ? "" : trailing)
    let mark: Word.Mark? =
      switch trailing.last ?? leading.last {
      case ",": .comma
      case ";", ":": .stop
      case "–", "—": .dash
      default: nil
      }
    let inner = depth
    depth = max(0, depth - trailing.count { $0 == ")" || $0 == "]" })
    words.append(
      Word(
        text: text, core: core, traits: traits(of: core), mark: mark, depth: inner, depthBehind: depth,
        isQuoted: quotation != nil && opening > 0, isCapital: text[leading.endIndex...].first?.isUppercase ?? false))
    if closes { quotation = nil }
  }
  return words
}

private let closers: [Character: Character] = ["“": "”", "‘": "’"]

private func core(of text: Substring, trailing: Substring) -> String {
  var core = text.lowercased()
  if core.contains("’") { core = String(core.map { $0 == "’" ? "'" : $0 }) }
  if let bracket = core.firstIndex(of: "(") { core = String(core[..<bracket]) }
  // The apostrophe of a plural possessor ends the word: pupils’ work.
  if core.hasSuffix("s"), let first = trailing.first, first == "’" || first == "'" { core += "'" }
  return core
}

extension [Word] {
  /// The words of a stretch as written, without the marks at its ends.
  func text(_ range: Range<Int>) -> String {
    self[range].text
  }
}

extension RandomAccessCollection<Word> {
  /// The words as written, without the marks at both ends that belong to what surrounds them.
  var text: String {
    var text = map(\.text).joined(separator: " ")
    while let last = text.last, ",;:–.".contains(last) || last == " " { text.removeLast() }
    if text.last == ")", !text.contains("(") { text.removeLast() }
    if text.first == "(", !text.contains(")") { text.removeFirst() }
    return text
  }
}
