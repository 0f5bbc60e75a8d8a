/// How long something takes: the median of several repetitions, each of as many runs as fill a quarter of a second.
struct Measurement {
  static let repetitions = 7
  private static let repetition = Duration.milliseconds(250)

  let milliseconds: Double
  /// How many runs there were in each repetition.
  let runs: Int

  init(of work: () -> Void) {
    let clock = ContinuousClock()
    work()
    let first = clock.measure(work)
    let runs = max(3, Int(Measurement.repetition / first))
    let times = (0..<Measurement.repetitions).map { _ in
      clock.measure { for _ in 0..<runs { work() } } / runs / .milliseconds(1)
    }
    milliseconds = times.sorted()[Measurement.repetitions / 2]
    self.runs = runs
  }
}
