import Foundation
import Testing

/// Two commands at once on the same policies: one waits for the other, or is told what is going on.
@Suite struct TwoAtOnceTests {
  @Test func whoeverFindsAnotherAtWorkForLongIsToldAndChangesNothing() throws {
    try Writing.inWorkspace { workspace in
      let old = try Tree.contents(workspace)
      let other = try hold("Policies", in: workspace, for: 60)
      let commands = Writing.commands + ["verify"]
      let answers = try answers(to: commands.map { "clausebook \($0)" }, in: workspace)
      for (command, answer) in zip(commands, answers) {
        let told =
          "error: \(workspace.path)/Policies: another clausebook command is at work in this folder; "
          + "wait until it is done, then give this one again\n[exit 2]"
        #expect(answer == told, "\(command): \(answer)")
      }
      #expect(try Tree.contents(workspace) == old)
      for command in ["show county/uniform", "status", "check --as-at 2027-06-01"] {
        #expect(try !Shell.run("clausebook \(command)", in: workspace).contains("another"), "\(command)")
      }
      // Nothing keeps the next one out once the other is killed.
      kill(other.processIdentifier, SIGKILL)
      other.waitUntilExit()
      for command in Writing.commands {
        let answer = try Shell.run("clausebook \(command)", in: workspace)
        #expect(!answer.contains("error"), "\(command): \(answer)")
      }
    }
  }

  @Test(arguments: [Writing.commands[1], "publish"])
  func aShortWorkIsWaitedFor(command: String) throws {
    try Writing.inWorkspace { workspace in
      let other = try hold("Policies", in: workspace, for: 1)
      #expect(try !Shell.run("clausebook \(command)", in: workspace).contains("error"))
      #expect(!other.isRunning)
    }
  }

  @Test func publishingBesideRatifyingShowsWhatWasBeforeOrAfter() throws {
    try Writing.inWorkspace { workspace in
      let ratify = "clausebook \(Writing.commands[1])"
      let policies = workspace.appendingPathComponent("Policies")
      let before = (sources: try Tree.contents(policies), site: try published(workspace))
      let whole = try Kill.duration(of: ratify, in: workspace)
      let after = try published(workspace)
      #expect(before.site != after)
      for attempt in 0..<20 {
        try Tree.replace(policies, by: before.sources)
        let publishing = try Shell.start("exec clausebook publish", in: workspace)
        usleep(UInt32.random(in: 0..<UInt32(whole * 1_000_000)))
        let ratifying = try Shell.start("exec \(ratify)", in: workspace)
        for process in [publishing, ratifying] { process.waitUntilExit() }
        #expect(publishing.terminationStatus == 0 && ratifying.terminationStatus == 0)
        let site = try Tree.visible(workspace.appendingPathComponent("Output"))
        #expect(site == before.site || site == after, "attempt \(attempt)")
      }
    }
  }

  @Test func updatingBesideRatifyingTheBaseTakesOneEditionOrTheOther() throws {
    try Writing.inWorkspace { workspace in
      let policies = workspace.appendingPathComponent("Policies")
      let old = try Tree.contents(policies)
      let ratify = "clausebook \(Writing.commands[1])"
      var after: [[String: Data]] = []
      for commands in [["clausebook update", ratify], [ratify, "clausebook update"]] {
        try Tree.replace(policies, by: old)
        for command in commands { _ = try Shell.run(command, in: workspace) }
        after.append(try Tree.contents(policies))
      }
      #expect(after[0] != after[1])
      for attempt in 0..<20 {
        try Tree.replace(policies, by: old)
        let both = try ["clausebook update", ratify].shuffled().map { try Shell.start("exec \($0)", in: workspace) }
        for process in both { process.waitUntilExit() }
        #expect(both.allSatisfy { $0.terminationStatus == 0 })
        let found = try Tree.contents(policies)
        #expect(after.contains(found), "attempt \(attempt)")
      }
    }
  }

  @Test func severalUpdatesAtOnceDoWhatOneDoes() throws {
    var source = SystemRandomNumberGenerator()
    let workspace = try County.workspace(of: (1...6).map { _ in County.school(&source).instrument })
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    let policies = workspace.appendingPathComponent("Policies")
    let old = try Tree.contents(policies)
    _ = try Shell.run("clausebook update", in: workspace)
    let new = try Tree.contents(policies)
    for _ in 0..<5 {
      try Tree.replace(policies, by: old)
      let answers = try answers(to: Array(repeating: "clausebook update", count: 4), in: workspace)
      #expect(answers.allSatisfy { !$0.contains("[exit 2]") || $0.contains("another clausebook") }, "\(answers)")
      #expect(try Tree.contents(policies) == new)
    }
  }

  @Test func twoPublishingsOfDifferentTextsDoNotMix() throws {
    try Writing.inWorkspace { workspace in
      let draft = "Policies/hill/uniform/draft.md"
      var sites: [[String: Data]] = []
      for colour in ["grey", "black"] {
        _ = try Shell.run("sed -i 's/substitute “.*”/substitute “\(colour)”/' \(draft)", in: workspace)
        sites.append(try published(workspace))
      }
      #expect(sites[0] != sites[1])
      for attempt in 0..<15 {
        _ = try Shell.run("sed -i 's/substitute “.*”/substitute “grey”/' \(draft)", in: workspace)
        let first = try Shell.start("exec clausebook publish", in: workspace)
        usleep(.random(in: 20_000..<200_000))
        _ = try Shell.run("sed -i 's/substitute “.*”/substitute “black”/' \(draft)", in: workspace)
        let second = try Shell.start("exec clausebook publish", in: workspace)
        for process in [first, second] { process.waitUntilExit() }
        #expect(first.terminationStatus == 0 && second.terminationStatus == 0)
        let site = try Tree.visible(workspace.appendingPathComponent("Output"))
        #expect(sites.contains(site), "attempt \(attempt)")
      }
    }
  }

  /// Keeps a folder as a command does that is at work there.
  private func hold(_ folder: String, in workspace: URL, for seconds: Int) throws -> Process {
    let process = try Shell.start("exec flock --no-fork \(folder) sleep \(seconds)", in: workspace)
    while try Shell.run("flock -n \(folder) true", in: workspace) == "", process.isRunning { usleep(5_000) }
    return process
  }

  /// What commands say that are started together.
  private func answers(to commands: [String], in workspace: URL) throws -> [String] {
    let together = commands.enumerated().map { index, command in
      "(\(command); code=$?; [ $code = 0 ] || echo \"[exit $code]\") > ../answer-\(index) 2>&1 &"
    }
    _ = try Shell.run(together.joined(separator: "\n") + "\nwait", in: workspace)
    return try commands.indices.map { try Shell.run("cat ../answer-\($0)", in: workspace) }
  }

  private func published(_ workspace: URL) throws -> [String: Data] {
    let answer = try Shell.run("clausebook publish", in: workspace)
    guard answer.contains("index.html") else { throw CocoaError(.fileWriteUnknown, userInfo: ["told": answer]) }
    return try Tree.visible(workspace.appendingPathComponent("Output"))
  }
}
