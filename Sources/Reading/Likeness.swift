/// How often each word stands in a text; those that stand in every text are left aside where there are others.
struct WordBag {
  private let counts: [String: Int]
  private let total: Int

  init(_ text: String) {
    let all = words(of: text)
    let telling = all.filter {
      $0.traits.isDisjoint(with: [.determiner, .preposition, .coordinator, .auxiliary, .subordinator, .pronoun])
        && $0.core != "be"
    }
    counts = (telling.isEmpty ? all : telling).reduce(into: [:]) { $0[$1.core, default: 0] += 1 }
    total = counts.values.reduce(0, +)
  }

  /// Twice the words two texts share, by those they have (Dice's coefficient); 1 where both are empty.
  func likeness(to other: WordBag) -> Double {
    guard total + other.total > 0 else { return 1 }
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(shared) / Double(total + other.total)
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
