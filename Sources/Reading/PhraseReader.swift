/// Reads one phrase where it stands: of whom it speaks, and whether it binds or frees them.
struct PhraseReader {
  let words: [Word]
  let phrase: ModalPhrase
  let context: ClauseContext
  let end: Int
  let scope: Range<Int>

  var actStart: Int {
    isInverted ? context.subject.upperBound : phrase.act ?? phrase.range.upperBound
  }

  /// Whether the subject stands behind the phrase, before what is to be done.
  private var isInverted: Bool {
    !context.subject.isEmpty && context.subject.lowerBound == phrase.act ?? phrase.range.upperBound
  }

  /// What is said first, where that put the subject behind the phrase: *only then* may pupils leave.
  var fronted: Range<Int>? { isInverted ? words.fronted(before: phrase.range.lowerBound) : nil }

  /// The phrase as it is quoted, with what denies its subject.
  var quoted: String { isDenied && phrase.sense != .imperative ? "no … \(phrase.words)" : phrase.words }

  var reading: Reading {
    let (force, why) = verdict
    let exception = words.exception(in: scope, around: phrase.range)
    let wording = wording(force, without: exception)
    let bearer = force == nil ? nil : bearer(without: exception)
    let modal = ModalReading(
      phrase: quoted, force: force, bearer: bearer, act: wording.act,
      exception: exception.map { lowered(words.text($0), at: $0.lowerBound) }, why: why)
    return Reading(
      modal: modal, wording: wording, antecedent: bearer.flatMap(antecedent),
      phrase: phrase.range, scope: words[scope], end: end, limits: limits, isRelease: isRelease,
      isCommand: phrase.sense == .imperative, isRight: isRight, gap: gap)
  }

  private var limits: (own: [Limit], others: [Limit]) {
    let all = words[scope].limits
    return (all.filter { !isBelow($0.range.lowerBound) }.map(inPlace), all.filter { isBelow($0.range.lowerBound) })
  }

  /// What a measure is where it stands: one behind a noun may tell of what something is asked, and does behind “every”.
  private func inPlace(_ limit: Limit) -> Limit {
    var limit = limit
    if limit.kind == .atMost, !limit.isExcess, verb < end, Verbs.givings.contains(words[verb].core) {
      // Who must pay no more than £50 is bound, and who gets it bounded.
      limit.kind = .open
    } else if limit.isAmount, limit.kind != .upTo, let opener = sized(before: limit.range.lowerBound) {
      limit.kind = ["all", "any", "each", "every"].contains(opener) ? .threshold : limit.isExcess ? limit.kind : .open
    }
    return limit
  }

  /// What opens the noun phrase whose size a measure tells: *every* absence of more than; nil where it tells none.
  private func sized(before place: Int) -> String? {
    let (noun, link) = (place - 2, place - 1)
    guard noun > verb, Self.sizing.contains(words[link].core), words[noun].mark == nil,
      words[noun].traits.isDisjoint(with: [.participle, .auxiliary, .preposition, .adverb]),
      !Self.sizes.contains(words[noun].core)
    else { return nil }
    // To give every pupil at least two things is no less the more there are.
    if words[link].core == "with" || words[link].core == "of" && words[noun].traits.contains(.agent) { return "" }
    let opener = words[verb + 1..<noun].last {
      $0.core != "of" && !$0.traits.isDisjoint(with: [.determiner, .preposition])
    }
    return opener?.core ?? ""
  }

  private static let sizing: Set<String> = ["absent", "aged", "costing", "ill", "lasting", "of", "with", "worth"]
  /// What is asked for in some size rather than told from others by it.
  private static let sizes: Set<String> = [
    "break", "cover", "gap", "insurance", "interval", "notice", "panel", "period", "quorum", "rest", "total",
  ]

  /// Whether a word stands in a condition, inside the subject, or where somebody or something is described.
  private func isBelow(_ place: Int) -> Bool {
    if context.subject.dropFirst().contains(place) { return true }
    // Claims *made* within a week.
    if place - 2 >= phrase.range.upperBound, words[place - 1].traits.contains(.participle),
      words[place - 2].traits.isDisjoint(with: [.auxiliary, .adverb, .coordinator]), words[place - 2].mark == nil,
      !["be", "been"].contains(words[place - 2].core)
    {
      return true
    }
    for index in (scope.lowerBound..<place).reversed() {
      if phrase.range.contains(index) || words[index].mark != nil { return false }
      switch words.role(openedAt: index) {
      case .condition, .relative, .reason: return true
      case .main, .purpose, .complement, .question, nil: continue
      }
    }
    return false
  }

  /// What is still to come where the sentence ends with the phrase, or with the verb behind it.
  private var gap: Reading.Gap? {
    if end <= phrase.range.upperBound || !isJudged && actStart >= end || isOnlyAside { return .act }
    let last = words[end - 1]
    let isVerb = last.traits.contains(.verb) || verb == end - 1
    guard !isJudged, phrase.sense != .imperative, end == words.count, isVerb,
      words[verb..<end].allSatisfy({ !$0.traits.isDisjoint(with: [.verb, .coordinator, .adverb]) || verb == end - 1 })
    else { return nil }
    return .object
  }

  /// Whether it is only said when, where or unless what it holds: staff must, *in every case*.
  private var isOnlyAside: Bool {
    let start = words.afterAdverbs(actStart)
    guard leadsToVerb, phrase.sense != .imperative, end == words.count, start < end,
      !words[start..<end - 1].contains(where: { $0.mark == .comma })
    else { return false }
    if words.exception(in: scope, around: phrase.range)?.lowerBound == start { return true }
    let (opener, last) = (words[start].traits, words[end - 1].traits)
    // In every case check.
    let isVerb = last.contains(.verb) && words[end - 2].traits.isDisjoint(with: [.determiner, .preposition])
    return opener.isDisjoint(with: .verb)
      && (opener.contains(.subordinator) || opener.contains(.preposition) && !isVerb)
  }

  var isJudged: Bool { if case .judged = phrase.sense { true } else { false } }

  // MARK: Who

  /// Whether the subject names nobody: nobody may, no member of staff should.
  var isDenied: Bool {
    guard let first = context.subject.first else { return false }
    if words.isCount(first) { return false }
    if Self.nobody.contains(words[first].core) { return true }
    let place = phrase.range.lowerBound
    return first > place && place > 0 && (words[place - 1].core == "nor" || words.isDenial(place))
  }

  /// Whether it is said of not all, so that it holds for some and nobody knows for whom.
  var isOfSome: Bool {
    guard let first = context.subject.first else { return false }
    return words.isAt(first - 1, ["not"]) && Self.everybody.contains(words[first].core)
  }

  private static let everybody: Set<String> = ["all", "every", "each", "everyone", "everybody", "everything", "both"]

  static let speakers: Set<String> = ["i", "we", "you"]

  static let nobody: Set<String> = ["no", "nobody", "none", "neither", "no-one", "nothing"]

  var isAgent: Bool { words.animacy(of: phrase.bearer ?? context.subject) == .agent }

  /// Whether the subject has no part in what is promised: no one will *suffer* for it, each teacher will *receive* a copy.
  var isUndergone: Bool {
    guard phrase.sense == .will, isAgent, verb < end, let first = context.subject.first,
      !Self.speakers.contains(words[first].core)
    else { return false }
    return Verbs.gains.contains(words[verb].core) || Verbs.losses.contains(words[verb].core)
  }

  /// Whether the subject is somebody who does it; of a word that is not known, what is done tells.
  var isDoer: Bool {
    if isUndergone { return false }
    return switch words.animacy(of: phrase.bearer ?? context.subject) {
    case .agent: true
    case .thing: false
    case .unknown:
      phrase.sense != .destined && verb < end && words[verb].traits.contains(.verb)
        && !Verbs.ofThings.contains(words[verb].core)
    }
  }

  /// Where what is done begins: behind adverbs, and behind an aside between commas.
  var verb: Int { words.afterAdverbs(aside?.upperBound ?? actStart) }

  /// What stands between commas right behind the phrase: must, *where practicable*, reply.
  private var aside: Range<Int>? {
    let start = actStart
    guard start > 0, start < end, words[start - 1].mark == .comma,
      !words[start].traits.isDisjoint(with: [.preposition, .subordinator]),
      let comma = (start..<min(start + 10, end)).first(where: { words[$0].mark == .comma })
    else { return nil }
    return start..<comma + 1
  }

  /// Whether it gives somebody a right, or denies it: parents may *appeal*, staff may *be accompanied*.
  var isRight: Bool {
    [.may, .can, .allowed].contains(phrase.sense) && isAgent && verb < end && words.isRecourse(verb)
  }

  /// What is done to the subject: be *obtained*.
  var passive: String? {
    guard phrase.bearer == nil, phrase.sense != .imperative else { return nil }
    // Who is entitled to be accompanied has the right, not who accompanies.
    if phrase.sense == .allowed, !phrase.isNegative, isAgent { return nil }
    if isRight { return nil }
    var index = verb
    guard index < end, words[index].core == "be" || words[index].core == "been" else { return nil }
    repeat {
      index = words.afterAdverbs(index + 1)
      if index < end, words[index].core == "not" { index += 1 }
    } while index < end && (words[index].core == "either" || words[index].core == "both")
    guard index < end, words[index].traits.contains(.participle), !Verbs.states.contains(words[index].core) else {
      return nil
    }
    return words[index].core
  }

  // MARK: What

  private func wording(_ force: Duty.Force?, without exception: Range<Int>?) -> Duty.Wording {
    let (subject, action) = act(without: exception)
    return Duty.Wording(subject: subject, binding: binding(force, hasSubject: !subject.isEmpty), action: action)
  }

  /// What is to be done: the subject where nobody else is named, and what stands behind the phrase.
  private func act(without exception: Range<Int>?) -> (subject: String, action: String) {
    let needsSubject = isJudged || phrase.bearer == nil && (passive != nil || !isDoer)
    var subject = needsSubject ? text(context.subject, without: exception) : ""
    if isDenied { subject = affirmed(subject) }
    var start = actStart
    while start < end, Self.connectives.contains(words[start].core) { start += 1 }
    if isJudged {
      // What is judged is named before; behind the phrase stands at most where or when.
      if let bearer = phrase.bearer { start = bearer.upperBound }
      guard start < end, !["as", "that", "who", "which", "whose"].contains(words[start].core),
        !words[start].traits.isDisjoint(with: [.preposition, .subordinator])
      else { return (subject, "") }
    }
    let asides = [aside, fronted ?? lead].compactMap { $0 }
    if let aside { start = aside.upperBound }
    let action = start < end ? text(start..<end, without: exception) : ""
    // What is said first or between is told last.
    let others = asides.map { lowered(text($0, without: exception), at: $0.lowerBound) }
    return (
      subject, ([action] + others).filter { !$0.isEmpty }.joined(separator: action.contains(",") ? ", " : " ")
    )
  }

  /// When it is to be done, or on what condition, where the sentence says that first: *within a day* the clerk must reply.
  private var lead: Range<Int>? {
    let place = phrase.range.lowerBound
    let end = !context.subject.isEmpty ? context.subject.lowerBound : phrase.isImpersonal ? place - 1 : place
    guard context.role == .main, !context.isShared, scope.lowerBound < end else { return nil }
    let start = (scope.lowerBound..<end).first { words[$0].traits.isDisjoint(with: .coordinator) } ?? end
    let lead = words[start..<end]
    if start < end, case .condition = words.role(openedAt: start) { return start..<end }
    guard start < end, words.isLead(start) || lead.frequencyEnd(from: start) != nil, lead.namesTime,
      lead.allSatisfy({ $0.isCapital || $0.traits.isDisjoint(with: [.subordinator, .auxiliary]) })
    else { return nil }
    return start..<end
  }

  /// How strongly it binds in a word, where a verb follows; else, and beside their subject, the words of the sentence.
  private func binding(_ force: Duty.Force?, hasSubject: Bool) -> String {
    guard let force else { return phrase.words }
    if leadsToVerb, isDenied || !hasSubject {
      return words[phrase.range.upperBound - 1].core == "only" ? force.rawValue + " only" : force.rawValue
    }
    if phrase.sense == .imperative { return Duty.Force.must.rawValue + " " + phrase.words }
    return isDenied ? ownWords.replacing(" ", with: " not ", maxReplacements: 1) : ownWords
  }

  /// Whether what is to be done follows as after “must”: needs to *ask*; but not: is responsible for *asking*.
  private var leadsToVerb: Bool {
    if isJudged { return false }
    let last = words[phrase.range.upperBound - 1].core
    // Has the right to close the field, or to open it.
    if last == "to", phrase.sense == .allowed, !isSurelyDone { return false }
    if last == "to" { return !(actStart..<max(actStart, end - 1)).contains(where: goesOn) }
    return phrase.sense != .allowed && !["avoid", "for", "from", "that"].contains(last)
  }

  /// Whether what somebody is entitled to is something they do: to claim a fare, but not to leave or 28 days’ leave.
  private var isSurelyDone: Bool {
    let isRight = words[phrase.range].contains { $0.core == "entitled" }
    guard isRight, verb < end else { return true }
    let word = words[verb]
    if word.core == "be" { return true }
    let next = verb + 1 < end ? words[verb + 1].traits : []
    return word.traits.contains(.verb)
      && (!word.traits.contains(.nounToo) || !next.isDisjoint(with: [.determiner, .pronoun]))
      && (word.core != "leave" || next.contains(.determiner))
  }

  private func goesOn(_ index: Int) -> Bool {
    words[index].traits.contains(.coordinator) && words[index + 1].core == "to"
  }

  /// The phrase in the words of the sentence, with whom it names and who says so.
  private var ownWords: String {
    let range = phrase.range.lowerBound..<max(phrase.range.upperBound, phrase.bearer?.upperBound ?? 0)
    if phrase.isImpersonal { return "it " + words.text(range) }
    // The rules forbid staff from shouting.
    let isSaidByAnother = phrase.bearer.map { $0.upperBound < phrase.range.upperBound } ?? false
    return words.text(
      isSaidByAnother && !context.subject.isEmpty ? context.subject.lowerBound..<range.upperBound : range)
  }

  private func text(_ range: Range<Int>, without exception: Range<Int>?) -> String {
    guard let exception, exception.overlaps(range) else { return words.text(range) }
    let before = words.text(range.lowerBound..<max(range.lowerBound, exception.lowerBound))
    let behind = words.text(min(range.upperBound, exception.upperBound)..<range.upperBound)
    return [before, behind].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Words that tie a sentence to the one before; they are no part of what is asked.
  private static let connectives: Set<String> = [
    "however", "therefore", "likewise", "also", "instead", "too", "then", "thus", "nevertheless", "moreover",
  ]

  private func lowered(_ text: String, at index: Int) -> String {
    index == 0 ? text.prefix(1).lowercased() + text.dropFirst() : text
  }
}
