import ArgumentParser
import PolicyLibrary
import PolicyModel

struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Writes the pack with which a board decides on a policy: two pages, then all they rest on.",
    discussion: """
      A draft is set beside the edition in force; where there is no draft, the pack is that of the annual review. \
      One HTML page to print or mail, and the same as Markdown.
      """)

  @Argument(
    help:
      "Which text: organisation/policy, or organisation/policy@1.0; the draft unless named, or the edition in force where there is none."
  )
  var address: Address

  @Option(help: ArgumentHelp("The folder to write into, from the workspace.", valueName: "dir"))
  var output = "Review"

  @OptionGroup var day: DayOptions

  @OptionGroup var options: WorkspaceOptions

  func run() async throws {
    let library = try options.library()
    let made = try await library.review(address, asAt: day.judged, to: library.folder(output))
    report(made.diagnostics)
    guard let text = made.address else {
      say("no pack was made; \(output) is as it was")
      throw refusal(of: made.diagnostics)
    }
    print("\(text): " + made.files.map { "\(output)/\($0)" }.joined(separator: ", "))
  }
}
