import ArgumentParser

/// Sets comparing two editions beside finding the fewest edits of all their words, which knows nothing of clauses.
///
/// The longer editions are set beside eight short pairs, which take up about as much memory.
struct ComparingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comparing", abstract: "Measures comparing two editions, times in milliseconds.")

  func run() {
    let lengths = [Comparing(length: 1, pairs: 8), Comparing(length: 8.5, pairs: 1, ending: "-long")]
    var measurements = lengths.flatMap(\.measurements)
    // In turn, so that what else the machine does falls on all of them.
    for _ in 0..<Measurement.repetitions {
      for index in measurements.indices { measurements[index].repeatOnce() }
    }
    var figures = Figures()
    for measurement in measurements { figures[measurement.name] = measurement.times.median }
    for length in lengths { figures.add(length.counts) }
    figures.show()
  }
}
