import PolicyModel

extension ForeignDocument {
  /// The document with typographic quotation marks, where it has only straight ones and a text that it may come from has none.
  func typeset(like base: Policy) -> ForeignDocument {
    let (ours, theirs) = (Quotes(clauses), Quotes(base.clauses))
    guard ours.isStraight, !ours.isCurly, theirs.isCurly, !theirs.isStraight else { return self }
    var document = self
    document.clauses = clauses.map(\.typeset)
    return document
  }
}

/// Which quotation marks and apostrophes stand in a text.
private struct Quotes {
  private(set) var isStraight = false
  private(set) var isCurly = false

  init(_ clauses: [Clause]) {
    for text in clauses.flatMap(\.withDescendants).flatMap(\.texts) {
      for case .words(let words) in text.runs.map(\.content) {
        isStraight = isStraight || words.contains { "'\"".contains($0) }
        isCurly = isCurly || words.contains { "‘’“”".contains($0) }
      }
    }
  }
}

extension Clause {
  fileprivate var typeset: Clause {
    var clause = self
    clause.heading = heading.typeset
    clause.blocks = blocks.map { $0.mapTexts(\.typeset) }
    clause.clauses = clauses.map(\.typeset)
    return clause
  }
}

extension Text {
  /// A mark that a space or an opening bracket stands before opens; any other closes, or stands for letters left out.
  fileprivate var typeset: Text {
    var before: Character = " "
    return Text(
      runs.map { run in
        guard case .words(let words) = run.content else {
          before = "x"
          return run
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
        return Text.Run(.words(String(curly)), style: run.style)
      })
  }
}
