import PolicyModel

/// What a policy asks, allows and forbids, in document order; tables and what is filled in on forms do neither.
///
/// - Parameter wanted: the clauses whose duties are looked for; all of them where nil. Words above a wanted clause that it
///   completes are read too.
package func duties(of policy: ResolvedPolicy, in wanted: Set<Identity>? = nil) -> [Duty] {
  policy.clauses.flatMap { duties(of: $0, under: nil, in: wanted) }
}

private func duties(of clause: ResolvedClause, under lead: LeadIn?, in wanted: Set<Identity>?) -> [Duty] {
  if let wanted, !clause.isOrHolds(wanted) { return [] }
  switch clause.content.kind {
  case .field, .option: return []
  case .section, .clause, .item: break
  }
  var reader = ClauseDuties(clause: clause.identity, lead: lead)
  let heading = clause.content.heading.plain
  if heading.hasSuffix(":") { reader.readLeadIn(heading, isHeading: true) }
  let prose = clause.content.blocks.flatMap(\.prose).flatMap { sentences(of: $0.plain) }
  for (index, sentence) in prose.enumerated() {
    let isLead = index == prose.count - 1 && sentence.hasSuffix(":") && !clause.clauses.isEmpty
    if isLead { reader.readLeadIn(sentence, isFirst: index == 0) } else { reader.read(sentence, isFirst: index == 0) }
  }
  return reader.duties
    + clause.clauses.flatMap { duties(of: $0, under: reader.leadsTo($0) ? reader.ownLead : nil, in: wanted) }
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

/// Words before a list that its items complete: staff must not.
private struct LeadIn {
  /// As written, with its colon.
  let sentence: String
  /// Without the colon, ready to be gone on with.
  let stem: String
  let count: Int
  let isOpen: Bool
  /// The first of its phrases that says of whom it speaks.
  let naming: Reading?
  /// Of whom it speaks, once that is looked up.
  var bearer: String?
  /// Whether it speaks of “the following”, which is what the items name.
  let isOfTheFollowing: Bool
  /// Whether it only names somebody: the Headteacher.
  let isName: Bool

  init(_ sentence: String, stem: String) {
    self.sentence = sentence
    self.stem = stem
    let words = words(of: stem)
    count = words.count
    let readings = readings(of: stem)
    let last = words.last?.core ?? ""
    let isExample = words.suffix(3).contains { ["example", "instance"].contains($0.core) }
    isOpen =
      !isExample && (LeadIn.openers.contains(last) || readings.last.map { $0.end <= $0.phrase.upperBound } ?? false)
    naming = readings.first { $0.modal.bearer != nil }
    let verbs: Traits = [.auxiliary, .modal, .subordinator]
    isName =
      readings.isEmpty && words.contains { $0.traits.contains(.agent) }
      && words.allSatisfy { $0.traits.isDisjoint(with: verbs) }
    isOfTheFollowing = words.isAt(0, ["the", "following"]) && readings.first?.phrase.lowerBound == 2
  }

  /// Without the words that only announce examples.
  var complete: String {
    var words = stem.split(separator: " ")
    if let place = words.lastIndex(where: { ["example", "instance"].contains($0.filter(\.isLetter)) }),
      place >= words.count - 2, place > 0
    {
      words = Array(words[..<(place - 1)])
    }
    return words.joined(separator: " ")
  }

  private static let openers: Set<String> = [
    "to", "that", "not", "for", "by", "of", "with", "from", "in", "on", "through", "about", "they", "you", "who",
    "which",
    "and", "or", "be", "are", "is", "must", "should", "may", "will", "never", "always", "also", "only", "and/or",
  ]
}

/// Collects the duties of one clause.
private struct ClauseDuties {
  let clause: Identity
  let lead: LeadIn?
  private(set) var duties: [Duty] = []
  private(set) var ownLead: LeadIn?
  private var headingLeads = false

  init(clause: Identity, lead: LeadIn?) {
    self.clause = clause
    self.lead = lead
  }

  /// Whether a clause below completes the words before the list.
  func leadsTo(_ child: ResolvedClause) -> Bool {
    if child.content.kind == .item { return true }
    return headingLeads && child.content.texts.first?.plain.first?.isLowercase == true
  }

  mutating func read(_ sentence: String, isFirst: Bool) {
    // The Headteacher: must report.
    var lacksBearer: Bool { words(of: sentence).first?.traits.contains(.modal) ?? false }
    if isFirst, let lead, lead.isOpen || lead.isOfTheFollowing || lead.isName && lacksBearer {
      complete(lead, with: sentence)
    } else {
      add(readings(of: sentence), sentence: sentence)
    }
  }

  mutating func readLeadIn(_ sentence: String, isFirst: Bool = false, isHeading: Bool = false) {
    headingLeads = isHeading
    let stem = String(sentence.dropLast())
    guard isFirst, let lead, lead.isOpen else {
      var own = LeadIn(sentence, stem: stem)
      own.bearer = own.naming.flatMap(bearer(of:))
      ownLead = own
      if own.isOfTheFollowing || isHeading { return }
      // What the items complete is theirs.
      let complete = own.isOpen ? stem : own.complete
      let count = words(of: complete).count
      add(readings(of: complete).filter { !own.isOpen || $0.end < count }, sentence: sentence)
      return
    }
    var joined = LeadIn(lead.sentence + " " + sentence, stem: lead.stem + " " + stem)
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
    let all = readings(of: lead.stem + " " + sentence)
    let own = all.filter { $0.phrase.lowerBound >= lead.count }
    let completed = all.filter { $0.phrase.lowerBound < lead.count && $0.end > lead.count }
    // An item with a duty of its own leaves the words before it as they were: know that they *must*.
    let isWhole = own.contains { $0.modal.force != nil } && !completed.contains { $0.phrase.upperBound == lead.count }
    add((isWhole ? [] : completed) + own, sentence: whole)
  }

  /// Who has a duty: “they” are those whom its sentence named before, or else the words before the list, or else the clause
  /// last; nil where that is nobody.
  private func bearer(of reading: Reading) -> String? {
    guard let bearer = reading.modal.bearer, bearer.isStandIn else { return reading.modal.bearer }
    guard bearer.takesUpTheLast else { return nil }
    return reading.antecedent ?? lead?.bearer ?? duties.last { $0.bearer != nil }?.bearer
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
