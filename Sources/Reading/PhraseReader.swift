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
    return (all.filter { !isBelow($0.range.lowerBound) }, all.filter { isBelow($0.range.lowerBound) })
  }

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
    if end <= phrase.range.upperBound || !isJudged && actStart >= end { return .act }
    let last = words[end - 1]
    let isVerb = last.traits.contains(.verb) || verb == end - 1
    guard !isJudged, phrase.sense != .imperative, end == words.count, isVerb,
      words[verb..<end].allSatisfy({ !$0.traits.isDisjoint(with: [.verb, .coordinator, .adverb]) || verb == end - 1 })
    else { return nil }
    return .object
  }

  private var isJudged: Bool { if case .judged = phrase.sense { true } else { false } }

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
  private var isDoer: Bool {
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
  var verb: Int {
    var index = actStart
    if index > 0, index < end, words[index - 1].mark == .comma, words[index].traits.contains(.preposition),
      let comma = (index..<min(index + 10, end)).first(where: { words[$0].mark == .comma })
    {
      index = comma + 1
    }
    return words.afterAdverbs(index)
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

  private func bearer(without exception: Range<Int>?) -> String? {
    if let named = phrase.bearer { return trimmed(named, without: exception) }
    if isJudged { return nil }
    if passive != nil { return doer }
    guard !context.subject.isEmpty, isDoer else { return nil }
    return trimmed(context.subject, without: exception)
  }

  /// Whom a pronoun for the bearer stands for, where the sentence named them before: where *staff* travel, they must.
  private func antecedent(of pronoun: String) -> String? {
    guard pronoun.isStandIn, pronoun.takesUpTheLast else { return nil }
    var one: String?
    for verb in (0..<phrase.range.lowerBound).reversed() where words.isFiniteVerb(verb) {
      let subject = words.context(of: verb).subject
      guard let first = subject.first, words.animacy(of: subject) == .agent, !Self.nobody.contains(words[first].core),
        !Self.speakers.contains(words[first].core)
      else { continue }
      let name = trimmed(subject, without: nil)
      if name.isStandIn { continue }
      if !pronoun.isSeveral || !name.namesOne { return name }
      one = one ?? name
    }
    return one
  }

  private static let speakers: Set<String> = ["i", "we", "you"]

  /// Who does what is done: be approved *by the Head*.
  var doer: String? {
    // Be read, and approved by the Head: who reads it is not said.
    let joined = (actStart..<max(actStart, end - 1)).first {
      words[$0].traits.contains(.coordinator) && words[$0 + 1].traits.contains(.participle)
    }
    let doers = (actStart..<(joined ?? end)).compactMap { index -> String? in
      guard words[index].core == "by", words[index].depth == words[phrase.range.lowerBound].depth,
        !describesNoun(agentAt: index)
      else { return nil }
      return namesEnd(from: index + 1).map { words.text(index + 1..<$0) }
    }
    // Signed by one and countersigned by another: neither does all of it.
    return doers.count == 1 ? doers[0] : nil
  }

  /// Where the names of somebody end, one or several: by *the clerk, the head and the board*.
  private func namesEnd(from start: Int) -> Int? {
    var last: Int?
    var start = start
    while start < end, words[start].traits.isDisjoint(with: .subordinator) {
      let limit = min(words.nounPhraseEnd(from: start), end)
      // By the Head beforehand.
      let name = start..<(words[start..<limit].lastIndex { !$0.traits.contains(.adverb) } ?? start) + 1
      guard start < limit, words.animacy(of: name) == .agent else { break }
      last = name.upperBound
      guard name.upperBound == limit, limit < end,
        words[limit - 1].mark == .comma || words[limit].traits.contains(.coordinator)
      else { break }
      start = words[limit].traits.contains(.coordinator) ? limit + 1 : limit
    }
    return last
  }

  /// Whether “by” tells who does what describes a noun: at events *approved by* the Head.
  private func describesNoun(agentAt by: Int) -> Bool {
    let participle = by - 1
    guard participle > verb, words[participle].traits.contains(.participle), words[participle].core != passive else {
      return false
    }
    let before = words[participle - 1]
    return before.mark == nil && before.traits.isDisjoint(with: [.coordinator, .auxiliary, .adverb])
      && !["be", "been", passive].contains(before.core)
  }

  /// The words for a bearer: not in brackets, without asides, at most about ten.
  private func trimmed(_ range: Range<Int>, without exception: Range<Int>?) -> String {
    var kept = range.filter { words[$0].depth == words[range.lowerBound].depth }
    if let exception, let place = kept.firstIndex(of: exception.lowerBound), place > 0 { kept = Array(kept[..<place]) }
    if let comma = kept.dropLast().first(where: { words[$0].mark == .comma }), !isList(kept, from: comma) {
      kept = kept.filter { $0 <= comma }
    }
    // Whoever finds that something is so is named by all of it.
    if kept.count > 12, !kept.contains(where: { words.role(openedAt: $0)?.isComplement ?? false }) {
      let opensClause = (3...10).last {
        words[kept[$0]].traits.contains(.subordinator) || words[kept[$0 - 1]].mark != nil
      }
      let opensPhrase = (3...10).last { place in
        let isJoint = words[kept[place]].traits.contains(.coordinator) && !words[kept[place + 1]].isCapital
        return isJoint || words[kept[place]].traits.contains(.preposition)
      }
      kept = Array(kept.prefix(opensClause ?? opensPhrase ?? 10))
    }
    let parts = kept.map { index in
      // Who must not is not “nobody”.
      isDenied ? Self.affirmed[words[index].core] ?? String(words[index].text) : String(words[index].text)
    }
    let name = parts.joined(separator: " ").trimmedOfMarks.withoutPossession
    return name == "any one" ? "anyone" : name
  }

  private static let affirmed = [
    "nobody": "anybody", "no-one": "anyone", "nothing": "anything", "no": "any", "none": "any", "neither": "either",
    "nor": "or",
  ]

  private func isList(_ kept: [Int], from comma: Int) -> Bool {
    guard let next = kept.first(where: { $0 > comma }) else { return false }
    // Staff and, with consent, pupils.
    if words[comma].traits.contains(.coordinator) { return true }
    let opener = words[next]
    if opener.traits.contains(.coordinator), next + 1 < words.count, words.isLead(next + 1) { return false }
    if words.isLead(next) || opener.traits.contains(.subordinator) || opener.core == "such" { return false }
    return kept.contains { $0 > comma && words[$0].traits.contains(.coordinator) }
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
    if isDenied {
      subject = subject.split(separator: " ").map { Self.affirmed[$0.lowercased()] ?? String($0) }.joined(
        separator: " ")
      if subject == "any one" { subject = "anyone" }
    }
    var start = actStart
    while start < end, Self.connectives.contains(words[start].core) { start += 1 }
    if isJudged {
      // What is judged is named before; behind the phrase stands at most where or when.
      if let bearer = phrase.bearer { start = bearer.upperBound }
      guard start < end, !["as", "that", "who", "which", "whose"].contains(words[start].core),
        !words[start].traits.isDisjoint(with: [.preposition, .subordinator])
      else { return (subject, "") }
    }
    let action = start < end ? text(start..<end, without: exception) : ""
    guard let opening = fronted ?? time else { return (subject, action) }
    let first = lowered(text(opening, without: exception), at: opening.lowerBound)
    return (subject, [action, first].filter { !$0.isEmpty }.joined(separator: " "))
  }

  /// When it is to be done, where the sentence says that first: *within a day* the clerk must reply.
  private var time: Range<Int>? {
    let end = context.subject.isEmpty ? phrase.range.lowerBound : context.subject.lowerBound
    guard context.role == .main, !context.isShared, scope.lowerBound < end else { return nil }
    let start = (scope.lowerBound..<end).first { words[$0].traits.isDisjoint(with: .coordinator) } ?? end
    let lead = words[start..<end]
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
    return isDenied ? ownWords.replacing(" ", with: " not ", maxReplacements: 1) : ownWords
  }

  /// Whether what is to be done follows as after “must”: needs to *ask*; but not: is responsible for *asking*.
  private var leadsToVerb: Bool {
    if isJudged { return false }
    let last = words[phrase.range.upperBound - 1].core
    // Has the right to close the field, or to open it.
    if last == "to", phrase.sense == .allowed, !isSurelyDone { return false }
    if last == "to" { return !(actStart..<max(actStart, end - 1)).contains(where: goesOn) }
    return phrase.sense != .allowed && !["for", "from", "that"].contains(last)
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
