import Amending
import PolicyModel
import Testing

/// A base that vouches for its clauses spares its forks a look at them, and hides no problem.
@Suite struct VouchingLawTests {
  private static func rule(_ number: Int, _ runs: [Text.Run], items: Int = 0) -> Clause {
    Clause(
      Identity("rule-\(number)"), blocks: [.paragraph(Text([Text.Run(.words("They must "))] + runs))],
      clauses: (0..<items).map { item in
        Clause(
          Identity("rule-\(number)-item-\(item)"), kind: .item,
          blocks: [.quotation([Text([Text.Run(.words("as of ")), to(.single("rule-1"))])])])
      })
  }

  private static func to(_ targets: Reference.Target...) -> Text.Run { Text.Run(.reference(Reference(targets))) }

  private static let base = Level(
    address: Address("county/trips@1.0")!,
    file: PolicyFile(
      .policy(
        Policy(
          title: "Trips", terms: ["clients": TermValue("pupils"), "head": TermValue("the head")],
          clauses: [
            Clause(
              "all", kind: .section(Clause.Section()), heading: Text([Text.Run(.term(TermUse("clients")))]),
              clauses: [
                rule(0, [to(.range(from: "rule-2", to: "rule-4"))]), rule(1, [to(.single("rule-0"), .single("most"))]),
                rule(2, [Text.Run(.words("see"), style: Text.Style(link: "#rule-3"))], items: 2),
                rule(3, [Text.Run(.term(TermUse("head")))]), rule(4, [to(.single("rule-2-item-1"))]),
              ]),
            Clause(
              "most", kind: .section(Clause.Section()), heading: Text("Most"),
              clauses: [rule(5, [Text.Run(.words("wait"))]), rule(6, [to(.range(from: "all", to: "most"))], items: 1)]),
          ]))),
    organisation: Organisation(name: TermValue("County"), kind: .council))

  private static func fork(_ amendments: [Amendment]) -> Level {
    Level(
      address: Address("hill/trips")!.at(.draft),
      file: PolicyFile(.instrument(Instrument(base: base.address, amendments: amendments))),
      organisation: Organisation(name: TermValue("Hill School"), kind: .school))
  }

  @Test func theBaseHasNoProblem() throws {
    #expect(manuscript(of: try #require(LevelStack([Self.base]))).diagnostics.isEmpty)
  }

  @Test(arguments: Laws.seeds)
  func whoeverVouchesHidesNoProblem(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let base = try #require(LevelStack([Self.base]))
    guard case .policy(let policy) = Self.base.file.body else { return }
    var problems = 0
    for number in 0..<Laws.cases {
      var amendments = generator.amendments(1...5, on: policy)
      if generator.chance(5) { amendments.append(Amendment(.setDocument(.term("head", nil)))) }
      let fork = Self.fork(amendments)
      let (looked, spared) = (manuscript(of: base.adding(fork)), manuscript(of: base.vouchedFor().adding(fork)))
      #expect(looked.diagnostics == spared.diagnostics, "seed \(seed), case \(number)")
      #expect(looked.manuscript.filled == spared.manuscript.filled, "seed \(seed), case \(number)")
      problems += looked.diagnostics.count
    }
    #expect(problems > Laws.cases / 10)
  }
}
