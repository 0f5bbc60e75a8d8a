import PolicyModel
import Reading

extension Check {
  static let contradiction = Check(
    .contradiction, .warning, "A section allows or asks the very thing that it forbids."
  ) { text, check in
    let sections = Dictionary(text.clauses.map { ($0.identity, $0.section) }) { first, _ in first }
    // The heading of another section may say when the other holds.
    let forbidden = Dictionary(
      grouping: text.duties.filter(\.isForbidding).map { (duty: $0, stems: $0.stems) }, by: { sections[$0.duty.clause] }
    )
    return text.duties.filter { !$0.isForbidding }.compactMap { duty in
      guard let candidates = forbidden[sections[duty.clause]] else { return nil }
      let stems = duty.stems
      let opposite = candidates.first { $0.stems == stems && $0.duty.concerns(duty.bearer) && $0.duty.isFlat }?.duty
      guard let opposite, duty.isFlat else { return nil }
      return check.finding(
        "“\(duty.phrase)” and “\(opposite.phrase)” are said of the same thing: “\(duty.act)”",
        remedy: "keep one of them, or say when each holds", about: .clause(duty.clause),
        notes: [Diagnostic.Note("“\(opposite.phrase)” stands here", about: .clause(opposite.clause))])
    }
  }
}

extension Duty {
  fileprivate var isForbidding: Bool { force == .mustNot || force == .shouldNot }

  /// Whether it holds always, so that nothing outside its act can set it apart from another.
  fileprivate var isFlat: Bool {
    let words = Reading.words(of: sentence)
    // In an emergency; but: at no time.
    let hasLead = words.count > 1 && words[0].traits.contains(.preposition) && words[1].core != "no"
    return exception == nil && !hasLead
      && !words.indices.contains { index in
        // Only limited use is leave nevertheless.
        let isMeasure =
          words[index].core == "only" && index + 1 < words.count && measures.contains(words[index + 1].core)
        return conditions.contains(words[index].core) && !isMeasure
          || words[index].traits.contains(.subordinator) && words[index].core != "that"
      }
  }

  /// The words of the act that tell it from others, without their endings: using phones and phones be used are the same, and so
  /// are limited use of phones and visits to sites of social media.
  fileprivate var stems: Set<String> {
    let stems = Set(
      Reading.words(of: act).filter {
        // To be kept no longer is not to be kept longer.
        ($0.traits.isDisjoint(with: [.determiner, .coordinator]) || $0.core == "no") && !emphasis.contains($0.core)
          && !measures.contains($0.core) && !ties.contains($0.core)
      }.map { stem($0.core) }.map { $0 == "private" ? "personal" : $0 })
    // To use what is online is to visit it.
    guard !stems.isDisjoint(with: online) else { return stems }
    return Set(stems.map { visits.contains($0) ? "us" : $0 }).subtracting(["to", "for"])
      .subtracting(stems.contains("media") ? sites : [])
  }

  /// Whether it speaks of somebody, or of nobody in particular.
  fileprivate func concerns(_ other: String?) -> Bool {
    guard let bearer, let other else { return true }
    return bearer.lowercased() == other.lowercased()
  }
}

private func stem(_ word: String) -> String {
  if word.hasSuffix("ied") || word.hasSuffix("ies") { return word.dropLast(3) + "y" }
  for ending in ["ing", "ed", "es", "s", "e"] where word.hasSuffix(ending) && word.utf8.count > ending.utf8.count + 1 {
    return String(word.dropLast(ending.count))
  }
  return word
}

private let conditions: Set<String> = [
  "only", "during", "before", "after", "until", "except", "without", "outside", "otherwise", "provided", "instead",
]

/// How much is allowed; none of it is left where all is forbidden.
private let measures: Set<String> = ["only", "limited", "some", "occasional", "reasonable"]

/// Words that say no more than others beside them: make use of phones for private purposes.
private let ties: Set<String> = ["make", "of", "reasons", "purposes", "ends"]

private let online: Set<String> = ["media", "sit", "websit", "internet", "web"]

private let visits: Set<String> = ["visit", "access", "brows"]

private let sites: Set<String> = ["sit", "websit"]

/// Words that make a prohibition or leave louder, and no other.
private let emphasis: Set<String> = [
  "be", "ever", "never", "always", "also", "therefore", "however", "circumstances", "time", "times", "at", "under",
  "all",
  "still", "normally",
]
