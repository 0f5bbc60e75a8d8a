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

  let source: SourceText
  let line: Int
  /// What the line says, without the number signs around it.
  let words: ArraySlice<UInt8>
  var index: Int
  private(set) var firstQuotation: SourcePosition?
  private(set) var diagnostics: [Diagnostic] = []
  /// The terms and references in quotations.
  private(set) var uses: [(TextReader.Use, SourcePosition)] = []

  init(line number: Int, of source: SourceText) {
    self.source = source
    line = number
    // A heading may be closed by number signs.
    let all = source.line(number).drop { $0 == space }.drop { $0 == numberSign }
    let open = all[...(all.lastIndex { $0 != space } ?? all.startIndex - 1)]
    let closed = open[...(open.lastIndex { $0 != numberSign } ?? open.startIndex - 1)]
    words = closed.last == space || closed.count == all.count ? closed : all
    index = words.startIndex
  }

  mutating func phrase() throws(Misunderstood) -> Phrase {
    let phrase = try openPhrase()
    try expectEnd()
    return phrase
  }

  // MARK: Phrases

  /// The phrase, behind which something may still stand.
  private mutating func openPhrase() throws(Misunderstood) -> Phrase {
    let start = index
    switch takeWord().lowercased() {
    case "in":
      return try .complete(reword(in: take("the", "heading", "of") ? .heading(target()) : .clause(target())))
    case "throughout":
      skipComma()
      return try .complete(reword(in: .throughout))
    case "for": return try substitution()
    case "omit": return try .complete(.omit(target()))
    case "move":
      let moved = try target()
      return try .complete(.move(moved, take("to", "the") ? inside() : beside()))
    case "renumber": return try renumbering()
    case "set": return try .complete(.setClause(target(), settings()))
    case "at" where take("the"): return try insertion(inside())
    case "before": return try insertion(.before(target()))
    case "after": return try insertion(.after(target()))
    default:
      index = start
      throw misunderstood(
        "an amendment starts with In, For, After, Before, At the start of, At the end of, Move, Omit, Renumber, Set or Throughout; a heading of the new text above starts with “###”"
      )
    }
  }

  private mutating func insertion(_ place: Position) throws(Misunderstood) -> Phrase {
    try expect("insert")
    return .insert(place)
  }

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
    try expect("substitute")
    return .substitute(target)
  }

  private mutating func reword(in scope: Scope) throws(Misunderstood) -> Operation {
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
    let isBefore = isNext("before")
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
    let written = text(index..<words.endIndex)
    index = words.endIndex
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
    let isStart = isNext("start")
    guard take("start", "of") || take("end", "of") else {
      throw misunderstood("go on with: start of or end of, and a clause or the document")
    }
    if take("the", "document") {
      skipComma()
      return isStart ? .startOfDocument : .endOfDocument
    }
    let target = try target()
    return isStart ? .startOf(target) : .endOf(target)
  }

  private mutating func beside() throws(Misunderstood) -> Position {
    if take("before") { return try .before(target()) }
    if take("after") { return try .after(target()) }
    throw misunderstood("go on with: before #…, after #…, to the start of #… or to the end of #…")
  }

  // MARK: Words

  /// A clause, with the comma that may stand behind it.
  private mutating func target() throws(Misunderstood) -> Target {
    let target = try name()
    skipComma()
    return target
  }

  private mutating func name() throws(Misunderstood) -> Target {
    let start = index
    var range = nextWord
    let hasSign = words[range].first == numberSign
    if range.count > 1, words[range].last == comma || hasSign && words[range].last == fullStop {
      range = range.dropLast()
    }
    index = range.upperBound
    if hasSign, let identity = Identity(text(range.dropFirst())) { return .identity(identity) }
    let word = text(range)
    if let first = word.first, first.isNumber || first == "(" || first.isUppercase && word.contains(where: \.isNumber) {
      return .number(word)
    }
    if let first = word.first, first.isUppercase {
      let end = index
      let rest = takeWord()
      if !rest.isEmpty, rest.count <= 8, !["insert", "as", "to", "before", "after"].contains(rest) {
        return .number(word + " " + rest)
      }
      index = end
      return .number(word)
    }
    index = start
    throw misunderstood("name the clause: #identity, or the number printed in the base, such as 6.2")
  }

  /// Words in straight or curly quotation marks; `\”` stands for a mark among them.
  private mutating func quotation() throws(Misunderstood) -> Text {
    skipSpaces()
    let opening = index
    guard let opener = quotationMark(at: index), opener != .closer else {
      throw misunderstood("put the words in quotation marks: “…”")
    }
    let closer = opener == .straight ? opener : .closer
    index += opener.length
    /// What is quoted up to the last escaped mark, without the backslashes, and where the rest starts.
    var (unescaped, start): ([UInt8], Int) = ([], index)
    while let sign = words[index...].firstIndex(where: { QuotationMark.mayStart(with: $0) || $0 == backslash }) {
      index = sign
      let mark = quotationMark(at: index)
      if mark == opener || mark == closer { break }
      if words[index] == backslash, index + 1 < words.endIndex {
        index += 1
        // Any other backslash is Markdown's, for the words themselves.
        if quotationMark(at: index) != nil {
          unescaped += words[start..<(index - 1)]
          start = index
        }
      }
      index += 1
    }
    guard quotationMark(at: index) == closer else {
      index = opening
      throw misunderstood("close the quotation with \(closer == .straight ? "\"" : "”")")
    }
    let quoted = unescaped.isEmpty ? words[start..<index] : unescaped + words[start..<index]
    index += closer.length
    let place = position(opening)
    if firstQuotation == nil { firstQuotation = place }
    let read = Text.parse(quoted, at: place, markBytes: opener.length)
    diagnostics += read.diagnostics
    uses += read.uses
    return read.text
  }
}

private let space = UInt8(ascii: " ")
private let comma = UInt8(ascii: ",")
private let fullStop = UInt8(ascii: ".")
private let numberSign = UInt8(ascii: "#")
private let backslash = UInt8(ascii: "\\")
