import PolicyModel

/// The words of a text in whatever order, to tell how like it is to others.
package struct WordBag: Sendable {
  /// A number for each word, the same for the same word, in ascending order.
  private let numbers: [Int]

  /// - Parameter numbers: those of the words, the same for the same word.
  package init(_ numbers: [Int]) { self.numbers = numbers.sorted() }

  package init(_ words: [String]) { self.init(words.map { Fingerprint(of: $0).number }) }

  /// The words of an act that tell what is done, whenever that is.
  init(act: String) { self.init(telling: words(of: act).withoutConditions) }

  init(telling words: [Word]) { self.init(words.telling.map(\.core)) }

  /// Each word once, by its number.
  package var distinct: [Int] {
    numbers.indices.filter { $0 == 0 || numbers[$0 - 1] != numbers[$0] }.map { numbers[$0] }
  }

  /// Twice the words two texts share, by those they have (Dice's coefficient); 1 where both are empty.
  func likeness(to other: WordBag) -> Double {
    numbers.isEmpty && other.numbers.isEmpty ? 1 : likeness(to: other, atLeast: 0) ?? 0
  }

  /// The same where one of them is not empty; nil where it is less than is asked for.
  package func likeness(to other: WordBag, atLeast least: Double) -> Double? {
    let all = Double(max(1, numbers.count + other.numbers.count))
    let needed = Int((least * all / 2).rounded(.up))
    var (left, right, shared) = (0, 0, 0)
    // Most texts are unlike: too many words are on one side only long before the end.
    var spare = numbers.count + other.numbers.count - 2 * needed
    while left < numbers.count, right < other.numbers.count, spare >= 0 {
      let (one, two) = (numbers[left], other.numbers[right])
      if one == two { shared += 1 } else { spare -= 1 }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
    return shared >= needed ? 2 * Double(shared) / all : nil
  }
}

extension [Word] {
  /// All but those that tell on what condition something is done.
  var withoutConditions: [Word] {
    let conditions = self[...].conditionRanges
    let others = indices.filter { index in !conditions.contains { $0.contains(index) } }.map { self[$0] }
    return others.isEmpty ? self : others
  }

  /// Those that tell what is done; words that stand in every text are left aside where there are others.
  var telling: [Word] {
    let telling = filter {
      $0.traits.isDisjoint(with: [.determiner, .preposition, .coordinator, .auxiliary, .subordinator, .pronoun])
        && $0.core != "be"
    }
    return telling.isEmpty ? self : telling
  }
}

/// Pairs the members of two lists, the likest first and of equals the nearest: the old place of each new one.
///
/// - Parameters:
///   - old: the places of those that are to be paired; likewise `new`.
///   - likeness: of an old and a new member by their places; nil where they cannot be a pair.
func likestPairs(
  _ old: some Collection<Int>, _ new: some Collection<Int>, likeness: (_ old: Int, _ new: Int) -> Double?
) -> [Int: Int] {
  var candidates: [(likeness: Double, distance: Int, new: Int, old: Int)] = []
  for after in new {
    for before in old {
      guard let likeness = likeness(before, after) else { continue }
      candidates.append((likeness, abs(after - before), after, before))
    }
  }
  candidates.sort { ($1.likeness, $0.distance, $0.new, $0.old) < ($0.likeness, $1.distance, $1.new, $1.old) }
  var pairs: [Int: Int] = [:]
  var taken: Set<Int> = []
  for candidate in candidates where pairs[candidate.new] == nil && !taken.contains(candidate.old) {
    pairs[candidate.new] = candidate.old
    taken.insert(candidate.old)
  }
  return pairs
}
