import Foundation
import Testing

/// Publishing killed at a hundred random moments: readers see the old site or the new one, whole, and the next run mends all.
@Suite struct PublishKillTests {
  private static let colours = ["green", "grey"]
  private static let foreign = ["notes/minutes.txt": Data("ours".utf8), ".htaccess": Data("theirs".utf8)]

  @Test func aKillLeavesOneWholeSiteAndTheNextPublishingTheNewOne() throws {
    let clean = try Self.colours.map { colour in
      try inWorkspace { workspace in
        try wear(colour, in: workspace)
        #expect(try Shell.run("clausebook publish", in: workspace).hasPrefix("8 documents"))
        return (site: try site(workspace), names: try names(workspace))
      }
    }
    #expect(clean[0].site != clean[1].site)
    try inWorkspace { workspace in
      _ = try Shell.run("clausebook publish", in: workspace)
      var standing = 0
      try wear(Self.colours[1], in: workspace)
      var whole = try Kill.duration(of: "clausebook publish", in: workspace)
      for (attempt, part) in Kill.moments().enumerated() {
        let moment = part * whole
        standing = clean.firstIndex { $0.site == (try? site(workspace)) } ?? 0
        try wear(Self.colours[1 - standing], in: workspace)
        try Kill.run("clausebook publish", until: moment, in: workspace)
        let found = try site(workspace)
        #expect(clean.contains { $0.site == found }, "killed after \(moment) of \(whole) s")
        #expect(try foreign(workspace) == Self.foreign, "killed after \(moment) of \(whole) s")
        // Now and then several killed runs follow one another.
        guard attempt.isMultiple(of: 3) else { continue }
        let start = Date()
        let answer = try Shell.run("clausebook publish", in: workspace)
        // Other work on the machine makes it faster or slower.
        if found == clean[standing].site { whole = Date().timeIntervalSince(start) }
        #expect(answer.hasPrefix("8 documents"), "\(answer), killed after \(moment) of \(whole) s")
        #expect(try site(workspace) == clean[1 - standing].site, "killed after \(moment) of \(whole) s")
      }
      try wear(Self.colours[0], in: workspace)
      _ = try Shell.run("clausebook publish", in: workspace)
      #expect(try site(workspace) == clean[0].site)
      #expect(try foreign(workspace) == Self.foreign)
      #expect(try names(workspace) == clean[0].names)
    }
  }

  /// The county's policy, six schools that amend it, and files of others where it is published.
  private func inWorkspace<Value>(_ test: (URL) throws -> Value) throws -> Value {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    _ = try Shell.run("for n in 1 2 3 4 5 6; do cp -r Policies/hill Policies/hill-$n; done", in: workspace)
    try Tree.replace(workspace.appendingPathComponent("Output"), by: Self.foreign)
    try wear(Self.colours[0], in: workspace)
    return try test(workspace)
  }

  /// Changes the text of the county, and with it that of every school.
  private func wear(_ colour: String, in workspace: URL) throws {
    _ = try Shell.run(
      "sed -i 's/Shoes are [a-z]*/Shoes are \(colour)/' Policies/county/uniform/draft.md", in: workspace)
  }

  private func site(_ workspace: URL) throws -> [String: Data] {
    try Tree.visible(workspace.appendingPathComponent("Output"))
  }

  private func foreign(_ workspace: URL) throws -> [String: Data] {
    try Tree.contents(workspace.appendingPathComponent("Output")).filter { Self.foreign.keys.contains($0.key) }
  }

  private func names(_ workspace: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workspace.path).sorted()
  }
}
