/// Phrases of other verbs that ask, allow or forbid: has to, needs to, requires somebody to.
extension [Word] {
  /// Whether a modal before it already says what a verb asks: may have to.
  func followsModal(_ index: Int) -> Bool {
    var previous = index - 1
    while previous >= 0, self[previous].traits.contains(.adverb) { previous -= 1 }
    return previous >= 0
      && (self[previous].traits.contains(.modal) || self[previous].core == "to" && index - previous == 1)
  }

  /// Has to; has a duty to; has or reserves the right to.
  func possession(at index: Int) -> ModalPhrase? {
    guard !followsModal(index) else { return nil }
    let next = afterAdverbs(index + 1)
    if self[index].traits.contains(.auxiliary), isAt(next, ["to"]), next + 1 < count, !isAt(next + 1, ["do", "with"]) {
      return isDenied(index) ? release(from: index, to: next) : phrase(.must, index, next)
    }
    return holding(at: index, from: index)
  }

  /// Has or will have a duty or right.
  ///
  /// - Parameter first: the first word of the phrase.
  func holding(at index: Int, from first: Int) -> ModalPhrase? {
    guard
      let noun = (index + 1..<Swift.min(index + 5, Swift.max(count, index + 1))).first(where: {
        Self.duties.contains(self[$0].core) || Self.rights.contains(self[$0].core)
      }),
      let to = infinitive(of: noun) ?? care(of: noun), noun == index + 1 || isNounPhrase(index + 1..<noun)
    else { return nil }
    let isNegative = self[index + 1].core == "no" || isDenied(index)
    if Self.rights.contains(self[noun].core) {
      return phrase(.allowed, negative: isNegative, first, index, index + 1, noun, to)
    }
    return phrase(isNegative ? .released : .must, first, index, index + 1, noun, to)
  }

  /// The “for” of a responsibility.
  private func care(of noun: Int) -> Int? {
    self[noun].core == "responsibility" && isAt(noun + 1, ["for"]) ? noun + 1 : nil
  }

  /// Whether words only describe the noun behind them: has *overall* responsibility.
  private func isNounPhrase(_ range: Range<Int>) -> Bool {
    range.allSatisfy { self[$0].mark == nil && self[$0].traits.isDisjoint(with: [.preposition, .auxiliary, .verb]) }
  }

  /// The “to” behind a noun, or behind what stands between commas there: the right, however, to.
  private func infinitive(of noun: Int) -> Int? {
    if isAt(noun + 1, ["to"]) { return noun + 1 }
    guard self[noun].mark == .comma else { return nil }
    let comma = (noun + 1..<Swift.min(noun + 7, count)).first { self[$0].mark == .comma }
    return comma.flatMap { isAt($0 + 1, ["to"]) ? $0 + 1 : nil }
  }

  private func isDenied(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let previous = self[index - 1].core
    return ModalPhrase.denials.contains(previous) || previous.hasSuffix("n't") || isAt(index - 2, ["no", "longer"])
  }

  /// Where the words begin that deny a verb: *do not* need to.
  private func denial(before index: Int) -> Int {
    index > 1 && ["not", "longer"].contains(self[index - 1].core) ? index - 2 : index - 1
  }

  private func release(from index: Int, to last: Int) -> ModalPhrase {
    phrase(.released, denial(before: index), index - 1, index, last)
  }

  func need(at index: Int) -> ModalPhrase? {
    guard !followsModal(index) else { return nil }
    if self[index].core == "needn't" { return phrase(.released, index) }
    if isAt(index + 1, ["not"]) { return phrase(.released, index, index + 1) }
    let next = afterAdverbs(index + 1)
    guard isAt(next, ["to"]) else { return nil }
    if isDenied(index) { return release(from: index, to: next) }
    // A need is no verb.
    guard
      index == 0 || self[index - 1].traits.isDisjoint(with: [.determiner, .preposition, .auxiliary])
        || self[index - 1].traits.contains(.pronoun)
    else { return nil }
    return phrase(.must, index, next)
  }

  /// Responsibility for something rests with somebody.
  func assignment(at index: Int) -> ModalPhrase? {
    guard ["rests", "rest", "lies", "lie"].contains(self[index].core), isAt(index + 1, ["with"]) else { return nil }
    let end = nounPhraseEnd(from: index + 2)
    let subject = context(of: index).subject
    guard end > index + 2, animacy(of: index + 2..<end) == .agent, let head = head(of: subject),
      Self.duties.contains(self[head].core)
    else { return nil }
    return phrase(.judged(.must), index, index + 1, bearer: index + 2..<end)
  }

  /// Somebody requires, expects or allows somebody else to do it.
  func demand(at index: Int) -> ModalPhrase? {
    guard let (sense, isForbidding) = Self.demands[self[index].core] else { return nil }
    let isDenied = isDenied(index)
    if isDenied, self[index - 1].core == "not", index < 2 || !["do", "does"].contains(self[index - 2].core) {
      return nil
    }
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
      let denied: ModalPhrase.Sense = sense == .lets ? .lets : .released
      phrase = self.phrase(
        denied, negative: sense == .lets || isForbidding, denial(before: index), index - 1, index, to,
        bearer: index + 1..<to)
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
      || self[next].traits.isDisjoint(with: [
        .determiner, .preposition, .pronoun, .coordinator, .agent, .thing, .modifier,
      ])
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

  private static let rights: Set<String> = ["authority", "right", "power", "permission", "freedom", "discretion"]
}
