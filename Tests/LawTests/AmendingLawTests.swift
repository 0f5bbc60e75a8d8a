import Amending
import PolicyModel
import Testing

/// The laws of applying amendments, on random policies.
@Suite struct AmendingLawTests {
  private static let author = Address("hill/trips@1.0")!

  @Test(arguments: Laws.seeds)
  func nothingAppliedChangesNothing(seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<Laws.cases {
      let policy = generator.policy()
      let amended = apply([], to: policy, by: Self.author)
      #expect(amended.policy == policy && amended.diagnostics.isEmpty)
    }
  }

  @Test(arguments: Laws.seeds)
  func identitiesStayUniqueAndRefusalsChangeNothing(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let policy = generator.policy()
      var state = policy
      for amendment in generator.instrument().amendments {
        let amended = apply([amendment], to: state, by: Self.author)
        if !amended.diagnostics.isEmpty {
          #expect(amended.policy == state, "seed \(seed), case \(number): \(amendment)")
        }
        state = amended.policy
        let identities = state.clauses.flatMap(\.withDescendants).compactMap(\.identity)
        #expect(Set(identities).count == identities.count, "seed \(seed), case \(number): \(amendment)")
      }
    }
  }

  @Test(arguments: Laws.seeds)
  func movingThereAndBackChangesNothing(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let policy = generator.policy()
      let sections = policy.clauses.filter(\.isSection).compactMap(\.identity)
      guard sections.count > 2, sections.first == policy.clauses[0].identity else { continue }
      let moved = Target.identity(sections[1])
      let amended = apply(
        [Amendment(.move(moved, .endOfDocument)), Amendment(.move(moved, .after(.identity(sections[0]))))], to: policy,
        by: Self.author)
      let isLocked = policy.clauses[1].tailoring == .fixed || policy.clauses[1].tailoring == .fill
      #expect(amended.policy == policy || isLocked, "seed \(seed), case \(number)")
    }
  }
}
