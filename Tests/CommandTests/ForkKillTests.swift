import Foundation
import Testing

/// Forking in a real folder, killed at many moments and started many times at once.
@Suite struct ForkKillTests {
  private static let fork = "clausebook fork county/uniform --for vale --name 'Vale School' --no-publish"

  @Test func aKillLeavesWhatTheSameCommandCompletes() throws {
    try inWorkspace { workspace in
      let start = Date()
      #expect(try Shell.run(Self.fork, in: workspace).hasPrefix("vale/uniform@draft amends"))
      let whole = Date().timeIntervalSince(start)
      let new = try contents(workspace)
      #expect(new.keys.sorted() == ["organisation.yaml", "uniform/draft.md"])
      for attempt in 0..<30 {
        try FileManager.default.removeItem(at: workspace.appendingPathComponent("Policies/vale"))
        let process = try Shell.start("exec \(Self.fork)", in: workspace)
        // From the middle of the work on, where the writing is, until after its end.
        usleep(UInt32(whole * (0.5 + Double(attempt) / 40) * 1_000_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let found = try contents(workspace)
        #expect(found == new || found.isEmpty || found == new.filter { $0.key == "organisation.yaml" })
        #expect(try Shell.run("clausebook verify", in: workspace) == "1 edition reads as it was ratified.")
        let again = try Shell.run(Self.fork, in: workspace)
        #expect(again.contains(found == new ? "[existing-policy]" : "vale/uniform@draft amends county/uniform@1.0"))
        #expect(try contents(workspace) == new)
      }
    }
  }

  @Test func ofSeveralAtOnceOneForks() throws {
    try inWorkspace { workspace in
      let several = try (0..<6).map { _ in try Shell.start("exec \(Self.fork)", in: workspace) }
      for process in several { process.waitUntilExit() }
      #expect(several.count { $0.terminationStatus == 0 } == 1)
      #expect(several.allSatisfy { [0, 1, 2].contains($0.terminationStatus) })
      #expect(try Shell.run("clausebook show vale/uniform", in: workspace).contains("Vale School, vale/uniform@draft"))
    }
  }

  @Test func aFolderThatMayNotBeWrittenIsLeftAsItWas() throws {
    try inWorkspace { workspace in
      // A file stands where the organisation's folder is to be.
      _ = try Shell.run("echo ours > Policies/vale", in: workspace)
      let answer = try Shell.run(Self.fork, in: workspace)
      #expect(answer.hasPrefix("error: ") && answer.hasSuffix("[exit 2]"), "\(answer)")
      #expect(try Shell.run("cat Policies/vale", in: workspace) == "ours")
    }
  }

  /// The county's policy with an edition in force, and no school.
  private func inWorkspace(_ test: (URL) throws -> Void) throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    let ratify = "clausebook ratify county/uniform --edition 1.0 --approved-by Cabinet --on 2024"
    _ = try Shell.run("rm -r Policies/hill; \(ratify)", in: workspace)
    try test(workspace)
  }

  /// Every file of the organisation with its bytes, but for what a killed writing left unnamed.
  private func contents(_ workspace: URL) throws -> [String: Data] {
    let root = workspace.appendingPathComponent("Policies/vale")
    var found: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init()
    where path.contains(".") && !path.hasSuffix(".part") {
      found[path] = try Data(contentsOf: root.appendingPathComponent(path))
    }
    return found
  }
}
