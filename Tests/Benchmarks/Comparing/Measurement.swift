/// How long something takes: the median of several repetitions, each of as many runs as fill a third of a second.
struct Measurement {
  static let repetitions = 7
  private static let repetition = Duration.milliseconds(333)

  /// Of one run for one input.
  let milliseconds: Double
  /// How many runs over all inputs there were in each repetition.
  let runs: Int

  init<Input>(of inputs: [Input], _ work: (Input) -> Void) {
    let clock = ContinuousClock()
    inputs.forEach(work)
    let first = clock.measure { inputs.forEach(work) }
    let runs = max(3, Int(Measurement.repetition / first))
    let times = (0..<Measurement.repetitions).map { _ in
      clock.measure { for _ in 0..<runs { inputs.forEach(work) } } / (runs * inputs.count) / .milliseconds(1)
    }
    milliseconds = times.sorted()[Measurement.repetitions / 2]
    self.runs = runs
  }
}
