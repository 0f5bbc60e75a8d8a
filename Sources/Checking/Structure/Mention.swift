import PolicyModel
import Reading

/// A place where a clause points to another by its number, by a reference or typed by hand.
struct Mention {
  /// The words of the line that point.
  let range: Range<Int>
  /// The clauses pointed to; of a number typed by hand, none where no clause has it.
  let targets: [Identity]
  /// Whether the clauses are the ends of a range.
  var isRange = false
  var isTyped = false
  /// Whether a number is typed that no clause has.
  var isUnknown = false
  /// Whether the number is that of an Act or of another document.
  var isForeign = false
  /// Whether the letter of an appendix is typed.
  var isOfAppendix = false
}

/// Finds where the clauses of a text point to others.
struct Mentions {
  /// The clauses by their numbers as prose gives them: `6.2`, `appendix a`.
  private let numbered: [String: Identity]
  /// The clauses whose list counts the sections of an Act: the words before it, or one of its items, name the Act.
  private let foreignLists: Set<Identity>

  init(_ text: CheckedText) {
    var numbered: [String: Identity] = [:]
    for entry in text.clauses where !entry.clause.isItem {
      guard let number = entry.number?.trimmedOfMarks.lowercased(), numbered[number] == nil else { continue }
      numbered[number] = entry.identity
    }
    let leads = Set(text.clauses.filter(\.clause.isItem).compactMap(\.parent))
    foreignLists = Set(
      text.clauses.compactMap { entry in
        if leads.contains(entry.identity), entry.lines.contains(where: \.namesLaw) { return entry.identity }
        guard entry.clause.isItem,
          entry.lines.contains(where: { $0.mentions(numbered, inForeignList: false).contains(where: \.isForeign) })
        else { return nil }
        return entry.parent
      })
    self.numbered = numbered
  }

  /// Where a line of a clause points to clauses of the policy, in reading order.
  func found(in line: Prose, of entry: CheckedClause) -> [Mention] {
    let isForeign = entry.clause.isItem && entry.parent.map(foreignLists.contains) ?? false
    return line.mentions(numbered, inForeignList: isForeign).filter { !$0.isForeign }
  }
}

extension Prose {
  /// Where the line points to clauses, those of Acts as well: a bare one behind a section of an Act is of the Act.
  ///
  /// - Parameter isForeign: whether its list counts the sections of an Act.
  fileprivate func mentions(_ numbered: [String: Identity], inForeignList isForeign: Bool) -> [Mention] {
    var found: [Mention] = []
    var isForeign = isForeign
    var index = 0
    while index < words.count {
      if case .reference(let reference) = words[index].kind {
        found.append(Mention(range: index..<(index + 1), targets: reference.identities))
      } else if var mention = typedMention(at: index, numbered) {
        // The sections of Acts have no points in their numbers.
        let isBare = !words[mention.range].contains { $0.core.contains(".") || appendixNouns.contains($0.core) }
        mention.isForeign = mention.isForeign || isForeign && isBare && !isOwn(mention.range.upperBound)
        isForeign = isForeign || mention.isForeign
        found.append(mention)
        index = mention.range.upperBound
        continue
      } else if namesForeignNumber(at: index) {
        isForeign = true
      }
      index += 1
    }
    return found
  }

  /// Whether a number stands here that no clause could have, and whose it is: section 550ZA of the Education Act 1996.
  private func namesForeignNumber(at index: Int) -> Bool {
    beginsNumber(index + 1) && clauseNouns.contains(words[index].core) && core(index + 1).first?.isNumber == true
      && belongsElsewhere(index, index + 2)
  }

  /// Whether an Act, or a Schedule of one, is named.
  fileprivate var namesLaw: Bool {
    words.contains { $0.bare.first?.isUppercase == true && statutes.contains($0.core) }
  }

  private func typedMention(at index: Int, _ numbered: [String: Identity]) -> Mention? {
    // The letter of an appendix, or a number: most words are neither.
    guard words[index].kind == .plain, beginsNumber(index + 1) || (1...2).contains(core(index + 1).utf8.count) else {
      return nil
    }
    let noun = words[index].core
    let isAppendix = appendixNouns.contains(noun)
    guard isAppendix || clauseNouns.contains(noun) || bareOpeners.contains(noun), endsNoClause(words[index].text) else {
      return nil
    }
    let isBare = !isAppendix && !clauseNouns.contains(noun)
    /// One number, or the ends of a range: 5–7.
    func number(_ place: Int) -> [String]? {
      guard place < words.count, words[place].kind == .plain else { return nil }
      let core = words[place].core
      if isAppendix { return core.isLetterNumber ? [core] : nil }
      let ends = core.split { "-–".contains($0) }.map { String($0) }
      guard (1...2).contains(ends.count), ends.allSatisfy(\.isClauseNumber),
        !isBare || core.contains(".") && ends.allSatisfy({ numbered[$0] != nil })
      else { return nil }
      return ends
    }
    guard var numbers = number(index + 1) else { return nil }
    var isRange = numbers.count > 1
    var end = index + 2
    while endsNoClause(words[end - 1].text) || words[end - 1].text.hasSuffix(",") {
      let joins = ["and", "to", "or"].contains(core(end)) ? 1 : 0
      guard let next = number(end + joins), joins == 1 || words[end - 1].text.hasSuffix(",") else { break }
      isRange = numbers.count == 1 && core(end) == "to"
      numbers += next
      end += joins + 1
    }
    let targets = numbers.compactMap { numbered[isAppendix ? "appendix \($0)" : $0] ?? numbered["\($0).0"] }
    // Paragraph 3 may be the third of the section that says so.
    let isLoose = noun.hasPrefix("para") && !numbers[0].contains(".")
    return Mention(
      range: (isBare ? index + 1 : index)..<end,
      targets: targets.count == numbers.count && !isLoose ? targets : [], isRange: isRange && numbers.count == 2,
      isTyped: true, isUnknown: targets.count < numbers.count && !isLoose, isForeign: belongsElsewhere(index, end),
      isOfAppendix: isAppendix)
  }

  /// Whether a number may begin here, as seen in the first byte of the word.
  private func beginsNumber(_ index: Int) -> Bool {
    guard index < words.count, let byte = words[index].core.utf8.first else { return false }
    return byte >= 0x80 || 0x30...0x39 ~= byte
  }

  /// Whether the number is that of an Act or of another document.
  private func belongsElsewhere(_ start: Int, _ end: Int) -> Bool {
    if let before = words[..<start].last, !endsSentence(before.text) {
      let isYear = before.core.count == 4 && before.core.allSatisfy(\.isNumber)
      if isYear || instruments.contains(before.core) || before.core == "version" { return true }
    }
    if followsTitle(start) { return true }
    guard end < words.count, endsNoClause(words[end - 1].text) else { return false }
    if instruments.contains(core(end)) { return true }
    guard ["of", "in", "to", "under"].contains(core(end)) else { return false }
    if isOwn(end) { return false }
    if othersOwners.contains(core(end + 1)) { return true }
    let owner = (end + 1)..<min(words.count, end + 4)
    // Another document is named with a capital, a link or a term, or called what no policy is: the Code of Conduct, the contract.
    return words[owner].contains {
      $0.bare.first?.isUppercase == true || $0.kind != .plain || instruments.contains($0.core)
        || otherDocuments.contains($0.core)
    }
  }

  /// Whether the title of another document stands before a number, and perhaps a part of it: the Green Book, Part 2, section 3.
  private func followsTitle(_ start: Int) -> Bool {
    var end = start
    while end > 1, divisions.contains(core(end - 2)), words[end - 1].text.hasSuffix(",") { end -= 2 }
    guard end > 0, case let last = words[end - 1], last.text.hasSuffix(",") else { return false }
    let title = words[..<end].reversed().prefix { word in
      word.bare.first?.isUppercase == true && (word.text.endsWithWord || word.text == last.text)
    }
    // Staff, see section 3.
    let isName = title.count > 1 || last.bare.count > 1 && last.bare.allSatisfy(\.isUppercase) || title.count < end
    return !title.isEmpty && isName && !traits(of: last.core).contains(.agent) && core(end - title.count - 1) != "this"
  }

  /// Whether “of this policy” stands behind a number.
  private func isOwn(_ end: Int) -> Bool {
    let own: Set<String> = ["policy", "document", "procedure"]
    guard ["of", "in", "to", "under"].contains(core(end)), endsNoClause(words[end - 1].text) else { return false }
    return core(end + 1) == "this" || core(end + 1) == "the" && own.contains(core(end + 2))
  }

  private func endsNoClause(_ word: String) -> Bool { word.last.map { !".,;:)?!".contains($0) } ?? true }

  private func endsSentence(_ word: String) -> Bool { word.last.map { ".;:?!".contains($0) } ?? false }
}

extension Clause {
  var isItem: Bool { kind == .item }
}

extension String {
  /// Whether it looks like 6, 6.2 or 3.1.4.
  fileprivate var isClauseNumber: Bool {
    guard let first, first.isNumber, utf8.count <= 8 else { return false }
    return split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      (1...2).contains(part.count) && part.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }

  /// Whether it looks like A, B2 or 1.
  fileprivate var isLetterNumber: Bool {
    guard (1...2).contains(utf8.count), let first else { return false }
    return first.isNumber || first.isLetter && dropFirst().allSatisfy(\.isNumber)
  }
}

private let clauseNouns: Set<String> = [
  "section", "sections", "paragraph", "paragraphs", "para", "paras", "clause", "clauses", "subsection", "sub-section",
]
private let appendixNouns: Set<String> = ["appendix", "appendices", "annex", "annexes"]
/// What documents are divided into, with a number or a letter of its own.
private let divisions: Set<String> = ["part", "chapter", "appendix", "annex"]
/// What stands before a bare number that points to a clause.
private let bareOpeners: Set<String> = ["see", "in", "under", "at", "with", "as", "by"]
private let statutes: Set<String> = ["act", "acts", "regulations", "order", "schedule", "schedules", "gdpr"]
/// Words before a document that is not the one that speaks: section 2 of their leaflet.
private let othersOwners: Set<String> = [
  "a", "an", "any", "another", "each", "every", "that", "their", "his", "her", "your",
]
private let otherDocuments: Set<String> = [
  "form", "book", "handbook", "contract", "guidance", "guide", "leaflet", "agreement", "manual", "charter", "scheme",
  "report", "lease",
  "licence", "booklet", "toolkit", "specification", "constitution",
]
private let instruments: Set<String> = [
  "act", "acts", "regulations", "order", "code", "directive", "gdpr", "schedule", "convention", "rules", "dpa", "pace",
]
