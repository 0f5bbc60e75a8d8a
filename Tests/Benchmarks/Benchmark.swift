import ArgumentParser

/// Measures what Clausebook costs beside what the work costs at least.
@main struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measures Clausebook on a county's policy and the schools that amend it.",
    subcommands: [WorkloadCommand.self])
}
