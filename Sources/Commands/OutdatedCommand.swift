import ArgumentParser
import PolicyLibrary

struct OutdatedCommand: ParsableCommand {
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

  func run() throws {
    let (updates, diagnostics) = try withProgress { try options.library().outdated(progress: $0) }
    report(diagnostics)
    switch format {
    case .table: print(updates.outdatedText(isWhole: !diagnostics.hasErrors))
    case .json: print(updates.outdatedJSONText)
    }
    guard updates.isEmpty, !diagnostics.hasErrors else { throw ExitCode(1) }
  }
}
