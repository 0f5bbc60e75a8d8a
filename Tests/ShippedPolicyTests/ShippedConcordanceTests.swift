import Foundation
import PolicyLibrary
import PolicyModel
import Testing

/// The shipped policies side by side: nothing is left out, and each rule on personal use at work is found.
@Suite struct ShippedConcordanceTests {
  private struct Concordance: Decodable {
    struct Words: Decodable { let id: String }
    struct Entry: Decodable { let address: String, clauses: [Words], forces: [String], sameAs: String? }
    struct Topic: Decodable { let topic: String, entries: [Entry], silent: [String] }
    struct Rest: Decodable { let address: String, clauses: [Words] }
    let topics: [Topic], withoutTopic: [Rest]
  }

  private func concordance() async throws -> Concordance {
    // A folder of its own to stand in: publishing locks what it stands in.
    let room = FileManager.default.temporaryDirectory.appendingPathComponent("clausebook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: room, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: room) }
    let folder = room.appendingPathComponent("Output")
    let report = try await ShippedPolicyTests.library.publish(PublishRequest(), to: folder.path)
    #expect(!report.isRefused)
    let data = try Data(contentsOf: folder.appendingPathComponent("concordance/social-media.json"))
    return try JSONDecoder().decode(Concordance.self, from: data)
  }

  @Test func everyClauseStandsOnce() async throws {
    let concordance = try await concordance()
    for organisation in ShippedPolicyTests.organisations {
      let address = try #require(Address("\(organisation)/social-media@1.0"))
      let policy = try #require(ShippedPolicyTests.library.resolve(address).resolved)
      let entries = concordance.topics.flatMap(\.entries).filter { $0.address == address.description }.map(\.clauses)
      let rest = concordance.withoutTopic.filter { $0.address == address.description }.map(\.clauses)
      let found = (entries + rest).joined().map(\.id)
      #expect(found.sorted() == policy.clauses.flatMap(outsideForms).sorted(), "\(organisation)")
    }
    for topic in concordance.topics {
      #expect(topic.entries.count + topic.silent.count == ShippedPolicyTests.organisations.count, "\(topic.topic)")
    }
  }

  private func outsideForms(_ clause: ResolvedClause) -> [String] {
    [clause.identity.name] + (clause.content.isForm ? [] : clause.clauses.flatMap(outsideForms))
  }

  @Test func eachRuleOnPersonalUseAtWorkIsThere() async throws {
    let topic = try #require(try await concordance().topics.first { $0.topic == "personal-use-at-work" })
    let found = topic.entries.map { entry in
      "\(entry.address.prefix { $0 != "/" }): \(entry.clauses.map(\.id).joined(separator: " "))"
        + ": \(entry.forces.joined(separator: ", "))" + (entry.sameAs.map { ", as \($0)" } ?? "")
    }
    #expect(
      found == [
        "authority: private-use-at-work: must",
        "brighton-hove: personal-at-work own-time: must, must not, may",
        "derbyshire: use-at-work not-in-working-time left-running: must not",
        "derbyshire-school: use-at-work not-in-working-time left-running: must not, as derbyshire/social-media@1.0",
        "escc: personal-use-at-work: must not, may",
        "east-hoathly-chiddingly: personal-use-at-work: must not, may",
        "roselands-stafford: personal-use-at-work: must not, should, should not, may",
      ])
    #expect(topic.silent.isEmpty)
  }
}
