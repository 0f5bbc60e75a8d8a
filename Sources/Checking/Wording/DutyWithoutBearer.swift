import PolicyModel
import Reading

extension Check {
  static let dutyWithoutBearer = Check(
    .dutyWithoutBearer, .note, "Something is to be done, and the clause names nobody who does it."
  ) { text, check in
    func findings(in clause: ResolvedClause, named: Bool) -> [Diagnostic] {
      let own = text.dutiesByClause[clause.identity] ?? []
      // The heading may say whose duties follow, and another sentence whose this one is.
      let heading = words(of: clause.content.heading.plain)
      let isNamed =
        named || heading.namesDoer(besides: []) || heading.tellsOfRoles || own.contains { $0.bearer != nil }
        || clause.content.blocks.flatMap(\.texts).contains { text in
          text.plain.contains("esponsib")
            || sentences(of: text.plain).contains { words(of: $0).freesSomebody || words(of: $0).saysWhoDoesIt }
        }
      let deed = isNamed ? nil : own.lazy.filter { !$0.comesWithLeave(among: own) }.compactMap(\.openDeed).first
      let finding = deed.map { deed in
        check.finding(
          "“\(deed)”: the clause does not say by whom",
          remedy: "name the role: “the … must …”, or “… by the …”", about: .clause(clause.identity))
      }
      return [finding].compactMap { $0 } + clause.clauses.flatMap { findings(in: $0, named: isNamed) }
    }
    return text.resolved.clauses.flatMap { findings(in: $0, named: false) }
  }
}

extension Duty {
  /// Whether its sentence lets the same thing be used, so that it is for whoever does: a watch *may be worn*, but must be removed.
  fileprivate func comesWithLeave(among others: [Duty]) -> Bool {
    others.contains { $0.force == .may && $0.sentence == sentence && $0.wording.subject == wording.subject }
  }

  /// What is to be done, if it is a deed that somebody has to do and its sentence names nobody who could: must be reported.
  fileprivate var openDeed: String? {
    // What “will” be done is promised by whoever speaks in the text.
    guard bearer == nil, force == .must || force == .should, !phrase.hasPrefix("will") else { return nil }
    let act = words(of: act)
    // How it will be done must be considered: the first “be” has a modal of its own.
    guard
      let be = act.indices.first(where: {
        act[$0].core == "be" && ($0 == 0 || act[$0 - 1].core != "to" && !act[$0 - 1].traits.contains(.auxiliary))
      }),
      let deed = act[be...].dropFirst().first(where: { !$0.traits.contains(.adverb) }), deeds.contains(deed.core)
    else { return nil }
    // Requests must be made in writing: by whoever has one.
    if bringing.contains(deed.core), act[..<be].contains(where: { ownMatters.contains($0.core) }) { return nil }
    // Be approved by Finance: it is said, though by a word that reading does not know for somebody.
    if act[be...].contains(where: { ["by", "through", "via", "only"].contains($0.core) }) { return nil }
    // To whom it is done, before anything that describes them: anyone who asks must be told.
    let subject = act[..<be].prefix { $0.traits.isDisjoint(with: .subordinator) || $0.traits.contains(.determiner) }
    let patients = Set(subject.filter { $0.traits.contains(.agent) }.map(\.core))
    return words(of: sentence).namesDoer(besides: patients) ? nil : "\(phrase) be \(deed.core)"
  }
}

extension [Word] {
  /// Whether a word is somebody, rather than something that may end like one.
  fileprivate func isSomebody(_ index: Int) -> Bool {
    let word = self[index]
    return word.traits.contains(.agent) && word.traits.isDisjoint(with: .thing)
  }

  /// Whether somebody is named who could do what a sentence asks: not only told, asked or spoken of.
  fileprivate func namesDoer(besides patients: Set<String>) -> Bool {
    indices.contains { index in
      let word = self[index]
      if addressed.contains(word.core) { return true }
      guard isSomebody(index), !served.contains(word.core), !patients.contains(word.core) else { return false }
      return !isPossessor(index) && !isGoverned(index) && !isDoneTo(index)
    }
  }

  /// Whether a sentence says what somebody need not do, so that it is plain whose the rest is.
  fileprivate var freesSomebody: Bool {
    guard let need = firstIndex(where: { $0.core == "need" }), need + 1 < count, self[need + 1].core == "not" else {
      return false
    }
    return self[..<need].indices.contains { isSomebody($0) && !served.contains(self[$0].core) && !isPossessor($0) }
  }

  /// Whether a sentence says who does what another asks: the office keeps *it*.
  fileprivate var saysWhoDoesIt: Bool {
    guard let pronoun = firstIndex(where: { ["it", "them"].contains($0.core) }), pronoun > 0 else { return false }
    return Array(self[..<pronoun]).namesDoer(besides: [])
  }

  /// Whether a heading says whose duties follow: responsibilities of the governors.
  fileprivate var tellsOfRoles: Bool {
    contains { roles.contains($0.core) } && indices.contains { isSomebody($0) }
  }

  /// Whether only what somebody has is spoken of: the Assistant Director’s approval.
  private func isPossessor(_ index: Int) -> Bool {
    let row = self[index...].prefix { $0.isPossessive || $0.traits.contains(.agent) || $0.isCapital || $0.core == "of" }
    return row.contains(where: \.isPossessive)
  }

  /// Whether a preposition or a verb stands before somebody: to the parents, protecting pupils.
  private func isGoverned(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place < 9 {
      let word = self[place]
      if word.traits.contains(.preposition) || word.core == "to" { return !openers.contains(word.core) }
      if word.core.hasSuffix("ing"), word.traits.isDisjoint(with: [.agent, .modifier]), word.mark == nil {
        return true
      }
      if word.traits.contains(.verb), place > 0, self[place - 1].core == "to" { return true }
      guard word.mark == nil || word.mark == .comma && word.traits.contains(.agent),
        word.traits.isDisjoint(with: [.auxiliary, .subordinator, .pronoun]) || word.traits.contains(.determiner)
      else { return false }
      place -= 1
    }
    return false
  }

  /// Whether something is done to somebody: if a partner is mentioned.
  private func isDoneTo(_ index: Int) -> Bool {
    guard let verb = self[index...].dropFirst().prefix(8).firstIndex(where: { $0.traits.contains(.auxiliary) }),
      !self[index..<verb].contains(where: { $0.traits.contains(.subordinator) || $0.mark != nil })
    else { return false }
    let behind = self[verb...].dropFirst().drop { $0.traits.contains(.adverb) || $0.core == "not" }
    guard let next = behind.first else { return false }
    return self[verb].traits.contains(.modal)
      ? next.core == "be" : passives.contains(self[verb].core) && next.traits.contains(.participle)
  }
}

/// Words by which a text speaks to somebody or for itself, so that it is plain who is meant.
private let addressed: Set<String> = ["you", "your", "yours", "we", "us", "our", "ours", "i", "my"]

/// Those for whom duties are done rather than by whom.
private let served: Set<String> = [
  "pupil", "pupils", "child", "children", "parent", "parents", "carer", "carers", "family", "families", "victim",
  "victims", "learner", "learners", "people", "public", "user", "users", "host", "hosts", "party", "parties",
  "contributor",
  "contributors", "friend", "friends", "customer", "customers", "resident", "residents", "offender", "offenders",
]

private let roles: Set<String> = ["role", "roles", "duty", "duties", "responsibility", "responsibilities"]

private let passives: Set<String> = ["is", "are", "was", "were"]

/// Words behind which somebody can be who acts: before *staff* leave, by *staff*.
private let openers: Set<String> = ["by", "before", "after", "until", "since"]

/// What people bring of themselves, and how.
private let ownMatters: Set<String> = wordList(
  """
  appeal appeals application applications appointment appointments booking bookings claim claims complaint complaints
  enquiries enquiry payment payments request requests
  """)
private let bringing: Set<String> = ["addressed", "lodged", "made", "sent", "submitted"]

/// What does not come about unless somebody does it.
private let deeds: Set<String> = wordList(
  """
  added addressed agreed alerted amended appointed approved arranged asked assessed attached audited authorised blocked
  briefed cancelled carried changed checked cleaned collected communicated compiled completed confirmed considered
  consulted contacted copied counted covered created dealt deleted delivered designated destroyed disclosed discussed
  displayed disposed distributed documented drawn encrypted entered escalated established evaluated examined explained
  filed filled fitted forwarded given handed handled held identified implemented informed inspected installed
  investigated invited issued kept labelled locked logged made maintained marked moderated monitored named notified
  obtained offered organised planned prepared presented produced protected provided published recorded referred refused
  removed renewed repaired replaced reported requested returned reviewed risk-assessed secured sent shared shown shredded
  signed sought stored submitted supervised supplied taken told trained undertaken updated verified vetted weighed
  withdrawn written
  """)
