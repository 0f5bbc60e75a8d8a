import Foundation

/// Measures comparing two editions beside finding the fewest edits of all their words, which knows nothing of clauses.
///
/// The longer editions are set beside eight short pairs, which take up about as much memory.
let rows = [Row(length: 1, pairs: 8), Row(length: 8.5, pairs: 1)]
let date = Date().formatted(.iso8601.year().month().day())

func line(_ label: String, _ value: (Row) -> String) {
  let columns = rows.map(value).map { String(repeating: " ", count: max(0, 14 - $0.count)) + $0 }
  print(label.padding(toLength: 46, withPad: " ", startingAt: 0) + columns.joined())
}

func time(_ label: String, _ measurement: @escaping (Row) -> Measurement) {
  line(label) { String(format: "%.3f ms", measurement($0).milliseconds) }
}

func ratio(_ label: String, _ ratio: (Row) -> Double) { line(label) { String(format: "%.2f", ratio($0)) } }

func count(_ label: String, _ count: (Row) -> Int) { line(label) { String(count($0) / $0.pairs) } }

print("Comparing two editions on \(date): one of \(ProcessInfo.processInfo.activeProcessorCount) cores,")
print("medians of \(Measurement.repetitions) repetitions.\n")
line("pairs of editions") { String($0.pairs) }
count("words") { $0.words }
count("clauses") { $0.clauses }
line("runs in a repetition of compare") { String($0.compare.runs) }
time("compare") { $0.compare }
time("compare, no names shared") { $0.compareRenamed }
time("Myers over interned words") { $0.myers }
time("Myers and interning the words") { $0.myersWithInterning }
ratio("compare : Myers") { $0.compare.milliseconds / $0.myers.milliseconds }
ratio("compare : Myers and interning") { $0.compare.milliseconds / $0.myersWithInterning.milliseconds }
ratio("words : words of the short ones") { Double($0.words * rows[0].pairs) / Double(rows[0].words * $0.pairs) }
ratio("compare : compare of the short ones") { $0.compare.milliseconds / rows[0].compare.milliseconds }
count("words truly changed") { $0.changedWords }
count("words marked by the amendments") { $0.markedWords }
count("words that the amendments quote or give") { $0.quotedWords }
count("moves made") { $0.moves }
count("moves named") { $0.namedMoves }
