/// A stretch in which two sequences differ; one of the ranges may be empty, which is then the place in its sequence.
package struct Hunk: Hashable, Sendable {
  package var old: Range<Int>
  package var new: Range<Int>

  package init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }
}

/// The fewest removals and insertions that turn one sequence into another, as stretches in their order.
package func leastEdits<Element: Hashable>(from old: [Element], to new: [Element]) -> [Hunk] {
  let difference = new.difference(from: old)
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var hunks: [Hunk] = []
  var (left, right) = (0, 0)
  while left < old.count || right < new.count {
    let start = (left, right)
    while removed.contains(left) { left += 1 }
    while inserted.contains(right) { right += 1 }
    if (left, right) == start {
      left += 1
      right += 1
    } else {
      hunks.append(Hunk(old: start.0..<left, new: start.1..<right))
    }
  }
  return hunks
}
