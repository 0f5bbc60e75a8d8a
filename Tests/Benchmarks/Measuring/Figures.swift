import Foundation

/// Numbers with names, as the sub-commands that measure inside a process of their own print them.
struct Figures {
  private var values: [String: Double] = [:]

  init() {}

  /// What a sub-command of this program measured.
  init(of arguments: [String]) throws {
    let cost = try ChildProcess(arguments: [ChildProcess.beside("benchmark")] + arguments).run()
    for line in cost.output.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, let value = Double(words[1]) { values[String(words[0])] = value }
    }
  }

  subscript(name: String) -> Double {
    get { values[name] ?? .nan }
    set { values[name] = newValue }
  }

  mutating func add(_ others: Figures) { values.merge(others.values) { $1 } }

  func show() {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) { print(name, value) }
  }
}

/// Processor seconds of this process for some work.
func processorTime(_ work: () throws -> Void) rethrows -> Double {
  let start = processorNanoseconds()
  try work()
  return Double(processorNanoseconds() - start) / 1e9
}

private func processorNanoseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
