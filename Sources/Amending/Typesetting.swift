import PolicyModel

extension ForeignDocument {
  /// The document with typographic quotation marks and dashes, where a text that it may come from has these and no plain ones.
  func typeset(like base: Policy) -> ForeignDocument {
    var document = self
    let prose = base.clauses.prose
    for signs in [Signs.quotationMarks, .dashes] {
      guard signs.areTypographic(in: prose), !signs.arePlain(in: prose) else { continue }
      document.clauses = document.clauses.map { $0.mapTexts(signs.typeset) }
    }
    return document
  }

  /// The document with headings in small letters that it prints in capitals, where a text that it may come from has the same.
  func inSmallLetters(like base: [Clause], title: String) -> ForeignDocument {
    let headings = Dictionary(
      base.flatMap(\.withDescendants).map(\.heading.plain).map { ($0.uppercased(), $0) }
    ) { first, _ in first }
    var document = self
    if ([self.title] + letterhead).contains(where: { $0?.uppercased() == title.uppercased() }) {
      document.title = title
    }
    document.clauses = clauses.map { $0.inSmallLetters(like: headings) }
    return document
  }
}

extension Clause {
  /// - Parameter headings: by the same in capitals.
  fileprivate func inSmallLetters(like headings: [String: String]) -> Clause {
    var clause = self
    if let small = headings[heading.plain], small != heading.plain { clause.heading = Text(small) }
    clause.clauses = clauses.map { $0.inSmallLetters(like: headings) }
    return clause
  }
}

/// Signs that many keyboards lack, with what is typed for them.
private struct Signs: Sendable {
  let plain: [String]
  let typographic: [String]
  let typeset: @Sendable (Text) -> Text

  static let quotationMarks = Signs(
    plain: ["'", "\""], typographic: ["‘", "’", "“", "”"], typeset: \.withQuotationMarks)
  static let dashes = Signs(plain: ["--", " - "], typographic: ["–"], typeset: \.withDashes)

  func arePlain(in words: [String]) -> Bool { words.contains { words in plain.contains { words.contains($0) } } }

  func areTypographic(in words: [String]) -> Bool {
    words.contains { words in typographic.contains { words.contains($0) } }
  }
}

extension [Clause] {
  /// All words, without what stands as code.
  fileprivate var prose: [String] {
    flatMap(\.withDescendants).flatMap(\.texts).flatMap(\.runs).compactMap { run in
      if case .words(let words) = run.content { words } else { nil }
    }
  }
}

extension Text {
  fileprivate var withDashes: Text {
    mapRuns { run in
      guard case .words(let words) = run.content else { return }
      run.content = .words(
        words.replacing("---", with: "—").replacing("--", with: "–").replacing(" - ", with: " – "))
    }
  }

  /// A mark that a space or an opening bracket stands before opens; any other closes, or stands for letters left out.
  fileprivate var withQuotationMarks: Text {
    var before: Character = " "
    return mapRuns { run in
      guard case .words(let words) = run.content else {
        before = run.content == .lineBreak ? " " : "x"
        return
      }
      let curly = words.map { mark -> Character in
        let opens = before.isWhitespace || "([‘“–—".contains(before)
        before =
          switch mark {
          case "'": opens ? "‘" : "’"
          case "\"": opens ? "“" : "”"
          default: mark
          }
        return before
      }
      run.content = .words(String(curly))
    }
  }
}
