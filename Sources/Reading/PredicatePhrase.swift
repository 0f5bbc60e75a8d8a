/// Phrases that ask, allow or forbid without a modal: are expected to, has a duty to, it is important to.
extension [Word] {
  /// A phrase of “to be”, whose first word may be a modal before it: are expected to, will not be tolerated.
  func predicate(at first: Int, behind start: Int) -> ModalPhrase? {
    guard !followsModal(first) else { return nil }
    var index = afterAdverbs(start)
    var isNegative = self[first].core.hasSuffix("n't")
    let isFuture = self[first].traits.contains(.modal)
    if isFuture { isNegative = self[first..<start].contains { Self.negations.contains($0.core) } || isNegative }
    var negation: Int?
    if index < count, Self.negations.contains(self[index].core) {
      negation = index
      isNegative = true
      index = afterAdverbs(index + 1)
    }
    guard index < count else { return nil }
    let word = self[index].core
    let link = isFuture ? start - 1 : first
    func found(_ sense: ModalPhrase.Sense, negative: Bool, _ last: Int, bearer: Range<Int>? = nil) -> ModalPhrase {
      let adverb = index > start && Self.strengtheners.contains(self[index - 1].core) ? index - 1 : index
      let denied =
        negation ?? (isFuture && isNegative ? (first..<link).first { Self.negations.contains(self[$0].core) } : nil)
      let parts = [denied, link, adverb, index].compactMap { $0 }.sorted()
      var phrase = phrase(
        sense, negative: negative, first, parts[0], parts[1], parts.count > 2 ? parts[2] : 0,
        parts.count > 3 ? parts[3] : 0, last)
      phrase.bearer = bearer
      return phrase
    }
    if word == "to", !isFuture, index + 1 < count, isAction(index + 1) {
      return self[index + 1].core == "be" && isAt(index + 2, ["found"])
        ? nil : found(.destined, negative: isNegative, index)
    }
    let to = infinitive(behind: index)
    switch word {
    case "required", "obliged", "bound", "compelled", "instructed":
      if let to { return found(isNegative ? .released : .must, negative: false, to) }
      return word == "required" && !isNegative ? found(.judged(.must), negative: false, index) : nil
    case "needed":
      // Advice is needed to get on; approval, to be allowed to.
      let isConsent = self[..<first].contains { Self.consents.contains($0.core) }
      return isConsent && !isNegative ? found(.judged(.must), negative: false, index) : nil
    case "expected":
      return to.map { found(isNegative ? .released : .should, negative: false, $0) }
    case "advised", "encouraged", "recommended", "urged", "asked", "requested", "reminded", "invited":
      let that = word == "recommended" && isAt(index + 1, ["that"]) ? index + 1 : nil
      return (to ?? that).map { found(.should, negative: isNegative, $0) }
    case "allowed", "permitted", "entitled", "authorised", "free":
      if let to { return found(.allowed, negative: isNegative, to) }
      return ["allowed", "permitted"].contains(word) ? judged(isNegative ? .mustNot : .may, found, index) : nil
    case "acceptable", "accepted", "tolerated", "condoned":
      return isNegative ? found(.judged(.mustNot), negative: false, index) : nil
    case "unacceptable", "inadmissible", "forbidden", "prohibited", "banned", "barred":
      if isNegative { return nil }
      if let to = to ?? (isAt(index + 1, ["from"]) ? index + 1 : nil) { return found(.must, negative: true, to) }
      return found(.judged(.mustNot), negative: false, index)
    case "responsible":
      return !isNegative && isAt(index + 1, ["for"]) ? found(.must, negative: false, index + 1) : nil
    case "under":
      guard !isNegative,
        let duty = (index + 1..<Swift.min(index + 4, count)).first(where: { Self.duties.contains(self[$0].core) }),
        isAt(duty + 1, ["to"])
      else { return nil }
      return found(.must, negative: false, duty + 1)
    case "important", "vital", "crucial", "advisable", "desirable", "wise", "sensible":
      return judgement(at: first, index, .should, isNegative, found)
    case "essential", "imperative", "necessary", "mandatory", "compulsory", "obligatory":
      return judgement(at: first, index, .must, isNegative, found)
    case "good", "best":
      return isAt(index + 1, ["practice"]) ? judgement(at: first, index + 1, .should, isNegative, found) : nil
    case "the":
      // The responsibility of the host itself.
      guard !isNegative, index + 1 < count, Self.duties.contains(self[index + 1].core), isAt(index + 2, ["of"]) else {
        return nil
      }
      let end = nounPhraseEnd(from: index + 3)
      guard end > index + 3 else { return nil }
      var phrase = phrase(.judged(.must), first, index, index + 1, index + 2)
      phrase.bearer = index + 3..<end
      return phrase
    default: return nil
    }
  }

  /// The “to” of what is expected (by somebody) to be done.
  private func infinitive(behind index: Int) -> Int? {
    if isAt(index + 1, ["to"]) { return index + 1 }
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
    let subject = first > 0 ? self[first - 1].core : ""
    if subject == "it" {
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
  private static let duties: Set<String> = ["duty", "obligation", "responsibility", "job", "task"]
  private static let rights: Set<String> = ["right", "power", "permission", "freedom", "discretion"]
  private static let strengtheners: Set<String> = ["strongly", "only", "strictly", "particularly", "positively"]

  func followsModal(_ index: Int) -> Bool {
    var previous = index - 1
    while previous >= 0, self[previous].traits.contains(.adverb) { previous -= 1 }
    return previous >= 0
      && (self[previous].traits.contains(.modal) || self[previous].core == "to" && index - previous == 1)
  }

  /// Has to; has a duty to; has the right to.
  func possession(at index: Int) -> ModalPhrase? {
    guard !followsModal(index) else { return nil }
    let next = afterAdverbs(index + 1)
    if isAt(next, ["to"]), next + 1 < count, !isAt(next + 1, ["do", "with"]) {
      return isDenied(index) ? phrase(.released, index, next) : phrase(.must, index, next)
    }
    guard
      let noun = (index + 2..<Swift.max(index + 2, Swift.min(index + 5, count))).first(where: {
        Self.duties.contains(self[$0].core) || Self.rights.contains(self[$0].core)
      }),
      isAt(noun + 1, ["to"]), self[index + 1].traits.contains(.determiner)
    else { return nil }
    let isNegative = self[index + 1].core == "no" || isDenied(index)
    if Self.rights.contains(self[noun].core) {
      return phrase(.allowed, negative: isNegative, index, index + 1, noun, noun + 1)
    }
    return phrase(isNegative ? .released : .must, index, index + 1, noun, noun + 1)
  }

  private func isDenied(_ index: Int) -> Bool {
    index > 0 && (Self.negations.contains(self[index - 1].core) || self[index - 1].core.hasSuffix("n't"))
  }

  func need(at index: Int) -> ModalPhrase? {
    guard !followsModal(index) else { return nil }
    if self[index].core == "needn't" || isAt(index + 1, ["not"]) { return phrase(.released, index, index + 1) }
    let next = afterAdverbs(index + 1)
    guard isAt(next, ["to"]) else { return nil }
    if isDenied(index) { return phrase(.released, index, next) }
    // A need is no verb.
    guard
      index == 0 || self[index - 1].traits.isDisjoint(with: [.determiner, .preposition, .auxiliary])
        || self[index - 1].traits.contains(.pronoun)
    else { return nil }
    return phrase(.must, index, next)
  }

  /// Somebody requires, expects or allows somebody else to do it.
  func demand(at index: Int) -> ModalPhrase? {
    guard let (sense, isForbidding) = Self.demands[self[index].core] else { return nil }
    let isDenied = isDenied(index)
    if !self[index].core.hasSuffix("s"), !isDenied {
      guard index > 0, !self[index - 1].traits.isDisjoint(with: [.agent, .pronoun, .adverb]), !followsModal(index)
      else { return nil }
    }
    let link = isForbidding ? ["to", "from"] : ["to"]
    guard
      let to = (index + 1..<Swift.min(index + 11, count)).first(where: { link.contains(self[$0].core) }),
      to > index + 1, to + 1 < count,
      self[index + 1..<to].contains(where: { $0.traits.contains(.agent) }),
      !self[index..<to].contains(where: {
        $0.mark != nil || !$0.traits.isDisjoint(with: [.auxiliary]) || $0.core == "that"
      })
    else { return nil }
    var phrase = phrase(sense, negative: isForbidding, index, to, bearer: index + 1..<to)
    if isDenied {
      let first = index > 1 && self[index - 1].core == "not" ? index - 2 : index - 1
      let denied: ModalPhrase.Sense = sense == .lets ? .lets : .released
      phrase = self.phrase(denied, negative: sense == .lets, first, index - 1, index, to, bearer: index + 1..<to)
    }
    return phrase
  }

  private static let demands: [String: (ModalPhrase.Sense, Bool)] = [
    "expects": (.should, false), "expect": (.should, false), "requires": (.must, false), "require": (.must, false),
    "obliges": (.must, false), "binds": (.must, false), "allows": (.lets, false), "allow": (.lets, false),
    "permits": (.lets, false), "permit": (.lets, false), "encourages": (.should, false), "encourage": (.should, false),
    "advises": (.should, false), "asks": (.should, false), "urges": (.should, false), "forbids": (.must, true),
    "prohibits": (.must, true),
  ]

  /// Whether a word can be what somebody does.
  func isAction(_ index: Int) -> Bool {
    let next = afterAdverbs(index)
    guard next < count, !self[next].core.isEmpty, !self[next].isCapital else { return false }
    return self[next].traits.contains(.verb)
      || self[next].traits.isDisjoint(with: [.determiner, .preposition, .pronoun, .coordinator, .agent, .thing])
  }

  /// Where the noun phrase ends that begins at a word.
  func nounPhraseEnd(from start: Int) -> Int {
    var index = start
    while index < count {
      let word = self[index]
      if index > start, !word.traits.isDisjoint(with: [.auxiliary, .subordinator, .coordinator]) { return index }
      if index > start, word.traits.contains(.preposition), word.core != "of" { return index }
      if index > start, word.traits.contains(.pronoun), word.traits.isDisjoint(with: .determiner) { return index }
      if index > start, word.core == "to" { return index }
      index += 1
      if word.mark != nil || word.text.hasSuffix(")") { return index }
    }
    return index
  }
}
