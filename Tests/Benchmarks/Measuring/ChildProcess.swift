import Foundation
import Glibc

/// Another program, run to its end.
struct ChildProcess {
  /// What running it took.
  struct Cost {
    /// User and system time, in seconds.
    let processor: Double
    /// In seconds.
    let wall: Double
    /// Main memory at most, in megabytes.
    let peak: Double
    let status: Int32
    let output: String
  }

  /// Why it did not do what it should.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  let arguments: [String]
  /// The ends that are no failure.
  var accepted: ClosedRange<Int32> = 0...0

  /// The file that is to be installed.
  static func clausebook() throws -> String { try beside("../../clausebook") }

  /// The program of this package with a name, built beside this one.
  static func beside(_ name: String) throws -> String {
    let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent(name).standardized.path
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw Failure(description: "\(program) is not built: run “.ci/release” first")
    }
    return program
  }

  /// Runs it; what it prints goes into the cost, what it complains of to the terminal where it fails.
  func run() throws -> Cost {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("benchmark-output-\(getpid())").path
    defer { unlink(output) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let start = ContinuousClock.now
    guard posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      throw Failure(description: "\(arguments[0]) cannot be started")
    }
    var (status, usage) = (Int32(), rusage())
    while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
    let wall = (ContinuousClock.now - start) / .seconds(1)
    // The high byte holds how the program ended, the low one the signal that ended it.
    let end = status & 0x7f == 0 ? status >> 8 & 0xff : -1
    guard accepted.contains(end) else {
      throw Failure(description: "“\(arguments.joined(separator: " "))” ended with \(end)")
    }
    return Cost(
      processor: usage.ru_utime.seconds + usage.ru_stime.seconds, wall: wall, peak: Double(usage.ru_maxrss) / 1024,
      status: end, output: (try? String(contentsOfFile: output, encoding: .utf8)) ?? "")
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1_000_000 }
}

extension [ChildProcess.Cost] {
  /// The medians, each by itself.
  var processor: Double { map(\.processor).median }
  var wall: Double { map(\.wall).median }
  var peak: Double { map(\.peak).median }
}

extension [Double] {
  var median: Double { sorted()[count / 2] }

  /// The median of what each is in proportion to the one that was taken next to it.
  func ratio(to others: [Double]) -> Double { zip(self, others).map(/).median }
}
