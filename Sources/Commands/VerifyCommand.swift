import ArgumentParser
import PolicyLibrary

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Finds what was altered since it was ratified, and ratifications that were interrupted.")

  @OptionGroup var options: WorkspaceOptions

  func run() async throws {
    let library = try options.library()
    let result = try await withProgress { try await library.verify(progress: $0) }
    report(result.diagnostics)
    guard !result.diagnostics.hasErrors else { throw refusal(of: result.diagnostics) }
    print(result)
  }
}
