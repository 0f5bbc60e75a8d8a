/// Who it is that a phrase binds or frees.
extension PhraseReader {
  /// Who is bound or free, in the words of the sentence; nil where nobody is named.
  func bearer(without exception: Range<Int>?) -> String? {
    if let named = phrase.bearer { return trimmed(named, without: exception) }
    if isJudged { return nil }
    if passive != nil { return doer }
    guard !context.subject.isEmpty, isDoer else { return nil }
    return trimmed(context.subject, without: exception)
  }

  /// Whom a pronoun for the bearer stands for, where the sentence named them before: where *staff* travel, they must.
  func antecedent(of pronoun: String) -> String? {
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
      guard start < limit else { break }
      // By the Head beforehand.
      let name =
        start..<(words[start..<topic(from: start, to: limit)].lastIndex { !$0.traits.contains(.adverb) } ?? start) + 1
      guard words.animacy(of: name) == .agent else { break }
      last = name.upperBound
      guard name.upperBound == limit, limit < end,
        words[limit - 1].mark == .comma || words[limit].traits.contains(.coordinator)
      else { break }
      start = words[limit].traits.contains(.coordinator) ? limit + 1 : limit
    }
    return last
  }

  /// Where it is said behind a name of what somebody is told: informed by the head *of every complaint*.
  private func topic(from start: Int, to end: Int) -> Int {
    guard let passive, Verbs.tellings.contains(passive) else { return end }
    let topic = (start..<end).last { words[$0].core == "of" }
    return topic.flatMap { words.animacy(of: $0 + 1..<end) == .agent ? nil : $0 } ?? end
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
    let name = kept.map { String(words[$0].text) }.joined(separator: " ").trimmedOfMarks.withoutPossession
    return isDenied ? affirmed(name) : name
  }

  /// Who must not is not “nobody”: the same words for those who are meant by it.
  func affirmed(_ name: String) -> String {
    let words = name.split(separator: " ").map { Self.affirmed[$0.lowercased()] ?? String($0) }.joined(separator: " ")
    return words == "any one" ? "anyone" : words
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
}
