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
    let questions: Set = ["both changed the same words", "target omitted", "target now fixed", "identity taken"]
    let asked = schools.count { !questions.isDisjoint(with: $0.outcomes) }
    #expect(
      try Shell.run("clausebook outdated", in: workspace)
        .hasSuffix("\n\n1000 forks are behind; \(asked) of them have something to decide.\n[exit 1]"))
    // Somebody sits at the terminal, so that the bar is shown.
    let screen = try Shell.converse("clausebook update --format json > updates.json", typing: [], in: workspace)
    #expect(screen.contains("█") && screen.contains(" of 1001"))
    #expect(screen.contains(" to decide, ") && screen.hasSuffix("[exit 1]"))
    let json = try Data(contentsOf: workspace.appendingPathComponent("updates.json"))
    let updates = try JSONDecoder().decode([Told].self, from: json)
    #expect(updates.count == schools.count)
    for (update, school) in zip(updates, schools) {
      #expect(
        update.decisions.map(\.outcome) == school.outcomes, "\(update.address): \(update.decisions.map(\.target))")
    }
  }
}
