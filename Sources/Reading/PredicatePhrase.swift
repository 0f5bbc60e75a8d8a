/// Phrases that ask, allow or forbid without a modal: are expected to, has a duty to, it is important to.
extension [Word] {
  /// A phrase of “to be”, whose first word may be a modal before it: are expected to, will not be tolerated.
  func predicate(at first: Int, behind start: Int) -> ModalPhrase? {
    guard !followsModal(first) else { return nil }
    let isFuture = self[first].traits.contains(.modal)
    var index = afterAdverbs(start)
    var negation = (first..<index).first { ModalPhrase.denials.contains(self[$0].core) }
    if index < count, ModalPhrase.negations.contains(self[index].core) {
      negation = index
      index = afterAdverbs(index + 1)
    }
    let isPast = isAt(index, ["no", "longer"])
    if isPast {
      negation = index
      index = afterAdverbs(index + 2)
    }
    // What is, and isn’t, acceptable.
    guard index < count, index > start || self[start - 1].mark == nil else { return nil }
    let isNegative = negation != nil || self[first].core.hasSuffix("n't")
    let word = self[index].core
    func found(_ sense: ModalPhrase.Sense, negative: Bool, _ last: Int, bearer: Range<Int>? = nil) -> ModalPhrase {
      let adverb = index > start && Self.strengtheners.contains(self[index - 1].core) ? index - 1 : index
      let longer = isPast ? negation.map { $0 + 1 } : nil
      let places = [negation, longer, start - 1, adverb, index].compactMap { $0 }.sorted()
      let denial = isAt(last - 1, ["not", "to"]) ? last - 1 : last
      return phrase(sense, negative: negative, at: [first] + places + [denial, last], bearer: bearer)
    }
    if word == "to", !isFuture, index + 1 < count, isAction(index + 1) {
      return self[index + 1].core == "be" && isAt(index + 2, ["found"])
        ? nil : found(.destined, negative: isNegative, index)
    }
    if !isNegative, let duty = dutyOfSomebody(said: first, from: index) { return duty }
    // Advised not to: what is asked is to leave it undone.
    let isReversed = isAt(index + 1, ["not", "to"])
    let to = isReversed ? index + 2 : infinitive(behind: index)
    switch word {
    case "required", "obliged", "bound", "compelled", "instructed":
      if let to { return found(isNegative ? .released : .must, negative: isReversed, to) }
      return word == "required" && !isNegative ? found(.judged(.must), negative: false, index) : nil
    case "needed":
      // Advice is needed to get on; approval, to be allowed to.
      let isConsent = self[..<first].contains { Self.consents.contains($0.core) }
      return isConsent && !isNegative ? found(.judged(.must), negative: false, index) : nil
    case "expected":
      return to.map { found(isNegative ? .released : .should, negative: isReversed, $0) }
    case "advised", "encouraged", "recommended", "urged", "asked", "requested", "reminded", "invited":
      let that = word == "recommended" && isAt(index + 1, ["that"]) ? index + 1 : nil
      return (to ?? that).map { found(.should, negative: isNegative != isReversed, $0) }
    case "allowed", "permitted", "entitled", "authorised", "free":
      // Entitled to a test.
      if let to = to ?? (word == "entitled" && isAt(index + 1, ["to"]) ? index + 1 : nil) {
        return found(.allowed, negative: isNegative, to)
      }
      return ["allowed", "permitted"].contains(word) ? judged(isNegative ? .mustNot : .may, found, index) : nil
    case "acceptable", "accepted", "tolerated", "condoned":
      return isNegative ? found(.judged(.mustNot), negative: false, index) : nil
    case "unacceptable", "inadmissible", "forbidden", "prohibited", "banned", "barred":
      if isNegative { return found(.released, negative: true, index) }
      if let to = to ?? (isAt(index + 1, ["from"]) ? index + 1 : nil) { return found(.must, negative: true, to) }
      return found(.judged(.mustNot), negative: false, index)
    case "responsible", "accountable", "answerable":
      return !isNegative && isAt(index + 1, ["for"]) ? found(.must, negative: false, index + 1) : nil
    case "under":
      guard
        let duty = (index + 1..<Swift.min(index + 4, count)).first(where: { Self.duties.contains(self[$0].core) }),
        isAt(duty + 1, ["to"])
      else { return nil }
      let sense: ModalPhrase.Sense = isNegative || self[index + 1].core == "no" ? .released : .must
      return phrase(sense, first, index, duty - 1, duty, duty + 1)
    case "important", "vital", "crucial", "advisable", "desirable", "wise", "sensible":
      return judgement(at: first, index, .should, isNegative, found)
    case "essential", "imperative", "necessary", "mandatory", "compulsory", "obligatory":
      return judgement(at: first, index, .must, isNegative, found)
    case "good", "best":
      guard isAt(index + 1, ["practice"]) else { return nil }
      index += 1
      return judgement(at: first, index, .should, isNegative, found)
    case "a" where saysIt(before: first) && !isNegative && index + 1 < count:
      // A condition of employment that.
      guard ["condition", "requirement", "rule"].contains(self[index + 1].core),
        let link = (index + 2..<Swift.min(index + 8, count)).first(where: { ["that", "to"].contains(self[$0].core) }),
        !self[index + 1..<link].contains(where: { $0.mark != nil })
      else { return nil }
      var phrase = phrase(.must, first, index, index + 1, link)
      phrase.isImpersonal = true
      return phrase
    case "the":
      // The responsibility of the host itself.
      guard !isNegative, index + 1 < count, Self.duties.contains(self[index + 1].core), isAt(index + 2, ["of"]) else {
        return nil
      }
      let end = nounPhraseEnd(from: index + 3)
      guard end > index + 3 else { return nil }
      if saysIt(before: first), isAt(end, ["to"]) {
        var phrase = phrase(.must, first, index, index + 1, index + 2, end, bearer: index + 3..<end)
        phrase.isImpersonal = true
        return phrase
      }
      var phrase = phrase(.judged(.must), first, index, index + 1, index + 2)
      phrase.bearer = index + 3..<end
      return phrase
    default: return nil
    }
  }

  /// It is *the clerk’s* job to.
  private func dutyOfSomebody(said first: Int, from start: Int) -> ModalPhrase? {
    guard saysIt(before: first),
      let noun = (start + 1..<Swift.max(start + 1, Swift.min(start + 7, count - 1))).first(where: {
        Self.duties.contains(self[$0].core) && self[$0 - 1].isPossessive
      }), self[noun + 1].core == "to"
    else { return nil }
    var phrase = phrase(.must, first, noun, noun + 1, bearer: start..<noun)
    phrase.isImpersonal = true
    return phrase
  }

  /// The “to” of what is expected (by somebody) to be done.
  private func infinitive(behind index: Int) -> Int? {
    if isAt(index + 1, ["to"]) { return index + 2 >= count || isAction(index + 2) ? index + 1 : nil }
    guard isAt(index + 1, ["by"]) else { return nil }
    for place in index + 2..<Swift.min(index + 14, count) {
      if self[place].core == "to" { return place }
      if self[place].mark != nil || !self[place].traits.isDisjoint(with: [.auxiliary, .subordinator]) { return nil }
    }
    return nil
  }

  private typealias Found = (ModalPhrase.Sense, Bool, Int, Range<Int>?) -> ModalPhrase

  /// Visits are not allowed; but a person who is not allowed something is not what is judged.
  private func judged(_ force: Duty.Force, _ found: Found, _ index: Int) -> ModalPhrase {
    let next = index + 1
    let hasObject = next < count && self[index].mark == nil && !self[next].traits.isDisjoint(with: [.determiner])
    return hasObject ? found(.allowed, force == .mustNot, index, nil) : found(.judged(force), false, index, nil)
  }

  /// It is important (for somebody) to, or that somebody does; or something that one can do is important.
  private func judgement(
    at first: Int, _ index: Int, _ force: Duty.Force, _ isNegative: Bool, _ found: Found
  ) -> ModalPhrase? {
    let sense: ModalPhrase.Sense = force == .must ? .must : .should
    if saysIt(before: first) {
      var last = index + 1
      var bearer: Range<Int>?
      if isAt(last, ["for"]) {
        let end = Swift.min(index + 12, count)
        guard let to = (Swift.min(index + 3, end)..<end).first(where: { self[$0].core == "to" }) else { return nil }
        (last, bearer) = (to, index + 2..<to)
      } else if !isAt(last, ["to"]), !isAt(last, ["that"]) {
        return nil
      }
      var phrase = found(isNegative ? .released : sense, false, last, bearer)
      phrase.isImpersonal = true
      return phrase
    }
    guard !isNegative else { return nil }
    let isObligatory = ["mandatory", "compulsory", "obligatory"].contains(self[index].core)
    return isObligatory || namesAnAct(before: first) ? found(.judged(force), false, index, nil) : nil
  }

  private func saysIt(before index: Int) -> Bool { index > 0 && self[index - 1].core == "it" }

  /// Whether the clause before a word begins with something one can do: to have, closing.
  private func namesAnAct(before index: Int) -> Bool {
    var start = index
    while start > 0, self[start - 1].mark != .stop { start -= 1 }
    let word = self[start].core
    return word == "to" || word.hasSuffix("ing") && word.utf8.count > 4 && !Self.notGerunds.contains(word)
  }

  private static let notGerunds: Set<String> = [
    "during", "including", "nothing", "anything", "everything", "something", "concerning", "regarding", "following",
  ]
  static let duties: Set<String> = ["duty", "obligation", "responsibility", "job", "task"]
  private static let strengtheners: Set<String> = ["strongly", "only", "strictly", "good", "best"]
}
