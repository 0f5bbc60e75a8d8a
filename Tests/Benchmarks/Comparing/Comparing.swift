import Amending
import PolicyModel
import Reading

/// Two editions of one policy, and what is known of the difference.
struct Pair {
  let old: Policy
  let new: Policy
  /// The new edition with names for its clauses that the old one does not know.
  let renamed: Policy
  let edition: NextEdition

  init(length: Double, seed: UInt64) {
    var prose = Prose(seed: seed)
    let outline = Outline(length: length, prose: &prose)
    edition = NextEdition(after: outline, length: length, prose: prose)
    old = outline.policy
    new = edition.outline.policy
    let names = new.clauses.flatMap(\.withDescendants).compactMap(\.identity)
    let strange = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Identity("stranger-\($0)")!) })
    var renamed = new
    renamed.clauses = new.clauses.map { $0.renamed(strange) }
    self.renamed = renamed
  }
}

/// What comparing editions of one length costs and finds, on the average of some pairs.
struct Comparing {
  let pairs: Int
  let compare: Measurement
  let compareRenamed: Measurement
  let myers: Measurement
  let myersWithInterning: Measurement
  private(set) var words = 0
  private(set) var clauses = 0
  private(set) var changedWords = 0
  private(set) var markedWords = 0
  private(set) var quotedWords = 0
  private(set) var moves = 0
  private(set) var namedMoves = 0

  init(length: Double, pairs count: Int) {
    let pairs = (0..<count).map { Pair(length: length, seed: 2026 + UInt64($0)) }
    let words = pairs.map { ($0.old.words, $0.new.words) }
    let numbers = words.map(interned)
    self.pairs = count
    compare = Measurement(of: pairs) { consume(Amending.compare($0.old, $0.new)) }
    compareRenamed = Measurement(of: pairs) { consume(Amending.compare($0.old, $0.renamed)) }
    myers = Measurement(of: numbers) { consume(leastEdits(from: $0.old, to: $0.new)) }
    myersWithInterning = Measurement(of: words) { old, new in
      let numbers = interned(old, new)
      consume(leastEdits(from: numbers.old, to: numbers.new))
    }
    for pair in pairs {
      let comparison = Amending.compare(pair.old, pair.new)
      self.words += pair.old.words.count
      clauses += pair.old.clauses.flatMap(\.withDescendants).count { $0.kind == .clause }
      changedWords += pair.edition.changedWords
      markedWords += comparison.markedWords(in: pair.old)
      quotedWords += comparison.quotedWords(in: pair.old)
      moves += pair.edition.moves
      namedMoves += comparison.amendments.count { $0.operation.verb == .move }
    }
  }
}

/// Each word as a number, the same for the same word.
private func interned(_ old: [Substring], _ new: [Substring]) -> (old: [Int], new: [Int]) {
  var numbers: [Substring: Int] = [:]
  func number(_ word: Substring) -> Int {
    if let number = numbers[word] { return number }
    numbers[word] = numbers.count
    return numbers.count - 1
  }
  return (old.map(number), new.map(number))
}

/// Keeps the compiler from leaving out work whose result nobody looks at.
@inline(never) func consume<Value>(_ value: Value) {}
