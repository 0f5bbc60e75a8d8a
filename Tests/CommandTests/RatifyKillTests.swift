import Foundation
import Testing

/// Ratifying in a real folder, killed at many moments and started many times at once.
@Suite struct RatifyKillTests {
  private static let ratify = "clausebook ratify county/uniform --edition 2.0 --approved-by Cabinet --on 2024-04-18"
  private static let folder = "Policies/county/uniform"

  @Test func aKillLeavesWhatCanBeCompletedOrTakenBack() throws {
    try inWorkspace { workspace in
      let old = try contents(workspace)
      var whole = try Kill.duration(of: Self.ratify, in: workspace)
      let new = try contents(workspace)
      #expect(new != old)
      for (attempt, part) in Kill.moments().enumerated() {
        try restore(old, in: workspace)
        if attempt.isMultiple(of: 10) {
          // Other work on the machine makes it faster or slower.
          whole = try Kill.duration(of: Self.ratify, in: workspace)
          try restore(old, in: workspace)
        }
        let moment = part * whole
        try Kill.run(Self.ratify, until: moment, in: workspace)
        try expectMendable(
          workspace, old: old, new: new, completing: attempt.isMultiple(of: 2), "killed after \(moment) of \(whole) s")
      }
    }
  }

  @Test func whatAKillLeftIsReadByNobodyAndClearedByTheNext() throws {
    try inWorkspace { workspace in
      let folder = workspace.appendingPathComponent(Self.folder)
      let commands = ["show county/uniform", "verify", "status", "format --check", "outdated", "publish"]
      _ = try Shell.run("clausebook publish", in: workspace)
      let usual = try commands.map { try Shell.run("clausebook \($0)", in: workspace) }
      for name in ["draft.md", "ledger.yaml", "2.0.md", "3.0.md"] {
        try Data("- edition: [".utf8).write(to: folder.appendingPathComponent(".\(name).part"))
      }
      let answers = try commands.map { try Shell.run("clausebook \($0)", in: workspace) }
      #expect(answers == usual)
      let deferral = "clausebook ratify county/uniform --defer-until 2025 --approved-by Cabinet --on 2024-04-18"
      #expect(try Shell.run(deferral, in: workspace).hasSuffix("Next review: 2025."))
      let names = try contents(workspace).keys.sorted()
      #expect(names == ["1.0.md", "draft.md", "ledger.yaml"])
    }
  }

  @Test func aKillLeavesTheLedgerWithTheDeferralOrWithout() throws {
    let deferral = "clausebook ratify county/uniform --defer-until 2025 --approved-by Cabinet --on 2024-04-18"
    try inWorkspace { workspace in
      let old = try contents(workspace)
      let start = Date()
      #expect(try Shell.run(deferral, in: workspace).hasSuffix("Next review: 2025."))
      let whole = Date().timeIntervalSince(start)
      let new = try contents(workspace)
      for attempt in 0..<30 {
        try restore(old, in: workspace)
        let process = try Shell.start("exec \(deferral)", in: workspace)
        usleep(UInt32(whole * (0.5 + Double(attempt) / 40) * 1_000_000))
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let found = try contents(workspace).filter { !$0.key.hasSuffix(".part") }
        #expect(found == old || found == new)
      }
    }
  }

  private func expectMendable(
    _ workspace: URL, old: [String: Data], new: [String: Data], completing: Bool, _ killed: Comment
  ) throws {
    let found = try contents(workspace).filter { !$0.key.hasSuffix(".part") }
    let verified = try Shell.run("clausebook verify", in: workspace)
    if found == old || found == new {
      #expect(!verified.contains("error"), killed)
    } else if found["ledger.yaml"] == old["ledger.yaml"] {
      #expect(
        found["2.0.md"] == new["2.0.md"] && found["draft.md"] == old["draft.md"] && found.count == old.count + 1, killed
      )
      #expect(verified.contains("[unfinished-ratification]") && verified.hasSuffix("[exit 1]"), killed)
      guard completing else {
        #expect(
          try Shell.run("\(Self.ratify.prefix(while: { $0 != "2" }))2.0 --withdraw", in: workspace).contains(
            "taken back"))
        #expect(try contents(workspace) == old, killed)
        return
      }
    } else {
      #expect(found["ledger.yaml"] == new["ledger.yaml"] && found["2.0.md"] == new["2.0.md"], killed)
      #expect(found["draft.md"] == old["draft.md"] && verified.contains("[leftover-draft]"), killed)
    }
    guard found != new else { return }
    #expect(try Shell.run(Self.ratify, in: workspace).hasPrefix("county/uniform@2.0 is ratified"), killed)
    #expect(try contents(workspace) == new, killed)
  }

  @Test func ofSeveralAtOnceOneRatifies() throws {
    try inWorkspace { workspace in
      let several = try (0..<6).map { _ in try Shell.start("exec \(Self.ratify)", in: workspace) }
      for process in several { process.waitUntilExit() }
      #expect(several.count { $0.terminationStatus == 0 } == 1)
      #expect(several.allSatisfy { [0, 1, 2].contains($0.terminationStatus) })
      #expect(try Shell.run("clausebook verify", in: workspace) == "2 editions of 1 policy read as they were ratified.")
      #expect(try Shell.run("grep -c approved \(Self.folder)/ledger.yaml", in: workspace) == "2")
    }
  }

  @Test func aFolderThatMayNotBeWrittenIsLeftAsItWas() throws {
    try inWorkspace { workspace in
      let old = try contents(workspace)
      // A folder stands where the edition's file is to be put.
      _ = try Shell.run("mkdir \(Self.folder)/2.0.md", in: workspace)
      let answer = try Shell.run(Self.ratify, in: workspace)
      #expect(answer.hasPrefix("error: ") && answer.hasSuffix("[exit 2]"), "\(answer)")
      #expect(try contents(workspace) == old)
    }
  }

  /// The county's policy with an edition in force and the draft of the next.
  private func inWorkspace(_ test: (URL) throws -> Void) throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    _ = try Shell.run(
      """
      rm -r Policies/hill; cp \(Self.folder)/draft.md next.md
      clausebook ratify county/uniform --edition 1.0 --approved-by Cabinet --on 2022
      sed 's/black/brown/' next.md > \(Self.folder)/draft.md
      """, in: workspace)
    try test(workspace)
  }

  /// Every file of the policy with its bytes.
  private func contents(_ workspace: URL) throws -> [String: Data] {
    try Tree.contents(workspace.appendingPathComponent(Self.folder))
  }

  private func restore(_ files: [String: Data], in workspace: URL) throws {
    try Tree.replace(workspace.appendingPathComponent(Self.folder), by: files)
  }
}
