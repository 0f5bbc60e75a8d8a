import PolicyModel

/// What differs between the lines of a clause and other lines, as changes of words.
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
    lines[index] = Line(lines[index].units, alphabet: new.alphabet)
    guard var difference = LineDifference(lines[index], new) else { return false }
    while let rest = rewordEach(index, difference) { difference = rest }
    guard difference.hunks.count <= 3 else { return false }
    var words = difference.before
    // From the end, so that what is still to come keeps its place.
    for hunk in difference.hunks.reversed() {
      guard reword(index, hunk.old, of: words, to: difference.goal(from: hunk)) else { return false }
      words = difference.words(from: hunk)
    }
    return lines[index].units == new.units
  }

  /// Changes words that become the same others wherever they stand, and says what is left to do; nil where there are none.
  private mutating func rewordEach(_ index: Int, _ difference: LineDifference) -> LineDifference? {
    for hunk in difference.hunks where !hunk.old.isEmpty {
      let count = difference.hunks.count { difference.isSame($0, as: hunk) }
      guard count > 1 else { continue }
      let old = difference.old.text(of: difference.before.span(hunk.old))
      let new = hunk.new.isEmpty ? Text("") : difference.new.text(of: difference.after.span(hunk.new))
      let rewording = Rewording(old, each: true, new.isEmpty ? .omit : .substitute(new))
      guard let reached = carriedOut(rewording, index, places: count) else { continue }
      guard let rest = LineDifference(reached, difference.new),
        rest.changed == difference.changed - count * (hunk.old.count + hunk.new.count)
      else { continue }
      rewordings.append(rewording)
      lines[index] = reached
      return rest
    }
    return nil
  }

  /// Changes some words of a line so that it becomes another.
  private mutating func reword(_ index: Int, _ part: Range<Int>, of words: [Range<Int>], to goal: Line) -> Bool {
    let line = lines[index]
    let growth = goal.units.count - line.units.count
    func take(_ rewording: Rewording) -> Bool {
      guard let reached = carriedOut(rewording, index, places: 1),
        reached.units == goal.units || reached.text == goal.text
      else { return false }
      rewordings.append(rewording)
      lines[index] = goal
      return true
    }
    if part.isEmpty {
      let start = words.end(of: part.lowerBound)
      let new = goal.text(of: start..<(start + growth))
      for anchor in line.anchors(of: part.lowerBound, words) {
        let isBefore = anchor.lowerBound < part.lowerBound
        if take(Rewording(line.text(of: words.span(anchor)), isBefore ? .insertAfter(new) : .insertBefore(new))) {
          return true
        }
      }
    }
    for part in line.widened(part, words) where !part.isEmpty {
      let old = words.span(part)
      let new = goal.text(of: old.lowerBound..<max(old.lowerBound, old.upperBound + growth))
      if take(Rewording(line.text(of: old), new.isEmpty ? .omit : .substitute(new))) { return true }
    }
    return false
  }

  /// The line after a rewording whose quotation stands in so many places there and nowhere else in the clause.
  private func carriedOut(_ rewording: Rewording, _ index: Int, places count: Int) -> Line? {
    // Words are quoted in a heading, which is one line.
    guard !rewording.quoted.breaks, rewording.new?.breaks != true else { return nil }
    let quotation = Quotation(rewording.quoted)
    var line = lines[index]
    let places = quotation.matches(in: line).places
    let isElsewhere = lines.indices.contains { $0 != index && !quotation.matches(in: lines[$0]).places.isEmpty }
    guard places.count == count, !isElsewhere else { return nil }
    for place in places.reversed() { line.change(place, rewording.change) }
    return line
  }
}

extension Text {
  /// Whether it goes on in a new line.
  fileprivate var breaks: Bool { runs.contains { $0.content == .lineBreak } }
}
