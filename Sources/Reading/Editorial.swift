/// Why two wordings differ in spelling, punctuation, case or an article alone; nil where what they say differs.
package func editorialReason(from old: [Token], to new: [Token], isAtEnd: Bool) -> String? {
  let (before, after) = (old.map(\.plain), new.map(\.plain))
  if zip(before, after).contains(where: isLookalike) { return nil }
  if letters(before) == letters(after) {
    if before.map({ $0.lowercased() }) == after.map({ $0.lowercased() }) { return "only capital letters differ" }
    return old.filter(\.isWord).map(\.plain) == new.filter(\.isWord).map(\.plain)
      ? "only punctuation differs" : "only hyphens, spaces or punctuation differ"
  }
  if letters(before.withoutArticles) == letters(after.withoutArticles) { return "only an article differs" }
  if isAtEnd, before.isEndOfItem, after.isEndOfItem, !(before.hasConjunction && after.hasConjunction) {
    return "only the joining of the list differs"
  }
  let words = (old.filter(\.isWord).map(\.plain), new.filter(\.isWord).map(\.plain))
  if words.0.count == words.1.count, zip(words.0, words.1).allSatisfy({ isSameWord($0, $1) }) {
    return "only spelling differs"
  }
  return nil
}

/// The letters and figures; a mark inside a figure counts, so that 1.5 is never 15.
private func letters(_ words: [String]) -> String {
  words.map { word in
    guard word.contains(where: \.isNumber) else { return word.lowercased().filter { $0.isLetter } }
    // 7–9 is 7-9.
    return " \(word.replacing("–", with: "-").replacing("‑", with: "-")) "
  }.joined()
}

extension [String] {
  fileprivate var withoutArticles: [String] { filter { !["a", "an", "the"].contains($0.lowercased()) } }

  fileprivate var isEndOfItem: Bool { allSatisfy { [",", ";", ".", "and", "or"].contains($0) } }

  fileprivate var hasConjunction: Bool { contains { $0 == "and" || $0 == "or" } }
}

/// Whether two spellings are of one word: variants in use, two letters in each other's place, a letter doubled.
func isSameWord(_ one: String, _ other: String) -> Bool {
  let (one, other) = (one.lowercased(), other.lowercased())
  if letters([one]) == letters([other]) { return true }
  guard min(one.count, other.count) >= 6, one.allSatisfy(\.isLetter), other.allSatisfy(\.isLetter),
    !isLookalike(one, other)
  else { return false }
  return variant(one) == variant(other) || isSwapped(Array(one), Array(other))
}

private func isLookalike(_ one: String, _ other: String) -> Bool {
  lookalikes.contains([one.lowercased(), other.lowercased()])
}

/// Pairs of words of which one looks like a misspelling of the other.
private let lookalikes = Set(
  """
  advice/advise angels/angles barely/barley canvas/canvass carved/craved carving/craving casual/causal
  casually/causally complaint/compliant dairies/diaries desert/dessert deserts/desserts device/devise
  devices/devises discreet/discrete discreetly/discretely discus/discuss marital/martial minuets/minutes
  morning/mourning needles/needless nuclear/unclear perfect/prefect perfects/prefects perform/preform
  poring/pouring posses/possess princes/princess prised/prized sacred/scared salves/slaves signed/singed
  signing/singing silver/sliver trails/trials united/untied unites/unties
  re-cover/recover re-covered/recovered re-creation/recreation re-form/reform re-formed/reformed re-lease/release
  re-mark/remark re-press/repress re-present/represent re-presented/represented re-sent/resent re-serve/reserve
  re-sign/resign re-signed/resigned re-signing/resigning re-signs/resigns re-sort/resort
  """.split(whereSeparator: \.isWhitespace).map { Set($0.split(separator: "/").map(String.init)) })

/// Whether a doubled letter makes another verb of a word, whose only vowel it shortens: filing, filling.
private func hasShortStem(_ word: String) -> Bool {
  guard let ending = ["ing", "ed", "er"].first(where: word.hasSuffix) else { return false }
  return word.dropLast(ending.count).count { "aeiou".contains($0) } == 1
}

/// A word in one of its spellings: -ise for -ize and -ice, -or for -our, -er for -re, single consonants for doubled ones.
private func variant(_ word: String) -> String {
  let plain = word.replacing("iz", with: "is").replacing("yz", with: "ys").replacing("our", with: "or")
    .replacing("ice", with: "ise").replacing("icing", with: "ising").replacing("ence", with: "ense").replacing(
      "tre", with: "ter")
  if hasShortStem(plain) { return plain }
  return plain.reduce(into: "") { if $0.last != $1 || "aeiou".contains($1) { $0.append($1) } }
}

private func isSwapped(_ one: [Character], _ other: [Character]) -> Bool {
  guard one.count == other.count else { return false }
  let places = one.indices.filter { one[$0] != other[$0] }
  return places.count == 2 && places[1] == places[0] + 1 && one[places[0]] == other[places[1]]
    && one[places[1]] == other[places[0]]
}
