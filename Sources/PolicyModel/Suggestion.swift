/// The candidate nearest to what was written, for “did you mean …?”; nil when none is near.
///
/// Near: the start of it, or as many edits away as a third of the letters (Levenshtein's distance), two at the least so that
/// two letters in the wrong order are forgiven.
package func nearest<Candidates: Sequence>(to written: String, among candidates: Candidates) -> String?
where Candidates.Element == String {
  let limit = written.count < 4 ? 1 : max(2, written.count / 3)
  return candidates.map { candidate in
    let isStart = written.count > 2 && candidate.hasPrefix(written)
    return (isStart ? 1 : distance(written, candidate, limit: limit), candidate)
  }.filter { $0.0 <= limit }.min { $0 < $1 }?.1
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
