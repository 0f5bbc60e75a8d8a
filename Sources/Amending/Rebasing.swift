import PolicyModel

/// Two texts side by side: the old edition with our amendments, and the new one with what becomes of them.
struct Rebasing {
  /// The old edition with those of our amendments that were taken so far.
  private(set) var old: Amender
  /// The new edition with what they became.
  private(set) var new: Amender
  /// The old edition with all of ours.
  let goal: Amender
  /// What the new edition changed.
  let theirs: Footprint
  /// The clauses of the new edition.
  let theirNames: Set<Identity>
  /// Those of the new edition alone.
  let arrivals: Set<Identity>
  /// What clauses are called here by their names in the new edition, where that differs.
  let aliases: [Identity: Identity]

  private let ours: [Amendment]
  /// What they are about, in their own names.
  private let subjects: [String]
  private let choices: [Int: Decision.Choice]
  private let edition: Address?
  private let reading: PlainReading
  private let clashes: NameClashes
  private var amendments: [Amendment] = []
  private var decisions: [Decision] = []

  init(
    _ ours: [Amendment], over change: BaseChange, choices: [Int: Decision.Choice], edition: Address?, asOwner: Bool,
    reading: PlainReading
  ) {
    clashes = NameClashes(of: ours, over: change, choices: choices)
    let names = clashes.names
    self.ours = ours.map { $0.renamed(names) }
    subjects = ours.map(\.operation.subject)
    old = change.old.renamed(names).amender(asOwner: asOwner)
    new = change.new.amender(asOwner: asOwner)
    var goal = old
    for amendment in self.ours { goal.carryOut(amendment) }
    self.goal = goal
    theirs = change.footprint
    theirNames = change.names
    arrivals = change.arrivals
    aliases = change.aliases
    self.choices = choices
    self.edition = edition
    self.reading = reading
  }

  mutating func takeAll() {
    for index in ours.indices { take(index) }
  }

  /// In the names of the new edition.
  var rebased: Rebased { Rebased(amendments: amendments.map { $0.renamed(backwards) }, decisions: decisions) }

  /// The names of the new edition by those used here.
  private var backwards: [Identity: Identity] { Dictionary(aliases.map { ($1, $0) }) { first, _ in first } }

  private mutating func take(_ index: Int) {
    let amendment = ours[index]
    let operation = amendment.operation
    var footprint = old.footprint(of: operation)
    footprint.formUnion(new.footprint(of: operation))
    let concern = Concern(operation, in: old)
    let base = concern.content(in: old)
    let isRefused = old.carryOut(amendment) != nil
    let meeting = Meeting(
      operation: operation, concern: concern, footprint: footprint, base: base, ours: concern.content(in: old),
      theirs: concern.content(in: new, aliases: aliases))
    var answer: Answer
    if clashes.amendments.contains(index) {
      answer = .open(.identityTaken)
    } else if isRefused || !isMet(meeting) {
      // What the old edition refuses already can only be tried on the new one.
      answer = .settled([operation], .clean)
    } else {
      answer = self.answer(to: meeting)
    }
    if case .settled(let operations, _) = answer, let refusal = carryOut(operations, like: amendment) {
      answer = isReached(meeting) ? .settled([], .alreadyThere) : .open(refusal.outcome)
    }
    var decision = Decision(
      amendment: index, target: subjects[index], outcome: answer.outcome, base: base.words(reading),
      theirs: meeting.theirs.renamed(backwards).words(reading), ours: meeting.ours.words(reading), result: nil)
    if case .open(let outcome) = answer, let choice = choices[index], decide(choice, meeting, outcome, amendment) {
      decision.choice = choice
    }
    if !decision.isOpen {
      decision.result = concern.content(in: new, aliases: aliases).renamed(backwards).words(reading)
    }
    decisions.append(decision)
  }

  /// Whether an amendment has to do with what the new edition changed, or adds what the new edition has as well.
  private func isMet(_ meeting: Meeting) -> Bool {
    meeting.footprint.meets(theirs)
      || meeting.operation.newNames.contains { arrivals.contains($0) || aliases[$0] != nil }
  }

  /// Whether the new edition says already what ours says, here or in the end.
  func isReached(_ meeting: Meeting) -> Bool {
    guard meeting.theirs != meeting.base || meeting.ours != meeting.base else { return false }
    return meeting.theirs == meeting.ours || meeting.theirs == meeting.concern.content(in: goal)
  }

  /// Why an operation could not be carried out now.
  func refusal(of operation: Operation) -> Refusal? {
    var trial = new
    return trial.carryOut(Amendment(operation))
  }

  /// Carries out what an amendment became: all of it, or nothing.
  ///
  /// - Returns: why it cannot be.
  private mutating func carryOut(_ operations: [Operation], like amendment: Amendment) -> Refusal? {
    // A single refusal changes nothing by itself.
    let before = operations.count > 1 ? (new, amendments) : nil
    for operation in operations {
      var amendment = amendment
      amendment.operation = operation
      if let refusal = new.carryOut(amendment) {
        if let before { (new, amendments) = before }
        return refusal
      }
      amendments.append(amendment)
    }
    return nil
  }

  /// Carries a decision out; false where that cannot be done.
  private mutating func decide(
    _ choice: Decision.Choice, _ meeting: Meeting, _ outcome: Decision.Outcome, _ amendment: Amendment
  ) -> Bool {
    guard let operations = operations(for: choice.renamed(aliases), meeting, outcome) else { return false }
    var decided = amendment
    // What the front matter sets has no place for a reason.
    if case .setDocument = amendment.operation {
    } else {
      decided.reason = choice.reason ?? amendment.reason
      decided.decidedOn = edition
    }
    return carryOut(operations, like: decided) == nil
  }
}

extension Decision.Choice {
  fileprivate func renamed(_ names: [Identity: Identity]) -> Decision.Choice {
    guard case .rewrite(let text, let reason) = self else { return self }
    return .rewrite(text.renamed(names), because: reason)
  }
}

extension Operation {
  /// What it is about, as a reader names it.
  fileprivate var subject: String {
    switch self {
    case .insert(let clauses, let position):
      clauses.first?.identity?.description ?? position.target?.description ?? "the document"
    case .reword(.throughout, _): "throughout"
    case .setDocument(let setting): setting.name
    default: target?.description ?? "the document"
    }
  }
}
