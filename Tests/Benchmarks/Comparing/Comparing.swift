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

/// Comparing editions of one length: what is to be timed, and what is found, on the average of some pairs.
struct Comparing {
  let measurements: [Measurement]
  private(set) var counts = Figures()

  /// - Parameter ending: put behind the name of each figure.
  init(length: Double, pairs count: Int, ending: String = "") {
    let pairs = (0..<count).map { Pair(length: length, seed: 2026 + UInt64($0)) }
    let words = pairs.map { ($0.old.words, $0.new.words) }
    let numbers = words.map(interned)
    measurements = [
      Measurement("compare" + ending, of: pairs) { consume(Amending.compare($0.old, $0.new)) },
      Measurement("myers" + ending, of: numbers) { consume(leastEdits(from: $0.old, to: $0.new)) },
      Measurement("compare-renamed" + ending, of: pairs) { consume(Amending.compare($0.old, $0.renamed)) },
      Measurement("myers-and-interning" + ending, of: words) { old, new in
        let numbers = interned(old, new)
        consume(leastEdits(from: numbers.old, to: numbers.new))
      },
    ]
    func mean(_ name: String, _ number: (Pair, Comparison) -> Int) {
      let sum = pairs.reduce(0) { $0 + number($1, Amending.compare($1.old, $1.new)) }
      counts[name + ending] = Double(sum) / Double(count)
    }
    mean("words") { pair, _ in pair.old.words.count }
    mean("clauses") { pair, _ in pair.old.clauses.flatMap(\.withDescendants).count { $0.kind == .clause } }
    mean("words-changed") { pair, _ in pair.edition.changedWords }
    mean("words-marked") { $1.markedWords(in: $0.old) }
    mean("words-quoted") { $1.quotedWords(in: $0.old) }
    mean("moves") { pair, _ in pair.edition.moves }
    mean("moves-named") { _, comparison in comparison.amendments.count { $0.operation.verb == .move } }
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
