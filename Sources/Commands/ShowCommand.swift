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

  @Option(help: ArgumentHelp("Print the edition that was in force on a day, such as 2024-04-18.", valueName: "date"))
  var asAt: PartialDate?

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    if asAt != nil, address.choice != nil {
      throw ValidationError("--as-at chooses the edition: name the policy alone, \(address.policyAddress).")
    }
  }

  func run() throws {
    let library = try options.library()
    var (address, diagnostics) = try asAt.map { try library.edition(of: self.address, asAt: $0) } ?? (self.address, [])
    var policy: ResolvedPolicy?
    if let address {
      let resolution = try library.resolve(address)
      policy = resolution.resolved
      diagnostics += try resolution.diagnostics + library.alterations(of: address)
    }
    report(diagnostics)
    guard let policy, !diagnostics.hasErrors else { throw refusal(of: diagnostics) }
    print(duties ? policy.duties(as: format) : policy.shown(as: format, provenance: provenance))
  }
}

extension ShowFormat: ExpressibleByArgument {}
