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
    let start = Date()
    let answer = try Shell.run("clausebook update --format json 2>/dev/null", in: workspace)
    print("updated in \(Date().timeIntervalSince(start)) s")
    let json = answer.replacing("\n[exit 1]", with: "")
    let updates = try JSONDecoder().decode([Told].self, from: Data(json.utf8))
    #expect(updates.count == schools.count)
    var wrong = 0
    for (index, update) in updates.enumerated() where update.decisions.map(\.outcome) != schools[index].outcomes {
      wrong += 1
      if wrong < 5 {
        for (d, o) in zip(update.decisions, schools[index].outcomes) where d.outcome != o {
          print(update.address, d.target, d.outcome, "expected", o)
        }
      }
    }
    #expect(wrong == 0)
  }
}
