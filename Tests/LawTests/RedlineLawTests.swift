import Amending
import PolicyModel
import Testing

/// The laws of redlines: what did not change is not told, and nothing that changed is kept quiet.
@Suite struct RedlineLawTests {
  @Test(arguments: Laws.seeds)
  func nothingIsToldOfTheSameText(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<(Laws.cases / 4) {
      let policy = generator.policy()
      let result = try drawn(policy, policy)
      #expect(result.changes.isEmpty && result.restyled.isEmpty && result.otherNumbers.isEmpty, "case \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func everyChangedClauseIsTold(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<(Laws.cases / 4) {
      let old = generator.policy()
      var new = old
      for _ in 0..<3 { new = generator.changed(new) }
      try expectEveryChangeTold(try drawn(old, new), "seed \(seed), case \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func everyClauseOfStrangersIsTold(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<(Laws.cases / 10) {
      try expectEveryChangeTold(
        try drawn(generator.policy(), generator.policy()), "seed \(seed), strangers \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func renumberingAloneIsNoOtherChange(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    for number in 0..<(Laws.cases / 10) {
      let old = generator.policy()
      guard NumberingScheme.Level.allCases.allSatisfy({ old.numbering[$0].description != "none" }) else { continue }
      var new = old
      new.numbering = NumberingScheme([
        .section: NumberPattern("A")!, .clause: NumberPattern("1)")!, .appendix: NumberPattern("Annex 1")!,
        .item: old.numbering[.item],
      ])
      // A number in the place of a heading, or an item called otherwise, gives references other words.
      for index in new.clauses.indices where new.clauses[index].numbering != .none {
        new.clauses[index].numbering = .ordinal(40 + index)
      }
      let kinds = Set(try drawn(old, new).changes.map(\.kind))
      #expect(kinds == [.renumbered], "seed \(seed), case \(number): \(kinds)")
    }
  }

  @Test func aSwapOfTwoParagraphsIsAMove() throws {
    let clauses = ["Staff must not go alone.", "Pupils may bring a sandwich.", "The Head decides."].enumerated()
      .map { Clause(Identity("rule-\($0)"), blocks: [.paragraph(Text($1))]) }
    let result = try drawn(section(clauses), section([clauses[1], clauses[0], clauses[2]]))
    #expect(result.changes.map(\.kind) == [.moved])
  }

  /// Which of the common words is looked up must not change from run to run.
  @Test func aSentenceOfCommonWordsIsFoundByTheFirstOfTheRarest() throws {
    let words = (1...8).map { "Word\($0)" }
    func clause(_ name: String, _ sentences: [[String]]) -> Clause {
      Clause(
        Identity(name),
        blocks: [.paragraph(Text(sentences.map { $0.joined(separator: " ") + "." }.joined(separator: " ")))])
    }
    // Each lacks one of the words, all others are in as many.
    let alike = words.indices.map { index in
      clause("alike-\(index)", [words.enumerated().map { $0.offset == index ? "Other\(index)" : $0.element }])
    }
    let unlike = (1...30).map { number in clause("unlike-\(number)", [words + (1...20).map { "name\(number)x\($0)" }]) }
    let stays = ["This", "stays", "here", "whatever", "else", "goes"]
    let result = try drawn(
      section(alike + unlike + [clause("stays", [stays])]), section([clause("stays", [stays, words])]))
    #expect(result.changes.filter { $0.relation == .joined(to: "stays") }.map(\.target) == ["#alike-1"])
  }

  @Test func formattingIsNoChange() throws {
    let result = try drawn(
      section([Clause("rule", blocks: [.paragraph(Text("Staff must not go alone."))])]),
      section([
        Clause(
          "rule",
          blocks: [
            .paragraph(
              Text([
                Text.Run(.words("Staff ")), Text.Run(.words("must not"), style: Text.Style(isStrong: true)),
                Text.Run(.words(" go alone.")),
              ]))
          ])
      ]))
    #expect(result.changes.isEmpty)
    #expect(result.restyled == ["rule"])
  }

  @Test func aSentenceThatBecameAClauseIsASplit() throws {
    let whole = Clause(
      "rule", blocks: [.paragraph(Text("Staff must not go alone. The Head decides who goes with whom."))])
    let parts = [
      Clause("rule", blocks: [.paragraph(Text("Staff must not go alone."))]),
      Clause("company", blocks: [.paragraph(Text("The Head decides who goes with whom."))]),
    ]
    let split = try drawn(section([whole]), section(parts)).changes
    #expect(split.map(\.kind) == [.moved] && split.map(\.relation) == [.split(from: "rule")])
    let join = try drawn(section(parts), section([whole])).changes
    #expect(join.map(\.kind) == [.moved] && join.map(\.relation) == [.joined(to: "rule")])
  }

  private func section(_ clauses: [Clause]) -> Policy {
    Policy(
      title: "Trips",
      clauses: [Clause("all", kind: .section(Clause.Section()), heading: Text("All"), clauses: clauses)])
  }

  private func drawn(_ old: Policy, _ new: Policy) throws -> Redline {
    func resolution(_ policy: Policy, _ edition: String) -> Resolution {
      let school = Organisation(name: TermValue("Hill School"), kind: .school)
      return resolve([
        Level(address: Address("hill/trips@\(edition)")!, file: PolicyFile(.policy(policy)), organisation: school)
      ])
    }
    let (before, after) = (resolution(old, "1.0"), resolution(new, "2.0"))
    return try #require(redline(from: before, to: after))
  }

  /// Every clause that reads differently, is new or is gone is named by a change: its own, or that of the clause it is part of.
  private func expectEveryChangeTold(_ redline: Redline, _ place: String) throws {
    let told = Set(redline.changes.flatMap { [$0.old?.clause, $0.new?.clause] }.compactMap { $0 })
    let old = Dictionary(redline.old.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    for (clause, path) in redline.new.paths {
      guard let before = redline.matches[clause.identity].flatMap({ old[$0] }) else {
        #expect(path.contains(where: told.contains), "\(place): \(clause.identity) is new")
        continue
      }
      let words = { (clause: ResolvedClause) in clause.content.texts.filter { !$0.hasReference }.map(\.plain) }
      if words(clause) != words(before) {
        #expect(
          told.contains(clause.identity),
          "\(place): \(clause.identity): \(words(before)), now \(words(clause))")
      }
    }
    let kept = Set(redline.matches.values)
    for (clause, path) in redline.old.paths where !kept.contains(clause.identity) {
      #expect(path.contains(where: told.contains), "\(place): \(clause.identity) is gone")
    }
  }
}

extension Text {
  /// Whether other clauses' numbers are printed in it, which change by themselves.
  fileprivate var hasReference: Bool { runs.contains { $0.style.localLink != nil } }
}

extension ResolvedPolicy {
  /// Every clause with the names of those it is part of, its own first.
  fileprivate var paths: [(clause: ResolvedClause, path: [Identity])] {
    func walk(_ clause: ResolvedClause, _ above: [Identity]) -> [(ResolvedClause, [Identity])] {
      let path = [clause.identity] + above
      return [(clause, path)] + clause.clauses.flatMap { walk($0, path) }
    }
    return clauses.flatMap { walk($0, []) }
  }
}
