import Foundation
import Testing

/// Publishing makes anew only what has changed, and what stands in the output is always what a clean publishing gives.
@Suite struct PublishAgainTests {
  @Test func nothingIsMadeAnewWhereNothingChanged() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let written = try Shell.run("find Output -type f -printf '%p %T@ %i\\n' | sort", in: workspace)
      #expect(try Shell.run("clausebook publish", in: workspace).contains("files, none made anew:"))
      #expect(try Shell.run("find Output -type f -printf '%p %T@ %i\\n' | sort", in: workspace) == written)
    }
  }

  @Test func whatAKilledPublishingLeftIsClearedAwayThoughNothingChanged() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      // Killed when the new output stood, before the old one was cleared away.
      _ = try Shell.run("cp -r Output .Output.publishing", in: workspace)
      #expect(try Shell.run("clausebook publish", in: workspace).contains("files, none made anew:"))
      #expect(try Shell.run("ls -A | grep publishing || true", in: workspace).isEmpty)
    }
  }

  @Test func aForkThatChangedIsMadeAnewAndItsBaseIsNot() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let written = try times(workspace)
      try edit("Policies/hill/uniform/draft.md", in: workspace) { $0.replacing("1987", with: "1988") }
      _ = try Shell.run("clausebook publish", in: workspace)
      let now = try times(workspace)
      #expect(now["hill/uniform/draft.html"] != written["hill/uniform/draft.html"])
      #expect(now["county/uniform/draft.html"] == written["county/uniform/draft.html"])
      #expect(now["county/index.html"] == written["county/index.html"])
    }
  }

  @Test func aBaseThatChangedIsMadeAnewWithItsForks() throws {
    try inWorkspace { workspace in
      try add(school: "dale", amending: "hill/uniform@draft", in: workspace)
      try write("name: Other\nkind: school\n", to: "Policies/other/organisation.yaml", in: workspace)
      try write(
        "---\ntitle: Trips\n---\n\n## Trips {#trips}\n", to: "Policies/other/trips/draft.md", in: workspace)
      _ = try Shell.run("clausebook publish", in: workspace)
      let written = try times(workspace)
      try edit("Policies/county/uniform/draft.md", in: workspace) { $0.replacing("jumper.", with: "jumper or coat.") }
      _ = try Shell.run("clausebook publish", in: workspace)
      let now = try times(workspace)
      for policy in ["county/uniform", "hill/uniform", "dale/uniform"] {
        #expect(now["\(policy)/draft.html"] != written["\(policy)/draft.html"])
      }
      #expect(now["other/trips/draft.html"] == written["other/trips/draft.html"])
    }
  }

  @Test func aPolicyThatMovedIsMadeAnewWithAllThatNamesIt() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      _ = try Shell.run("mv Policies/hill/uniform Policies/hill/clothes; clausebook publish", in: workspace)
      _ = try Shell.run("clausebook publish --output Clean", in: workspace)
      #expect(try output(workspace) == output(workspace, folder: "Clean"))
    }
  }

  @Test func aPageThatAnotherHandChangedIsMadeAnew() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let before = try output(workspace)
      _ = try Shell.run("echo more >>Output/hill/uniform/draft.html; rm Output/index.html", in: workspace)
      _ = try Shell.run("clausebook publish", in: workspace)
      #expect(try output(workspace) == before)
    }
  }

  @Test func aPolicyThatIsGoneLeavesNothingThoughAnotherWasPublishedSince() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      _ = try Shell.run("rm -r Policies/hill; clausebook publish county/uniform; clausebook publish", in: workspace)
      _ = try Shell.run("clausebook publish --output Clean", in: workspace)
      #expect(try output(workspace) == output(workspace, folder: "Clean"))
    }
  }

  @Test func templatesCountThoughThereIsNoPolicy() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("rm -r Policies/hill Policies/county; clausebook publish", in: workspace)
      _ = try Shell.run("echo '<!-- new -->' >>Templates/index.html; clausebook publish", in: workspace)
      #expect(try Shell.run("grep -c '<!-- new -->' Output/index.html", in: workspace) == "1")
    }
  }

  @Test(arguments: [
    "rm Output/.clausebook-memory", "echo '{' >Output/.clausebook-memory",
    "head --lines=-2 Output/.clausebook-memory >cut; mv cut Output/.clausebook-memory",
  ])
  func whatIsRememberedMayBeLost(how: String) throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let before = try output(workspace)
      _ = try Shell.run(how, in: workspace)
      #expect(!(try Shell.run("clausebook publish", in: workspace).contains("made anew")))
      #expect(try output(workspace) == before)
    }
  }

  @Test func whatIsListedOfOthersMayBeSpoilt() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let spoilt = "sed -i 's/^organisation\t[a-z]/organisation\t-/' Output/.clausebook-memory"
      _ = try Shell.run("\(spoilt); echo >>Policies/hill/uniform/draft.md; clausebook publish", in: workspace)
      _ = try Shell.run("clausebook publish --output Clean", in: workspace)
      #expect(try output(workspace) == output(workspace, folder: "Clean"))
    }
  }

  @Test func whatAReaderIsToBeToldIsToldAgain() throws {
    try inWorkspace { workspace in
      try edit("Policies/county/uniform/draft.md", in: workspace) { $0 + "\n- {#lone} An item without a list\n" }
      let first = try Shell.run("clausebook publish", in: workspace)
      let again = try Shell.run("clausebook publish", in: workspace)
      #expect(first.contains(": warning:") == again.contains(": warning:"))
    }
  }

  // MARK: Whatever happens in between

  /// One thing that somebody may do between two publishings.
  private enum Step: CaseIterable {
    case editBase, editFork, addFork, addForkOfFork, removeFork, renameOwner, ratify, review, editTemplate, touchFile
    case spoilPage, losePage, forgetAll, publishOne, publishSome, changeRegister, nothing
  }

  @Test(arguments: [2026, UInt64.random(in: 0...UInt64.max)])
  func itIsWhatACleanPublishingGives(seed: UInt64) throws {
    var source = SplitMix(seed: seed)
    try inWorkspace { workspace in
      for round in 0..<24 {
        let step = Step.allCases.randomElement(using: &source)!
        try take(step, round, in: workspace, &source)
        let answer = try Shell.run("clausebook publish", in: workspace)
        _ = try Shell.run("rm -rf Clean; clausebook publish --output Clean", in: workspace)
        guard FileManager.default.fileExists(atPath: workspace.path + "/Clean") else { continue }
        #expect(
          try output(workspace) == output(workspace, folder: "Clean"),
          "seed \(seed), round \(round): \(step): \(answer)")
      }
    }
  }

  private func take(_ step: Step, _ round: Int, in workspace: URL, _ source: inout SplitMix) throws {
    let schools = try FileManager.default.contentsOfDirectory(atPath: workspace.path + "/Policies")
      .filter { $0.hasPrefix("school-") }.sorted()
    let school = schools.randomElement(using: &source) ?? "hill"
    func run(_ command: String) throws { _ = try Shell.run(command, in: workspace) }
    switch step {
    case .editBase:
      try edit("Policies/county/uniform/draft.md", in: workspace) {
        $0 + "\n## Matter \(round) {#matter-\(round)}\n\n1. {#rule-\(round)} All {{wearer}} keep rule \(round).\n"
      }
    case .editFork:
      try edit("Policies/\(school)/uniform/draft.md", in: workspace) {
        $0 + "\n## At the end of the document insert\n\n### Own \(round) {#own-\(round)}\n"
      }
    case .addFork: try add(school: "school-\(round)", amending: "county/uniform", in: workspace)
    case .addForkOfFork: try add(school: "school-\(round)", amending: "\(school)/uniform", in: workspace)
    case .removeFork: if school != "hill" { try run("rm -r Policies/\(school)") }
    case .renameOwner:
      try write("name: Renamed \(round)\nkind: school\n", to: "Policies/\(school)/organisation.yaml", in: workspace)
    case .ratify:
      try run(
        "clausebook ratify county/uniform --edition \(round + 1).0 --approved-by Board --on 20\(10 + round)-05-01")
    case .review: try run("clausebook ratify county/uniform --unchanged --approved-by Board --on 20\(40 + round)")
    case .editTemplate: try edit("Templates/style.css", in: workspace) { $0 + "/* \(round) */\n" }
    case .touchFile: try run("touch Policies/county/uniform/*.md")
    case .spoilPage: try run("echo x >>Output/county/uniform/index.html")
    case .losePage: try run("rm -rf Output/\(school)")
    case .forgetAll: try run("rm -f Output/.clausebook-memory")
    case .publishOne: try run("clausebook publish \(school)/uniform")
    case .publishSome: try run("clausebook publish --format md --with changes")
    case .changeRegister:
      try write(
        "- {identifier: ukpga/2010/15, title: Equality Act 2010, status: in force, checked: 2026-01-\(round + 1)}\n",
        to: "Policies/registers/legislation.yaml", in: workspace)
    case .nothing: break
    }
  }

  // MARK: Parts

  @Test func partsAreJoinedToTheWhole() throws {
    try inWorkspace { workspace in
      for number in 1...5 { try add(school: "school-\(number)", amending: "county/uniform", in: workspace) }
      for part in 1...3 {
        _ = try Shell.run("clausebook publish --shard \(part)/3 --output Part-\(part)", in: workspace)
      }
      let held = try (1...3).flatMap {
        try output(workspace, folder: "Part-\($0)").keys.filter { $0.hasSuffix(".html") }
      }
      #expect(Set(held).count == held.count, "a document is in two parts")
      let answer = try Shell.run("clausebook publish --join Part-1 Part-2 Part-3", in: workspace)
      #expect(answer.contains("made anew"))
      _ = try Shell.run("clausebook publish --output Clean", in: workspace)
      #expect(try output(workspace) == output(workspace, folder: "Clean"))
    }
  }

  @Test func aPartIsNotTakenForTheWhole() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      _ = try Shell.run("clausebook publish --shard 1/1 --output Site", in: workspace)
      let part = try output(workspace, folder: "Site")
      _ = try Shell.run("clausebook publish --output Site", in: workspace)
      #expect(try output(workspace, folder: "Site") == output(workspace))
      _ = try Shell.run("clausebook publish --shard 1/1 --output Site", in: workspace)
      #expect(try output(workspace, folder: "Site") == part)
    }
  }

  @Test func whatAPartLacksIsMadeWhereItIsJoined() throws {
    try inWorkspace { workspace in
      for part in 1...2 {
        _ = try Shell.run("clausebook publish --shard \(part)/2 --output Part-\(part)", in: workspace)
      }
      try edit("Policies/hill/uniform/draft.md", in: workspace) { $0.replacing("green", with: "red") }
      _ = try Shell.run("clausebook publish --join Part-1 Part-9", in: workspace)
      _ = try Shell.run("clausebook publish --output Clean", in: workspace)
      #expect(try output(workspace) == output(workspace, folder: "Clean"))
    }
  }

  // MARK: The workspace

  private func inWorkspace(_ test: (URL) throws -> Void) throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    try test(workspace)
  }

  private func add(school: String, amending base: String, in workspace: URL) throws {
    try write("name: \(school)\nkind: school\n", to: "Policies/\(school)/organisation.yaml", in: workspace)
    try write(
      "---\namends: \(base.contains("@") ? base : base + "@draft")\nterms: {wearer: pupils of \(school)}\n---\n",
      to: "Policies/\(school)/uniform/draft.md", in: workspace)
  }

  private func write(_ text: String, to path: String, in workspace: URL) throws {
    let file = workspace.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func edit(_ path: String, in workspace: URL, _ change: (String) -> String) throws {
    let file = workspace.appendingPathComponent(path)
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return }
    try Data(change(text).utf8).write(to: file)
  }

  /// Every file of the output with its bytes, but for what publishing keeps for itself.
  private func output(_ workspace: URL, folder: String = "Output") throws -> [String: Data] {
    try files(workspace, folder).mapValues { try Data(contentsOf: $0) }
  }

  /// When and as which file each page was written.
  private func times(_ workspace: URL) throws -> [String: [FileAttributeKey: Int]] {
    try files(workspace, "Output").mapValues { file in
      let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
      return [.systemFileNumber: attributes[.systemFileNumber] as? Int ?? 0]
    }
  }

  private func files(_ workspace: URL, _ folder: String) throws -> [String: URL] {
    let root = workspace.appendingPathComponent(folder)
    var found: [String: URL] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path)! where !path.hasPrefix(".") {
      let file = root.appendingPathComponent(path)
      if (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == false { found[path] = file }
    }
    return found
  }
}

/// Random numbers that are the same for the same seed: SplitMix64.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
