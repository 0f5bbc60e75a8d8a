import ArgumentParser

/// Sets comparing two editions beside finding the fewest edits of all their words, which knows nothing of clauses.
///
/// The longer editions are set beside eight short pairs, which take up about as much memory.
struct ComparingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comparing", abstract: "Measures comparing two editions, times in milliseconds.")

  func run() {
    let (short, long) = (Comparing(length: 1, pairs: 8), Comparing(length: 8.5, pairs: 1))
    var figures = Figures()
    for (ending, measured) in [("", short), ("-long", long)] {
      func each(_ count: Int) -> Double { Double(count) / Double(measured.pairs) }
      figures["words" + ending] = each(measured.words)
      figures["clauses" + ending] = each(measured.clauses)
      figures["compare" + ending] = measured.compare.milliseconds
      figures["compare-renamed" + ending] = measured.compareRenamed.milliseconds
      figures["myers" + ending] = measured.myers.milliseconds
      figures["myers-and-interning" + ending] = measured.myersWithInterning.milliseconds
      figures["words-changed" + ending] = each(measured.changedWords)
      figures["words-marked" + ending] = each(measured.markedWords)
      figures["words-quoted" + ending] = each(measured.quotedWords)
      figures["moves" + ending] = each(measured.moves)
      figures["moves-named" + ending] = each(measured.namedMoves)
    }
    figures.show()
  }
}
