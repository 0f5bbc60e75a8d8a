import Foundation

/// Ends commands as a failing machine would, at random moments.
enum Kill {
  /// A hundred random moments of a run, one in each hundredth part of it, until a little after its end.
  static func moments(of whole: TimeInterval) -> [TimeInterval] {
    (0..<100).map { whole * 1.1 * (Double($0) + .random(in: 0..<1)) / 100 }.shuffled()
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
