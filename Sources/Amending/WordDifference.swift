import PolicyModel
import Reading

/// What differs between the lines of a clause and other lines, word by word.
struct WordDifference {
  /// Carried out one after the other they give the new lines.
  private(set) var rewordings: [Rewording] = []
  /// The lines reached.
  private var lines: [Line]

  /// Nil where it is plainer to write the lines anew.
  init?(from old: [Text], to new: [Text]) {
    guard old.count == new.count else { return nil }
    lines = old.map { Line($0) }
    for index in lines.indices where old[index] != new[index] {
      guard reword(index, to: new[index]), rewordings.count <= 3 else { return nil }
    }
  }

  private mutating func reword(_ index: Int, to text: Text) -> Bool {
    let new = Line(text, alphabet: lines[index].alphabet)
    let old = Line(lines[index].units, alphabet: new.alphabet)
    let (before, after) = (old.words, new.words)
    let hunks = leastEdits(from: before.map(old.number), to: after.map(new.number))
    let changed = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
    guard hunks.count <= 3, changed * 2 <= before.count + after.count else { return false }
    lines[index] = old
    var words = before
    // From the end, so that what is still to come keeps its place.
    for hunk in hunks.reversed() {
      let (start, newStart) = (before.end(of: hunk.old.lowerBound), after.end(of: hunk.new.lowerBound))
      let goal = Line(old.units[..<start] + new.units[newStart...], alphabet: new.alphabet)
      guard reword(index, hunk.old, of: words, to: goal) else { return false }
      let shift = start - newStart
      words =
        before[..<hunk.old.lowerBound]
        + after[hunk.new.lowerBound...].map { $0.lowerBound + shift..<$0.upperBound + shift }
    }
    return lines[index].units == new.units
  }

  /// Changes some words of a line so that it becomes another.
  private mutating func reword(_ index: Int, _ part: Range<Int>, of words: [Range<Int>], to goal: Line) -> Bool {
    let line = lines[index]
    let growth = goal.units.count - line.units.count
    func span(_ part: Range<Int>) -> Range<Int> {
      words[part.lowerBound].lowerBound..<words[part.upperBound - 1].upperBound
    }
    if part.isEmpty {
      let start = words.end(of: part.lowerBound)
      let new = goal.text(of: start..<(start + growth))
      for width in 1...3 {
        let (left, right) = (part.lowerBound - width..<part.lowerBound, part.lowerBound..<part.lowerBound + width)
        if left.lowerBound >= 0, line.isWord(words[left.lowerBound]) {
          if carryOut(Rewording(line.text(of: span(left)), .insertAfter(new)), index, goal) { return true }
        }
        if right.upperBound <= words.count {
          if carryOut(Rewording(line.text(of: span(right)), .insertBefore(new)), index, goal) { return true }
        }
      }
    }
    // Widened word by word until it is met once only.
    var part = part
    var widensLeft = true
    while true {
      if !part.isEmpty {
        let old = span(part)
        let new = goal.text(of: old.lowerBound..<max(old.lowerBound, old.upperBound + growth))
        if carryOut(Rewording(line.text(of: old), new.isEmpty ? .omit : .substitute(new)), index, goal) { return true }
      }
      let (canLeft, canRight) = (part.lowerBound > 0, part.upperBound < words.count)
      guard canLeft || canRight else { return false }
      part =
        canLeft && (widensLeft || !canRight)
        ? part.lowerBound - 1..<part.upperBound : part.lowerBound..<part.upperBound + 1
      widensLeft.toggle()
    }
  }

  /// Takes a rewording whose quotation is met once only and that leads to the goal.
  private mutating func carryOut(_ rewording: Rewording, _ index: Int, _ goal: Line) -> Bool {
    let quotation = Quotation(rewording.quoted)
    var reached = lines[index]
    let places = quotation.matches(in: reached).places
    guard places.count == 1,
      lines.indices.allSatisfy({ $0 == index || quotation.matches(in: lines[$0]).places.isEmpty })
    else { return false }
    reached.change(places[0], rewording.change)
    guard reached.units == goal.units || reached.text == goal.text else { return false }
    lines[index] = goal
    rewordings.append(rewording)
    return true
  }
}

extension [Range<Int>] {
  /// Where the first of some ranges end.
  fileprivate func end(of count: Int) -> Int { count == 0 ? 0 : self[count - 1].upperBound }
}
