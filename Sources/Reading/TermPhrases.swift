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
  /// The term that has these values; several where the words do not tell which.
  package let terms: [String]
  package let old: String
  package let new: String
}

/// Reads two lines as one whose terms have other values.
///
/// - Returns: what stands for what, each once; nil where the lines differ in other words too, or may be read in too many ways
///   to tell.
package func termSubstitutions(
  from old: [Token], to new: [Token], oldTerms: TermPhrases, newTerms: TermPhrases
) -> [TermSubstitution]? {
  let (before, after) = (old.map { $0.plain.lowercased() }, new.map { $0.plain.lowercased() })
  // Depth first, on a stack of its own: a line may have more words than a function can call itself.
  var open = [Step(old: 0..<0, new: 0..<0)]
  var taken: [Step] = []
  var seen: Set<Int> = []
  while let step = open.popLast() {
    let (left, right) = (step.old.upperBound, step.new.upperBound)
    guard seen.insert(left * (new.count + 1) + right).inserted else { continue }
    if left == old.count, right == new.count { return substitutions(of: taken, upTo: step, old, new) }
    guard left < old.count, right < new.count else { continue }
    guard taken.count < mostSteps else { return nil }
    func following(_ length: Int, _ otherLength: Int, _ terms: [String] = []) -> Step {
      Step(old: left..<(left + length), new: right..<(right + otherLength), terms: terms, previous: taken.count)
    }
    var next: [Step] = []
    if old[left].plain == new[right].plain { next.append(following(1, 1)) }
    for (term, length) in oldTerms.starting(at: left, in: before) {
      for (other, otherLength) in newTerms.starting(at: right, in: after) where other == term {
        let ends = (left + length, right + otherLength)
        if let same = next.firstIndex(where: { !$0.terms.isEmpty && ($0.old.upperBound, $0.new.upperBound) == ends }) {
          next[same].terms.append(term)
        } else {
          next.append(following(length, otherLength, [term]))
        }
      }
    }
    taken.append(step)
    open += next.reversed()
  }
  return nil
}

/// Many times what the longest paragraph takes, unless a short value repeats itself all through it.
private let mostSteps = 300_000

/// Words of two lines that stand for each other.
private struct Step {
  let old: Range<Int>
  let new: Range<Int>
  /// Whose values they are; none for one word that stands in both lines.
  var terms: [String] = []
  /// Which of the steps taken comes before.
  var previous: Int?
}

private func substitutions(of taken: [Step], upTo last: Step, _ old: [Token], _ new: [Token]) -> [TermSubstitution] {
  let way = sequence(first: last) { $0.previous.map { taken[$0] } }
  let found = way.compactMap { step -> TermSubstitution? in
    guard !step.terms.isEmpty else { return nil }
    let (removed, inserted) = (old[step.old].plain, new[step.new].plain)
    return removed == inserted ? nil : TermSubstitution(terms: step.terms.unique, old: removed, new: inserted)
  }
  return found.reversed().unique
}
