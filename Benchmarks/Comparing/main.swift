import Amending
import Foundation
import PolicyModel
import Reading

/// What comparing two editions of one length costs, and what it finds.
struct Row {
  let length: Double
  let words: Int
  let clauses: Int
  let compare: Measurement
  let myers: Measurement
  let myersWithInterning: Measurement
  let changedWords: Int
  let markedWords: Int
  let moves: Int
  let namedMoves: Int

  init(length: Double) {
    var prose = Prose(seed: 2026)
    let outline = Outline(length: length, prose: &prose)
    let next = NextEdition(after: outline, length: length, prose: prose)
    let (old, new) = (outline.policy, next.outline.policy)
    let (before, after) = (old.words, new.words)
    let (left, right) = interned(before, after)
    self.length = length
    words = before.count
    clauses = old.clauses.flatMap(\.withDescendants).count { $0.kind == .clause }
    compare = Measurement { consume(Amending.compare(old, new)) }
    myers = Measurement { consume(leastEdits(from: left, to: right)) }
    myersWithInterning = Measurement {
      let (left, right) = interned(before, after)
      consume(leastEdits(from: left, to: right))
    }
    let comparison = Amending.compare(old, new)
    changedWords = next.changedWords
    markedWords = comparison.markedWords(in: old)
    moves = next.moves
    namedMoves = comparison.amendments.count { $0.operation.verb == .move }
  }
}

/// Each word as a number, the same for the same word.
func interned(_ old: [Substring], _ new: [Substring]) -> (old: [Int], new: [Int]) {
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

func print(_ label: String, _ values: [String]) {
  let columns = values.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
  Swift.print(label.padding(toLength: 44, withPad: " ", startingAt: 0) + columns.joined())
}

func milliseconds(_ measurement: Measurement) -> String { String(format: "%.3f ms", measurement.milliseconds) }

func ratio(_ one: Measurement, _ other: Measurement) -> String {
  String(format: "%.2f", one.milliseconds / other.milliseconds)
}

let rows = [1, 8.5].map { Row(length: $0) }
let date = Date().formatted(.iso8601.year().month().day())
Swift.print(
  "Comparing two editions, \(date), \(ProcessInfo.processInfo.activeProcessorCount) cores, one used; "
    + "medians of \(Measurement.repetitions) repetitions")
print("words", rows.map { "\($0.words)" })
print("clauses", rows.map { "\($0.clauses)" })
print("compare", rows.map { milliseconds($0.compare) })
print("Myers over interned words", rows.map { milliseconds($0.myers) })
print("Myers and interning the words", rows.map { milliseconds($0.myersWithInterning) })
print("runs in a repetition (compare)", rows.map { "\($0.compare.runs)" })
print("compare : Myers", rows.map { ratio($0.compare, $0.myers) })
print("compare : Myers and interning", rows.map { ratio($0.compare, $0.myersWithInterning) })
print("compare : compare of the first", rows.map { ratio($0.compare, rows[0].compare) })
print("words truly changed", rows.map { "\($0.changedWords)" })
print("words marked by the amendments", rows.map { "\($0.markedWords)" })
print("moves made", rows.map { "\($0.moves)" })
print("moves named", rows.map { "\($0.namedMoves)" })
