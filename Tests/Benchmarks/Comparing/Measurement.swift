/// How long something takes, in processor time: the median of several repetitions, each of as many runs as fill a third of a second.
struct Measurement {
  static let repetitions = 7
  private static let repetition = 0.333

  /// Of one run for one input.
  let milliseconds: Double
  /// How many runs over all inputs there were in each repetition.
  let runs: Int

  init<Input>(of inputs: [Input], _ work: (Input) -> Void) {
    inputs.forEach(work)
    let first = processorTime { inputs.forEach(work) }
    let runs = max(3, Int(Measurement.repetition / first))
    let times = (0..<Measurement.repetitions).map { _ in
      processorTime { for _ in 0..<runs { inputs.forEach(work) } } * 1000 / Double(runs * inputs.count)
    }
    milliseconds = times.median
    self.runs = runs
  }
}
