import Foundation

/// Runs commands as a person would, with `clausebook` on the path.
enum Shell {
  /// Where the built command lies: beside the test bundle.
  static let binaries: URL = {
    let arguments = ProcessInfo.processInfo.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent()
  }()

  /// What the command printed on both outputs, and its exit code as a last line where it is not 0.
  static func run(_ command: String, in folder: URL) throws -> String {
    let output = folder.deletingLastPathComponent().appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    // The child writes to a file: a pipe kept open by an orphan would hold the tests.
    let process = try start("(\(command)) >'\(output.path)' 2>&1", in: folder)
    process.waitUntilExit()
    var answer = try String(contentsOf: output, encoding: .utf8)
    while answer.hasSuffix("\n") { answer.removeLast() }
    if process.terminationStatus != 0 { answer += (answer.isEmpty ? "" : "\n") + "[exit \(process.terminationStatus)]" }
    return answer
  }

  static func start(_ command: String, in folder: URL) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.environment = ["PATH": "\(binaries.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "80"]
    try process.run()
    return process
  }

  /// A fresh copy of the small workspace, with the project's templates, for a test to spoil.
  static func freshWorkspace() throws -> URL {
    let files = FileManager.default
    let parent = files.temporaryDirectory.appendingPathComponent("clausebook-\(UUID().uuidString)")
    try files.createDirectory(at: parent, withIntermediateDirectories: true)
    let workspace = parent.appendingPathComponent("workspace")
    try files.copyItem(at: Transcript.folder.appendingPathComponent("Workspace"), to: workspace)
    let project = Transcript.folder.deletingLastPathComponent().deletingLastPathComponent()
    try files.copyItem(
      at: project.appendingPathComponent("Templates"), to: workspace.appendingPathComponent("Templates"))
    return workspace
  }
}
