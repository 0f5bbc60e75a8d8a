import ArgumentParser
import PolicyLibrary
import PolicyModel

struct AdoptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt",
    abstract: "Turns a document that was copied from a policy and changed into a fork of that policy.",
    discussion: """
      Without --amends it says which policy the document comes from. With it, the instrument is printed, or written as a \
      draft with --for.
      """)

  @Argument(help: "A policy as Markdown, from anywhere.", completion: .file(extensions: ["md"]))
  var file: String

  @Option(help: ArgumentHelp("The policy that the document was copied from.", valueName: "address"))
  var amends: Address?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The organisation whose policy it is: its draft is written.", valueName: "organisation"))
  var organisation: String?

  @Option(help: "How to print the likeliest parents.")
  var format: TableFormat = .text

  @OptionGroup var options: WorkspaceOptions

  func validate() throws {
    if organisation != nil, amends == nil {
      throw ValidationError("--for needs --amends: say which policy the document was copied from.")
    }
    if amends?.choice == .draft {
      throw ValidationError("A fork rests on an edition, not on a draft: name the policy or one of its editions.")
    }
    if let organisation, !Identity.isWellFormed(organisation) {
      throw ValidationError("“\(organisation)” does not name an organisation: give the name of its folder.")
    }
  }

  func run() throws {
    let library = try options.library()
    guard let amends else { return try parents(in: library) }
    let report =
      try organisation.map { try library.adopt(file, amending: amends, writingFor: $0) }
      ?? library.adopt(file, amending: amends)
    Commands.report(report.diagnostics)
    guard let source = report.source, let summary = report.summary else { throw refusal(of: report.diagnostics) }
    if report.path == nil {
      print(source, terminator: "")
      say(summary)
    } else {
      print(summary)
    }
    if !report.diagnostics.isEmpty { throw ExitCode(1) }
  }

  private func parents(in library: Library) throws {
    let result = try library.parents(of: file)
    report(result.diagnostics)
    guard !result.candidates.isEmpty else { throw refusal(of: result.diagnostics) }
    print(format == .json ? result.json : result.text)
    if result.parent == nil { throw ExitCode(1) }
  }
}

/// How a table is printed.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json
}
