import PolicyModel

/// What a policy asks, allows and forbids, in document order; tables and what is filled in on forms do neither.
///
/// - Parameter wanted: the clauses whose duties are looked for; all of them where nil. Words above a wanted clause that it
///   completes are read too.
package func duties(of policy: ResolvedPolicy, in wanted: Set<Identity>? = nil) -> [Duty] {
  duties(of: policy.clauses, in: wanted) { _ in nil }
}

private func duties(
  of clauses: [ResolvedClause], in wanted: Set<Identity>?, under lead: (ResolvedClause) -> LeadIn?
) -> [Duty] {
  zip([nil] + clauses, clauses).flatMap { previous, clause -> [Duty] in
    if let wanted, !clause.isOrHolds(wanted) { return [] }
    guard let reader = ClauseDuties(reading: clause, under: lead(clause), after: previous) else { return [] }
    return reader.duties + duties(of: clause.clauses, in: wanted) { reader.leadsTo($0) ? reader.ownLead : nil }
  }
}

/// The words above each clause that its first sentence goes on with: staff must not.
///
/// - Parameter wanted: the clauses asked about.
package func stems(of policy: ResolvedPolicy, above wanted: Set<Identity>) -> [Identity: String] {
  var stems: [Identity: String] = [:]
  func read(_ clause: ResolvedClause, under lead: LeadIn?) {
    guard clause.isOrHolds(wanted), let reader = ClauseDuties(reading: clause, under: lead) else { return }
    if wanted.contains(clause.identity), let lead, lead.isOpen { stems[clause.identity] = lead.stem }
    for child in clause.clauses { read(child, under: reader.leadsTo(child) ? reader.ownLead : nil) }
  }
  for clause in policy.clauses { read(clause, under: nil) }
  return stems
}

extension ResolvedClause {
  fileprivate func isOrHolds(_ wanted: Set<Identity>) -> Bool {
    wanted.contains(identity) || clauses.contains { $0.isOrHolds(wanted) }
  }
}

extension Block {
  fileprivate var prose: [Text] {
    switch self {
    case .paragraph(let text): [text]
    case .quotation(let texts): texts
    case .table: []
    }
  }
}

/// Collects the duties of one clause.
private struct ClauseDuties {
  let clause: Identity
  let lead: LeadIn?
  private(set) var duties: [Duty] = []
  private(set) var ownLead: LeadIn?
  private var headingLeads = false
  private let previous: ResolvedClause?

  /// Nil for what is filled in.
  ///
  /// - Parameter previous: the clause before it, for “they” who were named there.
  init?(reading clause: ResolvedClause, under lead: LeadIn?, after previous: ResolvedClause? = nil) {
    switch clause.content.kind {
    case .field, .option: return nil
    case .section, .clause, .item: break
    }
    self.clause = clause.identity
    self.lead = lead
    self.previous = previous?.content.kind == .clause ? previous : nil
    readHeading(clause.content.heading.plain)
    let prose = clause.content.blocks.flatMap(\.prose).flatMap { sentences(of: $0.plain) }
    for (index, sentence) in prose.enumerated() {
      let isLead = index == prose.count - 1 && sentence.hasSuffix(":") && !clause.clauses.isEmpty
      if isLead { readLeadIn(sentence, isFirst: index == 0) } else { read(sentence, isFirst: index == 0) }
    }
  }

  /// Whether a clause below completes the words before the list.
  func leadsTo(_ child: ResolvedClause) -> Bool {
    if child.content.kind == .item || !headingLeads { return child.content.kind == .item }
    return child.content.texts.first.flatMap { ownLead?.opens($0.plain) } ?? false
  }

  mutating func readHeading(_ heading: String) {
    guard var lead = LeadIn(heading: heading) else { return }
    lead.bearer = lead.owner ?? lead.naming.flatMap(bearer(of:))
    ownLead = lead
    headingLeads = true
  }

  mutating func read(_ sentence: String, isFirst: Bool) {
    // The Headteacher: must report.
    var lacksBearer: Bool { words(of: sentence).first?.traits.contains(.modal) ?? false }
    if isFirst, let lead, lead.isOpen || lead.isOfTheFollowing || lead.isName && lacksBearer,
      !(lead.hasVerb && sentence.isCommand), !sentence.isForbidding
    {
      complete(lead, with: sentence)
    } else {
      let givesExample = lead?.givesExamples ?? false
      add(readings(of: sentence).filter { !(givesExample && $0.isCommand) }, sentence: sentence)
    }
  }

  mutating func readLeadIn(_ sentence: String, isFirst: Bool) {
    headingLeads = false
    let stem = String(sentence.dropLast())
    guard isFirst, let lead, lead.isOpen else {
      var own = LeadIn(sentence, stem: stem)
      own.bearer = own.naming.flatMap(bearer(of:))
      own.owner = lead?.owner
      ownLead = own
      if own.isOfTheFollowing { return }
      // What the items complete is theirs.
      let complete = own.isOpen ? own.stem : own.complete
      let count = words(of: complete).count
      add(readings(of: complete).filter { !own.isOpen || $0.end < count }, sentence: sentence)
      return
    }
    var joined = LeadIn(lead.sentence + " " + sentence, stem: lead.stem + " " + stem.asCompletion)
    joined.owner = lead.owner
    joined.bearer = joined.naming.flatMap(bearer(of:))
    ownLead = joined
    if !joined.isOpen { complete(lead, with: String(joined.complete.dropFirst(lead.stem.count + 1))) }
  }

  private mutating func complete(_ lead: LeadIn, with sentence: String) {
    let whole = lead.sentence + " " + sentence
    if lead.isOfTheFollowing {
      let rest = lead.stem.split(separator: " ").dropFirst(2).joined(separator: " ")
      let item = words(of: sentence)
      let named = item.last?.traits.contains(.coordinator) == true ? item.dropLast().text : item[...].text
      add(readings(of: named + " " + rest), sentence: whole)
      return
    }
    let all = readings(of: lead.stem + " " + sentence.asCompletion)
    let own = all.filter { $0.phrase.lowerBound >= lead.count }
    let completed = all.filter { $0.phrase.lowerBound < lead.count && $0.end > lead.count }
    // An item with a duty of its own leaves the words before it as they were: know that they *must*.
    let isWhole = own.contains { $0.modal.force != nil } && !completed.contains(where: lead.goesOn)
    add((isWhole ? [] : completed) + own, sentence: whole)
  }

  /// Who has a duty: “they” are those whom its sentence named before, or else the words before the list, or else the clause
  /// last, or the one before; nil where that is nobody. One person that is known is none of “they” where the clause
  /// named others before.
  private func bearer(of reading: Reading) -> String? {
    guard let bearer = reading.modal.bearer else { return reading.isCommand ? lead?.whoIsTold : nil }
    guard bearer.isStandIn else { return bearer }
    guard bearer.takesUpTheLast else { return nil }
    let before = lead?.bearer ?? duties.last { $0.bearer != nil }?.bearer
    var earlier: String? {
      previous.flatMap { ClauseDuties(reading: $0, under: nil)?.duties.last { $0.bearer != nil }?.bearer }
    }
    guard let named = reading.antecedent else { return before ?? earlier }
    guard bearer.isSeveral, named.namesOne else { return named }
    if let before { return before.namesOne ? named : before }
    return earlier.flatMap { $0.namesSeveral ? $0 : nil } ?? named
  }

  private mutating func add(_ readings: [Reading], sentence: String) {
    for reading in readings {
      guard let force = reading.modal.force else { continue }
      let bearer = bearer(of: reading)
      // What nobody is named for is told with the pronoun that the sentence has.
      let wording = bearer == nil ? reading.wording.ofWhom(reading.modal.bearer) : reading.wording
      duties.append(
        Duty(
          bearer: bearer, force: force, phrase: reading.modal.phrase, act: reading.modal.act,
          exception: reading.modal.exception, clause: clause, sentence: sentence, conditions: reading.scope.conditions,
          wording: wording))
    }
  }
}
