import PolicyModel

/// Words that what stands below them completes, before a list or in a heading: staff must not.
struct LeadIn {
  /// As written, with its colon.
  let sentence: String
  /// Without the colon, ready to be gone on with.
  let stem: String
  let count: Int
  /// Whether it is no sentence without what stands below it.
  let isOpen: Bool
  /// Where its last phrase ends, if what is to be done is still to come.
  private let openEnd: Int?
  /// Whether it has a verb already, which only lacks its object: must check.
  let hasVerb: Bool
  /// Whether what stands below it only gives examples.
  let givesExamples: Bool
  /// The first of its phrases that says of whom it speaks.
  let naming: Reading?
  /// Of whom it speaks, once that is looked up.
  var bearer: String?
  /// Whose duties it names, where it does: responsibilities of line managers.
  var owner: String?
  /// Whether it speaks of “the following”, which is what the items name.
  let isOfTheFollowing: Bool
  /// Whether it only names somebody: the Headteacher.
  let isName: Bool

  init(_ sentence: String, stem written: String) {
    self.sentence = sentence
    let plain = written.withoutTheFollowing
    openEnd = readings(of: plain).last.flatMap { $0.gap == .act ? $0.phrase.upperBound : nil }
    stem = openEnd.map(plain.enclosed) ?? plain
    let words = words(of: stem)
    count = words.count
    let readings = readings(of: stem)
    let isExample = words.suffix(3).contains { ["example", "instance"].contains($0.core) }
    givesExamples = isExample || words.first?.core == "examples"
    hasVerb = readings.last?.gap == .object
    isOpen = !givesExamples && (hasVerb || words.endsHalfway || openEnd != nil)
    naming = readings.first { $0.modal.bearer != nil }
    let verbs: Traits = [.auxiliary, .modal, .subordinator]
    isName =
      readings.isEmpty && words.contains { $0.traits.contains(.agent) }
      && words.allSatisfy { $0.traits.isDisjoint(with: verbs) }
    isOfTheFollowing = words.isAt(0, ["the", "following"]) && readings.first?.phrase.lowerBound == 2
  }

  /// Who is told what a command below it says.
  var whoIsTold: String? { owner ?? (isOpen && !hasVerb ? bearer : nil) }

  /// Without the words that only announce examples.
  var complete: String {
    var words = stem.split(separator: " ")
    if let place = words.lastIndex(where: { ["example", "instance"].contains($0.filter(\.isLetter)) }),
      place >= words.count - 2, place > 0
    {
      words = Array(words[..<(place - 1)])
    }
    return words.joined(separator: " ")
  }
}

// MARK: Headings

extension LeadIn {
  /// A heading that asks something of those below it, or says whose duties these are; nil for any other.
  init?(heading: String) {
    if heading.isEmpty { return nil }
    self.init(heading, stem: heading.trimmedOfMarks.asRule)
    owner = heading.trimmedOfMarks.ownerOfDuties
    guard heading.hasSuffix(":") || owner != nil || givesExamples || naming != nil || stem == forbidding else {
      return nil
    }
  }

  /// Whether a clause goes on with a heading: it begins with a small letter behind a colon, or commands what the heading asks
  /// or forbids.
  func opens(_ clause: String) -> Bool {
    if owner != nil || givesExamples { return true }
    if sentence.hasSuffix(":"), clause.first?.isLowercase == true { return true }
    guard isOpen, let first = sentences(of: clause).first?.capitalisedFirst, first.asSentence.isCommand else {
      return false
    }
    let whole = readings(of: stem + " " + first.asCompletion)
    return whole.contains { goesOn($0) && $0.modal.force != nil }
  }

  /// Whether what is to be done under one of its phrases stands below it.
  func goesOn(_ reading: Reading) -> Bool { reading.phrase.upperBound == openEnd }
}

/// What a heading says that only names what is to be left undone: don’ts, things to avoid.
private let forbidding = "Do not"

extension String {
  /// The rule in a heading: *staff must not* of what staff must not do.
  fileprivate var asRule: String {
    let cores = words(of: self).map(\.core)
    let parts = parts(omittingEmpty: true)
    guard let first = cores.first, let last = cores.last else { return self }
    let names = ["what", "things", "actions"].contains(first)
    if ["don't", "don'ts"].contains(first) && cores.count == 1
      || names && (cores.suffix(2) == ["to", "avoid"] || cores.suffix(3) == ["not", "to", "do"])
    {
      return forbidding
    }
    guard names, last == "do", cores.count > 3 else { return self }
    let start = ["that", "which"].contains(cores[1]) ? 2 : 1
    return parts[start..<parts.count - 1].joined(separator: " ")
  }

  /// Whose duties stand below a heading: responsibilities of *line managers*, *the clerk*’s duties.
  fileprivate var ownerOfDuties: String? {
    let all = words(of: self)
    func isDuty(_ index: Int) -> Bool { ["duties", "responsibilities", "role"].contains(all[index].core) }
    let verbs: Traits = [.auxiliary, .modal, .subordinator]
    guard all.count > 1, all.allSatisfy({ $0.traits.isDisjoint(with: verbs) }) else { return nil }
    let owner: String
    if isDuty(0), all[1].core == "of" {
      owner = all.text(2..<all.count)
    } else if isDuty(all.count - 1) {
      owner = all.text(0..<all.count - 1).withoutPossession
    } else {
      return nil
    }
    let named = words(of: owner)
    return named.animacy(of: named.indices) == .agent ? owner : nil
  }

  /// Without the words that only announce the items of a list: staff must not *do any of the following*.
  fileprivate var withoutTheFollowing: String {
    let words = words(of: self)
    guard var start = words.indices.last(where: { words.isAt($0, ["the", "following"]) }), start > 1 else {
      return self
    }
    var end = start + 2
    // Take the following steps before the hearing.
    let isOfSteps = end < words.count && steps.contains(words[end].core)
    if isOfSteps { end += 1 }
    let isAside = end < words.count && !words[end].traits.isDisjoint(with: [.preposition, .subordinator])
    guard end == words.count || isAside, !readings(of: self).isEmpty else { return self }
    if start > 2, words[start - 1].core == "of",
      ["any", "all", "each", "one", "both", "either"].contains(words[start - 2].core)
    {
      start -= 2
    }
    let does = words[start - 1].core == "do" || isOfSteps && ["follow", "take"].contains(words[start - 1].core)
    if does { start -= 1 }
    // Have the following with you, and complete the following steps: what they have or complete is named below.
    guard does || end == words.count && !isOfSteps else { return self }
    let parts = parts(omittingEmpty: true)
    return (parts[..<start] + parts[end...]).joined(separator: " ")
  }

  /// With commas around what stands behind its first words, so that it can be gone on with: staff must, *in every case*,
  fileprivate func enclosed(from start: Int) -> String {
    var parts = parts(omittingEmpty: true).map { String($0) }
    guard start < parts.count, !parts[start].hasPrefix("(") else { return self }
    for index in [start - 1, parts.count - 1] where !parts[index].hasSuffix(",") { parts[index] += "," }
    return parts.joined(separator: " ")
  }

  /// With a full stop, which items of a list often go without.
  fileprivate var asSentence: String { trimmedOfMarks + "." }

  /// Whether it tells the reader directly to do something, or to refrain from it.
  var isCommand: Bool { command.map { !$0.opensWithDenial } ?? false }

  /// Whether it tells the reader directly to leave something undone, which goes on with no words before it.
  var isForbidding: Bool { command?.opensWithDenial ?? false }

  /// The phrase that it begins with, where it tells the reader directly what to do.
  private var command: String? {
    guard let first = readings(of: self).first, first.isCommand, first.phrase.lowerBound == 0 else { return nil }
    return first.modal.force == nil ? nil : first.modal.phrase
  }

  private var opensWithDenial: Bool { ["do not", "don't", "never"].contains(where: hasPrefix) }

  /// As it goes on with words before it: a command with a small letter in front.
  var asCompletion: String { asSentence.isCommand ? prefix(1).lowercased() + dropFirst() : self }
}

extension [Word] {
  /// Whether the words cannot be the end of a sentence: see to it that employees.
  fileprivate var endsHalfway: Bool {
    guard let last else { return false }
    if openers.contains(last.core) || last.traits.contains(.subordinator) { return true }
    guard let start = indices.last(where: { role(openedAt: $0) != nil }), start < count - 1 else { return false }
    return animacy(of: start + 1..<count) == .agent && !(start + 1..<count).contains { isFiniteVerb($0) }
  }
}

private let steps: Set<String> = ["actions", "measures", "steps", "tasks", "things"]

private let openers: Set<String> = [
  "to", "that", "not", "for", "by", "of", "with", "from", "in", "on", "through", "about", "they", "you", "and", "or",
  "be",
  "are", "is", "must", "should", "may", "will", "never", "always", "also", "only", "and/or",
]
