import Foundation
import PolicyLibrary
import PolicyModel
import Testing

/// The two adoptions of the East Sussex policy and the one of Derbyshire's, with figures counted by hand in their files: the
/// clauses that an amendment names, those omitted, and, of the rest, those whose source holds a term with another value.
@Suite struct ShippedAdoptionTests {
  private struct Adoption: Decodable {
    struct Fork: Decodable {
      let address: String, behind: Int, total: Int, inherited: Int, termsOnly: Int, amended: Int, leftOut: Int
      let added: Int, moved: Int, verdict: String

      var counts: [Int] { [total, inherited, termsOnly, amended, leftOut, added, moved] }
    }
    struct Clause: Decodable { let id: String, amended: [String] }
    let forks: [Fork], clauses: [Clause]
  }

  private struct Statement: Decodable {
    struct Verdict: Decodable { let clauses: [String] }
    struct Term: Decodable { let name: String, clauses: Int }
    struct Deviation: Decodable { let id: String, classes: [String], base: String?, own: String?, reason: String? }
    let verdict: Verdict, terms: [Term]
    let amended: [Deviation], own: [Deviation], leftOut: [Deviation], moved: [Deviation]
  }

  private func published<Value: Decodable>(_ paths: String...) async throws -> [Value] {
    // A folder of its own to stand in: publishing locks what it stands in.
    let room = FileManager.default.temporaryDirectory.appendingPathComponent("clausebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: room) }
    let folder = room.appendingPathComponent("Output")
    let report = try await ShippedPolicyTests.library.publish(PublishRequest(), to: folder.path)
    #expect(!report.isRefused)
    return try paths.map { path in
      try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appendingPathComponent(path)))
    }
  }

  private func statementOfRoselands() async throws -> Statement {
    let statements: [Statement] = try await published("roselands-stafford/social-media/1.0-variations.json")
    return try #require(statements.first)
  }

  @Test func theCountySeesWhoAdoptedWhat() async throws {
    let adoptions: [Adoption] = try await published(
      "escc/social-media/adoption.json", "derbyshire/social-media/adoption.json")
    let forks = adoptions.flatMap(\.forks)
    #expect(
      forks.map(\.address) == [
        "east-hoathly-chiddingly/social-media@1.0", "roselands-stafford/social-media@1.0",
        "derbyshire-school/social-media@1.0",
      ])
    #expect(
      forks.map(\.counts) == [[163, 160, 0, 3, 0, 0, 0], [163, 65, 27, 49, 22, 19, 7], [93, 92, 0, 1, 0, 0, 0]])
    #expect(forks.map(\.behind) == [0, 0, 0] && forks.allSatisfy { $0.verdict == "further" })
    let byBoth = adoptions[0].clauses.filter { $0.amended.count == 2 }.map(\.id)
    #expect(byBoth == ["images", "logos", "personal-use-at-work"])
  }

  @Test func theGovernorsSeeEveryDeviationAndEveryReason() async throws {
    let statement = try await statementOfRoselands()
    #expect(statement.verdict.clauses.count == 95)
    let counts = [statement.amended, statement.own, statement.leftOut, statement.moved].map(\.count)
    #expect(counts == [49, 19, 22, 9])
    let all = statement.amended + statement.own + statement.leftOut + statement.moved
    #expect(
      all.filter { $0.reason != nil }.map(\.id) == [
        "confidence", "privacy-settings", "site-requirements", "personal-guidance", "sign-e-business", "approval-form",
      ])
    #expect(all.filter { $0.classes.contains("stronger") }.map(\.id) == ["identifying-employer"])
    #expect(all.filter { $0.classes.contains("weaker") }.map(\.id) == ["contact-with-clients"])
    #expect(statement.terms.count == 10)
    #expect(statement.terms.first { $0.name == "clients" }?.clauses == 6)
  }

  /// One term in the place of another reads like a term filled in, and is more.
  @Test func aLogoOfEitherBodyIsNotJustATerm() async throws {
    let statement = try await statementOfRoselands()
    let logos = try #require(statement.amended.first { $0.id == "logos" })
    #expect(try #require(logos.base).contains("brands of the County Council, whether"))
    #expect(try #require(logos.own).contains("Roselands and Stafford Federation or the County Council, whether"))
  }
}
