import ArgumentParser
import FoundationEssentials
import PolicyLibrary

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Rewrites policy files in the canonical form, with an identity for every clause.",
    discussion: "Without files every draft is formatted. Ratified editions are never changed.")

  @Argument(help: "Policy files.", completion: .file(extensions: ["md"]))
  var files: [String] = []

  @Flag(help: "Change nothing; say which files would be changed and exit with 1 if there are any.")
  var check = false

  @OptionGroup var options: WorkspaceOptions

  func run() throws {
    let library = try options.library()
    var hasFindings = false
    for path in try files.isEmpty ? library.drafts() : files.map({ try relative($0, to: library.root) }) {
      let formatted = try library.format(path)
      report(formatted.diagnostics)
      if formatted.text == nil { hasFindings = true }
      guard formatted.isChanged else { continue }
      if check {
        hasFindings = true
        print("\(path) is not in the canonical form")
      } else {
        try library.write(formatted)
        print("\(path) formatted")
      }
    }
    if hasFindings { throw ExitCode(1) }
  }

  /// A file named from here, as the workspace knows it.
  private func relative(_ file: String, to root: String) throws -> String {
    let here = FileManager.default.currentDirectoryPath
    let path = URL(fileURLWithPath: file.hasPrefix("/") ? file : here + "/" + file).standardizedFileURL.path
    guard path.hasPrefix(root + "/") else { throw Failure("\(file) is not in the workspace") }
    guard path.hasSuffix(".md") else { throw Failure("\(file) is not a policy file: their names end in .md") }
    return String(path.dropFirst(root.count + 1))
  }
}
