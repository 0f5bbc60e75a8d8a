import Amending
import PolicyLibrary
import PolicyModel
import Testing

/// Any two of the policies compare exactly, and a fork compares to about what its drafter wrote.
@Suite struct ShippedComparisonTests {
  private func policy(_ organisation: String) throws -> Policy {
    let address = try #require(Address("\(organisation)/social-media@1.0"))
    return try #require(ShippedPolicyTests.library.resolve(address).policy)
  }

  @Test(arguments: ShippedPolicyTests.organisations)
  func everyPairComparesExactly(organisation: String) throws {
    let old = try policy(organisation)
    for other in ShippedPolicyTests.organisations {
      let new = try policy(other)
      let comparison = compare(old, new)
      let amended = apply(comparison.amendments, to: old, by: Address("\(other)/social-media")!, asOwner: true)
      var expected = new
      expected.clauses = new.clauses.map { $0.renamed(comparison.identities) }
      #expect(amended.policy == expected && amended.diagnostics.isEmpty, "\(organisation) and \(other)")
      #expect((other == organisation) == comparison.amendments.isEmpty)
    }
  }

  @Test(arguments: [
    ("escc", "roselands-stafford"), ("escc", "east-hoathly-chiddingly"), ("derbyshire", "derbyshire-school"),
  ])
  func aForkComparesToAboutItsInstrument(base: String, fork: String) throws {
    let comparison = try compare(policy(base), policy(fork))
    let address = try #require(Address("\(fork)/social-media@1.0"))
    let level = try #require(ShippedPolicyTests.library.chain(address).levels.last)
    guard case .instrument(let instrument) = level.file.body else { throw Absent() }
    let isClause = { (amendment: Amendment) in if case .setDocument = amendment.operation { false } else { true } }
    let (found, written) = (comparison.amendments.filter(isClause), instrument.amendments.filter(isClause))
    #expect(comparison.identities.isEmpty)
    #expect(found.count <= written.count * 12 / 10 + 1, "\(found.count) for \(written.count)")
  }

  /// The texts as they read, with none of their names in common: clauses are found again by their words.
  @Test func clausesAreFoundAgainWithoutTheirNames() throws {
    func text(_ organisation: String) throws -> Policy {
      let address = try #require(Address("\(organisation)/social-media@1.0"))
      return try #require(ShippedPolicyTests.library.resolve(address).resolved).flattened
    }
    let (old, new) = try (text("escc"), text("roselands-stafford"))
    let known = Set(old.clauses.flatMap(\.withDescendants).compactMap(\.identity))
    let names = new.clauses.flatMap(\.withDescendants).compactMap(\.identity)
    let strange = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Identity("stranger-\($0)")!) })
    var stranger = new
    stranger.clauses = new.clauses.map { $0.renamed(strange) }
    let found = compare(old, stranger).identities
    let right = names.count { name in
      let match = found[strange[name]!]
      return known.contains(name) ? match == name : match == nil
    }
    #expect(right * 100 >= names.count * 95, "\(right) of \(names.count)")
  }

  private struct Absent: Error {}
}
