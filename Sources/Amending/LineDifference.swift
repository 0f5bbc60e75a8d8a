import Reading

/// The stretches in which two lines differ, word by word, as a drafter would mark them.
struct LineDifference {
  let old: Line
  let new: Line
  /// Where their words stand.
  let before: [Range<Int>]
  let after: [Range<Int>]
  /// Stretches of words.
  private(set) var hunks: [Hunk] = []
  /// How many words went or came.
  private(set) var changed = 0

  /// Nil where more than half of the words went or came.
  ///
  /// The lines share an alphabet.
  init?(_ old: Line, _ new: Line) {
    (self.old, self.new) = (old, new)
    (before, after) = (old.words, new.words)
    let numbers = before.map(old.number)
    let half = (before.count + after.count) / 2
    guard let edits = leastEdits(from: numbers, to: after.map(new.number), atMost: half) else { return nil }
    for hunk in edits {
      changed += hunk.old.count + hunk.new.count
      add(isEarlyByAStop(hunk, numbers) ? hunk.shifted : hunk)
    }
  }

  /// Whether a stretch that came or went is a full stop and a sentence without its own: the sentence and its own are the same.
  private func isEarlyByAStop(_ hunk: Hunk, _ numbers: [Int]) -> Bool {
    guard hunk.old.isEmpty != hunk.new.isEmpty, hunk.old.upperBound < before.count else { return false }
    let (line, first) = hunk.old.isEmpty ? (new, after[hunk.new.lowerBound]) : (old, before[hunk.old.lowerBound])
    return first.count == 1 && line.units[first.lowerBound].isStop
      && line.number(of: first) == numbers[hunk.old.upperBound]
  }

  /// Marks a stretch, together with the one before where little stands between.
  private mutating func add(_ hunk: Hunk) {
    if let last = hunks.last {
      let between = before[last.old.upperBound..<hunk.old.lowerBound].count(where: old.isWord)
      if between <= 3, between * 2 <= last.size + hunk.size {
        hunks[hunks.count - 1] = Hunk(
          old: last.old.lowerBound..<hunk.old.upperBound, new: last.new.lowerBound..<hunk.new.upperBound)
        return
      }
    }
    hunks.append(hunk)
  }

  /// Whether two stretches are the same words before and after.
  func isSame(_ one: Hunk, as other: Hunk) -> Bool {
    func isSame(_ line: Line, _ words: [Range<Int>], _ one: Range<Int>, _ other: Range<Int>) -> Bool {
      one.count == other.count && zip(one, other).allSatisfy { line.units[words[$0]] == line.units[words[$1]] }
    }
    return isSame(old, before, one.old, other.old) && isSame(new, after, one.new, other.new)
  }

  /// The old line with a stretch and all behind it as in the new one.
  func goal(from hunk: Hunk) -> Line {
    Line(
      old.units[..<before.end(of: hunk.old.lowerBound)] + new.units[after.end(of: hunk.new.lowerBound)...],
      alphabet: new.alphabet)
  }

  /// Where the words of that line stand.
  func words(from hunk: Hunk) -> [Range<Int>] {
    let shift = before.end(of: hunk.old.lowerBound) - after.end(of: hunk.new.lowerBound)
    return before[..<hunk.old.lowerBound]
      + after[hunk.new.lowerBound...].map { $0.lowerBound + shift..<$0.upperBound + shift }
  }
}

extension Hunk {
  fileprivate var size: Int { max(old.count, new.count) }

  /// The same stretch one word later.
  fileprivate var shifted: Hunk {
    Hunk(old: old.lowerBound + 1..<old.upperBound + 1, new: new.lowerBound + 1..<new.upperBound + 1)
  }
}

extension [Range<Int>] {
  /// Where the first of some words end.
  func end(of count: Int) -> Int { count == 0 ? 0 : self[count - 1].upperBound }

  /// From where to where some words stand.
  func span(_ words: Range<Int>) -> Range<Int> {
    self[words.lowerBound].lowerBound..<self[words.upperBound - 1].upperBound
  }
}
