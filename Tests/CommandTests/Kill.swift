import Foundation

/// Ends commands as a failing machine would, at random moments.
enum Kill {
  /// A hundred random moments of a run, as parts of it: half of them anywhere until a little after its end, half of them in
  /// its last third, where most is written.
  static func moments() -> [Double] {
    (0..<50).flatMap { step in
      let place = (Double(step) + .random(in: 0..<1)) / 50
      return [place * 1.1, 0.7 + place * 0.4]
    }.shuffled()
  }

  static func run(_ command: String, until moment: TimeInterval, in workspace: URL) throws {
    let process = try Shell.start("exec \(command)", in: workspace)
    usleep(UInt32(moment * 1_000_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// How long a command takes, in seconds.
  static func duration(of command: String, in workspace: URL) throws -> TimeInterval {
    let start = Date()
    try Shell.start("exec \(command)", in: workspace).waitUntilExit()
    return Date().timeIntervalSince(start)
  }
}
