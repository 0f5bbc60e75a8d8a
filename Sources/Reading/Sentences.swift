/// The sentences of prose in their order; joined by one space they are the text again.
package func sentences(of text: String) -> [String] {
  guard !text.isEmpty else { return [] }
  let words = text.split(separator: " ", omittingEmptySubsequences: false)
  let enclosed = enclosures(words)
  var sentences: [String] = []
  var start = 0
  for index in words.indices.dropLast() {
    guard
      endsSentence(words[index], before: words[index + 1], after: index > start ? words[index - 1] : nil),
      // A bracket or quotation that a sentence opens after its beginning is part of it, whatever stands inside.
      enclosed[index].allSatisfy({ $0 <= start })
    else { continue }
    sentences.append(words[start...index].joined(separator: " "))
    start = index + 1
  }
  return sentences + [words[start...].joined(separator: " ")]
}

/// For each word, where the brackets and quotations begin that are still open behind it.
private func enclosures(_ words: [Substring]) -> [[Int]] {
  let pairs: [Character: Character] = ["(": ")", "[": "]", "“": "”", "‘": "’"]
  var open: [(closer: Character, start: Int)] = []
  var result: [[Int]] = []
  var closed: Set<Int> = []
  for (index, word) in words.enumerated() {
    for character in word.prefix(while: { pairs[$0] != nil }) { open.append((pairs[character]!, index)) }
    // An apostrophe inside a word closes nothing.
    for character in word.reversed().prefix(while: { !$0.isLetter && !$0.isNumber }).reversed() {
      guard let place = open.lastIndex(where: { $0.closer == character }) else { continue }
      closed.formUnion(open[place...].map(\.start))
      open.removeSubrange(place...)
    }
    result.append(open.map(\.start))
  }
  // What is never closed was a slip, and encloses nothing.
  let unclosed = Set(open.map(\.start)).subtracting(closed)
  return unclosed.isEmpty ? result : result.map { $0.filter { !unclosed.contains($0) } }
}

private func endsSentence(_ word: Substring, before next: Substring, after previous: Substring?) -> Bool {
  let closers: Set<Character> = ["’", "”", "\"", "'", ")", "]"]
  let bare = word.reversed().drop { closers.contains($0) }
  guard let mark = bare.first, ".!?…".contains(mark), beginsSentence(next) else { return false }
  guard mark == "." else { return bare.count > 1 || word.count > 1 }
  let stem = String(bare.reversed()).drop { "(‘“[\"'".contains($0) }.dropLast()
  let name = stem.lowercased()
  let follower = next.drop { !$0.isLetter && !$0.isNumber }.lowercased()
  if stem.isEmpty { return false }
  if neverLast.contains(name) { return false }
  if beforeNumbers.contains(name) { return follower.first?.isNumber != true }
  // The number of a list, not a sentence of its own.
  if previous == nil, stem.allSatisfy({ $0.isNumber }) { return false }
  let isInitial = stem.count == 1 && stem.first!.isUppercase && previous.map { !labelled.contains($0) } ?? true
  let isShortened =
    isInitial || sometimesLast.contains(name)
    || (stem.contains(".") && stem.count <= 4 && stem.allSatisfy { $0.isLetter || $0 == "." })
  return !isShortened || lexicon[follower] != nil
}

private func beginsSentence(_ word: Substring) -> Bool {
  guard let first = word.first(where: { $0.isLetter || $0.isNumber }) else { return false }
  return first.isUppercase || first.isNumber
}

private let neverLast: Set<String> = [
  "e.g", "i.e", "eg", "ie", "cf", "viz", "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "vs", "v", "approx",
]
private let beforeNumbers: Set<String> = [
  "no", "nos", "p", "pp", "para", "paras", "sec", "art", "reg", "regs", "ext", "vol", "fig", "ch", "sch", "tel",
]
private let sometimesLast: Set<String> = ["etc", "a.m", "p.m", "ltd", "co", "inc", "plc", "dept", "incl", "jr", "sr"]
private let labelled: Set<Substring> = [
  "Appendix", "Annex", "Part", "Schedule", "Option", "Group", "Class", "Table", "Form", "Step", "Year", "section",
]
