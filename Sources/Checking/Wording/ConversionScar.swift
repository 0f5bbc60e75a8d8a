import PolicyModel
import Reading

extension Check {
  static let conversionScar = Check(
    .conversionScar, .warning,
    "A number, a mark, a hyphen, a space or a sign was left or lost when the text was converted or typed."
  ) { text, check in
    var known: Set<String>?
    return text.lines.flatMap { line in
      let standing = recentScars[line.place]![line.plain].filter { scar in
        guard let whole = scar.whole else { return true }
        // Only made for pieces that may be words of their own, which few texts have.
        let words = known ?? Set(text.lines.flatMap(\.words).map(\.core))
        known = words
        return words.contains(whole)
      }
      return standing.map { check.finding($0.message, remedy: $0.remedy, about: .words($0.words, in: line.clause)) }
    }
  }
}

/// The scars of lines by where they stand.
private let recentScars = Dictionary(
  uniqueKeysWithValues: ProseLine.Place.allCases.map { place in
    (
      place,
      RecentlyRead { plain in
        let words = place.cut(plain).words
        return words.layoutScars(at: place) + words.scars
      }
    )
  })

struct Scar {
  /// As they stand in the text.
  let words: String
  let message: String
  let remedy: String
  /// The word that must stand elsewhere in the text, or its pieces are words themselves; nil where there is no doubt.
  var whole: String?
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
  fileprivate var scars: [Scar] {
    var scars: [Scar] = []
    var before: Word?
    if count > 1, let scar = self[0].numberScar(before: self[1]) { scars.append(scar) }
    for (index, word) in enumerated() {
      let next = index + 1 < count ? self[index + 1] : nil
      if let scar = word.signScar { scars.append(scar) }
      if let next, let scar = word.hyphenScar(before: next) { scars.append(scar) }
      if let before, let scar = word.splitScar(behind: before) { scars.append(scar) }
      if let scar = word.looseMark(behind: before, before: next) { scars.append(scar) }
      if let scar = word.fusedScar { scars.append(scar) }
      if let before, let scar = word.doubleScar(behind: before) { scars.append(scar) }
      before = word
    }
    return scars
  }
}

extension Word {
  /// This word and the next, with the marks around them.
  private func written(with next: Word) -> String { "\(text) \(next.text)" }

  /// A number typed at the start of a line, where one is printed: 1.1 The, (a) The; 9.30 is a time.
  fileprivate func numberScar(before next: Word) -> Scar? {
    guard let first = text.utf8.first, first == UInt8(ascii: "(") || (0x30...0x39).contains(first),
      next.text.first?.isUppercase == true
    else { return nil }
    let isBracketed = first == UInt8(ascii: "(")
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber =
      isBracketed
      ? text.hasSuffix(")") && (core.count == 1 || core.count < 5 && core.allSatisfy { "ivx".contains($0) })
      : parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
        && (parts.count > 2 || parts.count == 2 && parts[1].count == 1 || parts.count == 1 && ".)".contains(text.last!))
    guard isNumber else { return nil }
    return Scar(
      words: String(text), message: "“\(text)” is typed before the words, where numbers are printed",
      remedy: "take it away: numbers are counted")
  }

  /// A glyph or a control sign that no keyboard writes.
  fileprivate var signScar: Scar? {
    guard text.withBytes({ $0.holds { $0 >> 7 } }) else { return nil }
    let text = String(self.text)
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
    if isLost || text.has("â€") || text.has("Ã©") {
      return Scar(
        words: text, message: "a sign in “\(text)” was lost when the text was converted", remedy: "type the word again")
    }
    return nil
  }

  /// The hyphen of a line’s end: inform- ation; the hyphens of pre- and after-school are none.
  fileprivate func hyphenScar(before next: Word) -> Scar? {
    let hyphen = UInt8(ascii: "-")
    guard text.utf8.last == hyphen || next.text.utf8.first == hyphen else { return nil }
    func scar(_ remedy: String) -> Scar {
      Scar(
        words: written(with: next), message: "a space stands beside the hyphen of “\([self, next].text)”",
        remedy: remedy)
    }
    if text.hasSuffix("-"), core.last?.isLetter == true, next.text.first?.isLowercase == true,
      !afterHyphens.contains(next.core)
    {
      let left = text.drop { !$0.isLetter }.dropLast()
      return scar("write “\(left)\(next.core)” or “\(left)-\(next.core)”")
    }
    if next.text.hasPrefix("-"), next.text.dropFirst().first?.isLowercase == true, !endsPhrase {
      return scar("write “\(text)-\(next.core)”")
    }
    return nil
  }

  /// A word that was typed twice: the the, must must.
  fileprivate func doubleScar(behind before: Word) -> Scar? {
    guard core == before.core, neverDoubled.contains(core), !before.endsPhrase else { return nil }
    return Scar(
      words: before.written(with: self), message: "“\([before, self].text)” says one word twice",
      remedy: "delete one of them")
  }

  /// A word in two: mation, ment and ffi are no words.
  fileprivate func splitScar(behind left: Word) -> Scar? {
    guard text.beginsSmall, left.core.utf8.count > 1, left.core.allLetters, !left.endsPhrase else { return nil }
    let isSurely = neverWords.contains(core) || core.hasPrefix("ffi") || core.hasPrefix("ffl")
    guard isSurely || seldomWords.contains(core) || seldomWords.contains(left.core) else { return nil }
    let joined = left.core + core
    return Scar(
      words: left.written(with: self), message: "a space stands within a word: “\([left, self].text)”",
      remedy: "write “\(joined)”", whole: isSurely || lexicon[joined] != nil ? nil : joined)
  }

  /// A comma or full stop behind a space, or a space behind a bracket that opens.
  fileprivate func looseMark(behind before: Word?, before next: Word?) -> Scar? {
    if text.utf8.last == UInt8(ascii: "("), let next {
      return Scar(
        words: written(with: next), message: "a space stands behind the “(” before “\(next.text)”",
        remedy: "write “(\(next.text)”")
    }
    guard let before, let first = text.utf8.first, marks.contains(first), let mark = text.first,
      before.core.last?.isLetter == true, before.text.last != mark
    else { return nil }
    // Which section is meant is still open.
    guard mark != "?" || !["section", "paragraph", "clause", "page", "appendix"].contains(before.core) else {
      return nil
    }
    let isAlone = text.utf8.count == 1
    guard isAlone || (mark == "," || mark == ";") && text.dropFirst().first?.isLetter == true else { return nil }
    return Scar(
      words: before.written(with: self), message: "a space stands before the “\(mark)” behind “\(before.text)”",
      remedy: "write “\(before.text)\(mark)\(isAlone ? "" : " ")\(text.dropFirst())”")
  }

  /// Two words run together where a space was lost.
  fileprivate var fusedScar: Scar? {
    guard text.withBytes({ $0.dropFirst(2).dropLast().contains(where: isJoint) }) else { return nil }
    let text = String(self.text)
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

/// Whether it is a full stop, a comma, a semicolon or a bracket that opens.
private func isJoint(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C || byte == 0x3B || byte == 0x28 }

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

/// Words that no sentence says twice in a row.
private let neverDoubled: Set<String> = [
  "the", "an", "must", "should", "may", "will", "shall", "to", "of", "and", "or", "for", "be", "by", "with", "at",
]

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
