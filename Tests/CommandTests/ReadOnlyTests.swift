import Foundation
import Testing

/// A workspace that may be read but not written: reading goes on, and whatever writes says what it may not.
@Suite struct ReadOnlyTests {
  private static let reading = [
    "show county/uniform", "check --as-at 2025-01-01", "compare county/uniform@1.0 county/uniform@2.0",
    "status", "verify", "outdated", "update --dry-run", "format --check", "adopt copy.md",
  ]
  private static let writing =
    Writing.commands + [
      "update", "ratify county/uniform --unchanged --approved-by Cabinet --on 2025",
      "ratify county/uniform --defer-until 2027 --approved-by Cabinet --on 2025",
    ]

  @Test(.enabled(if: Reader.isThere, "root may write everywhere, and nobody else may run the command"))
  func whoMayNotWriteIsToldWhat() throws {
    try Writing.inWorkspace { workspace in
      let folder = workspace.deletingLastPathComponent()
      _ = try Shell.run("mkdir site && chmod 777 site && chmod -R a-w workspace", in: folder)
      defer { _ = try? Shell.run("chmod -R u+w workspace", in: folder) }
      try expectReading(workspace) { "\(Reader.prefix)clausebook \($0)" }
      try expectRefusals(workspace, because: "permission denied") { "\(Reader.prefix)clausebook \($0)" }
    }
  }

  @Test(.enabled(if: ReadOnlyTests.canMount, "only root may mount a folder"))
  func aDiskThatCannotBeWrittenIsToldOf() throws {
    try Writing.inWorkspace { workspace in
      let folder = workspace.deletingLastPathComponent()
      let mount = "mount --bind workspace workspace && mount -o remount,ro,bind workspace"
      #expect(try Shell.run("mkdir site && \(mount)", in: folder) == "")
      defer { _ = try? Shell.run("umount -l workspace", in: folder) }
      try expectReading(workspace) { "clausebook \($0)" }
      try expectRefusals(workspace, because: "this disk can be read but not written") { "clausebook \($0)" }
    }
  }

  private func expectReading(_ workspace: URL, _ command: (String) -> String) throws {
    let folder = workspace.deletingLastPathComponent()
    _ = try Shell.run("cp -r workspace writable && chmod -R u+w writable", in: folder)
    for reading in Self.reading {
      let answer = try Shell.run(command(reading), in: workspace)
      let usual = try Shell.run("clausebook \(reading)", in: folder.appendingPathComponent("writable"))
      #expect(answer == usual && !answer.hasSuffix("[exit 2]"), "\(reading)")
    }
    let published = try Shell.run(command("publish --output \(folder.path)/site/pages"), in: workspace)
    #expect(!published.contains("error") && published.hasSuffix("/site/pages/index.html"), "\(published)")
    _ = try Shell.run("clausebook publish", in: folder.appendingPathComponent("writable"))
    #expect(
      try Tree.visible(folder.appendingPathComponent("site/pages"))
        == Tree.visible(folder.appendingPathComponent("writable/Output")))
  }

  private func expectRefusals(_ workspace: URL, because reason: String, _ command: (String) -> String) throws {
    let old = try Tree.contents(workspace)
    for writing in Self.writing {
      let answer = try Shell.run(command(writing), in: workspace)
      #expect(answer.contains("error: \(workspace.path)") && answer.contains(reason), "\(writing): \(answer)")
      #expect(answer.hasSuffix("[exit 2]"), "\(writing): \(answer)")
    }
    // What is to be written beside the output is refused by the folder in which both stand.
    #expect(try Shell.run(command("publish"), in: workspace).hasPrefix("error: \(workspace.path): \(reason)"))
    #expect(try Tree.contents(workspace) == old)
  }

  /// Somebody whom the permissions of files bind, as they do not bind root.
  private enum Reader {
    static let prefix = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""

    static let isThere =
      (try? Shell.run("\(prefix)clausebook --help > /dev/null", in: FileManager.default.temporaryDirectory)) == ""
  }

  private static let canMount: Bool = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("clausebook-\(UUID().uuidString)/disk")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    let mount = "mount --bind disk disk && mount -o remount,ro,bind disk && umount -l disk"
    return (try? Shell.run(mount, in: folder.deletingLastPathComponent())) == ""
  }()
}
