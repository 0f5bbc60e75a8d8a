import PolicyModel
import Reading

/// A line of prose cut into words, ready to be merged.
struct CutLine: Sendable {
  let words: [Token]
  /// Of each word, the same for the same (but for one chance in 2^64 another for any other): comparing them is fast.
  let numbers: [Int]
  /// Whether the words alone tell the line: a line break is no word.
  let tellsAll: Bool

  init(_ text: Text) {
    let words = tokens(of: text)
    // At the start of the line a word is what it is in the middle.
    self.words = words.prefix(1).map { Token(text: $0.text, followsSpace: true) } + words.dropFirst()
    numbers = self.words.map(\.hashValue)
    tellsAll = text.isInOneStyle || Text(joining: self.words) == text
  }
}

/// Lines that many forks merge with their own, cut once for all of them.
package struct CutLines: Sendable {
  private var lines: [Text: CutLine] = [:]

  package init() {}

  /// The lines of clauses whose words differ between two texts.
  init(between old: ClauseTree, and new: ClauseTree) {
    for node in old.all {
      guard let other = old.identity(node).flatMap(new.node) else { continue }
      let (before, after) = (old[node].texts, new[other].texts)
      guard before != after else { continue }
      for text in before + after { lines[text] = CutLine(text) }
    }
  }

  subscript(text: Text) -> CutLine { lines[text] ?? CutLine(text) }
}

extension Text {
  /// Whether nothing in it is emphasised or a link, and no line is broken.
  fileprivate var isInOneStyle: Bool { runs.allSatisfy { $0.style == Style() && $0.content != .lineBreak } }
}
