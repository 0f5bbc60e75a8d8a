/// The sentences of prose in their order; joined by one space they are the text again.
package func sentences(of text: String) -> [String] { recentSentences[text] }

private let recentSentences = RecentlyRead(cut)

private func cut(_ text: String) -> [String] {
  guard !text.isEmpty else { return [] }
  let words = text.parts(omittingEmpty: false)
  let enclosures = enclosures(words)
  var sentences: [String] = []
  var start = 0
  for index in words.indices.dropLast() {
    guard
      endsSentence(words[index], before: words[index + 1], after: index > start ? words[index - 1] : nil),
      // A bracket or quotation that a sentence opens after its beginning is part of it, whatever stands inside.
      !enclosures.contains(where: { start < $0.lowerBound && $0.contains(index) })
    else { continue }
    sentences.append(String(text[words[start].startIndex..<words[index].endIndex]))
    start = index + 1
  }
  return sentences + [String(text[words[start].startIndex...])]
}

/// From the word that opens a bracket or quotation up to the one that closes it; what is never closed was a slip.
private func enclosures(_ words: [Substring]) -> [Range<Int>] {
  var open: [(closer: Unicode.Scalar, start: Int)] = []
  var enclosures: [Range<Int>] = []
  for (index, word) in words.enumerated() {
    guard let first = word.unicodeScalars.first, let last = word.unicodeScalars.last else { continue }
    if !first.isOfWord {
      for scalar in word.unicodeScalars.prefix(while: { closers[$0] != nil }) { open.append((closers[scalar]!, index)) }
    }
    if open.isEmpty || last.isOfWord { continue }
    // An apostrophe inside a word closes nothing.
    for scalar in word.unicodeScalars.reversed().prefix(while: { !$0.isOfWord }).reversed() {
      guard let place = open.lastIndex(where: { $0.closer == scalar }) else { continue }
      enclosures.append(open[place].start..<index)
      open.removeSubrange(place...)
    }
  }
  return enclosures
}

/// What closes each mark that opens a bracket or quotation.
let closers: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "“": "”", "‘": "’"]

private func endsSentence(_ word: Substring, before next: Substring, after previous: Substring?) -> Bool {
  guard let last = word.unicodeScalars.last, !last.isOfWord else { return false }
  let bare = word.unicodeScalars.reversed().drop { "’”\"')]".unicodeScalars.contains($0) }
  guard let mark = bare.first, ".!?…".unicodeScalars.contains(mark), beginsSentence(next) else { return false }
  guard mark == "." else { return word.unicodeScalars.count > 1 }
  let inner = word.unicodeScalars.drop { "(‘“[\"'".unicodeScalars.contains($0) }.prefix {
    $0 != "’" && $0 != "”" && $0 != ")"
  }
  let stem = Substring(inner).dropLast()
  let name = stem.lowercased()
  guard !stem.isEmpty, !neverLast.contains(name) else { return false }
  lazy var follower = next.lowercased().filter { $0.isLetter || $0.isNumber }
  if beforeNumbers.contains(name) { return follower.first?.isNumber != true }
  // The Health and Safety at Work etc. Act.
  if name == "etc", laws.contains(follower), previous?.first?.isUppercase == true { return false }
  // The number of a list, not a sentence of its own.
  if previous == nil, stem.allSatisfy(\.isNumber) { return false }
  return !isShortened(stem, name, after: previous) || lexicon[follower] != nil
}

/// Whether a word before a full stop may be cut short, so that the stop tells nothing.
private func isShortened(_ stem: Substring, _ name: String, after previous: Substring?) -> Bool {
  if stem.count == 1 { return stem.first!.isUppercase && previous.map { !labelled.contains($0) } ?? true }
  return sometimesLast.contains(name) || stem.count <= 4 && stem.contains(".") && !stem.contains(where: \.isNumber)
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
  "s", "ss", "r", "cl", "pt",
]
private let laws: Set<String> = ["act", "bill", "measure", "order", "regulations", "rules"]
private let sometimesLast: Set<String> = ["etc", "a.m", "p.m", "ltd", "co", "inc", "plc", "dept", "incl", "jr", "sr"]
private let labelled: Set<Substring> = [
  "Appendix", "Annex", "Part", "Schedule", "Option", "Group", "Class", "Table", "Form", "Step", "Year", "section",
  "item",
]
