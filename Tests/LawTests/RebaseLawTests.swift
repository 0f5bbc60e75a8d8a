import Amending
import PolicyModel
import Testing

/// The laws of taking a new base edition, on random policies.
@Suite struct RebaseLawTests {
  private static let cases = Laws.cases * 2

  @Test(arguments: Laws.seeds)
  func whoAmendsFirstDoesNotMatterWhereFootprintsAreDisjoint(seed: UInt64) {
    var generator = Generator(seed: seed)
    var (count, verbs) = (0, [Provenance.Verb: Int]())
    let cases = Self.cases * 2
    for number in 0..<cases {
      let base = generator.policy()
      let theirs = generator.amendments(1...3, on: base, asOwner: true)
      let ours = generator.amendments(1...3, on: base)
      let (newBase, fork) = (base.amended(theirs, asOwner: true).policy, base.amended(ours).policy)
      var ourFootprint = footprint(of: ours, on: base)
      ourFootprint.formUnion(footprint(of: ours, on: newBase))
      var theirFootprint = footprint(of: theirs, on: base, asOwner: true)
      theirFootprint.formUnion(footprint(of: theirs, on: fork, asOwner: true))
      // A value whose term fills nothing any more is asked for.
      let lost = (base.usedTerms.subtracting(newBase.usedTerms)).union(base.usedTerms.subtracting(fork.usedTerms))
      guard !ours.isEmpty, !theirs.isEmpty, !ourFootprint.meets(theirFootprint),
        lost.isDisjoint(with: (ours + theirs).compactMap(\.filledTerm))
      else { continue }
      let (mine, other) = (
        rebase(ours, over: BaseChange(theirs, on: base)),
        rebase(theirs, over: BaseChange(ours, on: base), asOwner: true)
      )
      let (forked, updated) = (newBase.amended(mine.amendments), fork.amended(other.amendments, asOwner: true))
      let place: Comment = "seed \(seed), case \(number)\n\(ours)\n\(theirs)"
      #expect(forked.policy == updated.policy, place)
      #expect(forked.diagnostics.isEmpty && updated.diagnostics.isEmpty, place)
      #expect((mine.decisions + other.decisions).allSatisfy { $0.outcome == .clean }, place)
      count += 1
      for verb in Set((ours + theirs).map(\.operation.verb)) { verbs[verb, default: 0] += 1 }
    }
    // Enough were disjoint, and every sort of amendment was among them.
    #expect(count > cases / 3, "\(count) of \(cases)")
    for verb in [Provenance.Verb.reword, .substitute, .insert, .omit, .move, .renumber, .set] {
      #expect(verbs[verb, default: 0] > cases / 40, "\(verb): \(verbs)")
    }
  }

  @Test(arguments: Laws.seeds)
  func nothingNewChangesNothing(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<(Self.cases / 4) {
      let base = generator.policy()
      let ours = generator.amendments(1...4, on: base)
      let rebased = rebase(ours, over: BaseChange(from: base, to: base))
      #expect(rebased.amendments == ours, "seed \(seed), case \(number)")
      #expect(rebased.decisions.allSatisfy { $0.outcome == .clean })
    }
  }

  @Test(arguments: Laws.seeds)
  func whatTheNewEditionHasAlreadyIsNotSaidAgain(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<(Self.cases / 2) {
      let base = generator.policy()
      let ours = generator.amendments(1...4, on: base)
      let newBase = base.amended(ours).policy
      let rebased = rebase(ours, over: BaseChange(from: base, to: newBase))
      let place: Comment = "seed \(seed), case \(number)\n\(ours.source)\n\(rebased.decisions.map(\.outcome.rawValue))"
      // A clause that the comparison takes for another one is not recognised, nor one that ours bring and take away again.
      guard compare(base, newBase).identities.isEmpty, ours.newNames.isSubset(of: newBase.names) else { continue }
      #expect(newBase.amended(rebased.amendments).policy == newBase, place)
      #expect(rebased.decisions.allSatisfy { $0.outcome == .alreadyThere || $0.outcome == .clean }, place)
    }
  }

  @Test(arguments: Laws.seeds)
  func everyAmendmentIsAnsweredForAndWhatIsLeftApplies(seed: UInt64) {
    var generator = Generator(seed: seed)
    var outcomes: [Decision.Outcome: Int] = [:]
    for number in 0..<Self.cases {
      let (base, newBase, ours) = generator.encounter(1...4)
      let rebased = rebase(ours, over: BaseChange(from: base, to: newBase))
      let place: Comment = "seed \(seed), case \(number)\n\(ours)\n\(rebased.decisions)"
      #expect(rebased.decisions.map(\.amendment) == Array(ours.indices), place)
      let amended = newBase.amended(rebased.amendments)
      #expect(amended.diagnostics.map(\.description) == [], place)
      #expect(rebased.decisions.allSatisfy { !$0.isOpen || $0.result == nil }, place)
      for decision in rebased.decisions { outcomes[decision.outcome, default: 0] += 1 }
    }
    for outcome in Decision.Outcome.allCases {
      #expect(outcomes[outcome, default: 0] > 0, "no case of “\(outcome.rawValue)”: \(outcomes)")
    }
  }

  @Test(arguments: Laws.seeds)
  func ourWordsStandOrAreAskedFor(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Self.cases {
      let (base, newBase, ours) = generator.encounter(1...1)
      guard let amendment = ours.first else { continue }
      let rebased = rebase(ours, over: BaseChange(from: base, to: newBase))
      let place: Comment = "seed \(seed), case \(number)\n\(ours)\n\(rebased.decisions)"
      switch rebased.decisions[0].outcome {
      case .clean, .merged:
        let words = newBase.amended(rebased.amendments).policy.plainWords
        #expect(amendment.ownWords.allSatisfy(words.contains), place)
      case .alreadyThere, .bothChanged, .targetOmitted, .targetFixed, .identityTaken:
        #expect(rebased.amendments.isEmpty, place)
      }
    }
  }

  @Test(arguments: Laws.seeds)
  func whatIsKeptStandsAndWhatIsAdoptedGoes(seed: UInt64) {
    var generator = Generator(seed: seed)
    var count = 0
    for number in 0..<Self.cases {
      let (base, newBase, ours) = generator.encounter(1...1)
      guard let amendment = ours.first else { continue }
      let edition = Address("county/trips@2.0")!
      func rebased(_ choice: Decision.Choice) -> Rebased {
        rebase(ours, over: BaseChange(from: base, to: newBase), choices: [0: choice], decidedOn: edition)
      }
      guard rebased(.adopt()).decisions[0].outcome.needsChoice else { continue }
      count += 1
      let left = rebased(.adopt()).amendments
      #expect(left.allSatisfy { $0.repeats(amendment) }, "seed \(seed), case \(number)\n\(left.source)")
      let kept = rebased(.keep(because: Text("we insist")))
      let amended = newBase.amended(kept.amendments)
      let place: Comment = "seed \(seed), case \(number)\n\(ours)\n\(kept)"
      #expect(amended.diagnostics.map(\.description) == [], place)
      guard !kept.decisions[0].isOpen else {
        #expect(kept.amendments.isEmpty, place)
        continue
      }
      #expect(amendment.ownWords.allSatisfy(amended.policy.plainWords.contains), place)
      if case .setDocument = amendment.operation { continue }
      #expect(
        kept.amendments.allSatisfy {
          $0.repeats(amendment) && $0.decidedOn == amendment.decidedOn && $0.reason == amendment.reason
            || $0.decidedOn == edition && $0.reason == Text("we insist")
        }, place)
    }
    #expect(count > Self.cases / 20)
  }
}

extension Generator {
  /// A base, a new edition of it, and a fork of the old one, close enough to meet often.
  fileprivate mutating func encounter(
    _ counts: ClosedRange<Int>
  ) -> (base: Policy, newBase: Policy, ours: [Amendment]) {
    var base = policy()
    base.clauses = Array(base.clauses.prefix(2))
    let ours = amendments(counts, on: base)
    var newBase = base.amended(amendments(2...6, on: base, asOwner: true), asOwner: true).policy
    if chance(20) {
      // The owner calls some clauses otherwise.
      let names = newBase.clauses.flatMap(\.withDescendants).compactMap(\.identity)
      let strange = Dictionary(names.map { ($0, chance(50) ? Identity("strange-\($0.name)")! : $0) }) { first, _ in
        first
      }
      newBase.clauses = newBase.clauses.map { $0.renamed(strange) }
    }
    return (base, newBase, ours)
  }
}

extension Amendment {
  /// The term that it gives a value.
  fileprivate var filledTerm: String? {
    if case .setDocument(.term(let name, _)) = operation { name } else { nil }
  }

  /// Whether it does elsewhere what one does throughout.
  fileprivate func repeats(_ other: Amendment) -> Bool {
    guard case .reword(_, let rewording) = operation, case .reword(.throughout, let all) = other.operation else {
      return false
    }
    return rewording.quoted == all.quoted && rewording.change == all.change
  }

  /// The words of its own that it brings.
  fileprivate var ownWords: [String] {
    let texts: [Text] =
      switch operation {
      case .substitute(_, let clauses), .insert(let clauses, _): clauses.flatMap(\.withDescendants).flatMap(\.texts)
      case .substituteText(_, let blocks): blocks.flatMap(\.texts)
      case .substituteHeading(_, let heading): [heading]
      case .reword(_, let rewording):
        switch rewording.change {
        case .substitute(let new), .insertBefore(let new), .insertAfter(let new): [new]
        case .omit: []
        }
      case .omit, .move, .renumber, .setClause, .setDocument: []
      }
    return texts.flatMap { $0.plain.split(separator: " ") }.filter { $0.hasPrefix("own-") }.map { String($0) }
  }
}

extension [Amendment] {
  /// The names of the clauses that they bring.
  fileprivate var newNames: Set<Identity?> {
    Set(
      flatMap { amendment -> [Clause] in
        switch amendment.operation {
        case .insert(let clauses, _), .substitute(_, let clauses): clauses.flatMap(\.withDescendants)
        default: []
        }
      }.map(\.identity))
  }
}

extension Policy {
  fileprivate var usedTerms: Set<String> {
    Set(
      clauses.flatMap(\.withDescendants).flatMap(\.texts).flatMap(\.runs).compactMap { run in
        if case .term(let use) = run.content { use.name } else { nil }
      })
  }

  fileprivate var names: Set<Identity?> { Set(clauses.flatMap(\.withDescendants).map(\.identity)) }
}
