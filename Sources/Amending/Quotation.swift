import PolicyModel

/// Finds quoted words in a line of prose.
///
/// Emphasis does not matter to a match, nor how quotation marks are typed; a term, link or reference is met whole or not at
/// all, a word likewise.
struct Quotation {
  private let words: Text

  /// Why a quotation is not found.
  enum Miss: Equatable {
    case absent
    /// The words stand there, but only across the edge of a term, link or word.
    case cut
  }

  init(_ words: Text) {
    self.words = words
  }

  var isEmpty: Bool { words.isEmpty }

  /// The places where the words stand, as ranges of units; or why there is none.
  func matches(in line: Line) -> (places: [Range<Int>], miss: Miss) {
    let sought = Line(words, alphabet: line.alphabet).units.map { Alphabet.typed($0.sign) }
    guard let first = sought.first else { return ([], .absent) }
    var places: [Range<Int>] = []
    var miss = Miss.absent
    var start = 0
    while start + sought.count <= line.units.count {
      defer { start += 1 }
      guard Alphabet.typed(line.units[start].sign) == first else { continue }
      let range = start..<(start + sought.count)
      guard zip(line.units[range], sought).allSatisfy({ Alphabet.typed($0.sign) == $1 }) else { continue }
      if line.isWhole(range) {
        places.append(range)
        start = range.upperBound - 1
      } else {
        miss = .cut
      }
    }
    return (places, miss)
  }
}
