import Foundation
import Testing

/// The digests of the ledgers are those that any other program computes.
@Suite struct DigestTests {
  /// Files of 130 lengths in a row, so that every remainder of a block of 64 bytes comes twice.
  @Test func digestsAgreeWithAnotherProgram() throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    for length in 0..<130 {
      let folder = workspace.appendingPathComponent("Policies/school-\(length)/uniform")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let title = "x" + String(repeating: "é", count: length / 2) + String(repeating: "x", count: length % 2)
      let edition = "---\ntitle: \(title)\nedition: \"1.0\"\norganisation: {name: School, kind: school}\n---\n"
      try Data(edition.utf8).write(to: folder.appendingPathComponent("1.0.md"))
      try Data("- edition: \"1.0\"\n  event: approved\n".utf8).write(to: folder.appendingPathComponent("ledger.yaml"))
    }
    let answer = try Shell.run("clausebook publish", in: workspace)
    let said = answer.matches(
      of: /approval of (school-\d+)\/uniform@1\.0 holds no digest of the file.*\n.*\n.*\n.*source: sha256:(\w+)/)
    #expect(said.count == 130)
    let sums = try Shell.run("sha256sum Policies/school-*/uniform/1.0.md", in: workspace)
    for match in said { #expect(sums.contains("\(match.2)  Policies/\(match.1)/uniform/1.0.md"), "\(match.1)") }
  }
}
