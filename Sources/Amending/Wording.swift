import PolicyModel

/// The words of a clause, to find the clause again by them.
struct Wording {
  let node: ClauseTree.Node
  /// In their order, without case and punctuation, as numbers that are the same for the same word.
  let words: [Int]
  private let sorted: [Int]

  init(_ node: ClauseTree.Node, _ clause: Clause) {
    self.node = node
    var words: [Int] = []
    for text in clause.texts {
      var word = Fingerprint()
      var isWord = false
      text.plain.withBytes { bytes in
        for byte in bytes {
          if Wording.isWordPart(byte) {
            word.add(UInt64(Wording.isCapital(byte) ? byte | 0x20 : byte))
            isWord = true
          } else if isWord {
            words.append(word.number)
            (word, isWord) = (Fingerprint(), false)
          }
        }
      }
      if isWord { words.append(word.number) }
    }
    self.words = words
    sorted = words.sorted()
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

  /// Everything beyond ASCII is taken for a letter.
  private static func isWordPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isCapital(byte & 0xDF) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Each word once.
  var distinct: [Int] { sorted.indices.filter { $0 == 0 || sorted[$0 - 1] != sorted[$0] }.map { sorted[$0] } }

  /// Twice the words two clauses share, by those they have (Dice's coefficient); nil where that is less than is asked for.
  func likeness(to other: Wording, atLeast least: Double) -> Double? {
    let all = Double(max(1, sorted.count + other.sorted.count))
    let needed = Int((least * all / 2).rounded(.up))
    var (left, right, shared) = (0, 0, 0)
    // Most clauses are unlike: too many words are on one side only long before the end.
    var spare = sorted.count + other.sorted.count - 2 * needed
    while left < sorted.count, right < other.sorted.count, spare >= 0 {
      let (one, two) = (sorted[left], other.sorted[right])
      if one == two { shared += 1 } else { spare -= 1 }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
    return shared >= needed ? 2 * Double(shared) / all : nil
  }
}
