import PolicyModel

/// Why a heading is no amendment.
struct Misunderstood: Error {
  let diagnostic: Diagnostic
}

/// Understands a heading such as `In #identify, for “should not” substitute “must not”`.
struct AmendmentHeading {
  /// What a heading says: all of an operation, or all but the new text that stands below.
  enum Phrase {
    case complete(Operation)
    case substitute(Target)
    case substituteText(Target)
    case insert(Position)

    /// The clause that the words of the heading and the text below it belong to.
    var target: Identity? {
      let target: Target? =
        switch self {
        case .complete(.reword(let scope, _)): scope.target
        case .complete(.substituteHeading(let target, _)), .substitute(let target), .substituteText(let target): target
        case .complete, .insert: nil
        }
      if case .identity(let identity)? = target { return identity }
      return nil
    }
  }

  private let characters: [Unicode.Scalar]
  private var index = 0
  private let line: Int
  private let column: Int
  private let source: SourceText
  private(set) var firstQuotation: SourcePosition?
  private(set) var diagnostics: [Diagnostic] = []
  /// The terms and references in quotations.
  private(set) var uses: [(TextReader.Use, SourcePosition)] = []

  init(_ words: String, line: Int, column: Int, source: SourceText) {
    // A heading may be closed by number signs, and a sentence by its full stop.
    let all = Array(words.unicodeScalars)
    let open = all[..<(all.lastIndex { $0 != " " } ?? -1).advanced(by: 1)]
    let closed = open[..<(open.lastIndex { $0 != "#" } ?? -1).advanced(by: 1)]
    characters = closed.last == " " || closed.count == all.count ? Array(closed) : all
    self.line = line
    self.column = column
    self.source = source
  }

  mutating func phrase() throws(Misunderstood) -> Phrase {
    let phrase: Phrase
    if take("in") {
      phrase = try .complete(reword(in: take("the", "heading", "of") ? .heading(target()) : .clause(target())))
    } else if take("throughout") {
      phrase = try .complete(reword(in: .throughout))
    } else if take("for") {
      phrase = try substitution()
    } else if take("omit") {
      phrase = try .complete(.omit(target()))
    } else if take("move") {
      let moved = try target()
      guard take("to", "the") else {
        phrase = try .complete(.move(moved, beside()))
        try expectEnd()
        return phrase
      }
      phrase = try .complete(.move(moved, inside()))
    } else if take("renumber") {
      phrase = try renumbering()
    } else if take("set") {
      phrase = try .complete(.setClause(target(), settings()))
    } else if take("at", "the") {
      phrase = try .insert(inside())
      try expect("insert")
    } else if peekWord() == "before" || peekWord() == "after" {
      phrase = try .insert(beside())
      try expect("insert")
    } else {
      throw misunderstood(
        "an amendment starts with In, For, After, Before, At the start of, At the end of, Move, Omit, Renumber, Set or Throughout"
      )
    }
    try expectEnd()
    return phrase
  }

  // MARK: Phrases

  private mutating func substitution() throws(Misunderstood) -> Phrase {
    if take("the", "text", "of") {
      let target = try target()
      try expect("substitute")
      return .substituteText(target)
    }
    if take("the", "heading", "of") {
      let target = try target()
      try expect("substitute")
      return try .complete(.substituteHeading(target, quotation()))
    }
    let target = try target()
    skipComma()
    try expect("substitute")
    return .substitute(target)
  }

  private mutating func reword(in scope: Scope) throws(Misunderstood) -> Operation {
    skipComma()
    if take("for") {
      let each = take("each") || scope == .throughout
      let quoted = try quotation()
      try expect("substitute")
      return try .reword(scope, Rewording(quoted, each: each, .substitute(quotation())))
    }
    if take("omit") {
      let each = take("each") || scope == .throughout
      return try .reword(scope, Rewording(quotation(), each: each, .omit))
    }
    let isBefore = peekWord() == "before"
    guard take("before") || take("after") else {
      throw misunderstood("go on with: for “…” substitute “…”, omit “…”, after “…” insert “…” or before “…” insert “…”")
    }
    let each = take("each") || scope == .throughout
    let quoted = try quotation()
    try expect("insert")
    let added = try quotation()
    return .reword(scope, Rewording(quoted, each: each, isBefore ? .insertBefore(added) : .insertAfter(added)))
  }

  private mutating func renumbering() throws(Misunderstood) -> Phrase {
    let target = try target()
    try expect("as")
    let isOrdinal = take("number")
    let start = index
    guard let numbering = Numbering(takeWord()), isOrdinal == (numbering.ordinal != nil) else {
      index = start
      throw misunderstood("go on with: number 4, hidden, none or automatic")
    }
    return .complete(.renumber(target, numbering))
  }

  private mutating func settings() throws(Misunderstood) -> [ClauseSetting] {
    skipSpaces()
    let start = index
    let written = text(index..<characters.count)
    index = characters.count
    guard let mark = Mark(written), mark.identity == nil, let settings = [ClauseSetting](mark), !settings.isEmpty else {
      index = start
      throw misunderstood(
        "go on with .fixed, .fill, .adapt, .optional, .line, .date, .one, .any, .signature, .note, or with lines=8, min=2, when=, topic=, label=, word=, items= and excuse=, each followed by a value or none"
      )
    }
    return settings
  }

  /// `the start of #x`, `the end of the document`, behind “the”.
  private mutating func inside() throws(Misunderstood) -> Position {
    let isStart = peekWord() == "start"
    guard take("start", "of") || take("end", "of") else {
      throw misunderstood("go on with: start of or end of, and a clause or the document")
    }
    if take("the", "document") { return isStart ? .startOfDocument : .endOfDocument }
    let target = try target()
    return isStart ? .startOf(target) : .endOf(target)
  }

  private mutating func beside() throws(Misunderstood) -> Position {
    if take("before") { return try .before(target()) }
    if take("after") { return try .after(target()) }
    throw misunderstood("go on with: before #…, after #…, to the start of #… or to the end of #…")
  }

  // MARK: Words

  private mutating func target() throws(Misunderstood) -> Target {
    let start = index
    var word = takeWord()
    if let end = word.last, word.count > 1, ",.".contains(end), word.hasPrefix("#") || end == "," {
      word.removeLast()
      index -= 1
    }
    if word.hasPrefix("#"), let identity = Identity(String(word.dropFirst())) { return .identity(identity) }
    if let first = word.first, first.isNumber || first == "(" || first.isUppercase && word.contains(where: \.isNumber) {
      return .number(word)
    }
    if let first = word.first, first.isUppercase {
      let rest = takeWord()
      return .number(rest.isEmpty || rest.count > 8 ? word : word + " " + rest)
    }
    index = start
    throw misunderstood("name the clause: #identity, or the number printed in the base, such as 6.2")
  }

  /// Words in straight or curly quotation marks; `\”` stands for a mark among them.
  private mutating func quotation() throws(Misunderstood) -> Text {
    skipSpaces()
    let opening = index
    guard index < characters.count, characters[index] == "“" || characters[index] == "\"" else {
      throw misunderstood("put the words in quotation marks: “…”")
    }
    let closer: Unicode.Scalar = characters[index] == "“" ? "”" : "\""
    index += 1
    var words: [UInt8] = []
    while index < characters.count, characters[index] != closer {
      if characters[index] == "“", closer == "”" { break }
      if characters[index] == "\\", index + 1 < characters.count {
        index += 1
        // Any other backslash is Markdown's, for the words themselves.
        if !"“”\"".unicodeScalars.contains(characters[index]) { words.append(UInt8(ascii: "\\")) }
      }
      words += UTF8.encode(characters[index])!
      index += 1
    }
    guard index < characters.count, characters[index] == closer else {
      index = opening
      throw misunderstood("close the quotation with \(closer)")
    }
    index += 1
    let place = position(opening)
    if firstQuotation == nil { firstQuotation = place }
    let quoted = Text.parse(words, at: place, markBytes: UTF8.width(characters[opening]))
    diagnostics += quoted.diagnostics
    uses += quoted.uses
    return quoted.text
  }

  private mutating func expect(_ word: String) throws(Misunderstood) {
    guard take(word) else { throw misunderstood("go on with “\(word)”") }
  }

  private mutating func expectEnd() throws(Misunderstood) {
    skipSpaces()
    if index == characters.count - 1, characters[index] == "." { index += 1 }
    guard index >= characters.count else { throw misunderstood("the heading should end here") }
  }

  private mutating func take(_ words: String...) -> Bool {
    let start = index
    for word in words {
      guard characters[takeWordRange()].elementsEqual(word.unicodeScalars, by: { $0.lowerCase == $1 }) else {
        index = start
        return false
      }
    }
    return true
  }

  private func peekWord() -> String {
    var copy = self
    return copy.takeWord().lowercased()
  }

  private mutating func takeWord() -> String { text(takeWordRange()) }

  /// The characters up to the next space; a comma behind a word is left standing.
  private mutating func takeWordRange() -> Range<Int> {
    skipSpaces()
    let start = index
    while index < characters.count, characters[index] != " ", characters[index] != "\t" { index += 1 }
    if index > start + 1, characters[index - 1] == "," { index -= 1 }
    return start..<index
  }

  private func text(_ range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for character in characters[range] {
      if character.isASCII { bytes.append(UInt8(character.value)) } else { bytes += UTF8.encode(character)! }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func skipComma() {
    skipSpaces()
    if index < characters.count, characters[index] == "," { index += 1 }
  }

  private mutating func skipSpaces() {
    while index < characters.count, characters[index] == " " || characters[index] == "\t" { index += 1 }
  }

  private func position(_ index: Int) -> SourcePosition {
    source.position(line: line, column: column + characters[..<index].reduce(0) { $0 + UTF8.width($1) })
  }

  private func misunderstood(_ remedy: String) -> Misunderstood {
    var copy = self
    copy.skipSpaces()
    return Misunderstood(
      diagnostic: Diagnostic(
        .amendmentNotUnderstood, "this heading is not an amendment", remedy: remedy,
        at: position(min(copy.index, characters.count))))
  }
}

extension Unicode.Scalar {
  /// A capital of the Latin alphabet as a small letter.
  fileprivate var lowerCase: Unicode.Scalar { ("A"..."Z").contains(self) ? Unicode.Scalar(value + 32)! : self }
}
