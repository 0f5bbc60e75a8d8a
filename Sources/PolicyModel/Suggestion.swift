/// The candidate nearest to what was written, for “did you mean …?”; nil when none is near.
///
/// Near: as many edits as a third of the letters, at the most (Levenshtein's distance).
package func nearest<Candidates: Sequence>(to written: String, among candidates: Candidates) -> String?
where Candidates.Element == String {
  let limit = max(1, written.count / 3)
  return candidates.map { (distance(written, $0, limit: limit), $0) }.filter { $0.0 <= limit }.min { $0 < $1 }?.1
}

private func distance(_ left: String, _ right: String, limit: Int) -> Int {
  let (left, right) = (Array(left.utf8), Array(right.utf8))
  guard abs(left.count - right.count) <= limit, left.count <= 200 else { return .max }
  var row = Array(0...right.count)
  for (i, byte) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, other) in right.enumerated() {
      let cost = byte == other ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[right.count]
}
