import Amending
import PolicyModel

/// Amendments to a given policy.
extension Generator {
  /// Amendments that apply one after the other without an error.
  mutating func amendments(_ counts: ClosedRange<Int>, on base: Policy, asOwner: Bool = false) -> [Amendment] {
    var amendments: [Amendment] = []
    var state = base
    for _ in 0..<Int.random(in: counts, using: &self) {
      for _ in 0..<20 {
        let operation = operation(on: state)
        let amended = base.amended(amendments + [Amendment(operation)], asOwner: asOwner)
        guard amended.diagnostics.isEmpty, amended.policy != state else { continue }
        amendments.append(Amendment(operation, reason: chance(30) ? Text("of a reason") : nil))
        state = amended.policy
        break
      }
    }
    return amendments
  }

  private mutating func operation(on policy: Policy) -> Operation {
    let all = policy.clauses.flatMap(\.withDescendants)
    // Often one of the first few, so that two who amend meet.
    let near = chance(50) ? Array(all.prefix(6)) : all
    guard let clause = near.randomElement(using: &self), let identity = clause.identity else {
      return .insert([section(depth: 1)], .endOfDocument)
    }
    let target = Target.identity(identity)
    switch Int.random(in: 0..<16, using: &self) {
    case 0...4:
      return clause.isSection
        ? .reword(.heading(target), rewording(of: clause)) : .reword(.clause(target), rewording(of: clause))
    case 5:
      return clause.isSection ? .substituteHeading(target, ownText()) : .substituteText(target, [.paragraph(ownText())])
    case 6: return .reword(.throughout, rewording(of: clause))
    case 7...9: return .insert(inserted(), position(in: all))
    case 10, 11: return .omit(target)
    case 12, 13: return .move(target, position(in: all))
    case 14:
      return chance(50)
        ? .renumber(target, pick([.automatic, .ordinal(4), .hidden, .none])) : .setClause(target, settings())
    default:
      guard chance(60) else {
        return .setDocument(
          pick([.title("Trips \(ownWord())"), .term("clients", TermValue(ownWord())), .reviewEvery(Period(3, .year))]))
      }
      var restated = clause
      restated.clauses = clause.isSection || chance(50) ? clause.clauses : []
      if clause.isSection { restated.heading = ownText() } else { restated.blocks = [.paragraph(ownText())] }
      return .substitute(target, [restated])
    }
  }

  private mutating func settings() -> [ClauseSetting] {
    let some: [ClauseSetting] = [
      .topic("scope"), .topic(nil), .tailoring(.optional), .tailoring(.fixed), .label("9"), .label(nil), .items(nil),
    ]
    let chosen = pick(some)
    return [chosen == .items(nil) ? .excuses(excuses) : chosen]
  }

  private var excuses: [Excuse] { [[], Generator.excuses[0], Generator.excuses[1]][Int(state % 3)] }

  private mutating func inserted() -> [Clause] {
    var clauses = chance(30) ? [section(depth: 1)] : list(1...2) { $0.numbered() }
    // Now and then a name that another may use as well.
    if chance(25) { clauses[0].identity = pick(["leavers", "phones"]) }
    return clauses
  }

  private mutating func position(in clauses: [Clause]) -> Position {
    let target = Target.identity(pick(clauses).identity!)
    return pick([.before(target), .after(target), .after(target), .startOf(target), .endOf(target), .endOfDocument])
  }

  /// A change of one or two words that stand in a clause, to words that stand nowhere else.
  private mutating func rewording(of clause: Clause) -> Rewording {
    let runs = clause.texts.flatMap(\.runs).compactMap { run -> [Substring]? in
      guard case .words(let words) = run.content, run.style.link == nil else { return nil }
      return words.split(separator: " ")
    }
    guard let words = runs.randomElement(using: &self), !words.isEmpty else { return Rewording(Text("the"), .omit) }
    let start = Int.random(in: words.indices, using: &self)
    let quoted = Text(
      words[start..<min(words.count, start + Int.random(in: 1...2, using: &self))].joined(separator: " "))
    let new = Text(ownWord())
    return Rewording(
      quoted, each: chance(20),
      pick([.substitute(new), .substitute(new), .omit, .insertBefore(new), .insertAfter(new)]))
  }

  /// A word that stands nowhere else.
  mutating func ownWord() -> String { "own-\(identity().name)" }

  private mutating func ownText() -> Text { Text("\(ownWord()) must \(ownWord())") }
}

extension Policy {
  /// What some amendments of a fork make of it, or of its owner; every clause is another's at first.
  func amended(_ amendments: [Amendment], asOwner: Bool = false) -> Amended {
    let names = clauses.flatMap(\.withDescendants).compactMap(\.identity)
    let origin = Provenance(origin: Address("county/trips@1.0")!)
    return apply(
      amendments, to: self, by: Address("hill/trips@draft")!,
      provenance: Dictionary(names.map { ($0, origin) }) { first, _ in first }, asOwner: asOwner)
  }

  /// Everything it says, as plain words.
  var plainWords: String {
    clauses.flatMap(\.withDescendants).flatMap(\.texts).map(\.plain).joined(separator: "\n")
  }
}
