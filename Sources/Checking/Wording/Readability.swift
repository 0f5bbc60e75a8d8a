import PolicyModel

/// How hard the prose of a text is to read, in figures.
struct Readability: Sendable {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0
  /// The sentences over the length that most readers hold in mind, with the clause and the number of words.
  private(set) var long: [(clause: Identity, words: Int)] = []

  static let mostWords = 40

  init(_ lines: [ProseLine]) {
    for line in lines where line.place == .prose {
      for sentence in line.sentences {
        var count = 0
        for word in line.words[sentence] where !word.core.isEmpty {
          count += 1
          syllables += syllableCount(word.core)
        }
        guard count > 0 else { continue }
        sentences += 1
        words += count
        if count > Self.mostWords { long.append((line.clause, count)) }
      }
    }
  }

  /// The years of school a reader needs, by the formula of Flesch and Kincaid.
  var grade: Double {
    guard sentences > 0, words > 0 else { return 0 }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }
}

/// About how many syllables a word has: its groups of vowels, without a silent e at the end.
func syllableCount(_ word: String) -> Int {
  var count = 0
  var wasVowel = false
  for byte in word.utf8 {
    let isVowel = [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(byte)
    if isVowel, !wasVowel { count += 1 }
    wasVowel = isVowel
  }
  let isSilent = word.hasSuffix("e") && !word.hasSuffix("le") || word.hasSuffix("es") || word.hasSuffix("ed")
  return max(1, isSilent ? count - 1 : count)
}
