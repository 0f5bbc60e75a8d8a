import PolicyModel
import Reading

/// The words of a clause, to find the clause again by them.
struct Wording {
  let node: ClauseTree.Node
  /// In their order, without case and punctuation, as numbers that are the same for the same word.
  let words: [Int]
  let bag: WordBag

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
    bag = WordBag(words)
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }

  /// Everything beyond ASCII is taken for a letter.
  private static func isWordPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isCapital(byte & 0xDF) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
