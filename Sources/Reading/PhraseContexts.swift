/// Where the phrases of one sentence stand to each other: which share a subject, and where the act of each ends.
extension [Word] {
  /// The clauses around the phrases of a sentence; those that share a subject have it.
  func contexts(of phrases: [ModalPhrase]) -> [ClauseContext] {
    var contexts: [ClauseContext] = []
    for (index, phrase) in phrases.enumerated() {
      let place = phrase.range.lowerBound
      if phrase.sense == .imperative || self[place].core == "please" || self[place].core == "kindly" {
        contexts.append(ClauseContext(role: .main, start: place, subject: place..<place))
        continue
      }
      if let inverted = inversion(at: place) {
        contexts.append(inverted)
        continue
      }
      var context = context(of: place)
      if phrase.isImpersonal { context.subject = place..<place }
      // To keep a list is good practice: what is judged is no lead to something else.
      if case .judged = phrase.sense, context.role == .main, self[context.start].core == "to" {
        context.subject = context.start..<place
      }
      if context.isShared {
        let earlier = zip(phrases, contexts).prefix(index).reversed()
        // Because they cannot or will not pay: both have the verb, and so the clause.
        let twin = earlier.first { $0.0.range.upperBound == context.start }
        let afterComma = context.start > 0 && self[context.start - 1].mark == .comma
        let partner =
          twin ?? earlier.first { $1.role.isCarriedOn(by: $0.sense == phrase.sense, afterComma: afterComma) }
        let verbs = (0..<context.start).lazy.filter { isFiniteVerb($0) }.map { self.context(of: $0) }
        if let clause = partner?.1 ?? verbs.last(where: { $0.role == .main && !$0.isShared }) {
          let start = twin == nil || clause.role == .main ? context.start : clause.start
          context = ClauseContext(role: clause.role, start: start, subject: clause.subject, isShared: true)
        }
      }
      contexts.append(context)
    }
    return contexts
  }

  /// Nor may anyone; under no circumstances should staff; only with consent may pupils; should you need help.
  private func inversion(at place: Int) -> ClauseContext? {
    guard place + 1 < count, self[place].traits.contains(.modal) else { return nil }
    let next = self[place + 1]
    let isSubject = !next.traits.isDisjoint(with: [.determiner, .pronoun, .agent]) || next.isCapital
    guard isSubject else { return nil }
    let isFirst = place == 0 || self[place - 1].mark != nil
    let isNegated = place > 0 && (self[place - 1].core == "nor" || self[place - 1].core == "neither" || isDenial(place))
    if self[place].core == "should", isFirst, !isNegated {
      return ClauseContext(role: .condition("should"), start: place, subject: place + 1..<place + 2)
    }
    guard let start = isNegated ? Swift.max(0, place - 1) : fronted(before: place)?.lowerBound else { return nil }
    return ClauseContext(role: .main, start: start, subject: invertedSubject(from: place + 1))
  }

  /// Words right before a phrase that put its subject behind it: *only with consent* may pupils leave.
  func fronted(before place: Int) -> Range<Int>? {
    let start = self[..<place].lastIndex { $0.mark == .stop }.map { $0 + 1 } ?? 0
    let isFronted = Self.fronting.contains { isAt(start, $0) }
    return isFronted && self[start..<place].allSatisfy { $0.mark == nil } ? start..<place : nil
  }

  private static let fronting = [
    "only after", "only at", "only by", "only for", "only if", "only in", "only on", "only once", "only then",
    "only to", "only under", "only when", "only where", "only with",
    "no earlier than", "no later than", "no sooner than", "not until", "rarely", "seldom",
  ]
  .map { $0.split(separator: " ") }

  /// The subject behind a phrase: at no time may *any member of staff* smoke.
  private func invertedSubject(from start: Int) -> Range<Int> {
    var end = start
    while end < count, self[end].core != "be", end == start || !endsSubject(end) {
      let word = self[end]
      end += 1
      if word.traits.contains(.pronoun), word.traits.isDisjoint(with: .determiner) { break }
    }
    return start..<end
  }

  /// Whether a word behind the first of an inverted subject is what is done rather than more of the subject.
  private func endsSubject(_ index: Int) -> Bool {
    let (word, previous) = (self[index], self[index - 1])
    if word.core == "of" || word.isPossessive { return false }
    if !word.traits.isDisjoint(with: [.adverb, .preposition]) { return true }
    if word.traits.contains(.verb) { return !word.traits.contains(.nounToo) || !previous.traits.contains(.determiner) }
    // Behind somebody an unknown word is what they do: may staff smoke; but: may the pupil premium be spent.
    return previous.traits.contains(.agent) && word.traits.isDisjoint(with: [.agent, .thing, .modifier, .coordinator])
      && !isAt(index + 1, ["be"])
  }

  /// Whether a phrase follows words that deny it and put its subject behind it.
  func isDenial(_ place: Int) -> Bool {
    var start = place
    while start > 0, self[start - 1].mark != .stop, place - start < 5 { start -= 1 }
    return isAt(start, ["under", "no"]) || isAt(start, ["in", "no"]) || isAt(start, ["at", "no"])
      || isAt(start, ["on", "no"])
      || isAt(start, ["never"]) && place == start + 1
  }

  /// The comma that ends an aside: the Code, *as staff should know*, applies; the Head, *who must sign it*, keeps a copy.
  private func asideEnd(of phrase: ModalPhrase, _ context: ClauseContext) -> Int? {
    let isAside = context.start > 0 && self[context.start - 1].mark == .comma
    guard isAside || context.start == 0, phrase.range.upperBound < count else { return nil }
    let commas = (phrase.range.upperBound..<count - 1).lazy.filter { self[$0].mark == .comma }
    switch context.role {
    // A lead to the main clause ends with a comma too: because drivers must rest, the trip takes two days.
    case .condition where !isAside, .reason where !isAside: return commas.first { _ in true }
    case .reason where self[context.start].core == "as": return commas.first { _ in true }
    case .relative where isAside:
      return commas.first { !self[$0 + 1].traits.isDisjoint(with: [.auxiliary, .singularVerb]) }
    case .main, .condition, .purpose, .relative, .complement, .question, .reason: return nil
    }
  }

  /// Whether a sentence goes on behind a colon with another of its own.
  private func statesMore(from start: Int, to end: Int) -> Bool {
    for index in start..<end {
      if self[index].traits.contains(.subordinator), index > start { return false }
      if isFiniteVerb(index) { return true }
    }
    return false
  }

  /// Where the act of a phrase ends, given the next phrase of the sentence's own level.
  func actEnd(of phrase: ModalPhrase, _ context: ClauseContext, before next: ClauseContext?) -> Int {
    var end = next?.start ?? count
    for index in phrase.range.upperBound - 1..<Swift.max(end - 1, phrase.range.upperBound - 1)
    where self[index].mark == .stop {
      // A colon that opens a list goes with the act, and the semicolons of the list do.
      if self[index].text.last == ":", !statesMore(from: index + 1, to: end) { break }
      end = index + 1
      break
    }
    let depth = self[phrase.range.lowerBound].depth
    if let close = (phrase.range.lowerBound..<end).first(where: { self[$0].depthBehind < depth }) { end = close + 1 }
    if let comma = asideEnd(of: phrase, context) { end = Swift.min(end, comma + 1) }
    while end > phrase.range.upperBound, self[end - 1].traits.contains(.coordinator) { end -= 1 }
    return end
  }
}
