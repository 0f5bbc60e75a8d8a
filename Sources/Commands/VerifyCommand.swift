import ArgumentParser
import PolicyLibrary

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Finds what was altered since it was ratified, and ratifications that were interrupted.")

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let result = try withProgress { try options.library().verify(progress: $0) }
    report(result.diagnostics)
    guard !result.diagnostics.hasErrors else { throw refusal(of: result.diagnostics) }
    print(result)
  }
}
