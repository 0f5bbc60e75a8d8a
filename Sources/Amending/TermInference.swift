import PolicyModel
import Reading

/// Finds what the terms of a base stand for in a text that somebody filled in by hand.
///
/// Where nothing but other words in the place of a term parts a line from its base, those words are a value; each line has one
/// vote.
struct TermInference {
  private struct Slot: Hashable {
    let name: String
    let form: TermForm
  }

  private var votes: [Slot: [String: Int]] = [:]
  /// Of uses that print a capital letter, which their value need not have.
  private var capitalVotes: [Slot: [String: Int]] = [:]
  /// Values are names, not sentences.
  private static let longest = 14

  /// Counts what stands in the place of each term in a line.
  ///
  /// - Parameter known: the values so far; one that stands behind other words of a list is still the value.
  mutating func read(_ base: Text, _ text: Text, known: [String: TermValue]) {
    let uses = base.termUses
    guard !uses.isEmpty else { return }
    // Where a value ends may be told in more than one way: a line that reads as it did speaks for the values it had.
    guard base.filled(known) != text else {
      for use in uses { if let value = known[use.name] { vote(for: use.words(of: value), in: use) } }
      return
    }
    let (before, after) = (base.styledWords, text.styledWords)
    // A term is met by nothing, so that what stands in its place is a stretch of its own.
    let keys = before.enumerated().map { $1.isOpen ? "\u{0}\($0)" : $1.plain }
    let hunks = leastEdits(from: keys, to: after.map(\.plain))
    // What stands in the place of a term in a line of which little is left stands there by chance.
    let kept = before.count - hunks.reduce(0) { $0 + $1.old.count }
    guard kept * 2 >= before.count - before.count(where: \.isOpen) else { return }
    for hunk in hunks where hunk.old.count == 1 {
      guard (1...Self.longest).contains(hunk.new.count), let run = before[hunk.old.lowerBound].runs.first,
        before[hunk.old.lowerBound].runs.count == 1, case .term(let use) = run.content
      else { continue }
      var words = Text(joining: after[hunk.new]).plain
      if let old = known[use.name].map({ use.words(of: $0) }), words.contains(", "), words.hasSuffix(" " + old) {
        words = old
      }
      vote(for: words, in: use)
    }
  }

  private mutating func vote(for words: String, in use: TermUse) {
    let slot = Slot(name: use.name, form: use.form)
    if use.isCapitalised {
      capitalVotes[slot, default: [:]][words, default: 0] += 1
    } else {
      votes[slot, default: [:]][words, default: 0] += 1
    }
  }

  /// The terms with the values that explain most lines; one that is not asked for keeps what it has.
  func values(over known: [String: TermValue]) -> [String: TermValue] {
    var values = known
    for (name, old) in known {
      let winners = winners(name, old)
      let (long, short, possessive) = (winners[.long], winners[.short], winners[.possessive])
      guard TermForm.allCases.contains(where: { winners[$0] != nil && winners[$0] != old.words($0) }) else { continue }
      var value = TermValue(long ?? (short == old.words(.short) ? old.long : short ?? old.long))
      if let short = short ?? (long == nil ? old.short : nil), short != value.long { value.short = short }
      if let possessive = possessive ?? (long == nil && short == nil ? old.possessive : nil),
        possessive != value.words(.possessive)
      {
        value.possessive = possessive
      }
      values[name] = value
    }
    return values
  }

  /// What each form of a term stands for; where one form keeps its value, a single line does not change another.
  private func winners(_ name: String, _ old: TermValue) -> [TermForm: String] {
    var winners: [TermForm: String] = [:]
    for form in TermForm.allCases { winners[form] = winner(Slot(name: name, form: form), old.words(form)) }
    guard TermForm.allCases.contains(where: { winners[$0] == old.words($0) }) else { return winners }
    for (form, words) in winners where words != old.words(form) {
      let slot = Slot(name: name, form: form)
      let count = votes[slot, default: [:]][words, default: 0] + capitalVotes[slot, default: [:]].values.reduce(0, +)
      if count == 1 { winners[form] = old.words(form) }
    }
    return winners
  }

  /// The words with most votes; those it has already where as many speak for them.
  private func winner(_ slot: Slot, _ old: String) -> String? {
    let (plain, capital) = (votes[slot, default: [:]], capitalVotes[slot, default: [:]])
    guard !plain.isEmpty || !capital.isEmpty else { return nil }
    let startsSmall = old.first?.isLowercase ?? false
    var candidates = Set(plain.keys).union([old])
    for words in capital.keys where !plain.keys.contains(where: { $0.capitalisedFirst == words }) {
      candidates.insert(startsSmall ? words.prefix(1).lowercased() + words.dropFirst() : words)
    }
    let counted = candidates.map { words in
      (words: words, votes: plain[words, default: 0] + capital[words.capitalisedFirst, default: 0])
    }
    return counted.max { one, other in
      (one.votes, one.words == old ? 1 : 0, other.words) < (other.votes, other.words == old ? 1 : 0, one.words)
    }?.words
  }
}

extension Text {
  /// The line with some values in the place of its terms.
  fileprivate func filled(_ values: [String: TermValue]) -> Text {
    mapRuns { run in
      guard case .term(let use) = run.content, let value = values[use.name] else { return }
      run.content = .words(use.words(of: value))
    }
  }
}
