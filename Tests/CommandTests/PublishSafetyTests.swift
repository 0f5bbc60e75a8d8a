import Foundation
import Testing

/// Publishing replaces its output as a whole or not at all, and touches nothing of others.
@Suite struct PublishSafetyTests {
  @Test func anErrorLeavesTheOutputAsItWas() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let before = try contents(workspace)
      try write("---\ntitle: [\n---\n", to: "Policies/county/uniform/draft.md", in: workspace)
      let answer = try Shell.run("clausebook publish", in: workspace)
      #expect(answer.contains("draft.md:") && answer.contains("[broken-yaml]") && answer.hasSuffix("[exit 1]"))
      #expect(try contents(workspace) == before)
    }
  }

  @Test func anOrganisationCannotHaveTheNameOfAFolderOfTheSite() throws {
    try inWorkspace { workspace in
      for organisation in ["concordance", "dale"] {
        try write("name: Dale\nkind: school\n", to: "Policies/\(organisation)/organisation.yaml", in: workspace)
        try write("---\ntitle: Uniform\n---\n", to: "Policies/\(organisation)/uniform/draft.md", in: workspace)
      }
      let answer = try Shell.run("clausebook publish", in: workspace)
      #expect(answer.contains("“concordance” cannot name an organisation") && answer.hasSuffix("[exit 1]"))
    }
  }

  @Test func whatAnotherHandWroteStays() throws {
    try inWorkspace { workspace in
      try write("ours", to: "Output/notes/minutes.txt", in: workspace)
      _ = try Shell.run("clausebook publish", in: workspace)
      _ = try Shell.run("clausebook publish", in: workspace)
      #expect(try contents(workspace)["notes/minutes.txt"] == Data("ours".utf8))
    }
  }

  @Test func hiddenFilesAndEmptyFoldersOfOthersStay() throws {
    try inWorkspace { workspace in
      try write("ours", to: "Output/.git/HEAD", in: workspace)
      let empty = workspace.appendingPathComponent("Output/uploads")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      _ = try Shell.run("clausebook publish && clausebook publish", in: workspace)
      #expect(try contents(workspace)[".git/HEAD"] == Data("ours".utf8))
      #expect(FileManager.default.fileExists(atPath: empty.path))
    }
  }

  @Test func whatAnotherHandWritesMeanwhileStays() throws {
    try inWorkspace { workspace in
      try write("0", to: "Output/notes/0", in: workspace)
      let writing = try Shell.start(
        "i=0; while [ $i -lt 400 ]; do i=$((i+1)); echo $i >Output/notes/$i || exit 1; done",
        in: workspace)
      for number in 0..<8 {
        try write("A shop sells it.\n", to: "Policies/registers/\(number).txt", in: workspace)
        _ = try Shell.run("clausebook publish", in: workspace)
      }
      writing.waitUntilExit()
      let notes = try contents(workspace).keys.filter { $0.hasPrefix("notes/") }
      #expect(writing.terminationStatus == 0 && notes.count == 401)
    }
  }

  @Test func whoMaySeeTheOutputStaysTheSame() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      try write("ours", to: "Output/private/salaries.txt", in: workspace)
      _ = try Shell.run("chmod 700 Output/private; chmod 2750 Output", in: workspace)
      try write("A shop sells it.\n", to: "Policies/registers/shops.txt", in: workspace)
      _ = try Shell.run("clausebook publish", in: workspace)
      #expect(try Shell.run("stat -c %a Output Output/private", in: workspace) == "2750\n700")
    }
  }

  @Test func whatIsPublishedBelongsToTheGroupOfTheOutput() throws {
    try inWorkspace { workspace in
      // Only root may give a folder to a group that is not its own.
      _ = try Shell.run("mkdir Output; chgrp 65534 Output; chmod 2750 Output; clausebook publish", in: workspace)
      let groups = try Shell.run("stat -c %g Output Output/hill Output/hill/uniform/draft.html", in: workspace)
      #expect(Set(groups.split(separator: "\n")).count == 1, "\(groups)")
    }
  }

  @Test func linesMayEndOtherwise() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let before = try contents(workspace)
      let answer = try Shell.run(
        "sed -i 's/$/\\r/' Output/.clausebook; rm Output/.clausebook-memory; clausebook publish", in: workspace)
      #expect(answer.hasSuffix("Output/index.html"), "\(answer)")
      #expect(try contents(workspace) == before)
    }
  }

  @Test(arguments: ["ln -s elsewhere Output/hill", "touch Output/hill", "mkdir -p Output/index.html/ours"])
  func whatStandsInTheWayIsNamed(obstacle: String) throws {
    try inWorkspace { workspace in
      let answer = try Shell.run("mkdir -p Output elsewhere; \(obstacle); clausebook publish", in: workspace)
      #expect(answer.contains("was not written by clausebook; move it") && answer.hasSuffix("[exit 2]"))
    }
  }

  @Test func aNameThatIsNoTextIsNamed() throws {
    try inWorkspace { workspace in
      let answer = try Shell.run(
        "mkdir Output; touch Output/$(printf 'caf\\351.txt'); clausebook publish", in: workspace)
      #expect(answer.contains("this name is not UTF-8") && answer.hasSuffix("[exit 2]"))
    }
  }

  @Test func whatIsNoFileIsNotWaitedFor() throws {
    try inWorkspace { workspace in
      let answer = try Shell.run(
        "mkfifo pipe; mv -f pipe Policies/hill/uniform/draft.md; timeout 60 clausebook publish", in: workspace)
      #expect(answer.contains("this is not a file") && answer.hasSuffix("[exit 1]"))
    }
  }

  @Test func aClockMaySayAnything() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish; touch -d 2400-01-01 Output/index.html", in: workspace)
      let answer = try Shell.run("clausebook publish", in: workspace)
      #expect(answer.hasSuffix("Output/index.html"))
    }
  }

  @Test func aLockThatLeadsNowhereIsNamed() throws {
    try inWorkspace { workspace in
      let answer = try Shell.run("ln -s nowhere .Output.publishing-lock; clausebook publish", in: workspace)
      #expect(answer.hasPrefix("error: ") && answer.hasSuffix("[exit 2]"))
    }
  }

  @Test(arguments: ["Output", "Output/", "./Output"])
  func aPartDoesNotTakeThePlaceOfTheWhole(folder: String) throws {
    try inWorkspace { workspace in
      let answer = try Shell.run("clausebook publish --shard 1/2 --output \(folder)", in: workspace)
      #expect(answer.contains("A part would take the place of the whole") && answer.contains("[exit 2]"))
    }
  }

  @Test(arguments: ["show county/uniform", "check", "--help", "status --format csv"])
  func aResultThatDoesNotArriveIsAFailure(command: String) throws {
    try inWorkspace { workspace in
      for end in [">/dev/full", ">&-"] {
        let answer = try Shell.run("clausebook \(command) \(end)", in: workspace)
        #expect(answer.contains("not all of the result could be written") && answer.hasSuffix("[exit 2]"), "\(end)")
      }
    }
  }

  @Test(arguments: [".", "..", "Policies", "Policies/hill", "Templates/", "/"])
  func aFolderThatHoldsSourcesIsNoOutput(folder: String) throws {
    try inWorkspace { workspace in
      let answer = try Shell.run("clausebook publish --output \(folder)", in: workspace)
      #expect(answer.contains("this is no place for output") && answer.hasSuffix("[exit 2]"))
      #expect(FileManager.default.fileExists(atPath: workspace.path + "/Policies/hill/uniform/draft.md"))
    }
  }

  @Test func aSlashAtTheEndAndALinkAreFollowed() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("mkdir www && ln -s www Site && clausebook publish --output Site/", in: workspace)
      #expect(try contents(workspace, folder: "www").keys.contains("index.html"))
      #expect(try Shell.run("test -L Site && echo link", in: workspace) == "link")
    }
  }

  @Test func aFileIsNoOutput() throws {
    try inWorkspace { workspace in
      try write("ours", to: "Output", in: workspace)
      let answer = try Shell.run("clausebook publish", in: workspace)
      #expect(answer.contains("this is not a folder") && answer.hasSuffix("[exit 2]"))
    }
  }

  @Test func twoAtOnceDoNotMix() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let expected = try contents(workspace)
      let several = try (0..<6).map { _ in try Shell.start("exec clausebook publish", in: workspace) }
      for process in several { process.waitUntilExit() }
      #expect(several.allSatisfy { [0, 2].contains($0.terminationStatus) })
      #expect(several.contains { $0.terminationStatus == 0 })
      #expect(try contents(workspace) == expected)
    }
  }

  @Test func aBrokenLedgerIsNoEmptyLedger() throws {
    try inWorkspace { workspace in
      try write("- edition: [\n", to: "Policies/county/uniform/ledger.yaml", in: workspace)
      for command in ["show county/uniform", "publish"] {
        let answer = try Shell.run("clausebook \(command)", in: workspace)
        #expect(answer.contains("ledger.yaml:") && answer.hasSuffix("[exit 1]"), "\(command)")
      }
    }
  }

  @Test func oneWrongPolicyStopsThePublishingOfAnother() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let before = try contents(workspace)
      try write("no front matter", to: "Policies/hill/uniform/draft.md", in: workspace)
      let answer = try Shell.run("clausebook publish county/uniform", in: workspace)
      #expect(answer.contains("[no-front-matter]") && answer.hasSuffix("[exit 1]"))
      #expect(try contents(workspace) == before)
    }
  }

  @Test func aFileInTheWayIsNotOverwritten() throws {
    try inWorkspace { workspace in
      try write("ours", to: "Output/index.html", in: workspace)
      let answer = try Shell.run("clausebook publish", in: workspace)
      #expect(answer.contains("was not written by clausebook") && answer.hasSuffix("[exit 2]"))
      #expect(try contents(workspace) == ["index.html": Data("ours".utf8)])
    }
  }

  @Test func whatNoLongerBelongsIsRemoved() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      #expect(try contents(workspace).keys.contains("hill/uniform/draft.html"))
      try FileManager.default.removeItem(at: workspace.appendingPathComponent("Policies/hill"))
      _ = try Shell.run("clausebook publish", in: workspace)
      #expect(try !contents(workspace).keys.contains { $0.hasPrefix("hill/") })
    }
  }

  @Test func publishingOnePolicyLeavesTheOthers() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let before = try contents(workspace)
      _ = try Shell.run("clausebook publish hill/uniform", in: workspace)
      #expect(try Set(contents(workspace).keys) == Set(before.keys))
    }
  }

  @Test func aForkIsPublishedAsTheOthersWere() throws {
    try Writing.inWorkspace { workspace in
      _ = try Shell.run("clausebook publish --drafts --format html --with duties", in: workspace)
      let before = try Set(contents(workspace).keys)
      _ = try Shell.run("clausebook publish hill/uniform --format md", in: workspace)
      _ = try Shell.run("clausebook fork county/uniform --for vale --name 'Vale School'", in: workspace)
      let after = try Set(contents(workspace).keys)
      #expect(before.contains("county/uniform/draft.html") && before.isSubset(of: after))
      #expect(after.contains("vale/uniform/draft.html") && !after.contains("vale/uniform/draft-variations.html"))
    }
  }

  @Test func theSameSourcesGiveTheSameBytes() throws {
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      let first = try contents(workspace)
      try inWorkspace { other in
        _ = try Shell.run("clausebook publish --output Elsewhere", in: other)
        #expect(try contents(other, folder: "Elsewhere") == first)
      }
    }
  }

  private func inWorkspace(_ test: (URL) throws -> Void) throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    try test(workspace)
  }

  private func write(
    _ text: String, to path: String, in workspace: URL, replacing change: (String, String)? = nil
  ) throws {
    let file = workspace.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    guard let (old, new) = change else { return try Data(text.utf8).write(to: file) }
    let before = try String(contentsOf: file, encoding: .utf8)
    try Data(before.replacingOccurrences(of: old, with: new).utf8).write(to: file)
  }

  /// Every file of the output with its bytes.
  private func contents(_ workspace: URL, folder: String = "Output") throws -> [String: Data] {
    let root = workspace.appendingPathComponent(folder)
    var found: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: root.path)! {
      let file = root.appendingPathComponent(path)
      let isFolder = try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory
      // What publishing remembers for itself tells the time.
      if isFolder == true || path == ".clausebook-memory" { continue }
      found[path] = try Data(contentsOf: file)
    }
    return found
  }
}
