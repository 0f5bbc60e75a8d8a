import PolicyModel

extension Check {
  static let longSentences = Check(
    .longSentences, .note, "How many sentences have more than 40 words; a trend to watch, never a failure."
  ) { text, check in
    let (now, base) = (text.readability, text.base?.readability)
    // What a fork has from its base alone is told of the base.
    guard let longest = now.long.max(by: { $0.words < $1.words }), now.long.count > base?.long.count ?? 0 else {
      return []
    }
    let before = base.map { "; \($0.long.count) of \($0.sentences) in the base" } ?? ""
    let places = now.long.prefix(5).map { Diagnostic.Note("\($0.words) words", about: .clause($0.clause)) }
    let count = "\(now.long.count) of \(now.sentences) sentences \(now.long.count == 1 ? "has" : "have")"
    return [
      check.finding(
        "\(count) more than \(Readability.mostWords) words, the longest \(longest.words)\(before)", about: .document,
        notes: places)
    ]
  }
}
