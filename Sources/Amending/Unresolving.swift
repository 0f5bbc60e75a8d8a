import PolicyModel
import Reading

/// Puts terms and references back into words in which somebody filled them.
struct Unresolving {
  let terms: [String: TermValue]
  /// How references read under the numbers of the document; nil where they are not known yet.
  let wording: ReferenceWording?
  /// Whether the document has words in italics or bold; one that has none lost those of its base on the way.
  let keepsEmphasis: Bool
  /// Whether the document has links; likewise.
  let keepsLinks: Bool

  init(_ document: ForeignDocument, terms: [String: TermValue], wording: ReferenceWording?) {
    let styles = document.clauses.flatMap(\.withDescendants).flatMap(\.texts).flatMap(\.runs).map(\.style)
    self.terms = terms
    self.wording = wording
    keepsEmphasis = styles.contains { $0.isEmphasised || $0.isStrong }
    keepsLinks = styles.contains { $0.link != nil }
  }

  /// The words of a document with what a base has in the place of some of them.
  struct Result {
    let text: Text
    /// How many words of the document stand in the base too.
    let shared: Int
  }

  /// What a line of the base is made of: a word, or something that stands for words.
  private struct Piece {
    let source: StyledWord
    let words: [StyledWord]
  }

  func unresolved(_ text: Text, after base: Text, in clause: Identity) -> Result {
    let pieces = base.styledWords.map { word in
      Piece(source: word, words: word.isOpen ? filled(word, in: clause).styledWords : [word])
    }
    let expected = pieces.flatMap(\.words)
    let found = text.styledWords
    let partners = partners(expected.map(\.plain), found.map(\.plain))
    var result: [StyledWord] = []
    var next = 0
    var start = 0
    for piece in pieces {
      defer { start += piece.words.count }
      guard let first = partners[start], !piece.words.isEmpty, first >= next,
        piece.words.indices.allSatisfy({ partners[start + $0] == first + $0 })
      else { continue }
      let standing = Array(found[first..<(first + piece.words.count)])
      guard isSame(piece, standing) else { continue }
      result += found[next..<first]
      let space = space(standing[0].space, between: result.last, and: piece.source)
      result.append(StyledWord(runs: piece.source.runs, space: space))
      next = first + piece.words.count
    }
    result += found[next...]
    return Result(text: Text(joining: result), shared: partners.count)
  }

  /// A space of the document; what styles the document lost it has from the words around it.
  private func space(_ written: Text.Style?, between before: StyledWord?, and after: StyledWord) -> Text.Style? {
    guard var style = written, let one = before?.runs.last?.style, let other = after.runs.first?.style else {
      return written
    }
    let shared = one.shared(with: other)
    if !keepsEmphasis { (style.isEmphasised, style.isStrong) = (shared.isEmphasised, shared.isStrong) }
    if !keepsLinks { style.link = shared.link }
    return style
  }

  /// The place in the new line of each word of the old one that stands there too.
  private func partners(_ old: [String], _ new: [String]) -> [Int: Int] {
    var partners: [Int: Int] = [:]
    var (left, right) = (0, 0)
    for hunk in leastEdits(from: old, to: new) + [Hunk(old: old.count..<old.count, new: new.count..<new.count)] {
      for (before, after) in zip(left..<hunk.old.lowerBound, right..<hunk.new.lowerBound) { partners[before] = after }
      (left, right) = (hunk.old.upperBound, hunk.new.upperBound)
    }
    return partners
  }

  /// Whether words of the document look as the piece does that would print them.
  private func isSame(_ piece: Piece, _ standing: [StyledWord]) -> Bool {
    zip(piece.words, standing).enumerated().allSatisfy { index, pair in
      let (one, other) = pair
      let hasSpace = index == 0 || (one.space == nil) == (other.space == nil)
      let isWord = !piece.source.isOpen
      return hasSpace
        && toneless(Text(one.runs), withLocalLinks: isWord) == toneless(Text(other.runs), withLocalLinks: isWord)
    }
  }

  /// A line without what the document does not tell of it, and without where references lead: those are links by themselves.
  func toneless(_ text: Text, withLocalLinks: Bool = false) -> Text {
    Text(
      text.runs.map { run in
        var run = run
        if !keepsEmphasis { (run.style.isEmphasised, run.style.isStrong) = (false, false) }
        if !keepsLinks || !withLocalLinks && run.style.localLink != nil { run.style.link = nil }
        return run
      })
  }

  /// What a word of the base prints.
  private func filled(_ word: StyledWord, in clause: Identity) -> Text {
    Text(
      word.runs.flatMap { run -> [Text.Run] in
        switch run.content {
        case .term(let use):
          guard let value = terms[use.name] else { return [run] }
          return [Text.Run(.words(use.words(of: value)), style: run.style)]
        case .reference(let reference):
          return wording?.runs(reference, in: clause, style: run.style) ?? [run]
        case .words, .code, .blank, .lineBreak: return [run]
        }
      })
  }
}
