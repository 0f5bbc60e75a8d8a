/// Words that say when a duty does not hold, and how far they reach.
extension [Word] {
  /// The first exception in the part of a sentence that a phrase has; one before the phrase ends there.
  func exception(in scope: Range<Int>, around phrase: Range<Int>) -> Range<Int>? {
    exception(in: scope.lowerBound..<phrase.lowerBound) ?? exception(in: phrase.upperBound..<scope.upperBound)
  }

  private func exception(in range: Range<Int>) -> Range<Int>? {
    for index in range {
      // What stands inside a bracket is an exception to what the bracket says.
      if self[index].depth > self[range.lowerBound].depth, self[index].text.first != "(" { continue }
      if let length = fixedException(at: index) { return index..<Swift.min(index + length, range.upperBound) }
      if opensException(at: index, in: range) { return index..<exceptionEnd(from: index, in: range) }
    }
    return nil
  }

  /// Where possible, as far as is practicable, where appropriate.
  private func fixedException(at index: Int) -> Int? {
    let word = self[index].core
    if ["where", "wherever", "if", "when", "whenever"].contains(word) {
      for length in [2, 3] where index + length <= count && Self.possible.contains(self[index + length - 1].core) {
        if length == 2 || ["reasonably", "it", "this", "at"].contains(self[index + 1].core) { return length }
      }
      return isAt(index + 1, ["at", "all", "possible"]) ? 4 : nil
    }
    guard ["as", "so", "insofar"].contains(word),
      isAt(index + 1, ["far", "as"]) || isAt(index + 1, ["as"]) && word == "insofar"
    else {
      return nil
    }
    return (index + 2..<Swift.min(index + 6, count)).first { Self.possible.contains(self[$0].core) }.map {
      $0 - index + 1
    }
  }

  private static let possible: Set<String> = [
    "possible", "practicable", "practical", "feasible", "appropriate", "necessary",
  ]

  private func opensException(at index: Int, in range: Range<Int>) -> Bool {
    let next = index + 1 < count ? self[index + 1].core : ""
    switch self[index].core {
    case "unless": return true
    case "except", "excepting": return true
    case "other": return next == "than"
    case "apart":
      return next == "from" && !self[Swift.max(0, index - 3)..<index].contains { Self.parted.contains($0.core) }
    case "save":
      return ["for", "that", "where", "when", "in", "as", "with"].contains(next)
        && (index == 0 || self[index - 1].traits.isDisjoint(with: [.modal, .auxiliary]))
    case "with": return isAt(index + 1, ["the", "exception", "of"])
    case "without":
      if describesSomething(at: index, in: range) { return false }
      for place in index + 1..<Swift.min(index + 7, count) {
        if Self.consents.contains(self[place].core) { return true }
        if self[place].mark != nil || self[place].traits.contains(.preposition) { return false }
      }
      return false
    default: return false
    }
  }

  static let consents: Set<String> = ["permission", "approval", "authorisation", "consent", "agreement"]
  /// A site set up without approval is only told from others by that.
  private func describesSomething(at index: Int, in range: Range<Int>) -> Bool {
    self[range.lowerBound..<index].contains { ["that", "which", "who"].contains($0.core) }
      || index > range.lowerBound && range.upperBound < count && self[range.upperBound].traits.contains(.modal)
  }

  private static let parted: Set<String> = ["keep", "kept", "keeps", "set", "held", "stay", "far"]

  /// An exception between commas or brackets ends with them; one at the start, before the subject; any other goes on.
  private func exceptionEnd(from index: Int, in range: Range<Int>) -> Int {
    let isAside = index == 0 || self[index - 1].mark == .comma || self[index].text.first == "("
    let depth = self[index].depth
    for place in index..<range.upperBound {
      let word = self[place]
      if word.depthBehind < depth || word.mark == .stop { return place + 1 }
      if isAside, word.mark == .comma, word.depthBehind == depth { return place + 1 }
    }
    return range.upperBound
  }
}
