import ArgumentParser
import PolicyLibrary
import PolicyModel

struct StatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: "Says which policies are overdue for review, which are due soon, and which are not ratified.",
    discussion: """
      Exits with 1 when a review is overdue, or a policy cannot be read. \
      A file for a spreadsheet or a calendar: clausebook status --format csv > reviews.csv
      """)

  @Option(help: ArgumentHelp("For how many days ahead a review counts as due: 90d.", valueName: "days"))
  var due = DueDays(count: PolicyRegister.usualDueDays)

  @Option(help: "How to print it.")
  var format: StatusFormat = .table

  @OptionGroup var day: DayOptions

  @OptionGroup var options: WorkspaceOptions

  func run() async throws {
    let library = try options.library()
    let (register, problems) = try await withProgress {
      try await library.status(asAt: day.judged, dueDays: due.count, progress: $0)
    }
    report(problems)
    if problems.hasErrors { say("a policy that cannot be read is left out") }
    // As it is: a calendar and a spreadsheet end their lines in their own way.
    print(register.printed(as: format), terminator: "")
    guard !problems.hasErrors, register.count(.overdue) == 0 else { throw ExitCode(1) }
  }
}

extension StatusFormat: ExpressibleByArgument {}

/// `90d`
struct DueDays: ExpressibleByArgument {
  let count: Int

  init(count: Int) { self.count = count }

  init?(argument: String) {
    guard let count = Int(argument.hasSuffix("d") ? argument.dropLast() : argument[...]),
      (0...36_500).contains(count)
    else { return nil }
    self.count = count
  }

  var defaultValueDescription: String { "\(count)d" }
}
