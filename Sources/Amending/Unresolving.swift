import PolicyModel
import Reading

/// Puts terms and references back into words in which somebody filled them.
struct Unresolving {
  let terms: [String: TermValue]
  /// How references read under the numbers of the document; nil where they are not known yet.
  let wording: ReferenceWording?

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
    let told = ToldStyles(of: text)
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
      guard isSame(piece, standing, told) else { continue }
      result += found[next..<first]
      let space = space(standing[0].space, between: result.last, and: piece.source, told)
      result.append(StyledWord(runs: piece.source.runs, space: space))
      next = first + piece.words.count
    }
    result += found[next...]
    if !told.tellsLinks { result = result.withoutCutLinks(of: base.styledWords) }
    return Result(text: Text(joining: result), shared: partners.count)
  }

  /// A space of the document; what styles the document lost it has from the words around it.
  private func space(
    _ written: Text.Style?, between before: StyledWord?, and after: StyledWord, _ told: ToldStyles
  ) -> Text.Style? {
    guard var style = written, let one = before?.runs.last?.style, let other = after.runs.first?.style else {
      return written
    }
    let shared = one.shared(with: other)
    if !told.tellsEmphasis { (style.isEmphasised, style.isStrong) = (shared.isEmphasised, shared.isStrong) }
    if !told.tellsLinks { style.link = shared.link }
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
  private func isSame(_ piece: Piece, _ standing: [StyledWord], _ told: ToldStyles) -> Bool {
    zip(piece.words, standing).enumerated().allSatisfy { index, pair in
      let (one, other) = pair
      let hasSpace = index == 0 || (one.space == nil) == (other.space == nil)
      let isWord = !piece.source.isOpen
      return hasSpace
        && told.only(in: Text(one.runs), withLocalLinks: isWord)
          == told.only(in: Text(other.runs), withLocalLinks: isWord)
    }
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

extension [StyledWord] {
  /// The words without a link that a base has on more of them: alone they may be part of another name.
  fileprivate func withoutCutLinks(of base: [StyledWord]) -> [StyledWord] {
    let whole = base.stretches.map { $0.map(\.runs) }
    return stretches.flatMap { words in
      words[0].link == nil || whole.contains(words.map(\.runs)) ? words : words.map(\.withoutLink)
    }
  }

  /// The words in rows that are part of one link, or of none.
  private var stretches: [[StyledWord]] {
    reduce(into: []) { rows, word in
      if let last = rows.last, last[0].link == word.link {
        rows[rows.count - 1].append(word)
      } else {
        rows.append([word])
      }
    }
  }
}
