import PolicyModel

/// The words that terms stand for, so that they are known again where a text is read.
package struct TermPhrases: Sendable {
  private struct Phrase {
    let words: [String]
    let term: String
  }

  /// By their first word.
  private let phrases: [String: [Phrase]]

  /// - Parameter terms: what they stand for in one text, or in each of several.
  package init(_ terms: [String: TermValue]...) {
    // By name, the longest value first: of two terms with the same value the same one is always told.
    let all = terms.flatMap { $0.sorted { $0.key < $1.key } }.flatMap { name, value in
      Set(TermForm.allCases.map(value.words)).sorted { ($1.count, $0) < ($0.count, $1) }.map { words in
        Phrase(words: tokens(of: Text(words)).map { $0.plain.lowercased() }, term: name)
      }
    }
    phrases = Dictionary(grouping: all.filter { !$0.words.isEmpty }) { $0.words[0] }
  }

  /// The terms whose value starts at a token, each with the number of tokens it takes.
  package func starting(at index: Int, in words: [String]) -> [(term: String, length: Int)] {
    guard let candidates = phrases[words[index]] else { return [] }
    return candidates.compactMap { phrase in
      let end = index + phrase.words.count
      guard end <= words.count, words[index..<end].elementsEqual(phrase.words) else { return nil }
      return (phrase.term, phrase.words.count)
    }
  }

  /// The tokens in groups: the words of a value together, the longest value first, every other token alone.
  package func groups(_ tokens: [Token]) -> [ArraySlice<Token>] {
    let words = tokens.map { $0.plain.lowercased() }
    var groups: [ArraySlice<Token>] = []
    var index = 0
    while index < tokens.count {
      let length = starting(at: index, in: words).map(\.length).max() ?? 1
      groups.append(tokens[index..<(index + length)])
      index += length
    }
    return groups
  }

  /// The tokens with the words of each value as one token.
  package func joined(_ tokens: [Token]) -> [Token] {
    groups(tokens).map { group in
      group.count == 1 ? group.first! : Token(text: Text(joining: group), followsSpace: group.first!.followsSpace)
    }
  }
}

/// What stands for what where two lines differ by the values of terms alone.
package struct TermSubstitution: Hashable, Sendable {
  package let term: String
  package let old: String
  package let new: String
}

/// Reads two lines as one whose terms have other values.
///
/// - Returns: what stands for what, each once; nil where the lines differ in other words too.
package func termSubstitutions(
  from old: [Token], to new: [Token], oldTerms: TermPhrases, newTerms: TermPhrases
) -> [TermSubstitution]? {
  let (before, after) = (old.map { $0.plain.lowercased() }, new.map { $0.plain.lowercased() })
  var dead: Set<[Int]> = []
  func read(_ left: Int, _ right: Int) -> [TermSubstitution]? {
    if left == old.count, right == new.count { return [] }
    guard left < old.count, right < new.count, !dead.contains([left, right]) else { return nil }
    if old[left].plain == new[right].plain, let rest = read(left + 1, right + 1) { return rest }
    for (term, length) in oldTerms.starting(at: left, in: before) {
      for (other, otherLength) in newTerms.starting(at: right, in: after) where other == term {
        guard let rest = read(left + length, right + otherLength) else { continue }
        let (removed, inserted) = (old[left..<(left + length)], new[right..<(right + otherLength)])
        let substitution = TermSubstitution(
          term: term, old: Text(joining: removed).plain, new: Text(joining: inserted).plain)
        return substitution.old == substitution.new ? rest : [substitution] + rest
      }
    }
    dead.insert([left, right])
    return nil
  }
  return read(0, 0).map { found in found.enumerated().filter { found.firstIndex(of: $1) == $0 }.map(\.element) }
}
