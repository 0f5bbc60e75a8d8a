import PolicyModel

/// What became of a line of prose, word by word: stretches that stay, were taken out or put in, in reading order.
package struct MarkedText: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    case kept, removed, inserted
  }

  package struct Stretch: Hashable, Sendable {
    package let mark: Mark
    package let text: Text
    /// Whether a space stands before it.
    package let followsSpace: Bool

    fileprivate var startsWithWord: Bool { text.plain.first.map { $0.isLetter || $0.isNumber } ?? false }
  }

  package private(set) var stretches: [Stretch] = []

  /// Stretches with some marks, each with whether a space is shown before it.
  ///
  /// Words put in stand apart from those they replace, even at the start of a line.
  package func shown(_ marks: Set<Mark>) -> [(stretch: Stretch, hasSpace: Bool)] {
    var shown: [(stretch: Stretch, hasSpace: Bool)] = []
    for stretch in stretches where marks.contains(stretch.mark) {
      let replaces = shown.last?.stretch.mark == .removed && stretch.mark == .inserted && stretch.startsWithWord
      shown.append((stretch, !shown.isEmpty && (stretch.followsSpace || replaces)))
    }
    return shown
  }

  package init(from old: [Token], to new: [Token]) {
    var next = 0
    for hunk in readableHunks(from: old, to: new) {
      add(.kept, new[next..<hunk.new.lowerBound])
      add(.removed, old[hunk.old])
      add(.inserted, new[hunk.new])
      next = hunk.new.upperBound
    }
    add(.kept, new[next...])
  }

  private mutating func add(_ mark: Mark, _ tokens: ArraySlice<Token>) {
    guard let first = tokens.first else { return }
    stretches.append(
      Stretch(mark: mark, text: Text(joining: tokens), followsSpace: first.followsSpace && !stretches.isEmpty))
  }
}

/// The stretches that differ, as a reader would mark them: a lone word left standing between two changes goes with them, and a
/// line of which little stays is replaced as a whole.
package func readableHunks(from old: [Token], to new: [Token]) -> [Hunk] {
  var hunks: [Hunk] = []
  for hunk in leastEdits(from: old.map(\.plain), to: new.map(\.plain)) {
    if let last = hunks.last, hunk.old.lowerBound - last.old.upperBound <= 2,
      last.size + hunk.size >= 2 * (hunk.old.lowerBound - last.old.upperBound) + 4
    {
      hunks[hunks.count - 1] = Hunk(
        old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
    } else {
      hunks.append(hunk)
    }
  }
  let kept = old.count - hunks.reduce(0) { $0 + $1.old.count }
  if !hunks.isEmpty, kept * 4 < max(old.count, new.count) {
    return [Hunk(old: 0..<old.count, new: 0..<new.count)]
  }
  return hunks
}

extension Hunk {
  fileprivate var size: Int { old.count + new.count }
}
