import ArgumentParser

/// Measures what Clausebook costs beside what the work costs at least.
@main struct Benchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measures Clausebook on a county's policy and the schools that amend it.",
    subcommands: [
      MeasureCommand.self, WorkloadCommand.self, RawCommand.self, ComparingCommand.self, RebasingCommand.self,
      PartsCommand.self,
    ],
    defaultSubcommand: MeasureCommand.self)
}
