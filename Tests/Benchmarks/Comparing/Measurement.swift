/// Some work whose processor time is taken, as many runs at once as fill a sixth of a second.
struct Measurement {
  static let repetitions = 15
  private static let repetition = 0.167

  let name: String
  /// Milliseconds for one input, of each repetition.
  private(set) var times: [Double] = []
  private let inputs: Int
  private let work: () -> Void
  private let runs: Int

  init<Input>(_ name: String, of inputs: [Input], _ work: @escaping (Input) -> Void) {
    self.name = name
    self.inputs = inputs.count
    self.work = { inputs.forEach(work) }
    self.work()
    runs = max(3, Int(Measurement.repetition / processorTime(self.work)))
  }

  mutating func repeatOnce() {
    times.append(processorTime { for _ in 0..<runs { work() } } * 1000 / Double(runs * inputs))
  }
}
