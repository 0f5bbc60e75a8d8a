/// What tells the reader directly what to do: “Keep your password secret”, “please fill in the form”.
extension [Word] {
  func imperative(at index: Int) -> ModalPhrase? {
    let word = self[index]
    if word.core == "please" || word.core == "kindly" { return request(at: index) }
    guard opensClause(index) else { return nil }
    var start = index
    if Self.openers.contains(word.core), index + 1 < count, word.mark == nil { start = afterAdverbs(index) }
    guard start < count else { return nil }
    switch self[start].core {
    case "do" where isAt(start + 1, ["not"]):
      return phrase(.imperative, negative: true, start, start + 1)
    case "don't": return start + 1 < count ? phrase(.imperative, negative: true, start) : nil
    case "never": return isPlainVerb(start + 1) ? phrase(.imperative, negative: true, start) : nil
    default:
      guard isPlainVerb(start), !isSubject(from: start) else { return nil }
      var phrase = phrase(.imperative, start)
      phrase.act = start
      return phrase
    }
  }

  private static let openers: Set<String> = [
    "always", "also", "then", "instead", "only", "simply", "therefore", "just",
  ]

  private func request(at index: Int) -> ModalPhrase? {
    let next = afterAdverbs(index + 1)
    if isAt(next, ["do", "not"]) { return phrase(.should, negative: true, index, next, next + 1) }
    guard next < count, self[next].traits.contains(.verb) else { return nil }
    return phrase(.should, index)
  }

  /// Whether a new clause without a subject could begin at a word.
  private func opensClause(_ index: Int) -> Bool {
    guard index > 0 else { return self[0].isCapital }
    switch self[index - 1].mark {
    case .stop: return true
    case .dash, nil: return false
    case .comma:
      guard isLead(0) || self[0].core == "should", self[index].depth == self[0].depth else { return false }
      // Behind its lead the sentence must not have begun already, nor be about to.
      let hasBegun = (1..<index).contains {
        (self[$0].traits.contains(.modal) || !opensTime(0) && isFiniteVerb($0)) && context(of: $0).role == .main
      }
      if hasBegun || hasSubject(behind: index) { return false }
      // Where to find help is told nobody as a duty.
      return !(self[0].core == "for" && self[..<index].contains { Self.helps.contains($0.core) })
    }
  }

  /// Whether a word begins a clause though it is a preposition elsewhere: *before* you leave.
  private func opensTime(_ index: Int) -> Bool {
    ["after", "as", "before", "once", "since", "till", "until"].contains(self[index].core)
      || isAt(index, ["in", "case"])
  }

  /// Whether what begins at a word is not what is to be done but the subject of a verb behind it: *leave* will be granted.
  private func isSubject(from start: Int) -> Bool {
    let next = start + 1
    guard next < count else { return false }
    if ["that", "which", "who"].contains(self[next].core) {
      guard next + 1 < count, isFiniteVerb(next + 1), role(openedAt: next) == .relative else { return false }
    } else if !self[next].traits.isDisjoint(with: [.determiner, .pronoun]) || self[next].isPossessive {
      return false
    }
    let mayKnow = Self.knowing.contains(self[start].core)
    let end = self[start...].firstIndex { $0.mark == .stop } ?? count - 1
    return next <= end
      && (next...end).contains { index in
        let traits = self[index].traits
        // Ensure pupils are safe; but: check lists must be kept.
        guard
          mayKnow
            ? Self.demanding.contains(self[index].core) : traits.contains(.auxiliary) || traits.contains(.singularVerb)
        else { return false }
        guard isFiniteVerb(index) else { return false }
        let clause = context(of: index)
        return clause.role == .main && clause.subject.lowerBound == start
      }
  }

  /// Verbs that a clause can follow without “that”.
  private static let knowing: Set<String> = [
    "agree", "assume", "be", "bear", "check", "confirm", "ensure", "explain", "keep", "know", "make", "note",
    "remember", "say", "show", "tell",
    "think",
  ]
  private static let demanding: Set<String> = ["must", "shall", "should"]

  /// Whether the main clause with its subject is still to come.
  private func hasSubject(behind start: Int) -> Bool {
    let depth = self[start].depth
    for comma in start..<Swift.max(start, count - 1)
    where self[comma].mark == .comma && self[comma].depthBehind == depth {
      for index in comma + 1..<count where self[index].depth == depth {
        let word = self[index]
        if word.traits.contains(.modal), index > comma + 1 { return true }
        if word.mark != nil || !word.traits.isDisjoint(with: [.subordinator, .coordinator, .auxiliary]) { break }
      }
    }
    return false
  }

  private static let helps: Set<String> = [
    "more", "further", "information", "advice", "help", "guidance", "questions", "queries",
  ]

  /// Whether a word begins what goes before the subject: a clause or phrase that tells when, where or why.
  func isLead(_ index: Int) -> Bool {
    let word = self[index]
    if word.core == "to" || word.core == "whatever" || word.core == "whichever" { return true }
    if ["prior", "due", "owing", "subject"].contains(word.core), isAt(index + 1, ["to"]) { return true }
    // At least two of them are a subject.
    if isAt(index, ["no", "later", "than"]) { return true }
    if word.core == "at" && index + 1 < count && ["least", "most"].contains(self[index + 1].core) { return false }
    if Self.freeRelatives.contains(word.core) { return false }
    // First aiders are somebody; first, all must come.
    if word.traits.contains(.modifier), word.mark == nil { return false }
    if word.traits.contains(.determiner) || word.core == "only" || word.traits.contains(.agent) { return false }
    if isAttending(index) { return true }
    return !word.traits.isDisjoint(with: [.preposition, .subordinator, .adverb])
  }

  /// Whether a word begins what somebody does besides: *having considered the form,* the clerk must; but: training, the office
  /// and all else.
  private func isAttending(_ index: Int) -> Bool {
    guard self[index].core.hasSuffix("ing"), self[index].traits.isEmpty, self[index].mark == nil,
      let comma = self[index...].firstIndex(where: { $0.mark != nil }), self[comma].mark == .comma, comma + 1 < count,
      case let next = self[comma + 1],
      next.isCapital || !next.traits.isDisjoint(with: [.agent, .determiner, .pronoun]),
      let verb = self[comma...].firstIndex(where: { $0.traits.contains(.auxiliary) })
    else { return false }
    return !self[index..<verb].contains { $0.traits.contains(.coordinator) }
  }

  private static let freeRelatives: Set<String> = ["what", "who", "whoever", "that", "how", "why"]

  private func isPlainVerb(_ index: Int) -> Bool {
    guard index < count else { return false }
    let word = self[index]
    guard word.traits.contains(.verb) || word.core == "be", !Self.neverAsked.contains(word.core),
      !word.traits.contains(.preposition)
    else { return false }
    let next = index + 1 < count ? self[index + 1] : nil
    if word.isCapital, word.mark == .comma, isNamed(index) { return false }
    if word.core == "see" { return next?.core == "that" || isAt(index + 1, ["to", "it"]) }
    guard word.traits.contains(.nounToo) else { return word.mark == nil || next == nil || word.mark == .comma }
    guard let next, word.mark == nil, !next.core.isEmpty else { return false }
    if !next.traits.isDisjoint(with: [.coordinator, .auxiliary]) { return false }
    if next.traits.contains(.preposition) {
      return Self.particles.contains(next.core) || Self.intransitive.contains(word.core) && !hasVerb(from: index + 1)
    }
    if !next.traits.isDisjoint(with: [.determiner, .pronoun, .subordinator]) || next.isPossessive { return true }
    return self.last?.text.last == "." && !hasVerb(from: index + 1)
  }

  /// Whether a word is a name that is explained between commas: *Protect*, the charity, gives advice.
  private func isNamed(_ index: Int) -> Bool {
    guard index + 1 < count, self[index + 1].traits.contains(.determiner) else { return false }
    let end = self[(index + 1)...].firstIndex { $0.mark == .comma } ?? index
    let verb = afterAdverbs(end + 1)
    return end > index && verb < count && !self[verb].traits.isDisjoint(with: [.auxiliary, .singularVerb])
  }

  /// Whether a finite verb comes before the clause that begins at a word could have ended.
  private func hasVerb(from start: Int) -> Bool {
    for index in start..<count {
      let word = self[index]
      if word.traits.contains(.subordinator) { return false }
      if word.traits.contains(.auxiliary) || word.traits.contains(.singularVerb) && !word.traits.contains(.nounToo) {
        return true
      }
      if word.mark != nil { return false }
    }
    return false
  }

  private static let intransitive: Set<String> = ["look", "talk", "report", "search", "act", "deal", "wait"]
  private static let particles: Set<String> = ["up", "out", "off", "through", "down", "back", "away", "into"]
  private static let neverAsked: Set<String> = [
    "need", "exist", "happen", "occur", "belong", "depend", "appear", "consist", "result", "matter", "concern", "mean",
  ]
}
