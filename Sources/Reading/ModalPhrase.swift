/// Words that can ask, allow or forbid, as they stand in a sentence.
struct ModalPhrase {
  /// How the words work, before it is known of whom they speak.
  enum Sense: Hashable {
    case must, should, may, can, will
    /// Is to.
    case destined
    /// Is allowed to, has the right to.
    case allowed
    /// Somebody or something allows somebody else to.
    case lets
    /// Somebody is told directly: keep your password secret.
    case imperative
    /// The subject itself is judged: visits are not allowed.
    case judged(Duty.Force)
    /// It is said that nobody need do it.
    case released
  }

  var sense: Sense
  var isNegative = false
  /// From its first word to its last.
  var range: Range<Int>
  /// Where what is to be done begins, if not behind the phrase.
  var act: Int?
  /// As it is quoted; a gap shows that other words stand between.
  var words: String
  /// Whether it is said of “it”, which stands for nobody: it is important to.
  var isImpersonal = false
  /// Whether “can” gives leave: parents can appeal, only the Head can.
  var isLeave = false
  /// Whether it only tells what is possible: pupils can swim.
  var isIdle: Bool { sense == .can && !isNegative && !isLeave }
  /// Who is bound, where the phrase itself names them: requires *staff* to.
  var bearer: Range<Int>?
}

extension ModalPhrase {
  /// Words that deny the verb behind them.
  static let negations: Set<String> = ["not", "never", "neither"]
  /// Those, and others that leave a demand without force: rarely required.
  static let denials = negations.union(["rarely", "seldom", "hardly"])
}

extension [Word] {
  /// Every phrase of a sentence that could be a duty, in order.
  var modalPhrases: [ModalPhrase] {
    var phrases: [ModalPhrase] = []
    var index = 0
    while index < count, phrases.count < mostPhrases {
      if let phrase = phrase(at: index).map(withOmission) {
        phrases.append(phrase)
        index = phrase.range.upperBound
      } else {
        index += 1
      }
    }
    return phrases
  }

  private func phrase(at index: Int) -> ModalPhrase? {
    if let imperative = imperative(at: index) { return imperative }
    switch self[index].core {
    case "must", "shall", "mustn't", "shan't": return modal(at: index, .must)
    case "should", "shouldn't": return modal(at: index, .should)
    case "ought", "oughtn't": return then(["to"], modal(at: index, .should))
    case "may": return self[index].isCapital ? nil : modal(at: index, .may)
    case "can", "cannot", "can't": return capability(at: index)
    case "will", "won't": return undertaking(at: index)
    case "is", "are", "isn't", "aren't": return predicate(at: index, behind: index + 1)
    case "has", "have", "reserves", "reserve", "retains", "retain": return possession(at: index)
    case "need", "needs", "needn't": return need(at: index)
    default: return demand(at: index) ?? assignment(at: index)
    }
  }

  /// The index of the first word from one on that is no mere adverb.
  func afterAdverbs(_ start: Int) -> Int {
    var index = start
    while index < count {
      if self[index].core.isEmpty
        || self[index].traits.contains(.adverb) && !ModalPhrase.negations.contains(self[index].core)
      {
        index += 1
      } else if let length = adverbialLength(at: index) {
        index += length
      } else {
        break
      }
    }
    return index
  }

  private func adverbialLength(at index: Int) -> Int? {
    Self.adverbials.first { isAt(index, $0) }?.count
  }

  /// The length of an adverbial that ends right before a word.
  func adverbialLength(endingBefore end: Int) -> Int? {
    Self.adverbials.first { isAt(end - $0.count, $0) }?.count
  }

  private static let adverbials = [
    "at all times", "at any time", "at once", "as well", "for example", "in addition", "in writing", "of course",
  ]
  .map { $0.split(separator: " ") }

  func isAt(_ index: Int, _ sequence: [Substring]) -> Bool {
    index >= 0 && index + sequence.count <= count
      && sequence.indices.allSatisfy { self[index + $0].core == sequence[$0] }
  }

  /// Whether “no” at a word only counts: no fewer than two.
  func isCount(_ index: Int) -> Bool {
    ["more", "fewer", "less"].contains { isAt(index, ["no", $0, "than"]) }
  }

  /// A phrase of the words at some places, in their order.
  func phrase(
    _ sense: ModalPhrase.Sense, negative: Bool = false, _ places: Int..., bearer: Range<Int>? = nil
  ) -> ModalPhrase {
    phrase(sense, negative: negative, at: places, bearer: bearer)
  }

  func phrase(
    _ sense: ModalPhrase.Sense, negative: Bool = false, at places: [Int], bearer: Range<Int>? = nil
  ) -> ModalPhrase {
    var words = self[places[0]].core
    var last = places[0]
    for place in places where place > last {
      words += (place == last + 1 ? " " : " … ") + self[place].core
      last = place
    }
    return ModalPhrase(sense: sense, isNegative: negative, range: places[0]..<last + 1, words: words, bearer: bearer)
  }

  /// A modal with the negation that may follow it.
  private func modal(at index: Int, _ sense: ModalPhrase.Sense) -> ModalPhrase {
    if self[index].core.hasSuffix("n't") { return phrase(sense, negative: true, index) }
    let next = afterAdverbs(index + 1)
    if next < count, ModalPhrase.negations.contains(self[next].core), !isAt(next, ["not", "only"]) {
      return phrase(sense, negative: true, index, next)
    }
    if isAt(index + 1, ["no", "longer"]) { return phrase(sense, negative: true, index, index + 1, index + 2) }
    if isAt(index + 1, ["at", "no", "time"]) {
      return phrase(sense, negative: true, index, index + 1, index + 2, index + 3)
    }
    if index + 1 < count, self[index + 1].core == "only", sense == .may || sense == .can {
      return phrase(sense, index, index + 1)
    }
    return phrase(sense, index)
  }

  private func then(_ words: [Substring], _ phrase: ModalPhrase) -> ModalPhrase? {
    let end = phrase.range.upperBound
    return isAt(end, words) ? longer(phrase, to: end..<end + words.count) : nil
  }

  /// A phrase with the verb behind it that says something is left undone: must *refrain from* posting, must not *fail to*.
  private func withOmission(_ phrase: ModalPhrase) -> ModalPhrase {
    let start = phrase.act ?? afterAdverbs(phrase.range.upperBound)
    guard [.must, .should, .will, .destined, .imperative].contains(phrase.sense),
      let length = omissionLength(at: start, isDenied: phrase.isNegative)
    else { return phrase }
    let places = start..<start + length
    var reversed = phrase.act == nil ? longer(phrase, to: places) : self.phrase(phrase.sense, at: places.map { $0 })
    reversed.isNegative = !phrase.isNegative
    return reversed
  }

  private func omissionLength(at index: Int, isDenied: Bool) -> Int? {
    // To avoid doing it is to leave it undone; to avoid an accident is not.
    if isAt(index, ["avoid"]) { return index + 1 < count && self[index + 1].core.hasSuffix("ing") ? 1 : nil }
    let isOmission = ["refrain", "abstain", "desist"].contains { isAt(index, [$0, "from"]) }
    // What will fail to happen is foretold.
    return isOmission || isDenied && isAt(index, ["fail", "to"]) ? 2 : nil
  }

  private func longer(_ phrase: ModalPhrase, to range: Range<Int>) -> ModalPhrase {
    var longer = phrase
    longer.words +=
      (range.lowerBound == phrase.range.upperBound ? " " : " … ") + self[range].map(\.core).joined(separator: " ")
    longer.range = phrase.range.lowerBound..<range.upperBound
    return longer
  }

  /// “can” allows where “only” limits it, and forbids where it is denied; else it tells what is possible.
  private func capability(at index: Int) -> ModalPhrase? {
    let modal = modal(at: index, .can)
    if self[index].core != "can" || modal.isNegative {
      return phrase(.can, negative: true, index, modal.range.upperBound - 1)
    }
    guard let only = limit(from: index + 1) else {
      let isFollowed = index + 1 < count && self[index].mark == nil
      guard isFollowed else { return nil }
      let clause = context(of: index)
      var plain = phrase(.can, index)
      plain.isLeave =
        animacy(of: clause.subject) == .agent
        && (isRecourse(afterAdverbs(index + 1)) || self[clause.subject.lowerBound].core == "only")
      return clause.role == .main ? plain : nil
    }
    var limited = phrase(.can, index, only)
    limited.isLeave = true
    limited.range = only == index + 1 ? index..<only + 1 : index..<index + 1
    return limited
  }

  /// Whether what begins at a word is done by somebody for themselves: appeal, be accompanied.
  func isRecourse(_ index: Int) -> Bool {
    guard index + 1 < count, self[index].core == "be" else {
      return index < count && Verbs.recourse.contains(self[index].core)
    }
    let next = afterAdverbs(index + 1)
    return next < count && Verbs.support.contains(self[next].core)
  }

  /// Where “only” stands in the clause that begins at a word.
  func limit(from start: Int) -> Int? {
    for index in start..<count {
      let word = self[index]
      if word.core == "only", index == 0 || self[index - 1].core != "not" { return index }
      if word.mark != nil || word.traits.contains(.auxiliary) && word.core != "do" { return nil }
    }
    return nil
  }

  private func undertaking(at index: Int) -> ModalPhrase? {
    if index > 0, self[index - 1].isPossessive || !self[index - 1].traits.isDisjoint(with: [.determiner]) {
      // The will of somebody, unless the word before it is the subject.
      guard ["this", "that", "all", "each", "both", "one", "none"].contains(self[index - 1].core) else { return nil }
    }
    let modal = modal(at: index, .will)
    let next = afterAdverbs(modal.range.upperBound)
    guard next < count else { return modal }
    switch self[next].core {
    case "have", "need":
      if isAt(next + 1, ["to"]) {
        return modal.isNegative ? phrase(.released, index, next, next + 1) : phrase(.must, index, next, next + 1)
      }
      if self[next].core == "have", let found = holding(at: next, from: index) { return found }
    case "be":
      if let found = predicate(at: index, behind: next + 1) {
        // “will be responsible” is said of the future, “will be required” of what is asked now.
        return found
      }
    default: break
    }
    return modal
  }
}

/// Many times what anybody means in one sentence; each is told with all its words.
private let mostPhrases = 100
