import ArgumentParser
import Foundation

/// Prints the table, and finds what became worse.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Measures everything and prints one table.",
    discussion: """
      Ends with 1 where a ratio is worse by more than a tenth than the one recorded in Tests/Benchmarks/ratios.json. \
      The command clausebook is measured as it was built last, beside this one.
      """)

  @Option(help: "How many forks.") var forks = 1000
  @Option(help: "How often each figure is taken.") var repetitions = 5
  @Flag(help: "With 200 forks and 3 repetitions, to try it out.") var quick = false
  @Flag(help: "Record the ratios for later runs to be set beside.") var record = false

  func run() throws {
    let (forks, repetitions) = quick ? (200, 3) : (self.forks, self.repetitions)
    let memory = MeasureCommand.memory
    let scratch = memory.appendingPathComponent("clausebook-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    var table = Table(
      forks: forks, repetitions: repetitions, memory: memory.path == "/dev/shm" ? "memory" : "the temporary folder")

    let publisher = try Publisher(forks: forks, in: scratch)
    let publishing = try told("publishing") { try PublishRows(publisher, in: scratch, repetitions: repetitions) }
    table.rows += publishing.rows
    table.rows += try told("publishing again") { try publishing.again() }
    let rebasing = try told("rebasing") { try RebaseRows(publisher, repetitions: repetitions, in: scratch) }
    table.rows += try told("publishing ten times as many") {
      let publisher = try Publisher(forks: forks * 10, in: scratch)
      defer { publisher.remove() }
      return try publishing.growth(to: publisher)
    }
    publisher.remove()
    table.rows += try told("comparing") { try CompareRows().rows }
    table.rows += rebasing.rows
    table.rows += try told("starting") { try StartRows().rows }
    table.rows += try told("each pass") { try PartRows(forks: min(forks, 100), repetitions: repetitions).rows }
    print(table.text)
    try judge(Ratios(table))
  }

  private func judge(_ ratios: Ratios) throws {
    if record { return try ratios.record() }
    guard let before = Ratios.recorded(), before.forks == ratios.forks else {
      return say("No ratios of \(ratios.forks) forks are recorded, so nothing is said of what became worse.")
    }
    let worse = ratios.regressions(since: before)
    guard !worse.isEmpty else { return }
    say("Worse by more than a tenth than recorded:\n" + worse.map { "  " + $0 }.joined(separator: "\n"))
    throw ExitCode(1)
  }

  private func told<Result>(_ what: String, _ work: () throws -> Result) rethrows -> Result {
    say("measuring \(what)")
    return try work()
  }

  private func say(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }

  /// A file system in memory where there is one, so that the disk's noise does not hide the computing.
  private static var memory: URL {
    let shared = URL(fileURLWithPath: "/dev/shm")
    return FileManager.default.isWritableFile(atPath: shared.path) ? shared : FileManager.default.temporaryDirectory
  }
}
