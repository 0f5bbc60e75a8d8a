import Foundation
import Testing

/// A thousand forks of one template, taken to its next edition in one command.
@Suite struct UpdateManyTests {
  private struct Told: Decodable {
    struct Decision: Decodable {
      let target: String
      let outcome: String
    }

    let address: String
    let decisions: [Decision]
  }

  @Test func whatBecomesOfEveryAmendmentIsKnownBefore() throws {
    var source = SystemRandomNumberGenerator()
    let schools = (1...1_000).map { _ in County.school(&source) }
    let workspace = try County.workspace(of: schools.map(\.instrument))
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    // Somebody sits at the terminal, so that the bar is shown.
    let screen = try Shell.converse("clausebook update --format json > updates.json", typing: [], in: workspace)
    #expect(screen.contains("█") && screen.contains(" of 1000"))
    #expect(screen.contains(" to decide, ") && screen.hasSuffix("[exit 1]"))
    let json = try Data(contentsOf: workspace.appendingPathComponent("updates.json"))
    let updates = try JSONDecoder().decode([Told].self, from: json)
    #expect(updates.count == schools.count)
    for (update, school) in zip(updates, schools) {
      #expect(
        update.decisions.map(\.outcome) == school.outcomes, "\(update.address): \(update.decisions.map(\.target))")
    }
  }

  @Test func aKillLeavesEachForkAsItWasOrUpdated() throws {
    var source = SystemRandomNumberGenerator()
    let workspace = try County.workspace(of: (1...30).map { _ in County.school(&source).instrument })
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    let policies = workspace.appendingPathComponent("Policies")
    let old = try contents(policies)
    let start = Date()
    _ = try Shell.run("clausebook update", in: workspace)
    let whole = Date().timeIntervalSince(start)
    let new = try contents(policies)
    for attempt in 0..<30 {
      try restore(old, in: policies)
      let process = try Shell.start("exec clausebook update", in: workspace)
      usleep(UInt32(whole * Double(attempt) / 30 * 1_000_000))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      for (path, bytes) in try contents(policies) {
        #expect(bytes == old[path] || bytes == new[path], "\(path) is neither the old nor the new")
      }
      _ = try Shell.run("clausebook update", in: workspace)
      #expect(try contents(policies) == new)
    }
  }

  /// Every file but what a killed command had begun to write, which nobody reads.
  private func contents(_ folder: URL) throws -> [String: Data] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
    let files = paths.filter { $0.contains(".") && !$0.contains("/.") && !$0.hasSuffix(".part") }
    return try Dictionary(
      uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: folder.appendingPathComponent($0))) })
  }

  private func restore(_ files: [String: Data], in folder: URL) throws {
    for path in try contents(folder).keys where files[path] == nil {
      try FileManager.default.removeItem(at: folder.appendingPathComponent(path))
    }
    for (path, bytes) in files { try bytes.write(to: folder.appendingPathComponent(path)) }
  }
}
