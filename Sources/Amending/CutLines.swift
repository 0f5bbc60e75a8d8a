import PolicyModel

/// A line of prose cut into words, ready to be merged with lines that share its alphabet.
struct CutLine: Sendable {
  let units: [Line.Unit]
  /// Where the words stand.
  let words: [Range<Int>]
  /// Of each word, the same for the same (but for one chance in 2^64 another for any other): comparing them is fast.
  let numbers: [Int]
  /// Whether the words alone tell the line: a line break is no word.
  private(set) var tellsAll = true

  /// - Parameter alphabet: takes up what is new in the line.
  init(_ text: Text, _ alphabet: inout Alphabet) {
    let line = Line(text, alphabet: alphabet)
    alphabet = line.alphabet
    units = line.units
    words = line.tokens
    // At the start of the line a word is what it is in the middle.
    numbers = words.map(line.number)
    guard !text.isInOneStyle else { return }
    var joined: [Line.Unit] = []
    for word in words.indices { joined.add(word..<word + 1, of: self, &alphabet) }
    tellsAll = joined == units
  }
}

extension [Line.Unit] {
  /// Goes on with some words of a line, a space before them where they follow one.
  mutating func add(_ part: Range<Int>, of line: CutLine, _ alphabet: inout Alphabet) {
    guard !part.isEmpty else { return }
    let place = line.words.span(part)
    let followsSpace = place.lowerBound == 0 || line.units[place.lowerBound - 1].isSpace
    if followsSpace, let last {
      let shared = alphabet[style: last.style].shared(with: alphabet[style: line.units[place.lowerBound].style])
      append(Line.Unit(sign: Line.Unit.space.sign, style: alphabet.style(of: shared)))
    }
    self += line.units[place]
  }
}

/// Lines that many forks merge with their own, cut once for all of them.
package struct CutLines: Sendable {
  private var lines: [Text: CutLine] = [:]
  /// What all of them are made of.
  private(set) var alphabet = Alphabet()

  package init() {}

  /// The lines of clauses whose words differ between two texts.
  init(between old: ClauseTree, and new: ClauseTree) {
    for node in old.all {
      guard let other = old.identity(node).flatMap(new.node) else { continue }
      let (before, after) = (old[node].texts, new[other].texts)
      guard before != after else { continue }
      for text in before + after { lines[text] = CutLine(text, &alphabet) }
    }
  }

  /// - Parameter alphabet: that of these lines, or one that grew from it.
  func cut(_ text: Text, _ alphabet: inout Alphabet) -> CutLine { lines[text] ?? CutLine(text, &alphabet) }
}

extension Text {
  /// Whether nothing in it is emphasised or a link, and no line is broken.
  fileprivate var isInOneStyle: Bool { runs.allSatisfy { $0.style == Style() && $0.content != .lineBreak } }
}
