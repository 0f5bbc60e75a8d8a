import ArgumentParser
import PolicyLibrary
import PolicyModel

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds what is wrong with policies before a board does.",
    discussion: """
      Errors and warnings are findings; notes are for information and leave the exit code 0. \
      A clause is excused from a rule where it stands: {#cover excuse="number-gap: the insurer counts so"}.
      """)

  @Argument(
    help: "Which texts, organisation/policy or organisation/policy@1.0; those that stand for all policies unless named."
  )
  var addresses: [Address] = []

  @Option(help: "How to print the findings.")
  var format: CheckFormat = .text

  @OptionGroup var day: DayOptions

  @OptionGroup var options: WorkspaceOptions

  func run() async throws {
    let library = try options.library()
    let checked = try await withProgress { try await library.check(addresses, asAt: day.judged, progress: $0) }
    let misuse = checked.findings.map(\.diagnostic).filter { $0.rule == .unknownAddress }
    guard misuse.isEmpty else {
      report(misuse)
      throw refusal(of: misuse)
    }
    print(checked.printed(as: format))
    if !checked.isClean { throw ExitCode(1) }
  }
}

extension CheckFormat: ExpressibleByArgument {}
