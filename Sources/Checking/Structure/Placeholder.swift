import PolicyModel

extension Check {
  static let placeholder = Check(
    .placeholder, .error, "Words stand where a name, a date or a choice was to be filled in."
  ) { text, check in
    let remedy = "write what is meant here, or a term such as {{employer}}"
    let clauses = text.clauses.flatMap { entry in
      entry.prose.flatMap { prose in
        prose.placeholders(inForm: entry.isInForm).map { range in
          let words = prose.bracketed(range)
          return check.finding(
            "“\(words)” was to be filled in", remedy: remedy, about: .words(words, in: entry.identity))
        }
      }
    }
    let values = text.ownTerms.compactMap { name, value in
      value.openWords.map { words in
        check.finding(
          "the term “\(name)” is filled with “\(words)”, which was to be filled in itself",
          remedy: "write the words that are meant", about: .value(name))
      }
    }
    let own = Set(text.ownTerms.map(\.name))
    let others = text.organisationTerms.filter { !own.contains($0.name) }.compactMap { name, value in
      value.openWords.map { words in
        check.finding(
          "the organisation’s term “\(name)” is filled with “\(words)”, which was to be filled in itself",
          remedy: "write the words that are meant under terms: in organisation.yaml", about: .value(name))
      }
    }
    return clauses + values + others
  }
}

extension TermValue {
  /// The first of its forms in which something is left to be filled in; nil where there is none.
  fileprivate var openWords: String? {
    [long, short, possessive].compactMap { $0 }.first { !Prose(Text($0)).placeholders(inForm: false).isEmpty }
  }
}

extension CheckedText {
  /// The terms that the organisation gives values to and clauses use.
  fileprivate var organisationTerms: [(name: String, value: TermValue)] {
    guard !resolved.organisation.terms.isEmpty else { return [] }
    let used = usedTerms
    return resolved.organisation.terms.sorted { $0.key < $1.key }.filter { name, value in
      used.contains(name) && source.terms[name] == value
    }.map { ($0.key, $0.value) }
  }
}

extension Prose {
  /// The words that were to be filled in, in reading order.
  fileprivate func placeholders(inForm: Bool) -> [Range<Int>] {
    lazy var quotations = quotations
    var found: [Range<Int>] = []
    var index = 0
    while index < words.count {
      if let range = placeholder(at: index, inForm: inForm),
        !isBracket(range) || !quotations.contains(where: { $0.contains(range.lowerBound) })
      {
        found.append(range)
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// From each quotation mark that opens to the one that closes; a bracket between them is part of what is quoted.
  private var quotations: [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for (index, word) in words.enumerated() where word.kind == .plain {
      var rest = word.text[...]
      while let mark = rest.firstIndex(where: { start == nil ? "“\"".contains($0) : "”\"".contains($0) }) {
        rest = rest[mark...].dropFirst()
        if let opened = start { found.append(opened..<index + 1) }
        start = start == nil ? index : nil
      }
    }
    return found
  }

  private func isBracket(_ range: Range<Int>) -> Bool {
    words[range.lowerBound].text.contains { "[<{«".contains($0) }
  }

  /// Whether the sentence says how something is written: dates are written dd/mm/yyyy.
  private func describesFormat(_ index: Int) -> Bool {
    let start = words[..<index].lastIndex { $0.text.last.map { ".?!".contains($0) } ?? false } ?? -1
    return words[(start + 1)..<index].contains { formats.contains($0.core) }
  }

  private func placeholder(at index: Int, inForm: Bool) -> Range<Int>? {
    let word = words[index]
    if word.kind == .blank { return inForm ? nil : index..<(index + 1) }
    guard word.kind == .plain else { return nil }
    let next = core(index + 1)
    if word.core.isEmpty, word.text.contains("[●]") || word.text.contains("[•]") { return index..<(index + 1) }
    if let end = bracket(at: index, inForm: inForm) { return index..<end }
    switch word.core {
    case "insert", "enter", "type", "add", "state":
      return isVerb(index) ? nil : requestEnd(index).map { index..<$0 }
    case "your" where word.bare == "YOUR" && owners.contains(next) && core(index + 2) == "name":
      return index..<(index + 3)
    case "xx" where parts.contains(core(index - 1)) || word.text.hasPrefix("("): return nil
    case "x" where word.text.hasPrefix("£"): return index..<(index + 1)
    case "section", "paragraph", "clause", "page", "appendix":
      guard index + 1 < words.count, words[index + 1].isNothingButQuestion else { return nil }
      return index..<(index + 2)
    case "to" where next == "be" && undecided.contains(core(index + 2)):
      return standsAlone(index..<index + 3) ? index..<index + 3 : nil
    case "tbc", "tba", "tbd": return word.bare.first?.isUppercase == true ? index..<(index + 1) : nil
    case "dd/mm/yyyy", "dd/mm/yy", "xx/xx/xxxx": return inForm || describesFormat(index) ? nil : index..<(index + 1)
    case "lorem" where next == "ipsum": return index..<(index + 2)
    case "delete" where next == "as" && ["appropriate", "applicable", "necessary"].contains(core(index + 2)):
      return inForm ? nil : index..<(index + 3)
    default: return word.isCrossedOut || !inForm && word.endsInGap ? index..<(index + 1) : nil
    }
  }

  /// The end of `[school]`, `<name of school>`, `(name of school)` or `(or appropriate manager)` that opens here.
  private func bracket(at index: Int, inForm: Bool) -> Int? {
    guard words[index].text.utf8.first?.isLetterOrDigit != true,
      let opening = words[index].text.first(where: { !"“‘\"£".contains($0) }), let closer = closers[opening]
    else { return nil }
    // What is asked for is often described at length.
    let limit = min(words.count, index + (requests.contains(words[index].core) ? 30 : 8))
    guard let last = (index..<limit).first(where: { words[$0].text.contains(closer) }) else { return nil }
    switch opening {
    case "(":
      let head = ["the", "an", "a"].contains(core(index + 1)) ? index + 2 : index + 1
      let isChoice = words[index].core == "or" && ["appropriate", "relevant"].contains(core(head)) && last > head
      let isBareName = last == index && ["name", "date"].contains(words[index].core)
      return isChoice || !inForm && (isBareName || areNameOfOwner(index...last)) ? last + 1 : nil
    default:
      let first = words[index].core
      let isOwn = words[index...last].allSatisfy { $0.kind == .plain } && !isLink(behind: last)
      return isOwn && first.contains(where: \.isLetter) && first != "sic" && !draftingOpeners.contains(first)
        ? last + 1 : nil
    }
  }

  /// Whether the address of a link stands behind a bracket, parted from it by a space: [our guide] (https://…).
  private func isLink(behind bracket: Int) -> Bool {
    bracket + 1 < words.count && words[bracket].text.hasSuffix("]") && words[bracket + 1].text.hasPrefix("(http")
  }

  /// Whether some words are a sentence of their own, or all of a bracket: To be confirmed.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
    let ends = range.upperBound == words.count || last.text.last.map { ".)".contains($0) } ?? false
    return ends && (first.text.hasPrefix("(") || first.bare.first?.isUppercase == true)
  }

  /// Whether “insert” is what somebody does, not what is left to be done.
  private func isVerb(_ index: Int) -> Bool {
    guard index > 0, !words[index].text.hasPrefix("(") else { return false }
    return ["to", "not", "must", "may", "can", "should", "will", "please", "and", "or", "never"].contains(
      core(index - 1))
  }

  /// Whether some words only ask whose policy it is: school name, name of the academy.
  private func areNameOfOwner(_ range: ClosedRange<Int>) -> Bool {
    let asked = words[range].map(\.core)
    return asked.contains("name") && asked.contains(where: owners.contains)
      && asked.allSatisfy { owners.contains($0) || articles.contains($0) || ["name", "of"].contains($0) }
  }

  /// The end of what a verb asks to be filled in, as far as its sentence goes: insert the name of the school, enter it here.
  private func requestEnd(_ verb: Int) -> Int? {
    let last = (verb..<min(words.count, verb + 12)).first { $0 == words.count - 1 || !endsNoPhrase(words[$0].text) }
    if let last, core(last) == "here" { return last + 1 }
    guard words[verb].core == "insert" else { return nil }
    let start = articles.contains(core(verb + 1)) ? verb + 2 : verb + 1
    return fillers.contains(core(start)) ? phraseEnd(start) : nil
  }

  private func endsNoPhrase(_ word: String) -> Bool { word.last.map { !".,;:)".contains($0) } ?? true }

  /// Up to three words of what was to be inserted.
  private func phraseEnd(_ start: Int) -> Int {
    var end = start + 1
    let joins = articles.union(["of"])
    while end < words.count, end < start + 4, fillers.contains(core(end)) || joins.contains(core(end)),
      endsNoPhrase(words[end - 1].text)
    { end += 1 }
    while joins.contains(core(end - 1)) { end -= 1 }
    return end
  }

  /// Some words as they are written, brackets included, without quotation marks and the marks behind them.
  fileprivate func bracketed(_ range: Range<Int>) -> String {
    var words = String(text(range).drop { "“‘\"".contains($0) })
    while let last = words.last, ".,;:”’\"".contains(last), words.count > 1, !words.hasSuffix("..") {
      words.removeLast()
    }
    if words.hasPrefix("("), !words.contains(")") { words.removeFirst() }
    return words
  }
}

extension Prose.Word {
  /// Whether two or more x stand in the place of letters or digits: xx, 01xxx.
  fileprivate var isCrossedOut: Bool {
    core.hasSuffix("xx") && core.drop(while: \.isNumber).allSatisfy { $0 == "x" }
  }

  fileprivate var isNothingButQuestion: Bool {
    text.first == "?" && text.allSatisfy { "?.,;)".contains($0) }
  }

  /// Whether it ends in a row of dots or underscores to write on, or is nothing but question marks.
  fileprivate var endsInGap: Bool {
    guard !text.endsWithWord else { return false }
    return switch text.last {
    case ".", "…": text.reversed().prefix { ".…".contains($0) }.reduce(0) { $0 + ($1 == "…" ? 3 : 1) } > 4
    case "_": text.hasSuffix("__") && text.contains { $0 != "_" }
    case "?": text.count > 2 && text.allSatisfy { $0 == "?" }
    default: false
    }
  }
}

private let closers: [Character: Character] = ["[": "]", "<": ">", "(": ")", "{": "}", "«": "»"]

/// What begins a request to those who fill the text in.
private let requests: Set<String> = ["insert", "enter", "please", "name", "state", "add", "type", "give", "your"]

private let articles: Set<String> = ["the", "a", "an", "your"]

/// Whose policies they are.
private let owners: Set<String> = ["school", "academy", "trust", "college", "council", "authority", "organisation"]

private let undecided: Set<String> = ["confirmed", "agreed", "decided", "advised", "determined", "completed"]

/// What Roman numbers count.
private let parts: Set<String> = ["part", "chapter", "schedule", "title", "volume", "book", "article"]

private let formats: Set<String> = ["format", "formatted", "written", "write", "typed", "dates"]

private let fillers: Set<String> = [
  "school", "name", "names", "date", "organisation", "council", "academy", "trust", "title", "role", "details",
  "number",
  "here", "job", "contact", "local", "link", "email", "headteacher", "relevant", "appropriate", "authority", "logo",
  "text",
]
