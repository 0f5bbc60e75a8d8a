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
    return told(try String(contentsOf: output, encoding: .utf8), process)
  }

  /// What stands on the terminal of somebody who types an answer whenever the command asks.
  static func converse(_ command: String, typing answers: [String], in folder: URL) throws -> String {
    let here = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    defer { close(here) }
    // What unlockpt and ptsname do, which Foundation hides.
    var (locked, number) = (CInt(0), CInt(0))
    guard ioctl(here, 0x4004_5431, &locked) == 0, ioctl(here, 0x8004_5430, &number) == 0 else {
      throw CocoaError(.fileReadUnknown)
    }
    let terminal = FileHandle(fileDescriptor: open("/dev/pts/\(number)", O_RDWR | O_NOCTTY), closeOnDealloc: true)
    let process = try start(command, in: folder, terminal: terminal)
    try terminal.close()
    var answers = answers[...]
    var screen: [UInt8] = []
    var ready = pollfd(fd: here, events: Int16(POLLIN), revents: 0)
    var bytes = [UInt8](repeating: 0, count: 4_096)
    // A command that neither answers nor ends must not hold the tests.
    while poll(&ready, 1, 60_000) > 0, case let count = read(here, &bytes, bytes.count), count > 0 {
      screen += bytes[..<count]
      guard screen.suffix(2).elementsEqual(": ".utf8), let answer = answers.popFirst() else { continue }
      let typed = Array((answer == "^D" ? "\u{4}" : answer + "\n").utf8)
      write(here, typed, typed.count)
    }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return told(String(decoding: screen, as: UTF8.self).replacing("\r\n", with: "\n"), process)
  }

  private static func told(_ output: String, _ process: Process) -> String {
    var answer = output
    while answer.hasSuffix("\n") { answer.removeLast() }
    if process.terminationStatus != 0 { answer += (answer.isEmpty ? "" : "\n") + "[exit \(process.terminationStatus)]" }
    return answer
  }

  static func start(_ command: String, in folder: URL, terminal: FileHandle = .nullDevice) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    process.standardInput = terminal
    process.standardOutput = terminal
    process.standardError = terminal
    process.environment = ["PATH": "\(binaries.path):/usr/bin:/bin", "LC_ALL": "C.UTF-8", "COLUMNS": "80"]
      .merging(sanitizers) { $1 }
    try process.run()
    return process
  }

  /// What the sanitizers are told, where the tests run under one.
  private static let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }

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
