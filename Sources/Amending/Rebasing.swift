import PolicyModel

/// Two texts side by side: the old edition with our amendments, and the new one with what becomes of them.
///
/// It is never copied, which would count references to all it holds.
struct Rebasing: ~Copyable {
  let change: BaseChange
  /// The old edition.
  private let start: Amender
  /// The old edition with all of ours.
  let goal: Amender
  /// The new edition with what became of those of our amendments that were taken so far.
  private(set) var new: Amender

  private let ours: [Amendment]
  /// What each does to the old edition.
  private let effects: [Effect]
  /// What they are about, in their own names.
  private let subjects: [String]
  private let choices: [Int: Decision.Choice]
  private let edition: Address?
  private let reading: PlainReading
  let clashes: NameClashes
  private(set) var amendments: [Amendment] = []
  private var decisions: [Decision] = []
  /// The amendments that somebody must decide on by themselves.
  private var questions: [Int] = []

  init(
    _ ours: [Amendment], over change: BaseChange, choices: [Int: Decision.Choice], edition: Address?, asOwner: Bool,
    reading: PlainReading
  ) {
    let clashes = NameClashes(of: ours, over: change, choices: choices)
    self.clashes = clashes
    let names = clashes.names
    self.ours = ours.map { $0.renamed(names).renamingTerms(clashes.terms).renamingTerms(change.renamedTerms) }
    subjects = ours.map(\.operation.subject)
    self.change = change
    var start = names.isEmpty ? change.oldStart : change.old.renamed(names).amender(asOwner: asOwner)
    start.asOwner = asOwner
    var goal = start
    effects = self.ours.map { Effect(of: $0, on: &goal) }
    (self.start, self.goal) = (start, goal)
    new = change.newStart
    new.asOwner = asOwner
    self.choices = choices
    self.edition = edition
    self.reading = reading.renamingTerms(clashes.terms).renamingTerms(change.renamedTerms)
  }

  mutating func takeAll() {
    amendments.reserveCapacity(ours.count)
    decisions.reserveCapacity(ours.count)
    for index in ours.indices { take(index) }
    for index in ours.indices where decisions[index].choice?.verdict == .keep && isIdle(ours[index].operation) {
      reopen(index)
    }
  }

  /// Whether it is a value for a term that nothing uses in the end.
  private func isIdle(_ operation: Operation) -> Bool {
    guard case .setDocument(.term(let name, _)) = operation else { return false }
    return new.tree.users(ofTerm: name).isEmpty
  }

  /// Takes back what was decided on a fact about the document.
  private mutating func reopen(_ index: Int) {
    (decisions[index].choice, decisions[index].result) = (nil, nil)
    amendments.removeAll { $0.operation == ours[index].operation }
  }

  /// In the names of the new edition.
  var rebased: Rebased {
    var rebased = Rebased(amendments: amendments.map { $0.renamed(change.oldAliases) }, decisions: decisions)
    rebased.orphanedTerms = change.valuesLost.filter { name, _ in
      new.policy.terms[name] == nil && !new.tree.users(ofTerm: name).isEmpty
    }
    rebased.strayReferences = strayReferences
    return rebased
  }

  /// The old edition with our amendments up to one.
  func old(with index: Int) -> Amender {
    var old = start
    for amendment in ours[...index] { old.carryOut(amendment) }
    return old
  }

  private mutating func take(_ index: Int) {
    let (amendment, effect) = (ours[index], effects[index])
    let operation = effect.operation
    var meeting = Meeting(
      index: index, effect: effect, footprints: [effect.footprint, new.footprint(of: operation)],
      theirs: effect.concern.content(in: new, aliases: change.aliases))
    let taken = takenWords(of: meeting)
    var (answer, repetition) =
      taken.isEmpty ? trialled(meeting) : (.settled(taken.map { omission(of: $0) }, .merged), nil)
    if !taken.isEmpty {
      meeting.look(at: ([operation.target?.identity].compactMap { $0 } + taken.map(\.clause)).unique, in: new)
    }
    var question = question(for: meeting, answer)
    if question == nil, case .settled(let operations, _) = answer,
      let refusal = carryOut(operations, like: amendment, by: repetition)
    {
      answer = isReached(meeting) ? .settled([], .alreadyThere) : .open(refusal.outcome)
      question = self.question(for: meeting, answer)
    }
    if case .open(.bothChanged) = answer, case .reword(.throughout, let rewording) = operation {
      meeting.narrow(to: astray(rewording, meeting), new: new)
    }
    var decision = decision(on: meeting, answer, with: question)
    if let question {
      decision.choice = decisions[question].choice
      decisions[question].ours = effects[question].concern.content(in: goal).words(reading)
    } else if case .open(let outcome) = answer, let choice = choices[index],
      decide(choice, meeting, outcome, amendment)
    {
      decision.choice = choice
    }
    if decision.choice != nil || question == nil && [.merged, .alreadyThere].contains(decision.outcome) {
      decision.result = words(meeting.concern.content(in: new, aliases: change.aliases))
    }
    if question == nil, let decided = questions.last(where: { effects[$0].concern.covers(meeting.concern) }),
      decisions[decided].choice != nil
    {
      // What was decided does not stand alone.
      decisions[decided].result = words(effects[decided].concern.content(in: new, aliases: change.aliases))
    }
    if decision.isQuestion { questions.append(index) }
    decisions.append(decision)
  }

  /// What is to be decided or known, before anybody decides.
  ///
  /// - Parameter question: the amendment before that it is decided with.
  private func decision(on meeting: Meeting, _ answer: Answer, with question: Int?) -> Decision {
    var decision = Decision(
      amendment: meeting.index, target: subjects[meeting.index], outcome: answer.outcome, decidedWith: question)
    guard answer.outcome != .clean else { return decision }
    decision.base = meeting.base.words(reading)
    decision.theirs = words(meeting.theirs)
    decision.ours = meeting.ours.words(reading)
    decision.clause = meeting.effect.clause?.words(reading)
    decision.reason = ours[meeting.index].reason.map(reading.words)
    guard case .open(let outcome) = answer else { return decision }
    if question == nil { decision.choices = choices(on: meeting, outcome) }
    decision.theirs = decision.theirs ?? namesakes(of: meeting.operation, outcome)
    decision.remark = remark(
      on: outcome, meeting, sameWords: decision.theirs != nil && decision.theirs == decision.base)
    return decision
  }

  /// What the new edition says, in words; nil where there are none.
  private func words(_ content: Concern.Content) -> String? {
    content.renamed(change.oldAliases).words(reading)
  }

  /// What somebody may decide.
  private func choices(on meeting: Meeting, _ outcome: Decision.Outcome) -> [Decision.Choice.Verdict] {
    switch (meeting.operation, outcome) {
    case (.setDocument(.term(let name, _)), _):
      return fillsNothing(meeting) || goal.tree.users(ofTerm: name).isEmpty ? [.adopt] : [.adopt, .keep]
    case (_, .targetFixed): return [.adopt]
    // Only what somebody decides to keep gets another name, with which it can be carried out.
    case (_, .identityTaken):
      return meeting.operation.newClauses.isEmpty ? [.adopt, .keep] : [.adopt, .keep, .rewrite]
    default:
      var trial = new
      guard let kept = operations(for: .keep(), meeting, outcome),
        (undisputed(meeting) + kept).allSatisfy({ trial.carryOut(Amendment($0)) == nil })
      else { return [.adopt] }
      return saying(Text(""), in: kept, meeting) == nil ? [.adopt, .keep] : [.adopt, .keep, .rewrite]
    }
  }

  /// What the new edition says under the names that ours gives to something else.
  private func namesakes(of operation: Operation, _ outcome: Decision.Outcome) -> String? {
    guard outcome == .identityTaken else { return nil }
    if case .setDocument(.term(let name, _)) = operation {
      return change.new.terms[clashes.terms.first { $0.value == name }?.key ?? name]?.long
    }
    return Concern.clauses(operation.newNames).content(in: new, aliases: change.aliases).words(reading)
  }

  /// What the words of the texts do not show.
  private func remark(on outcome: Decision.Outcome, _ meeting: Meeting, sameWords: Bool) -> String? {
    switch (outcome, meeting.operation) {
    case (.targetOmitted, .insert(_, let position)), (.targetOmitted, .move(_, let position)):
      guard let gone = position.target?.identity, new.tree.node(gone) == nil else { return nil }
      return "(\(reading.reference(to: gone)) is gone)"
    case _ where !meeting.saved.isEmpty:
      return "(\(meeting.saved.map(reading.name).inWords) moved out of it)"
    default:
      return sameWords && meeting.theirs != meeting.base ? "(with other links, emphasis or attributes)" : nil
    }
  }

  /// The amendment before that one is decided with: both change the same words, and who decides on the one sees what both make
  /// of them. While nobody has, what becomes of the other is not known.
  private func question(for meeting: Meeting, _ answer: Answer) -> Int? {
    questions.last { index in
      switch (decisions[index].choice?.verdict, answer) {
      case (.rewrite, _): effects[index].wording == meeting.concern
      case (nil, _), (.adopt, .open): effects[index].concern.covers(meeting.concern)
      case (.keep, _), (_, .settled): false
      }
    }
  }

  /// What is to become of an amendment, and what does the same where the same words stand.
  private func trialled(_ meeting: Meeting) -> (answer: Answer, repetition: Operation?) {
    if clashes.amendments.contains(meeting.index) { return (.open(.identityTaken), nil) }
    if !meeting.effect.isRefused, isMet(meeting) || fillsNothing(meeting) { return (answer(to: meeting), nil) }
    // What the old edition refuses already can only be tried on the new one.
    let isRepeated = !meeting.effect.isRefused && meeting.theirs == meeting.base
    return (.settled([meeting.operation], .clean), isRepeated ? meeting.effect.repetition : nil)
  }

  /// Whether somebody wrote the words of a clause for this edition, which asks no further question then.
  func isRewritten(_ clause: Identity) -> Bool {
    questions.contains { index in
      decisions[index].choice?.verdict == .rewrite
        && [.words(clause), .heading(clause)].contains(effects[index].wording)
    }
  }

  /// Whether an amendment has to do with what the new edition changed, or adds what the new edition has as well.
  private func isMet(_ meeting: Meeting) -> Bool {
    meeting.footprints.contains(where: change.ground.isMet)
      || meeting.operation.newNames.contains { change.arrivals.contains($0) || change.aliases[$0] != nil }
  }

  /// Whether it is a value for a term that only such clauses of the old edition use as the new one says without it.
  func fillsNothing(_ meeting: Meeting) -> Bool {
    guard case .setDocument(.term(let name, _)) = meeting.operation, change.lostTerms.contains(name),
      meeting.ours != meeting.base, meeting.ours != meeting.theirs
    else { return false }
    let users = goal.tree.users(ofTerm: name)
    return !users.isEmpty
      && users.allSatisfy { user in
        start.tree.texts(of: goal.tree.identity(user)) == goal.tree[user].texts
      }
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
  /// - Parameter repetition: what does the same as the only operation, with less work.
  /// - Returns: why it cannot be.
  private mutating func carryOut(
    _ operations: [Operation], like amendment: Amendment, by repetition: Operation? = nil
  ) -> Refusal? {
    // A single refusal changes nothing by itself.
    let before = operations.count > 1 ? (new, amendments) : nil
    for operation in operations {
      var amendment = amendment
      amendment.operation = operation
      if let refusal = new.carryOut(repetition.map { Amendment($0) } ?? amendment) {
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
    guard let operations = operations(for: choice.inWords(of: change), meeting, outcome) else { return false }
    var decided = amendment
    let isSetting = if case .setDocument = amendment.operation { true } else { false }
    // What the front matter sets has no place for a reason.
    if !isSetting {
      decided.reason = choice.reason ?? amendment.reason
      decided.decidedOn = edition
    }
    let before = (new, amendments)
    let isDone =
      carryOut(undisputed(meeting), like: amendment) == nil && carryOut(operations, like: decided) == nil
    if !isDone { (new, amendments) = before }
    return isDone
  }
}

extension Decision.Choice {
  /// The same with the names that clauses and terms have while amendments are taken over.
  fileprivate func inWords(of change: BaseChange) -> Decision.Choice {
    guard case .rewrite(let text, let reason) = self else { return self }
    return .rewrite(text.renamed(change.aliases).renamingTerms(change.renamedTerms), because: reason)
  }
}

extension Operation {
  /// What it is about, as a reader names it.
  fileprivate var subject: String {
    switch self {
    case .insert(let clauses, let position):
      clauses.first?.identity?.description ?? position.target?.description ?? "the document"
    case .reword(.throughout, let rewording): "throughout, for “\(rewording.quoted.plain)”"
    case .setDocument(let setting): setting.name
    default: target?.description ?? "the document"
    }
  }
}
