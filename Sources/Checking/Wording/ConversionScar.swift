import PolicyModel
import Reading

extension Check {
  static let conversionScar = Check(
    .conversionScar, .warning, "A hyphen, a space or a sign was left or lost when the text was converted."
  ) { text, check in
    let known = text.lines.reduce(into: Set<String>()) { $0.formUnion($1.words.map(\.core)) }
    return text.lines.flatMap { line in
      let scars = line.words.scars(known: known)
      return scars.map { check.finding($0.message, remedy: $0.remedy, about: .words($0.words, in: line.clause)) }
    }
  }
}

private struct Scar {
  /// As they stand in the text.
  let words: String
  let message: String
  let remedy: String
}

private let marks = ",;:.?!".utf8

extension Substring {
  /// Whether it begins with a small letter: asked of every word, most of which are in ASCII.
  fileprivate var beginsSmall: Bool {
    guard let byte = utf8.first else { return false }
    return byte < 0x80 ? (0x61...0x7A).contains(byte) : first?.isLowercase == true
  }
}

extension [Word] {
  fileprivate func scars(known: Set<String>) -> [Scar] {
    var scars: [Scar] = []
    for index in indices {
      if let scar = signScar(index) { scars.append(scar) }
      if let scar = hyphenScar(index) { scars.append(scar) }
      if let scar = splitScar(index, known) { scars.append(scar) }
      if let scar = looseMark(index) { scars.append(scar) }
      if let scar = fusedScar(index) { scars.append(scar) }
    }
    return scars
  }

  /// Words with the marks around them.
  private func written(_ range: ClosedRange<Int>) -> String { self[range].map(\.text).joined(separator: " ") }

  /// A glyph or a control sign that no keyboard writes.
  private func signScar(_ index: Int) -> Scar? {
    guard self[index].text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let text = String(self[index].text)
    let scalars = text.unicodeScalars
    if let ligature = scalars.first(where: { ligatures[$0] != nil }) {
      let plain = String(String.UnicodeScalarView(scalars.flatMap { (ligatures[$0] ?? String($0)).unicodeScalars }))
      return Scar(
        words: text, message: "“\(text)” holds the single sign “\(ligature)”, which searches do not find",
        remedy: "write “\(plain)”"
      )
    }
    if scalars.contains(where: { invisible.contains($0.value) }) {
      let plain = String(String.UnicodeScalarView(scalars.filter { !invisible.contains($0.value) }))
      return Scar(words: text, message: "an invisible sign stands in “\(plain)”", remedy: "type the word again")
    }
    let isLost = scalars.contains { $0.value == 0xFFFD || 0xE000...0xF8FF ~= $0.value || 0x80...0x9F ~= $0.value }
    if isLost || text.contains("â€") || text.contains("Ã©") {
      return Scar(
        words: text, message: "a sign in “\(text)” was lost when the text was converted", remedy: "type the word again")
    }
    return nil
  }

  /// The hyphen of a line’s end: inform- ation; the hyphens of pre- and after-school are none.
  private func hyphenScar(_ index: Int) -> Scar? {
    guard index + 1 < count else { return nil }
    let (word, next) = (self[index], self[index + 1])
    let hyphen = UInt8(ascii: "-")
    guard word.text.utf8.last == hyphen || next.text.utf8.first == hyphen else { return nil }
    func scar(_ remedy: String) -> Scar {
      Scar(
        words: written(index...index + 1),
        message: "a space stands beside the hyphen of “\(self[index...index + 1].text)”", remedy: remedy)
    }
    if word.text.hasSuffix("-"), word.core.last?.isLetter == true, next.text.first?.isLowercase == true,
      !afterHyphens.contains(next.core)
    {
      let left = word.text.drop { !$0.isLetter }.dropLast()
      return scar("write “\(left)\(next.core)” or “\(left)-\(next.core)”")
    }
    if next.text.hasPrefix("-"), next.text.dropFirst().first?.isLowercase == true, !word.endsPhrase {
      return scar("write “\(word.text)-\(next.core)”")
    }
    return nil
  }

  /// A word in two: mation, ment and ffi are no words.
  private func splitScar(_ index: Int, _ known: Set<String>) -> Scar? {
    guard index > 0 else { return nil }
    let (left, right) = (self[index - 1], self[index])
    guard right.text.beginsSmall, !left.endsPhrase, left.core.utf8.count > 1, left.core.allLetters
    else { return nil }
    var joined: String { left.core + right.core }
    func isKnown() -> Bool { known.contains(joined) || lexicon[joined] != nil }
    let isSplit =
      neverWords.contains(right.core) || right.core.hasPrefix("ffi") || right.core.hasPrefix("ffl")
      || (seldomWords.contains(right.core) || seldomWords.contains(left.core)) && isKnown()
    return isSplit
      ? Scar(
        words: written(index - 1...index), message: "a space stands within a word: “\(self[index - 1...index].text)”",
        remedy: "write “\(joined)”")
      : nil
  }

  /// A comma or full stop behind a space, or a space behind a bracket that opens.
  private func looseMark(_ index: Int) -> Scar? {
    if self[index].text.utf8.last == UInt8(ascii: "("), index + 1 < count {
      return Scar(
        words: written(index...index + 1), message: "a space stands behind the “(” before “\(self[index + 1].text)”",
        remedy: "write “(\(self[index + 1].text)”")
    }
    guard index > 0 else { return nil }
    let (word, before) = (self[index], self[index - 1])
    guard let first = word.text.utf8.first, marks.contains(first), let mark = word.text.first,
      before.core.last?.isLetter == true, before.text.last != mark
    else { return nil }
    let isAlone = word.text.utf8.count == 1
    guard isAlone || (mark == "," || mark == ";") && word.text.dropFirst().first?.isLetter == true else { return nil }
    return Scar(
      words: written(index - 1...index), message: "a space stands before the “\(mark)” behind “\(before.text)”",
      remedy: "write “\(before.text)\(mark)\(isAlone ? "" : " ")\(word.text.dropFirst())”")
  }

  /// Two words run together where a space was lost.
  private func fusedScar(_ index: Int) -> Scar? {
    guard self[index].text.utf8.dropFirst(2).dropLast(1).contains(where: isJoint) else { return nil }
    let text = String(self[index].text)
    guard !text.contains(where: { "@/\\_&=".contains($0) }) else { return nil }
    for place in text.indices.dropFirst(2) where isJoint(text.utf8[place]) {
      let (before, after) = (text[..<place], text[text.index(after: place)...])
      guard isLostSpace(text[place], before, after) else { continue }
      let (left, right) = text[place] == "(" ? (before, text[place...]) : (text[...place], after)
      return Scar(words: text, message: "a space is missing in “\(text)”", remedy: "write “\(left) \(right)”")
    }
    return nil
  }

  private func isLostSpace(_ mark: Character, _ before: Substring, _ after: Substring) -> Bool {
    guard before.suffix(2).allSatisfy({ $0.isLetter }), let first = after.first else { return false }
    let word = after.prefix { $0.isLetter }
    switch mark {
    case ".":
      return before.suffix(3).allSatisfy { $0.isLowercase } && before.suffix(3).count == 3 && first.isUppercase
        && word.dropFirst().allSatisfy(\.isLowercase) && !fileEndings.contains(word.lowercased())
        && !before.contains(".")
    case ",", ";": return word.count > 1
    case "(": return word.count > 2 && !after.contains(")")
    default: return false
    }
  }
}

private func isJoint(_ byte: UInt8) -> Bool { [UInt8(ascii: "."), 0x2C, 0x3B, 0x28].contains(byte) }

extension String {
  fileprivate var allLetters: Bool { utf8.allSatisfy { 0x61...0x7A ~= $0 } }
}

private let ligatures: [Unicode.Scalar: String] = [
  "\u{FB00}": "ff", "\u{FB01}": "fi", "\u{FB02}": "fl", "\u{FB03}": "ffi", "\u{FB04}": "ffl", "\u{FB05}": "st",
  "\u{FB06}": "st",
]

/// The soft hyphen and signs without width.
private let invisible: Set<UInt32> = [0xAD, 0x200B, 0x2060, 0xFEFF]

/// Words before which a hyphen may hang: pre- and after-school.
private let afterHyphens: Set<String> = ["and", "or", "to", "nor", "and/or", "as", "but", "versus", "than"]

/// Endings that never stand alone.
private let neverWords: Set<String> = [
  "tion", "tions", "ation", "ations", "mation", "sion", "sions", "ment", "ments", "ness", "ingly", "ously", "ity",
  "ities", "ff", "ffs",
]

/// Pieces that stand alone only by mistake, or as names and abbreviations.
private let seldomWords: Set<String> = [
  "ing", "ings", "ed", "ly", "ty", "ance", "ence", "ers", "ies", "ous", "ive", "ical", "ful", "fi", "fl", "ted", "ting",
  "al", "ble", "ally", "ence", "infor", "sta", "sa", "th", "wh", "tr", "pr", "st", "ch",
]

private let fileEndings: Set<String> = [
  "com", "org", "net", "uk", "co", "gov", "doc", "docx", "pdf", "xls", "xlsx", "ppt", "pptx", "js", "txt", "csv", "io",
]
