import ArgumentParser
import PolicyLibrary

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Finds what was altered since it was ratified, and ratifications that were interrupted.")

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let progress = Progress()
    defer { progress.finish() }
    let result = try options.library().verify { progress.show($0, of: $1) }
    progress.finish()
    report(result.diagnostics)
    guard !result.diagnostics.hasErrors else { throw refusal(of: result.diagnostics) }
    print(result)
  }
}
