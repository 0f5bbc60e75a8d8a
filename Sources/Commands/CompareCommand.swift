import ArgumentParser
import PolicyLibrary
import PolicyModel

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Says what changed between two texts: two editions, a fork and its base, two organisations.",
    discussion: "HTML comes as one file that needs no others: clausebook compare … --format html > changes.html")

  @Argument(help: "The older text: organisation/policy@1.0.")
  var old: Address

  @Argument(help: "The newer text: organisation/policy@2.0 or organisation/policy@draft.")
  var new: Address

  @Option(help: "How to print it.")
  var format: RedlineFormat = .text

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let library = try options.library()
    let (redline, diagnostics) = try library.compare(old, new)
    report((try diagnostics + library.alterations(of: old) + library.alterations(of: new)).unique)
    guard let redline else { throw refusal(of: diagnostics) }
    let printed = try library.printed(redline, as: format, isColoured: Terminal.showsColour)
    report(printed.diagnostics)
    guard let text = printed.text else { throw refusal(of: printed.diagnostics) }
    print(text)
  }
}

extension RedlineFormat: ExpressibleByArgument {}
