extension ArraySlice<Word> {
  /// What stands behind each “if” or “when”, with it, up to the next mark.
  var conditions: [String] {
    indices.filter { openers.contains(self[$0].core) }.map { start in
      let end = self[start...].firstIndex { $0.mark != nil } ?? endIndex - 1
      return self[start...end].text
    }
  }
}

private let openers: Set<String> = ["if", "when", "whenever", "where", "wherever", "while", "whilst"]
