/// A stretch in which two sequences differ; one of the ranges may be empty, which is then the place in its sequence.
@usableFromInline
package struct Hunk: Hashable, Sendable {
  package var old: Range<Int>
  package var new: Range<Int>

  package init(old: Range<Int>, new: Range<Int>) {
    self.old = old
    self.new = new
  }
}

/// The fewest removals and insertions that turn one sequence into another, as stretches in their order.
///
/// Inlinable, or other modules would run it as it is made for any kind of element.
@inlinable
package func leastEdits<Element: Hashable>(from old: [Element], to new: [Element]) -> [Hunk] {
  var numbers: [Element: Int] = [:]
  func number(_ element: Element) -> Int {
    if let number = numbers[element] { return number }
    numbers[element] = numbers.count
    return numbers.count - 1
  }
  return leastEdits(from: old.map(number), to: new.map(number))
}

/// The same for numbers, which are compared faster than what they stand for.
@usableFromInline
package func leastEdits(from old: [Int], to new: [Int]) -> [Hunk] {
  leastEdits(from: old, to: new, atMost: old.count + new.count)!
}

/// The same, where more edits than some are of no use: the time grows with the square of their number.
///
/// - Returns: nil where it takes more.
package func leastEdits(from old: [Int], to new: [Int], atMost limit: Int) -> [Hunk]? {
  let diagonals = old.count + new.count + 3
  return withUnsafeTemporaryAllocation(of: Int.self, capacity: 2 * diagonals) { reaches in
    old.withUnsafeBufferPointer { old in
      new.withUnsafeBufferPointer { new in
        var search = Search(
          old: old, new: new, ahead: UnsafeMutableBufferPointer(rebasing: reaches[..<diagonals]),
          behind: UnsafeMutableBufferPointer(rebasing: reaches[diagonals...]), limit: limit)
        search.search(old.indices, new.indices)
        return search.count <= limit ? search.hunks : nil
      }
    }
  }
}

/// Myers’ search in linear space: a point on a shortest path divides the work in two.
private struct Search {
  private(set) var hunks: [Hunk] = []
  let old: UnsafeBufferPointer<Int>
  let new: UnsafeBufferPointer<Int>
  /// How far into the old sequence paths from the start come on each diagonal, and paths from the end.
  let ahead: UnsafeMutableBufferPointer<Int>
  let behind: UnsafeMutableBufferPointer<Int>
  /// The search is given up where it takes more edits.
  let limit: Int
  private(set) var count = 0

  mutating func search(_ oldPart: Range<Int>, _ newPart: Range<Int>) {
    var (start, end) = (oldPart.lowerBound, oldPart.upperBound)
    var (newStart, newEnd) = (newPart.lowerBound, newPart.upperBound)
    while start < end, newStart < newEnd, old[start] == new[newStart] { (start, newStart) = (start + 1, newStart + 1) }
    while start < end, newStart < newEnd, old[end - 1] == new[newEnd - 1] { (end, newEnd) = (end - 1, newEnd - 1) }
    if start == end || newStart == newEnd {
      add(Hunk(old: start..<end, new: newStart..<newEnd))
    } else if let (x, y) = middle(of: start..<end, newStart..<newEnd) {
      search(start..<x, newStart..<y)
      search(x..<end, y..<newEnd)
    } else {
      count = limit + 1
    }
  }

  private mutating func add(_ hunk: Hunk) {
    if hunk.old.isEmpty && hunk.new.isEmpty { return }
    count += hunk.old.count + hunk.new.count
    if let last = hunks.last, last.old.upperBound == hunk.old.lowerBound, last.new.upperBound == hunk.new.lowerBound {
      hunks[hunks.count - 1].old = last.old.lowerBound..<hunk.old.upperBound
      hunks[hunks.count - 1].new = last.new.lowerBound..<hunk.new.upperBound
    } else {
      hunks.append(hunk)
    }
  }

  /// Where the paths with the fewest edits from the start meet those from the end; nil where that takes too many.
  private func middle(of oldPart: Range<Int>, _ newPart: Range<Int>) -> (Int, Int)? {
    let (old, new) = (UnsafeBufferPointer(rebasing: old[oldPart]), UnsafeBufferPointer(rebasing: new[newPart]))
    let (width, height) = (old.count, new.count)
    let (zero, corner) = (height + 1, width - height)
    ahead[zero + 1] = 0
    behind[zero + corner - 1] = width
    // Of each of the two paths.
    var edits = 0
    while 2 * edits <= limit + 1 {
      // Beyond the edges there is nothing to reach.
      let (least, most) = (2 * max(0, edits - height) - edits, edits - 2 * max(0, edits - width))
      for turn in stride(from: least, through: most, by: 2) {
        let diagonal = turn
        let (left, right) = (ahead[zero + diagonal - 1], ahead[zero + diagonal + 1])
        var x = turn == -edits || turn != edits && left < right ? right : left + 1
        while x < width, x - diagonal < height, old[x] == new[x - diagonal] { x += 1 }
        ahead[zero + diagonal] = x
        if !corner.isMultiple(of: 2), abs(diagonal - corner) < edits, x >= behind[zero + diagonal] {
          return (oldPart.lowerBound + x, newPart.lowerBound + x - diagonal)
        }
      }
      for turn in stride(from: least, through: most, by: 2) {
        let diagonal = corner - turn
        let (left, right) = (behind[zero + diagonal - 1], behind[zero + diagonal + 1])
        var x = turn == -edits || turn != edits && left < right ? left : right - 1
        while x > 0, x > diagonal, old[x - 1] == new[x - diagonal - 1] { x -= 1 }
        behind[zero + diagonal] = x
        if corner.isMultiple(of: 2), abs(diagonal) <= edits, x <= ahead[zero + diagonal] {
          return (oldPart.lowerBound + x, newPart.lowerBound + x - diagonal)
        }
      }
      edits += 1
    }
    return nil
  }
}
