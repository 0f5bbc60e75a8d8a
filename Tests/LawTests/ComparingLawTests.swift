import Amending
import PolicyModel
import Testing

/// The laws of comparing: nothing differs from itself, and a difference applied to the old text gives the new one.
@Suite struct ComparingLawTests {
  private static let owner = Address("hill/trips@1.0")!

  @Test(arguments: Laws.seeds)
  func nothingDiffersFromItself(seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<Laws.cases {
      let policy = generator.policy()
      #expect(compare(policy, policy) == Comparison(amendments: [], identities: [:]))
    }
  }

  @Test(arguments: Laws.seeds)
  func aDifferenceOfEditionsGivesTheNewOne(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let old = generator.policy()
      var new = old
      for _ in 0..<3 { new = generator.changed(new) }
      let comparison = holds(old, new, "seed \(seed), case \(number)")
      // A clause of the same sort under the same name keeps it.
      let kinds = { (policy: Policy) in
        Set(policy.clauses.flatMap(\.withDescendants).map { [$0.identity?.name, "\($0.kind)"] })
      }
      let shared = kinds(old).intersection(kinds(new)).map { $0[0] }
      #expect(comparison.identities.keys.allSatisfy { !shared.contains($0.name) }, "seed \(seed), case \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func aDifferenceOfWordsGivesTheNewOnes(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let old = generator.policy()
      var new = old
      new.clauses = old.clauses.map { generator.edited($0) }
      let comparison = holds(old, new, "seed \(seed), case \(number)")
      // Words are changed where they stand.
      let verbs = Set(comparison.amendments.map(\.operation.verb))
      #expect(verbs.isSubset(of: [.reword, .substitute]), "seed \(seed), case \(number)")
    }
  }

  @Test(arguments: Laws.seeds)
  func aDifferenceOfStrangersGivesTheNewOne(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<(Laws.cases / 4) {
      let old = generator.policy()
      _ = holds(old, generator.policy(), "seed \(seed), case \(number)")
    }
  }

  @Test func twoClausesThatSwapAreOneMove() {
    let clauses: [Clause] = ["one", "two", "three"].map {
      Clause(Identity($0), blocks: [.paragraph(Text("Rule \($0)."))])
    }
    let section = { (clauses: [Clause]) in
      Policy(
        title: "Trips",
        clauses: [Clause("all", kind: .section(Clause.Section()), heading: Text("All"), clauses: clauses)])
    }
    let comparison = compare(section(clauses), section([clauses[1], clauses[0], clauses[2]]))
    #expect(comparison.amendments.map(\.operation.verb) == [.move])
  }

  @Test(.timeLimit(.minutes(20)), arguments: [69, 70, 75])
  func aLongNameMayGoToAClauseOfAnotherSort(hyphen: Int) throws {
    let name = try #require(Identity(String(repeating: "a", count: hyphen) + "-bcde"))
    var (old, new) = (Policy(title: "Trips"), Policy(title: "Trips"))
    old.clauses = [Clause(name, blocks: [.paragraph(Text("Nobody swims."))])]
    new.clauses = [Clause(name, kind: .section(Clause.Section()), heading: Text("Planning"))]
    let comparison = compare(old, new)
    #expect(comparison.identities.count == 1 && comparison.identities[name].map { $0 != name } == true)
  }

  @Test func aSectionThatHoldsAFormIsItself() {
    func policy(_ heading: String) -> Policy {
      let field = Clause("name", kind: .field(Field(.line)), blocks: [.paragraph(Text("Name:"))])
      let form = Clause(
        "form", kind: .section(Clause.Section(isForm: true)), heading: Text("Consent"), clauses: [field])
      return Policy(
        title: "Trips",
        clauses: [Clause("all", kind: .section(Clause.Section()), heading: Text(heading), clauses: [form])])
    }
    #expect(compare(policy("All"), policy("All")).amendments.isEmpty)
    #expect(compare(policy("All"), policy("Before it")).amendments.map(\.operation.verb) == [.substitute])
  }

  @Test func aChangedWordIsOneRewording() {
    func policy(_ words: String) -> Policy {
      Policy(title: "Trips", clauses: [Clause("rule", blocks: [.paragraph(Text(words))])])
    }
    let comparison = compare(
      policy("Staff should not go alone, and should say so."), policy("Staff must not go alone, and should say so."))
    let rewording = Rewording(Text("Staff should"), .substitute(Text("Staff must")))
    #expect(comparison.amendments.map(\.operation) == [.reword(.clause(.identity("rule")), rewording)])
  }

  /// One change for each attribute that a clause has, but for its name and what stands below; few have remarks, which are
  /// kept apart.
  @Test func everyAttributeOfAClauseIsCompared() throws {
    let changes: [(inout Clause) -> Void] = [
      { $0.kind = .section(Clause.Section(isAppendix: true)) }, { $0.heading = Text("Others") },
      { $0.blocks = [.paragraph(Text("Words."))] }, { $0.numbering = .hidden }, { $0.label = "8" },
      { $0.tailoring = .fixed }, { $0.topic = "scope" }, { $0.word = "paragraph" }, { $0.items = .bullet },
      { $0.excuses = [Excuse("unused-term", because: "a fork uses it")] },
    ]
    let section = Clause("all", kind: .section(Clause.Section()), heading: Text("All"))
    var labelled = section
    labelled.label = "8"
    let attributes = Mirror(reflecting: labelled)
    let remarks = try #require(attributes.descendant("remarks", "some", "box", "value"))
    #expect(changes.count == attributes.children.count - 3 + Mirror(reflecting: remarks).children.count)
    for change in changes {
      var changed = section
      change(&changed)
      #expect(
        !compare(Policy(title: "Trips", clauses: [section]), Policy(title: "Trips", clauses: [changed])).amendments
          .isEmpty)
    }
  }

  private func holds(_ old: Policy, _ new: Policy, _ place: String) -> Comparison {
    let comparison = compare(old, new)
    let amended = apply(comparison.amendments, to: old, by: Self.owner, asOwner: true)
    var expected = new
    expected.clauses = new.clauses.map { $0.renamed(comparison.identities) }
    #expect(amended.policy == expected && amended.diagnostics.isEmpty, "\(place)")
    return comparison
  }
}

extension Generator {
  /// The policy after one random change that its owner could make.
  mutating func changed(_ policy: Policy) -> Policy {
    let identities = policy.clauses.flatMap(\.withDescendants).compactMap(\.identity)
    guard !identities.isEmpty else { return policy }
    func some(_ generator: inout Generator) -> Target { .identity(generator.pick(identities)) }
    let position: Position =
      chance(50) ? .after(some(&self)) : chance(50) ? .startOf(some(&self)) : .endOfDocument
    let operation: Operation =
      switch Int.random(in: 0..<8, using: &self) {
      case 0: .omit(some(&self))
      case 1, 2: .move(some(&self), position)
      case 3: .insert([chance(50) ? section(depth: 1) : numbered()], position)
      case 4: .substituteText(some(&self), [.paragraph(text())])
      case 5: .renumber(some(&self), pick([.automatic, .ordinal(4), .hidden]))
      case 6: .setClause(some(&self), [.topic("scope"), .tailoring(.optional)])
      default: .reword(.clause(some(&self)), Rewording(Text("a"), each: true, .substitute(Text("some other"))))
      }
    return apply([Amendment(operation)], to: policy, by: Address("hill/trips@1.0")!, asOwner: true).policy
  }

  /// The clause with some of its words changed, and of those below it.
  mutating func edited(_ clause: Clause) -> Clause {
    var clause = clause
    if case .field = clause.kind { return clause }
    if chance(50) {
      if clause.isSection { clause.heading = edited(clause.heading) }
      clause.blocks = clause.blocks.map { block in block.mapTexts { edited($0) } }
    }
    clause.clauses = clause.clauses.map { edited($0) }
    return clause
  }

  private mutating func edited(_ text: Text) -> Text {
    let runs = text.runs.filter { run in
      if case .words = run.content { true } else { !chance(8) }
    }.map { run in
      guard case .words(let words) = run.content else { return run }
      var parts = words.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
      let index = Int.random(in: 0..<parts.count, using: &self)
      switch Int.random(in: 0..<8, using: &self) {
      case 0: parts.remove(at: index)
      case 1: parts.insert(pick(["must", "pupils,", "(and", "staff)", "“so”", "e.g."]), at: index)
      case 2: parts[index] += pick([",", ".", ")", "s"])
      case 3: parts[index] = pick(["must", "may", "Head"])
      default: break
      }
      return Text.Run(.words(parts.joined(separator: " ")), style: run.style)
    }
    let edited = Text(runs)
    return edited.isEmpty ? text : edited
  }
}
