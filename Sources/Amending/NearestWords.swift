import PolicyModel

extension Amender {
  /// How to quote words that a heading or a clause does not have: as they stand there with other letters or terms, or in another
  /// place.
  func meant(by quoted: Text, in node: ClauseTree.Node, isHeading: Bool) -> String? {
    if tree[node].holds(Quotation(quoted), isHeading: !isHeading), let name = tree.identity(node) {
      return isHeading ? "they stand below it: name the clause" : "write “In the heading of \(name), …”"
    }
    let lines = (isHeading ? [tree.heading(node)] : tree.blocks(node).flatMap(\.texts)).map(\.plain)
    let nearest = lines.compactMap { NearestWords(to: quoted.plain, in: $0) }.min { $0.distance < $1.distance }
    if let nearest { return "quote the words as the base has them: “\(nearest.words)”" }
    let quotation = Quotation(quoted)
    let others = tree.holders(of: quotation).compactMap(tree.identity)
    return others.count == 1 ? "they stand in \(others[0]): name that clause in the place of this one" : nil
  }
}

/// The stretch of a line that is most like some other words.
private struct NearestWords {
  let words: String
  /// How many words must be changed, added or left out; half of them at most.
  let distance: Int

  init?(to quoted: String, in line: String) {
    // Nobody quotes more to change a few words.
    guard quoted.utf8.count < 400 else { return nil }
    let sought = quoted.split(separator: " ").map { $0.trimmedAlike }
    let written = line.split(separator: " ")
    /// Behind each word of the line the least distance of what ends there from the words sought so far, and where it starts.
    var ends = (0...written.count).map { (distance: 0, start: $0) }
    for word in sought {
      var next = [(distance: ends[0].distance + 1, start: 0)]
      for (index, candidate) in written.enumerated() {
        let isSame = candidate.trimmedAlike == word
        // A term may stand for several words.
        let goesOn = candidate.isTerm && ends[index + 1].start <= index
        let ways = [
          (ends[index].distance + (isSame ? 0 : 1), ends[index].start),
          (ends[index + 1].distance + (goesOn ? 0 : 1), ends[index + 1].start),
          (next[index].distance + 1, next[index].start),
        ]
        next.append(ways.min { $0.0 < $1.0 }!)
      }
      ends = next
    }
    // Of stretches that are as near the longest.
    let order = ends.indices.sorted {
      (ends[$0].distance, ends[$0].start - $0) < (ends[$1].distance, ends[$1].start - $1)
    }
    guard let end = order.first, ends[end].start < end,
      ends[end].distance * 2 <= sought.count,
      ends[end].distance == 0 || !written[ends[end].start..<end].allSatisfy(\.isTerm)
    else { return nil }
    distance = ends[end].distance
    let stretch = written[ends[end].start..<end].joined(separator: " ")
    words = quoted.endIndex > quoted.withoutStops.endIndex ? stretch : String(stretch.withoutStops)
  }
}

extension Substring {
  fileprivate var isTerm: Bool { hasPrefix("{{") }

  /// In small letters, without the stops behind it.
  fileprivate var trimmedAlike: String { withoutStops.lowercased() }
}

extension StringProtocol {
  /// Without the stops at its end.
  fileprivate var withoutStops: SubSequence {
    self[..<(lastIndex { !".,;:?!".contains($0) }.map(index(after:)) ?? startIndex)]
  }
}
