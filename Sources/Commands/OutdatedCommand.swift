import ArgumentParser
import PolicyLibrary

struct OutdatedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outdated",
    abstract: "Lists every fork whose base has a newer edition, and what updating it would do.",
    discussion: "Exit code 1 where any fork is behind.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json
  }

  @Option(help: "How to print it.")
  var format: Format = .table

  @OptionGroup var options: WorkspaceOptions

  func run() async throws {
    let library = try options.library()
    let (forks, diagnostics) = try await withProgress { try await library.outdated(progress: $0) }
    report(diagnostics)
    switch format {
    case .table: print(forks.text(isWhole: !diagnostics.hasErrors))
    case .json: print(forks.jsonText)
    }
    guard forks.isEmpty, !diagnostics.hasErrors else { throw ExitCode(1) }
  }
}
