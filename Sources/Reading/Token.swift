import PolicyModel

/// A word, a punctuation mark at its edge, a link or a blank: what comparing never tears.
package struct Token: Hashable, Sendable {
  /// As it stands, with its style.
  package let text: Text
  /// As it is heard.
  package let plain: String
  /// Whether a space stands before it.
  package let followsSpace: Bool

  package init(text: Text, followsSpace: Bool) {
    self.text = text
    plain = text.plain
    self.followsSpace = followsSpace
  }

  /// Equal tokens are heard alike, and few that are heard alike are not equal.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(plain)
    hasher.combine(followsSpace)
    if text.runs.count != 1 || text.runs[0].style != Text.Style() { hasher.combine(text) }
  }

  /// The clause that the token names, as a reference does.
  package var reference: Identity? { text.runs.first?.style.localLink }

  /// Whether it holds a letter or a digit.
  package var isWord: Bool { plain.contains { $0.isLetter || $0.isNumber } }
}

/// The tokens of a line of prose, in reading order.
package func tokens(of text: Text) -> [Token] {
  var reader = TokenReader()
  for run in text.runs { reader.read(run) }
  reader.endChunk()
  return reader.tokens
}

extension [Token] {
  /// As they are heard.
  package var plain: String { self[...].plain }
}

extension ArraySlice<Token> {
  /// As they are heard.
  package var plain: String {
    reduce(into: "") { plain, token in
      if token.followsSpace, !plain.isEmpty { plain += " " }
      plain += token.plain
    }
  }
}

extension Text {
  /// Prose made of tokens again.
  package init(joining tokens: some Sequence<Token>) {
    var runs: [Run] = []
    /// The words not yet among the runs, and the style of what was added last.
    var words = ""
    var style: Style?
    func flush() {
      if !words.isEmpty { runs.append(Run(.words(words), style: style!)) }
      words = ""
    }
    func add(_ run: Run) {
      if run.style != style { flush() }
      style = run.style
      if case .words(let more) = run.content {
        words += more
      } else {
        flush()
        runs.append(run)
      }
    }
    for token in tokens {
      if token.followsSpace, let style, let first = token.text.runs.first {
        add(Run(.words(" "), style: style.shared(with: first.style)))
      }
      for run in token.text.runs { add(run) }
    }
    flush()
    self.init(runs)
  }
}

/// Cuts runs into chunks at their spaces, and chunks into a word and the marks around it.
private struct TokenReader {
  private(set) var tokens: [Token] = []
  private var chunk: [Text.Run] = []
  private var hasSpace = false

  mutating func read(_ run: Text.Run) {
    switch run.content {
    case .words(let words) where run.style.link == nil:
      for (index, part) in words.parts(omittingEmpty: false).enumerated() {
        if index > 0 { endChunk(withSpace: true) }
        if !part.isEmpty { chunk.append(Text.Run(.words(String(part)), style: run.style)) }
      }
    case .lineBreak: endChunk(withSpace: true)
    default:
      // The words of one link are one token, however they are styled.
      if chunk.last.map({ $0.style.link != run.style.link }) ?? false { endChunk() }
      chunk.append(run)
    }
  }

  mutating func endChunk(withSpace: Bool = false) {
    defer { if withSpace { hasSpace = true } }
    guard !chunk.isEmpty else { return }
    var (leading, trailing): ([Text.Run], [Text.Run]) = ([], [])
    while let mark = chunk.first?.taking(first: opening) {
      leading.append(mark)
      chunk.dropCharacter(first: true)
    }
    while let mark = chunk.last?.taking(last: closing) {
      trailing.insert(mark, at: 0)
      chunk.dropCharacter(first: false)
    }
    for mark in leading { add([mark]) }
    add(chunk)
    for mark in trailing { add([mark]) }
    chunk = []
  }

  private mutating func add(_ runs: [Text.Run]) {
    guard !runs.isEmpty else { return }
    tokens.append(Token(text: Text(runs), followsSpace: hasSpace && !tokens.isEmpty))
    hasSpace = false
  }
}

private let opening: Set<Character> = ["(", "[", "“", "‘", "\""]
private let closing: Set<Character> = [")", "]", "”", "’", "\"", ",", ".", ";", ":", "!", "?"]

extension Text.Run {
  private var looseWords: String? {
    if case .words(let words) = content, style.link == nil { words } else { nil }
  }

  fileprivate func taking(first marks: Set<Character>) -> Text.Run? {
    guard let words = looseWords, words.utf8.first?.isLetterOrDigit != true else { return nil }
    return words.first.flatMap { mark($0, among: marks) }
  }

  fileprivate func taking(last marks: Set<Character>) -> Text.Run? {
    guard let words = looseWords, words.utf8.last?.isLetterOrDigit != true else { return nil }
    return words.last.flatMap { mark($0, among: marks) }
  }

  private func mark(_ mark: Character, among marks: Set<Character>) -> Text.Run? {
    marks.contains(mark) ? Text.Run(.words(String(mark)), style: style) : nil
  }
}

extension [Text.Run] {
  /// Takes away the first or the last character, which is one of loose words.
  fileprivate mutating func dropCharacter(first: Bool) {
    let index = first ? startIndex : endIndex - 1
    guard case .words(let words) = self[index].content else { return }
    let rest = first ? words.dropFirst() : words.dropLast()
    if rest.isEmpty {
      remove(at: index)
    } else {
      self[index] = Text.Run(.words(String(rest)), style: self[index].style)
    }
  }
}
