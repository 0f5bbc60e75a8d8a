import ArgumentParser
import Foundation
import PolicyLibrary
import PolicyModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds what is wrong with policies before a board does.")

  @Argument(help: "The texts to check; all policies unless named.")
  var addresses: [Address] = []

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let library = try options.library()
    let addresses = try self.addresses.isEmpty ? library.policies().addresses : self.addresses
    let findings = try addresses.flatMap { try library.check($0, asAt: PartialDate("2026-11-21")!) }
    report(findings)
    guard findings.isEmpty else { throw refusal(of: findings) }
  }
}
