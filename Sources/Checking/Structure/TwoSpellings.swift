import PolicyModel

extension Check {
  static let twoSpellings = Check(
    .twoSpellings, .note, "One word is spelled in two ways: as one word and as two, with a hyphen and without."
  ) { text, check in
    var spellings = Spellings()
    for entry in text.clauses { for prose in entry.lines { spellings.read(prose, of: entry.identity) } }
    return spellings.pairs.map { usual, other in
      check.finding(
        "“\(other.words)” is also spelled “\(usual.words)”", remedy: "keep to one spelling",
        about: .words(other.words, in: other.clause),
        notes: [Diagnostic.Note("“\(usual.words)” stands here", about: .words(usual.words, in: usual.clause))])
    }
  }
}

/// The words of a text by their letters alone.
private struct Spellings {
  struct Use {
    let words: String
    let clause: Identity
    var count: Int
    let order: Int

    /// Of words alike but for capitals, one with a small letter is no name: part-time, beside the Part-time Workers Regulations.
    func isSpelledOtherwise(than other: Use) -> Bool {
      if words == other.words { return false }
      let areNames = words.first?.isUppercase == true && other.words.first?.isUppercase == true
      return areNames || words.lowercased() != other.words.lowercased()
    }
  }

  private var byLetters: [String: [String: Use]] = [:]
  private var split: [String: Use] = [:]
  private var order = 0

  mutating func read(_ prose: Prose, of clause: Identity) {
    for (index, word) in prose.words.enumerated() where word.kind == .plain && word.core.utf8.count > 3 {
      let isHyphened = word.core.utf8.contains(UInt8(ascii: "-"))
      let isPlain = word.core.utf8.allSatisfy { (97...122).contains($0) }
      if isHyphened, word.core.allSatisfy({ $0.isLetter || $0 == "-" }) {
        // Of names, capitals count: E-business and E-Business.
        let bare = String(word.bare)
        let isName = bare.first!.isUppercase && index > 0 && prose.words[index - 1].text.last?.isLetter == true
        let form = isName ? bare : word.core
        add(form, String(word.core.filter { $0 != "-" }), bare, clause)
      } else if isPlain {
        add(word.core, word.core, String(word.bare), clause)
        let next = prose.core(index + 1)
        if word.text.endsWithWord, next.utf8.count > 2, !particles.contains(next),
          !particles.contains(word.core)
        {
          let joined = word.core + next
          if joined.utf8.count > 7 {
            order += 1
            split[joined, default: Use(words: prose.bare(index..<(index + 2)), clause: clause, count: 0, order: order)]
              .count += 1
          }
        }
      }
    }
  }

  private mutating func add(_ form: String, _ letters: String, _ words: String, _ clause: Identity) {
    order += 1
    byLetters[letters, default: [:]][form, default: Use(words: words, clause: clause, count: 0, order: order)].count +=
      1
  }

  /// The spelling used most, and each of the others, in the order of the text.
  var pairs: [(usual: Use, other: Use)] {
    var pairs: [(usual: Use, other: Use)] = []
    for (letters, forms) in byLetters {
      var uses = Array(forms.values)
      if let two = split[letters], forms[letters] != nil { uses.append(two) }
      guard uses.count > 1 else { continue }
      uses.sort { ($1.count, $0.order) < ($0.count, $1.order) }
      pairs += uses.dropFirst().filter { $0.isSpelledOtherwise(than: uses[0]) }.map { (uses[0], $0) }
    }
    return pairs.sorted { $0.other.order < $1.other.order }
  }
}

/// Words that stand beside others without making one word with them.
private let particles: Set<String> = [
  "the", "and", "for", "not", "out", "off", "down", "over", "back", "time", "times", "one", "body", "thing", "day",
  "days",
  "where", "ever", "self", "under", "any", "every", "some", "with", "may", "more", "how", "what", "all", "non", "ready",
]
