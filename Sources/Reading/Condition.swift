extension ArraySlice<Word> {
  /// What stands behind each “if” or “when”, with it, up to the next mark.
  var conditions: [String] { conditionRanges.map { self[$0].text } }

  /// Where each of them stands.
  var conditionRanges: [Range<Int>] {
    indices.filter { openers.contains(self[$0].core) && ($0 == startIndex || !askers.contains(self[$0 - 1].core)) }.map
    { start in
      let end = self[start...].firstIndex { $0.mark != nil } ?? endIndex - 1
      return start..<end + 1
    }
  }
}

/// Behind these it is asked, and conditions nothing: ask if.
private let askers: Set<String> = ["ask", "check", "consider", "decide", "even", "know", "see"]
private let openers: Set<String> = ["if", "when", "whenever", "where", "wherever", "while", "whilst"]
