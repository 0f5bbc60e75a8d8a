import PolicyModel

/// Finds quoted words in a line of prose.
///
/// Emphasis does not matter to a match, nor how quotation marks are typed; a term, link or reference is met whole or not at
/// all, a word likewise.
struct Quotation {
  private let words: Text
  /// The words in bytes, where they are in one style, of ASCII alone and without quotation marks.
  private let plain: [UInt8]?
  /// The same, else their longest stretch of letters and digits in ASCII: a line has it wherever the words stand.
  private let core: [UInt8]

  /// Why a quotation is not found.
  enum Miss: Equatable {
    case absent
    /// The words stand there, but only across the edge of a term, link or word.
    case cut
  }

  init(_ words: Text) {
    self.words = words
    plain = words.plainBytes
    core = plain ?? words.longestWord
  }

  /// Whether the words, or a part of what they cut, may stand in a line: it is only read, not taken apart.
  func mayStand(in line: Text) -> Bool {
    /// The end of the words just before.
    var end: UInt8?
    for run in line.runs {
      guard case .words(let words) = run.content else {
        end = nil
        continue
      }
      // The words may go on in another style.
      if let end, let start = words.utf8.first, core.contains(end), core.contains(start) { return true }
      if words.withBytes({ $0.holds(core) }) { return true }
      end = words.utf8.last
    }
    return core.isEmpty
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether the words stand in a line.
  func stands(in line: Text) -> Bool { count(in: line) > 0 }

  /// How often the words stand in a line.
  func count(in line: Text) -> Int {
    guard mayStand(in: line) else { return 0 }
    return plainMatches(in: line)?.places.count ?? matches(in: Line(line)).places.count
  }

  /// Whether the words stand in a line across the edge of a word, term or link only.
  func isCut(in line: Text) -> Bool {
    guard mayStand(in: line), case let found = matches(in: Line(line)) else { return false }
    return found.places.isEmpty && found.miss == .cut
  }

  /// The places where the words stand, each within a run, as ranges of its bytes; or why there is none.
  ///
  /// - Returns: nil where the line must be taken apart to tell, or to change the words.
  func plainMatches(in line: Text) -> (places: [(run: Int, part: Range<Int>)], miss: Miss)? {
    guard let plain else { return nil }
    var places: [(run: Int, part: Range<Int>)] = []
    var miss = Miss.absent
    /// The end of the words just before.
    var before: UInt8?
    for index in line.runs.indices {
      guard case .words(let words) = line.runs[index].content else {
        before = nil
        continue
      }
      if let before, let first = words.utf8.first, plain.has(before, then: first), crosses(line, into: index, plain) {
        return nil
      }
      let isTold = words.withBytes { bytes in
        defer { before = bytes.last }
        guard bytes.holds(plain) else { return true }
        let after = line.words(at: index + 1)?.utf8.first
        var start = 0
        while let found = bytes.firstRange(of: plain, from: start) {
          let first = found.lowerBound > 0 ? bytes[found.lowerBound - 1] : before ?? 0
          let next = found.upperBound < bytes.count ? bytes[found.upperBound] : after ?? 0
          guard first < 0x80, next < 0x80, line.runs[index].style.link == nil else { return false }
          if first.isLetterOrDigit && plain[0].isLetterOrDigit
            || next.isLetterOrDigit && plain[plain.count - 1].isLetterOrDigit
          {
            miss = .cut
            start = found.lowerBound + 1
          } else {
            places.append((index, found))
            start = found.upperBound
          }
        }
        return true
      }
      guard isTold else { return nil }
    }
    return (places, miss)
  }

  /// Whether the words begin in a run before another and end in that one or behind it.
  private func crosses(_ line: Text, into index: Int, _ plain: [UInt8]) -> Bool {
    let most = plain.count - 1
    var bytes: [UInt8] = []
    var run = index - 1
    while bytes.count < most, let words = line.words(at: run) {
      bytes.insert(contentsOf: words.utf8.suffix(most - bytes.count), at: 0)
      run -= 1
    }
    run = index
    let end = bytes.count + most
    while bytes.count < end, let words = line.words(at: run) {
      bytes += words.utf8.prefix(end - bytes.count)
      run += 1
    }
    return bytes.withUnsafeBufferPointer { $0.holds(plain) }
  }

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

extension Text {
  fileprivate var plainBytes: [UInt8]? {
    guard runs.count == 1, case .words(let words) = runs[0].content,
      !words.holds({ $0 & 0x80 | same($0, UInt8(ascii: "'")) | same($0, UInt8(ascii: "\"")) })
    else { return nil }
    return Array(words.utf8)
  }

  fileprivate var longestWord: [UInt8] {
    runs.flatMap { run -> [[UInt8]] in
      guard case .words(let words) = run.content else { return [] }
      return words.utf8.split { !$0.isLetterOrDigit }.map { word in
        // An accent behind a letter may be one sign with it in the line.
        let isAlone = word.endIndex == words.utf8.endIndex || words.utf8[word.endIndex] < 0x80
        return Array(isAlone ? word : word.dropLast())
      }
    }.max { $0.count < $1.count } ?? []
  }
}

extension [UInt8] {
  /// Whether two bytes stand in it side by side.
  fileprivate func has(_ first: UInt8, then second: UInt8) -> Bool {
    indices.dropLast().contains { self[$0] == first && self[$0 + 1] == second }
  }
}

extension Text {
  /// The words of a run; nil where it holds none, or there is no such run.
  fileprivate func words(at index: Int) -> String? {
    if runs.indices.contains(index), case .words(let words) = runs[index].content { words } else { nil }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether some bytes stand in it one behind the other.
  fileprivate func holds(_ sought: [UInt8]) -> Bool {
    guard let first = sought.first, let last = sought.last, count >= sought.count else { return sought.isEmpty }
    // Most lines hold nothing of the sort, which is seen many bytes at a time where nothing branches, not even to look for an
    // overflow.
    let (middle, end) = (sought.count / 2, sought.count - 1)
    let centre = sought[middle]
    let starts = 0..<(count - end)
    var mayHold: UInt8 = 0
    for start in starts {
      mayHold |= same(self[start], first) & same(self[start &+ middle], centre) & same(self[start &+ end], last)
    }
    guard mayHold != 0 else { return false }
    return starts.contains { start in sought.indices.allSatisfy { self[start + $0] == sought[$0] } }
  }
}
