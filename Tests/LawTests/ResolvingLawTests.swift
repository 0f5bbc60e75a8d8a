import Amending
import PolicyModel
import Testing

/// The laws of resolving, on random policies.
@Suite struct ResolvingLawTests {
  @Test(arguments: Laws.seeds)
  func nothingIsPrintedAsItIsWritten(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let written = ["{{c", "{{C", "{{e", "{{E", "[]("]
    var quotations = 0
    for number in 0..<Laws.cases {
      let policy = generator.referring(generator.policy().open)
      let level = Level(
        address: Address("county/trips@1.0")!, file: PolicyFile(.policy(policy)),
        organisation: Organisation(name: TermValue("The County"), kind: .council))
      let text = try #require(resolve([level]).resolved)
      for run in text.flat.flatMap(\.clause.content.texts).flatMap(\.runs) {
        switch run.content {
        case .words(let words):
          #expect(!written.contains(where: words.contains), "seed \(seed), case \(number): \(words)")
          if run.style.localLink != nil, words.hasPrefix("“") { quotations += 1 }
        case .term, .reference: Issue.record("seed \(seed), case \(number): \(run)")
        case .code, .blank, .lineBreak: continue
        }
      }
    }
    #expect(quotations > Laws.cases / 60, "references that quote a heading: \(quotations)")
  }
}

extension Generator {
  /// The policy with each of its references leading to one of its clauses.
  fileprivate mutating func referring(_ policy: Policy) -> Policy {
    let names = policy.clauses.flatMap(\.withDescendants).compactMap(\.identity)
    var policy = policy
    policy.clauses = policy.clauses.map { clause in
      clause.mapTexts { text in
        Text(
          text.runs.map { run in
            guard run.isReference else { return run }
            return Text.Run(.reference(Reference([.single(pick(names))])), style: run.style)
          })
      }
    }
    return policy
  }
}

extension Text.Run {
  fileprivate var isReference: Bool { if case .reference = content { true } else { content == .words("elsewhere") } }
}
