import Amending
import PolicyModel
import Testing

/// Texts beyond any that people write are compared and taken over in seconds.
///
/// The limit is there for what never ends: its clock runs while a test waits for its turn among all others.
@Suite(.timeLimit(.minutes(20))) struct LargeAmendingTests {
  private static let count = 10_000

  @Test func unlikePoliciesOfTenThousandClauses() {
    let (old, new) = (Self.policy("old"), Self.policy("new"))
    let comparison = compare(old, new)
    let amended = apply(comparison.amendments, to: old, by: Address("hill/trips@1.0")!, asOwner: true)
    #expect(amended.diagnostics.isEmpty)
    #expect(amended.policy.clauses.map(\.blocks) == new.clauses.map(\.blocks))
  }

  @Test func aThousandClausesInTheOppositeOrder() {
    // Each move goes through all the neighbours, so these are fewer.
    let old = Self.policy("old", 1_000)
    var new = old
    new.clauses.reverse()
    let comparison = compare(old, new)
    let amended = apply(comparison.amendments, to: old, by: Address("hill/trips@1.0")!, asOwner: true)
    #expect(amended.policy == new && amended.diagnostics.isEmpty)
  }

  @Test func tenThousandClausesOfTheSameWords() {
    func policy(_ name: String) -> Policy {
      Policy(
        title: "Trips",
        clauses: (0..<Self.count).map { Clause(Identity("\(name)-\($0)"), blocks: [.paragraph(Text("No."))]) })
    }
    #expect(compare(policy("old"), policy("new")).amendments.isEmpty)
  }

  @Test func clausesOfAThousandWords() {
    func policy(_ word: String) -> Policy {
      let words = (0..<1_000).map { "\(word)\($0)" }.joined(separator: " ")
      return Policy(title: "Trips", clauses: [Clause("rule", blocks: [.paragraph(Text(words))])])
    }
    let comparison = compare(policy("old"), policy("new"))
    #expect(comparison.amendments.count == 1)
  }

  @Test func forkOfAHundredAmendmentsTakesAnEditionOfAThousandUnlikeClauses() {
    let (old, new) = (Self.policy("old", 1_000), Self.policy("new", 1_000))
    let ours = (0..<100).map { number in
      Amendment(
        .reword(.clause(.identity(Identity("old-\(number)")!)), Rewording(Text("must"), .substitute(Text("may")))))
    }
    let rebased = rebase(ours, over: BaseChange(from: old, to: new))
    #expect(rebased.decisions.map(\.outcome) == ours.map { _ in .targetOmitted })
  }

  private static func policy(_ name: String, _ count: Int = count) -> Policy {
    Policy(
      title: "Trips",
      clauses: (0..<count).map { number in
        Clause(
          Identity("\(name)-\(number)"),
          blocks: [.paragraph(Text("\(name)\(number) must \(name)x\(number) \(name)y\(number)"))])
      })
  }
}
