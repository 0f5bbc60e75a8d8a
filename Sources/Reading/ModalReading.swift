/// A phrase of a sentence that can ask, allow or forbid, and whether it does so here.
package struct ModalReading: Hashable, Sendable {
  /// As in the sentence; a gap shows that other words stand between: `can … only`.
  package let phrase: String
  /// How binding it is; nil where it is no duty.
  package let force: Duty.Force?
  /// Who is bound or free, in the words of the sentence; nil where nobody is named.
  package let bearer: String?
  /// What is to be done or left undone; where nobody is named who does it, with the subject of the sentence.
  package let act: String
  /// When it does not hold; nil where it always does.
  package let exception: String?
  /// Why it is a duty, or is none, in a plain sentence without a full stop.
  package let why: String
}

/// Every phrase of a sentence that can ask, allow or forbid, in its order.
package func modals(in sentence: String) -> [ModalReading] {
  readings(of: sentence).map(\.modal)
}

/// A reading with its place in the sentence.
struct Reading: Sendable {
  let modal: ModalReading
  /// What the act says before and behind the phrase, with the words that bind between them.
  let wording: Duty.Wording
  /// Whom the bearer stands for, where it is a pronoun and the sentence named them before.
  let antecedent: String?
  /// The words of the phrase by their places.
  let phrase: Range<Int>
  /// Its part of the sentence, from the end of the one before.
  let scope: ArraySlice<Word>
  /// Where its act ends.
  let end: Int
  /// The measures in its part of the sentence: its own, and those that tell when or of whom it holds.
  let limits: (own: [Limit], others: [Limit])
  /// Whether it says that nobody has to do it, or to leave it undone.
  let isRelease: Bool
  /// Whether it tells the reader directly what to do.
  let isCommand: Bool
  /// Whether it gives somebody a right, or denies it.
  let isRight: Bool
  /// What the items of a list can complete.
  let gap: Gap?

  /// What a duty lacks that is no sentence yet.
  enum Gap {
    /// All that is to be done: staff must.
    case act
    /// What it is done to: staff must check.
    case object
  }
}

func readings(of sentence: String) -> [Reading] { recentReadings[sentence] }

private let recentReadings = RecentlyRead(read)

private func read(_ sentence: String) -> [Reading] {
  let words = words(of: sentence)
  let phrases = words.modalPhrases
  guard !phrases.isEmpty else { return [] }
  let contexts = words.contexts(of: phrases)
  var readings: [Reading] = []
  var start = 0
  for (index, phrase) in phrases.enumerated() {
    let context = contexts[index]
    let following = zip(phrases, contexts).dropFirst(index + 1)
    let next = following.first { later, clause in
      !later.isIdle && (clause.role == .main || clause.isShared && clause.role == context.role)
        && clause.start >= phrase.range.upperBound && !words[later.range.lowerBound].isQuoted
    }
    let end = words.actEnd(of: phrase, context, before: next?.1)
    // Where a guest is ill, they must rest: the lead belongs to it though the clause begins with the pronoun.
    let hasLead = context.start > start && words.isLead(start) && words[context.start - 1].mark == .comma
    let opening = hasLead ? start : min(context.start, phrase.range.lowerBound)
    let scope = min(max(start, opening), phrase.range.lowerBound)..<max(end, phrase.range.upperBound)
    let reader = PhraseReader(words: words, phrase: phrase, context: context, end: end, scope: scope)
    readings.append(reader.reading)
    if context.role == .main { start = end }
  }
  return readings
}
