extension ArraySlice<Word> {
  /// What stands behind each “if”, “when” or “provided that”, with it, up to the next mark.
  var conditions: [String] { conditionRanges.map { self[$0].text } }

  /// Where each of them stands.
  var conditionRanges: [Range<Int>] {
    indices.filter(opensCondition).map { start in
      let end = self[start...].firstIndex { $0.mark != nil } ?? endIndex - 1
      return start..<end + 1
    }
  }

  private func opensCondition(_ index: Int) -> Bool {
    let word = self[index].core
    if word == "provided" || word == "providing" { return index + 1 < endIndex && self[index + 1].core == "that" }
    return openers.contains(word) && (index == startIndex || !askers.contains(self[index - 1].core))
  }
}

/// Behind these it is asked, and conditions nothing: ask if.
private let askers: Set<String> = ["ask", "check", "consider", "decide", "even", "know", "see"]
private let openers: Set<String> = ["if", "when", "whenever", "where", "wherever", "while", "whilst"]
