/// In what sort of clause a phrase stands, and what its subject is.
struct ClauseContext {
  enum Role: Hashable {
    case main
    /// After “if”, “where”, “whether”: what is not said to be so.
    case condition(String)
    /// After “so that”.
    case purpose
    /// Describes something: behaviour *that may offend*.
    case relative
    /// After “that”: what somebody knows, says or sees to; with the word that governs it.
    case complement(String)
    /// After “how” or “why”: what is asked, not answered.
    case question(String)
    case reason

    var isComplement: Bool { if case .complement = self { true } else { false } }

    /// Whether “and” with another phrase goes on with a clause of this sort rather than with one above it.
    func isCarriedOn(by samePhrase: Bool, afterComma: Bool) -> Bool {
      switch self {
      case .main: true
      case .complement: !afterComma
      case .condition, .purpose, .relative, .question, .reason: samePhrase && !afterComma
      }
    }
  }

  var role: Role
  /// Where the clause begins.
  var start: Int
  /// Empty where there is none.
  var subject: Range<Int>
  /// Whether a coordinator goes before, so that the subject is that of an earlier phrase.
  var isShared = false
}

extension [Word] {
  /// The clause around a phrase that begins at a word.
  ///
  /// - Parameter taken: how many verbs before the phrase belong to it already.
  func context(of phrase: Int, taken: Int = 0) -> ClauseContext {
    let end = subjectEnd(before: phrase)
    guard end > 0 else { return ClauseContext(role: .main, start: 0, subject: 0..<0) }
    if self[end - 1].traits.contains(.coordinator) {
      return ClauseContext(role: .main, start: end - 1, subject: 0..<0, isShared: end > 1)
    }
    // Staff must keep a log, *must* sign it.
    if end == phrase, self[end - 1].mark == .comma,
      let modal = self[..<end].lastIndex(where: { $0.traits.contains(.modal) }),
      !self[modal..<end].contains(where: { $0.traits.contains(.subordinator) })
    {
      return ClauseContext(role: .main, start: end, subject: 0..<0, isShared: true)
    }
    let depth = self[phrase].depth
    // Finite verbs passed that no clause of their own has taken yet.
    var verbs = -taken
    var lastVerb = end
    var boundary: Int?
    var boundaryAfterVerb: Int?
    var hasComma = false
    // Where the noun of the subject ends, before what describes it.
    var nounEnd = end
    for index in (0..<end).reversed() {
      let word = self[index]
      if word.depth < depth { return main(from: index + 1, to: end, nounEnd: nounEnd) }
      if index < end - 1, word.depthBehind == depth, let mark = word.mark {
        if mark == .stop { return main(from: index + 1, to: end, nounEnd: nounEnd) }
        hasComma = true
        boundary = boundary ?? (index + 1)
      }
      guard word.depth == depth else { continue }
      if boundary == nil, index + 1 < end,
        word.traits.contains(.coordinator) || word.core == "so" && self[index + 1].core != "that"
      {
        boundary = index + 1
      }
      if let role = role(openedAt: index) {
        if verbs > 0 {
          verbs -= 1
          if verbs == 0 { boundaryAfterVerb = nil }
          nounEnd = role == .relative ? index : end
          // What lies between the words of the lower clause bounds nothing above it.
          if let place = boundary, place < lastVerb { boundary = nil }
        } else if !isClosed(index, end: end, hasComma: hasComma), !tellsOfThePast(index, role, end: end) {
          return lower(role, openedAt: index, end: end)
        }
        continue
      }
      if let word = governor(at: index, end: end) {
        if verbs == 0 { return lower(.complement(word), openedAt: index, end: end) }
        verbs -= 1
      }
      if isFiniteVerb(index) {
        verbs += 1
        lastVerb = index
        if verbs == 1 { boundaryAfterVerb = boundary }
      }
    }
    if let boundary, boundary == end - 1, Self.resumptive.contains(self[boundary].core) {
      return main(from: boundary, to: end, nounEnd: end)
    }
    guard verbs > 0 else { return main(from: 0, to: end, nounEnd: nounEnd) }
    if let boundaryAfterVerb {
      return main(from: enlisted(boundaryAfterVerb, to: end, floor: 0), to: end, nounEnd: nounEnd)
    }
    let subject = tail(from: 0, to: nounEnd > 0 ? nounEnd : end).lowerBound..<end
    return ClauseContext(role: .relative, start: subject.lowerBound, subject: subject)
  }

  /// Pronouns that take up what went before as a new subject: … and this must.
  private static let resumptive: Set<String> = ["this", "that", "it", "they", "these", "he", "she", "we", "you"]

  private func main(from start: Int, to end: Int, nounEnd: Int) -> ClauseContext {
    var first = start
    while first < end - 1,
      self[first].traits.contains(.coordinator) || self[first].core == "so" && self[first + 1].core != "that"
    {
      first += 1
    }
    if let time = self[first..<end].frequencyEnd(from: first), time < end, mayBeginSubject(time) { first = time }
    guard first < end else { return ClauseContext(role: .main, start: start, subject: end..<end) }
    guard isLead(first), first < end - 1 else { return ClauseContext(role: .main, start: start, subject: first..<end) }
    let commas = (first..<end - 1).filter { self[$0].mark == .comma && self[$0].depthBehind == self[end - 1].depth }
    let comma =
      commas.last { self[$0 + 1].traits.isDisjoint(with: [.preposition, .coordinator, .subordinator]) } ?? commas.last
    let subject =
      comma.map { enlisted($0 + 1, to: end, floor: first)..<end }
      ?? tail(from: first, to: nounEnd > first + 1 ? nounEnd : end).lowerBound..<end
    return ClauseContext(role: .main, start: start, subject: subject)
  }

  /// Whether a word can begin the name of somebody behind other words: every week *staff*; but not: each day *pupil*.
  private func mayBeginSubject(_ index: Int) -> Bool {
    let word = self[index]
    if word.isCapital || !word.traits.isDisjoint(with: [.determiner, .pronoun, .modifier]) { return true }
    return word.traits.contains(.agent)
      && (word.core.hasSuffix("s") || ["staff", "people", "children"].contains(word.core))
  }

  private func lower(_ role: ClauseContext.Role, openedAt index: Int, end: Int) -> ClauseContext {
    var role = role
    // If they have a form that they must sign: what is said of it is supposed too.
    if role.isComplement || role == .relative && index > 0 && self[index - 1].mark == nil {
      switch context(of: index, taken: 1).role {
      case .condition(let word): role = .condition(word)
      case .question(let word): role = .question(word)
      case .main, .purpose, .relative, .complement, .reason: break
      }
    }
    guard index + 1 < end else {
      return ClauseContext(role: role, start: index, subject: antecedent(of: index))
    }
    // That *when online* staff must.
    let hasLead = isLead(index + 1) && !["whatever", "whichever"].contains(self[index + 1].core)
    let subject = hasLead ? main(from: index + 1, to: end, nounEnd: end).subject : index + 1..<end
    return ClauseContext(role: role, start: index, subject: subject)
  }

  /// What “who”, “which” or “that” stands for.
  private func antecedent(of index: Int) -> Range<Int> {
    guard index > 0, !["what", "whatever", "whoever", "whichever"].contains(self[index].core) else {
      return index..<index + 1
    }
    // Tell the leader at once, who must come.
    let end = index - (adverbialLength(endingBefore: index) ?? 0)
    guard end > 0 else { return index..<index + 1 }
    var start = end - 1
    while start > 0 {
      let word = self[start - 1]
      let isJoint = word.core == "of"
      // Sign *a declaration*, which.
      if self[start].traits.contains(.determiner), !isJoint, word.traits.isDisjoint(with: .determiner) { break }
      if word.mark != nil
        || !isJoint && !word.traits.isDisjoint(with: [.preposition, .auxiliary, .subordinator, .coordinator])
      {
        break
      }
      if word.traits.contains(.verb), !word.traits.contains(.nounToo) { break }
      start -= 1
    }
    return start..<end
  }

  /// Where the subject ends: adverbs and asides before the phrase do not belong to it.
  private func subjectEnd(before phrase: Int) -> Int {
    var end = phrase
    while end > 0 {
      let word = self[end - 1]
      guard word.depth == self[phrase].depth || word.depthBehind == self[phrase].depth && word.mark == .comma else {
        break
      }
      if word.traits.contains(.adverb), word.traits.isDisjoint(with: [.determiner, .verb]) {
        // Staff who work *alone* must.
        if !Self.ofSentences.contains(word.core), end > 1, isFiniteVerb(end - 2) { break }
        end -= 1
      } else if let length = adverbialLength(endingBefore: end) {
        end -= length
      } else if word.mark == .comma, word.depthBehind == self[phrase].depth, let comma = asideStart(before: end) {
        return comma + 1
      } else {
        break
      }
    }
    return end
  }

  /// Adverbs that belong to the phrase behind them even where a verb stands before them.
  private static let ofSentences: Set<String> = [
    "also", "always", "ever", "hence", "however", "instead", "never", "normally", "not", "now", "often", "sometimes",
    "still", "then", "therefore", "thus", "too", "usually",
  ]

  /// The comma that opens an aside closed by a comma right before a phrase: staff, in term time, must.
  private func asideStart(before end: Int) -> Int? {
    let first = Swift.max(0, end - 18)
    guard end >= 2, let comma = (first..<end - 1).last(where: { self[$0].mark == .comma }), comma + 1 < count else {
      return nil
    }
    let opener = self[comma + 1]
    let isAside = isLead(comma + 1) || opener.core == "such" || opener.traits.contains(.subordinator)
    return isAside ? comma : nil
  }

  /// The start of a list whose last member begins at a word: teachers, governors *and volunteers*.
  private func enlisted(_ start: Int, to end: Int, floor: Int) -> Int {
    var start = start
    while start > floor {
      let hasCoordinator =
        self[start..<end].contains { $0.traits.contains(.coordinator) } || self[start - 1].traits.contains(.coordinator)
      var previous = self[start - 1].traits.contains(.coordinator) ? start - 1 : start
      let last = previous
      while previous > floor, self[previous - 1].mark == nil || previous == last, last - previous < 5 { previous -= 1 }
      let member = previous..<last
      guard hasCoordinator, !member.isEmpty, previous > floor, self[previous - 1].mark == .comma,
        animacy(of: member) == .agent, !isLead(previous),
        !member.contains(where: { isFiniteVerb($0) || self[$0].traits.contains(.subordinator) })
      else { break }
      start = previous
    }
    return start
  }

  /// The subject right before a phrase where nothing shows its beginning.
  func tail(from floor: Int, to end: Int) -> Range<Int> {
    guard end > floor else { return floor..<floor }
    var start = end - 1
    if self[start].traits.contains(.pronoun), self[start].traits.isDisjoint(with: .determiner) { return start..<end }
    while start > floor, self[start].traits.isDisjoint(with: .determiner), self[start - 1].mark == nil {
      let word = self[start - 1]
      if word.traits.contains(.coordinator), start - 2 >= floor, self[start - 2].traits.contains(.agent) {
        start -= 2
      } else if !word.traits.isDisjoint(with: [.agent, .modifier, .determiner]) || word.isPossessive
        || word.isCapital && start - 1 > floor
      {
        start -= 1
      } else {
        return (determiner(before: start, floor: floor) ?? start)..<end
      }
    }
    return start..<end
  }

  /// The determiner up to two words before a noun, unless it belongs to a preposition: *the right* people.
  private func determiner(before noun: Int, floor: Int) -> Int? {
    for index in (Swift.max(floor + 1, noun - 3)..<Swift.max(floor + 1, noun)).reversed() {
      if self[index].mark != nil { return nil }
      if self[index].traits.contains(.determiner) {
        return self[index - 1].traits.contains(.preposition) ? nil : index
      }
      if !self[index].traits.isDisjoint(with: [.preposition, .auxiliary, .coordinator, .verb, .singularVerb]) {
        return nil
      }
    }
    return nil
  }
}
