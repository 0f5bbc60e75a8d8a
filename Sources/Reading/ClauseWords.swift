/// Which words open clauses, and which are their verbs.
extension [Word] {
  /// The sort of clause that a word opens below another; nil for any other word.
  func role(openedAt index: Int) -> ClauseContext.Role? {
    let word = self[index]
    guard word.traits.contains(.subordinator) || word.core == "as" else { return nil }
    let previous = index > 0 ? self[index - 1] : nil
    switch word.core {
    case "if", "unless", "when", "whenever", "where", "wherever", "whether": return .condition(word.core)
    case "because" where isAt(index + 1, ["of"]): return nil
    case "because", "although", "though", "whereas", "while", "whilst": return .reason
    case "as":
      return previous?.mark == .comma && index + 1 < count
        && !self[index + 1].traits.isDisjoint(with: [.agent, .determiner]) ? .reason : nil
    case "how", "why", "what": return .question(word.core)
    case "that": return that(at: index)
    case "so": return nil
    default: return .relative
    }
  }

  private func that(at index: Int) -> ClauseContext.Role? {
    var place = index - 1
    if let length = adverbialLength(endingBefore: index) { place -= length }
    while place > 0, self[place].traits.contains(.adverb), self[place].traits.isDisjoint(with: .verb) { place -= 1 }
    guard place >= 0 else { return nil }
    let previous = self[place]
    if previous.core == "so" || isAt(index - 2, ["in", "order"]) { return .purpose }
    if previous.traits.contains(.preposition), !["in", "except", "than"].contains(previous.core) { return nil }
    if previous.traits.contains(.coordinator), self[..<place].contains(where: { $0.core == "that" }) {
      return .complement("that")
    }
    // That person.
    if previous.mark != nil && place == index - 1 || previous.traits.contains(.coordinator) { return nil }
    if previous.core == "provided" || previous.core == "providing" { return .condition("provided that") }
    let governor = previous.core
    // Tell staff *that they* may; but: staff *that may*.
    let isTold = previous.traits.contains(.agent) && index + 1 < count
    if isTold, self[index + 1].traits.isDisjoint(with: [.auxiliary, .verb, .singularVerb, .adverb]) {
      return .complement(governor)
    }
    if Self.governors.contains(governor) || previous.traits.contains(.participle) { return .complement(governor) }
    if previous.traits.contains(.verb) || previous.traits.contains(.singularVerb), !previous.traits.contains(.nounToo) {
      return .complement(governor)
    }
    return previous.traits.contains(.auxiliary) ? .complement(governor) : .relative
  }

  /// The word that governs what somebody knows or supposes where no “that” stands: sure *this will do*.
  func governor(at index: Int, end: Int) -> String? {
    guard index + 1 < end, self[index].mark == nil, Self.openGovernors.contains(self[index].core) else { return nil }
    let opens = !self[index + 1].traits.isDisjoint(with: [.determiner, .pronoun]) && role(openedAt: index + 1) == nil
    return opens ? self[index].core : nil
  }

  private static let openGovernors: Set<String> = [
    "sure", "ensure", "assume", "presume", "believe", "think", "suppose", "know", "certain", "confident",
  ]
  private static let governors: Set<String> = [
    "aware", "sure", "clear", "certain", "confident", "mind", "fact", "possibility", "risk", "chance", "likely", "it",
    "conscious", "view", "belief", "assurance", "plain", "important", "essential", "vital", "well", "note", "necessary",
    "understanding", "mean", "means", "them", "prospect", "likelihood", "danger", "hope", "true", "assumption",
    "presumption", "expectation", "suggestion", "guarantee",
  ]

  /// Whether a lower clause that opens at a word was ended by a comma though no verb of it was found.
  func isClosed(_ index: Int, end: Int, hasComma: Bool) -> Bool {
    guard index + 1 < end else { return false }
    switch role(openedAt: index) {
    case .condition, .reason:
      // If in doubt; when writing.
      let next = self[index + 1]
      if !next.traits.isDisjoint(with: [.preposition, .participle]) || next.traits.isEmpty && next.core.hasSuffix("ing")
      {
        return true
      }
    case .question where self[index].core == "what": break
    case .relative where ["whatever", "whichever"].contains(self[index].core): break
    default: return false
    }
    guard hasComma, let last = (index..<end - 1).last(where: { self[$0].mark == .comma }) else { return false }
    let isList = self[last..<end].contains { $0.traits.contains(.coordinator) }
    return !isList || self[index + 1].traits.isDisjoint(with: [.agent, .determiner])
  }

  /// Whether a condition has a verb in the past tense, which looks like a participle: where somebody *worked*.
  func tellsOfThePast(_ index: Int, _ role: ClauseContext.Role, end: Int) -> Bool {
    guard case .condition = role, index + 2 < end else { return false }
    return (index + 2..<end).contains {
      self[$0].traits.contains(.participle) && !self[$0 - 1].traits.isDisjoint(with: [.agent, .pronoun])
    }
  }

  /// Whether a word is a verb that has a subject.
  func isFiniteVerb(_ index: Int) -> Bool {
    let word = self[index]
    guard index > 0 else { return word.traits.contains(.auxiliary) }
    var before = index - 1
    while before > 0, self[before].traits.contains(.adverb), self[before].traits.isDisjoint(with: .pronoun) {
      before -= 1
    }
    let previous = self[before]
    // A verb behind “and” has the subject of the verb before; one behind “to” has none.
    if previous.core == "to" || previous.traits.contains(.coordinator) { return false }
    if word.core == "have" || word.core == "has", previous.traits.contains(.agent),
      previous.traits.isDisjoint(with: .subordinator)
    {
      return agrees(index, with: before)
    }
    if word.traits.contains(.auxiliary) { return previous.traits.isDisjoint(with: .modal) }
    if previous.mark != nil, !Self.relatives.contains(previous.core) { return false }
    if Self.relatives.contains(previous.core), previous.core != "that" || role(openedAt: before) == .relative {
      return isVerb(index, behind: previous.core)
    }
    return !word.traits.isDisjoint(with: [.verb, .singularVerb]) && agrees(index, with: before)
  }

  /// Whether a word that could be a verb is the verb of the word before it.
  private func agrees(_ index: Int, with before: Int) -> Bool {
    let (word, previous) = (self[index], self[before])
    if previous.core == "this" || previous.core == "that" { return word.traits.contains(.singularVerb) }
    if previous.traits.contains(.pronoun), previous.traits.isDisjoint(with: [.determiner, .subordinator]) {
      return !describesNoun(pronoun: before)
    }
    let isNoun = previous.traits.isDisjoint(with: [
      .determiner, .preposition, .modal, .auxiliary, .coordinator, .subordinator,
    ])
    guard isNoun, !previous.isPossessive, !word.isCapital, !isMadeTo(before) else { return false }
    // DBS checks must: right before another verb only a clause that a word has opened can end.
    if index + 1 < count, word.mark == nil, self[index + 1].traits.contains(.auxiliary) {
      let start = self[..<index].lastIndex { $0.mark != nil }.map { $0 + 1 } ?? 0
      guard self[start..<index].contains(where: { $0.traits.contains(.subordinator) }) else { return false }
    }
    let isAgent = previous.traits.contains(.agent) || previous.isCapital && previous.traits.isEmpty && before > 0
    // Information *staff obtain*.
    let subject = isAgent ? tail(from: 0, to: index).lowerBound : 0
    if subject > 0, !self[subject].traits.contains(.subordinator), describesNoun(pronoun: subject) { return false }
    if !word.traits.isDisjoint(with: [.nounToo, .thing, .agent]) {
      return isAgent && previous.core.hasSuffix("s") == word.traits.contains(.verb)
    }
    return word.traits.contains(.singularVerb) || isAgent || previous.core.hasSuffix("s")
  }

  /// Whether somebody is helped, let or made to do what follows: help *pupils* stay.
  private func isMadeTo(_ index: Int) -> Bool {
    (Swift.max(0, index - 2)..<index).contains {
      ["help", "helps", "let", "lets", "make", "makes"].contains(self[$0].core)
    }
  }

  private static let relatives: Set<String> = ["who", "which", "that", "whoever", "what", "whatever"]

  /// Whether a pronoun opens a clause about the noun before it: everything *they say*.
  private func describesNoun(pronoun: Int) -> Bool {
    guard pronoun > 0, self[pronoun - 1].mark == nil, self[pronoun].text.first != "“" else { return false }
    let traits = self[pronoun - 1].traits
    return traits.isDisjoint(with: [.auxiliary, .preposition, .coordinator, .subordinator, .adverb, .participle, .verb])
  }

  /// Whether a word right behind a relative pronoun is the verb of its clause: “who” has nearly always one there.
  private func isVerb(_ index: Int, behind pronoun: String) -> Bool {
    let word = self[index]
    guard word.traits.isDisjoint(with: [.determiner, .pronoun, .preposition, .modifier]), !word.isCapital else {
      return false
    }
    if pronoun == "who" || pronoun == "whoever" { return true }
    if word.traits.contains(.singularVerb) { return true }
    if pronoun == "what" || pronoun == "whatever" { return false }
    return word.traits.contains(.participle) || word.traits.contains(.verb) && !word.traits.contains(.agent)
      || word.traits.isEmpty && word.core.hasSuffix("s")
  }
}

/// Whether somebody could be asked or allowed something.
enum Animacy {
  case agent, thing, unknown
}

extension [Word] {
  func animacy(of subject: Range<Int>) -> Animacy {
    guard let head = head(of: subject) else { return .thing }
    let word = self[head]
    if word.core == "those" {
      return head + 1 < count && self[head + 1].core != "of" ? .agent : .thing
    }
    if isPersonInLaw(head) { return .agent }
    if word.traits.contains(.thing) { return .thing }
    // Both must approve it.
    if word.traits.isSuperset(of: [.determiner, .pronoun]) {
      return ["this", "that", "these"].contains(word.core) ? .thing : .agent
    }
    if word.traits.contains(.agent) { return .agent }
    // A name is somebody unless it is known to be something.
    if word.isCapital, head > 0, word.traits.isEmpty { return .agent }
    let isKnown =
      !word.traits.isDisjoint(with: [.pronoun, .participle]) || abstractEndings.contains { word.core.hasSuffix($0) }
    return isKnown || head == 0 && subject.count == 1 && !word.core.hasSuffix("s") ? .thing : .unknown
  }

  /// The data subject is a person.
  private func isPersonInLaw(_ head: Int) -> Bool {
    head > 0 && self[head - 1].core == "data" && self[head].core.hasPrefix("subject")
  }

  /// The word that a noun phrase is about: the *approval* of the Head.
  func head(of subject: Range<Int>) -> Int? {
    var head: Int?
    var isJoint = false
    // No fewer than two *adults*.
    let start = subject.first.map { isCount($0) ? $0 + 3 : $0 } ?? subject.lowerBound
    for index in start..<Swift.max(start, subject.upperBound) {
      let word = self[index]
      guard word.depth == self[subject.lowerBound].depth, !word.core.isEmpty else { continue }
      if let head, self[head].traits.contains(.pronoun), word.traits.isDisjoint(with: .coordinator) { return head }
      if word.isPossessive {
        // The Head of Service’s approval is no Head.
        (head, isJoint) = (nil, false)
        continue
      }
      if head != nil, isJoint { continue }
      if word.traits.contains(.preposition) || word.core == "to"
        || word.traits.contains(.subordinator) && index > subject.lowerBound
      {
        guard head != nil else { continue }
        if word.core == "of", titles.contains(self[head!].core) {
          isJoint = true
          continue
        }
        return head
      }
      if word.traits.contains(.auxiliary) { return head }
      // The *designated* lead; only trained staff.
      let isBefore = head.map { !self[$0].traits.isDisjoint(with: [.participle, .adverb]) } ?? true
      if !isBefore,
        word.traits.contains(.participle)
          || word.traits.isEmpty && word.core.hasSuffix("ing") && index + 1 < subject.upperBound
      {
        return head
      }
      if word.traits.contains(.coordinator) { continue }
      if word.traits.contains(.determiner) {
        let next = index + 1 < count ? self[index + 1].traits : []
        let standsAlone =
          index + 1 == subject.upperBound || !next.isDisjoint(with: [.subordinator, .preposition, .participle])
        if word.traits.isDisjoint(with: .pronoun) || !standsAlone { continue }
      }
      head = index
    }
    return head
  }
}

private let abstractEndings = [
  "ing", "ings", "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ance", "ence", "age", "ure", "ship",
]
private let titles: Set<String> = ["head", "director", "chief", "chair", "secretary", "board", "team", "clerk"]
