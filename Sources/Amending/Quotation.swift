import PolicyModel

/// Finds quoted words in a line of prose.
///
/// Emphasis does not matter to a match, nor how quotation marks are typed; a term, link or reference is met whole or not at
/// all, a word likewise.
struct Quotation {
  private let words: Text
  /// Its longest stretch of letters and digits in ASCII, which a line has as it is wherever the words stand.
  private let core: [UInt8]

  /// Why a quotation is not found.
  enum Miss: Equatable {
    case absent
    /// The words stand there, but only across the edge of a term, link or word.
    case cut
  }

  init(_ words: Text) {
    self.words = words
    core =
      words.runs.flatMap { run -> [[UInt8]] in
        guard case .words(let words) = run.content else { return [] }
        return words.utf8.split { !$0.isLetterOrDigit }.map(Array.init)
      }.max { $0.count < $1.count } ?? []
  }

  /// Whether the words, or a part of what they cut, may stand in a line: it is only read, not taken apart.
  func mayStand(in line: Text) -> Bool {
    var followsWords = false
    for run in line.runs {
      guard case .words(var words) = run.content else {
        followsWords = false
        continue
      }
      // The words may go on in another style.
      if followsWords || words.withUTF8({ $0.holds(core) }) { return true }
      followsWords = true
    }
    return core.isEmpty
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether the words stand in a line.
  func stands(in line: Text) -> Bool { mayStand(in: line) && !matches(in: Line(line)).places.isEmpty }

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

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes stand in it one behind the other.
  fileprivate func holds(_ sought: [UInt8]) -> Bool {
    guard let first = sought.first, count >= sought.count else { return sought.isEmpty }
    for start in 0...(count - sought.count) where self[start] == first {
      if sought.indices.allSatisfy({ self[start + $0] == sought[$0] }) { return true }
    }
    return false
  }
}
