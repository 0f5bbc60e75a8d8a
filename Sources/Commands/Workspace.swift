import ArgumentParser
import FoundationEssentials
import PolicyLibrary
import PolicyModel

/// Which folder of policies a command works in.
struct WorkspaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder that holds Policies; found upwards from here unless given.", valueName: "dir"))
  var workspace: String?

  func library() throws -> Library {
    let here = FileManager.default.currentDirectoryPath
    if let workspace {
      let root = URL(fileURLWithPath: workspace).standardizedFileURL.path
      guard FileManager.default.fileExists(atPath: root + "/Policies") else {
        throw Failure("\(workspace) holds no folder Policies")
      }
      return Library(root: root)
    }
    guard let root = Library.root(above: here) else {
      throw Failure("no folder Policies is found from here upwards; name the workspace with --workspace DIR")
    }
    return Library(root: root)
  }
}

/// A command that cannot go on: said on standard error, exit code 2.
struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

extension Address: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }

  public static var allValueStrings: [String] { [] }
}

/// Prints problems on standard error, sorted by place; says how many there are.
func report(_ diagnostics: [Diagnostic]) {
  for diagnostic in diagnostics.inOrder { say(diagnostic.description) }
  let errors = diagnostics.count { $0.severity == .error }
  if errors > 1 { say("\(errors) errors") }
}

/// How a command ends that found problems: an address that leads nowhere, or twice to one text, is misuse; all else are findings.
func refusal(of diagnostics: [Diagnostic]) -> ExitCode {
  ExitCode(diagnostics.contains { $0.rule == .unknownAddress || $0.rule == .sameText } ? 2 : 1)
}

/// Prints a line on standard error.
func say(_ line: String) {
  Terminal.tell(line + "\n")
}

extension Library {
  /// A folder named on the command line, which is found from the workspace.
  func folder(_ name: String) -> String { name.hasPrefix("/") ? name : root + "/" + name }
}
