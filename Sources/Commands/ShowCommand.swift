import ArgumentParser
import PolicyLibrary
import PolicyModel

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints a policy with its inheritance applied, its numbers and its terms.")

  @Argument(help: "Which text: organisation/policy, organisation/policy@1.0 or organisation/policy@draft.")
  var address: Address

  @Option(help: "How to print it.")
  var format: ShowFormat = .text

  @Flag(help: "Say of each clause which edition wrote it and which amendments touched it.")
  var provenance = false

  @Flag(help: "Say who must do what under the policy, in place of its text.")
  var duties = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let library = try options.library()
    let resolution = try library.resolve(address)
    report(resolution.diagnostics)
    guard let policy = resolution.resolved, !resolution.diagnostics.hasErrors else {
      throw refusal(of: resolution.diagnostics)
    }
    print(duties ? policy.duties(as: format) : policy.shown(as: format, provenance: provenance))
  }
}

extension ShowFormat: ExpressibleByArgument {}
