import PolicyModel
import Reading

extension Check {
  static let dutyWithoutBearer = Check(
    .dutyWithoutBearer, .note, "Something is to be done, and the clause names nobody who does it."
  ) { text, check in
    let duties = Dictionary(grouping: text.duties.filter { $0.bearer == nil }, by: \.clause)
    let lines = Dictionary(grouping: text.lines.filter { $0.place == .prose }, by: \.clause)
    func findings(in clause: ResolvedClause, named: Bool) -> [Diagnostic] {
      let own = lines[clause.identity] ?? []
      // The heading may say whose duties follow, the words before a list whose the items are.
      let heading = Reading.words(of: clause.content.heading.plain)
      let isNamed = named || heading.indices.contains { heading.isSomebody($0) } || own.contains { $0.words.namesDoer }
      let deed = isNamed ? nil : duties[clause.identity]?.lazy.compactMap(\.openDeed).first
      let finding = deed.map { deed in
        check.finding(
          "it is not said who has to do what “\(deed)”",
          remedy: "name the role: “the … must …”, or “… by the …”", about: .clause(clause.identity))
      }
      return [finding].compactMap { $0 } + clause.clauses.flatMap { findings(in: $0, named: isNamed) }
    }
    return text.resolved.clauses.flatMap { findings(in: $0, named: false) }
  }
}

extension Duty {
  /// What is to be done, if it is a deed that somebody has to do: must be reported.
  fileprivate var openDeed: String? {
    guard force == .must || force == .should else { return nil }
    let words = Reading.words(of: act)
    guard let be = words.firstIndex(where: { $0.core == "be" }),
      let deed = words[be...].dropFirst().first(where: { !$0.traits.contains(.adverb) }), deeds.contains(deed.core)
    else { return nil }
    // Be approved by Finance: it is said, though by a word that reading does not know for somebody.
    let isSaid = words[be...].contains { $0.core == "by" || $0.core == "through" || $0.core == "via" }
    return isSaid ? nil : "\(phrase) be \(deed.core)"
  }
}

extension [Word] {
  /// Whether a word is somebody, rather than something that may end like one.
  fileprivate func isSomebody(_ index: Int) -> Bool {
    let word = self[index]
    return word.traits.contains(.agent) && word.traits.isDisjoint(with: .thing)
  }

  /// Whether somebody is named who could do what a clause asks: not only told, asked or spoken of.
  fileprivate var namesDoer: Bool {
    indices.contains { index in
      let word = self[index]
      if addressed.contains(word.core) { return true }
      guard isSomebody(index), !word.isPossessive, !served.contains(word.core) else { return false }
      return !isGoverned(index) && !isDoneTo(index)
    }
  }

  /// Whether a preposition or a verb stands before somebody: to the parents, protecting pupils.
  private func isGoverned(_ index: Int) -> Bool {
    var place = index - 1
    while place >= 0, index - place < 7 {
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

  /// Whether something is done to somebody: parents must be told.
  private func isDoneTo(_ index: Int) -> Bool {
    guard let modal = self[index...].dropFirst().prefix(8).firstIndex(where: { $0.traits.contains(.auxiliary) }),
      !self[index..<modal].contains(where: { $0.traits.contains(.subordinator) || $0.mark == .stop })
    else { return false }
    return self[modal...].dropFirst().prefix(3).contains { $0.core == "be" }
  }
}

/// Words by which a text speaks to somebody or for itself, so that it is plain who is meant.
private let addressed: Set<String> = ["you", "your", "yours", "we", "us", "our", "ours", "i", "my"]

/// Those for whom duties are done rather than by whom.
private let served: Set<String> = [
  "pupil", "pupils", "child", "children", "parent", "parents", "carer", "carers", "family", "families", "victim",
  "victims", "learner", "learners",
]

/// Prepositions that open a clause with somebody as its subject: before *staff* leave; and the one for who does it.
private let openers: Set<String> = ["by", "before", "after", "until", "since"]

/// What does not come about unless somebody does it.
private let deeds: Set<String> = wordList(
  """
  added addressed agreed alerted amended appointed approved arranged asked assessed attached audited authorised blocked
  briefed cancelled carried changed checked cleaned collected communicated compiled completed confirmed considered
  consulted contacted copied counted covered created dealt deleted delivered designated destroyed disclosed discussed
  displayed disposed distributed documented drawn encrypted entered escalated established evaluated examined explained
  filed filled fitted followed forwarded given handed handled held identified implemented informed inspected installed
  investigated invited issued kept labelled locked logged made maintained marked moderated monitored named notified
  obtained offered organised planned prepared presented produced protected provided published recorded referred refused
  removed renewed repaired replaced reported requested returned reviewed risk-assessed secured sent shared shown shredded
  signed sought stored submitted supervised supplied taken told trained undertaken updated verified vetted weighed
  withdrawn written
  """)
