import PolicyModel

extension Check {
  static let twoNames = Check(
    .twoNames, .warning, "The organisation is called by a name typed by hand beside the one that its term prints."
  ) { text, check in
    let names = OwnNames(text)
    var counts: [[String]: (first: CheckedClause, words: String, term: String?, count: Int)] = [:]
    var order: [[String]] = []
    for entry in text.clauses {
      for (index, prose) in entry.prose.enumerated() {
        for (range, term) in names.typed(in: prose)
        where term != nil || !entry.prose[...index].namesInFull(prose.words[range], before: range.lowerBound) {
          let key = prose.words[range].map(\.core)
          if counts[key] == nil { order.append(key) }
          counts[key, default: (entry, prose.bare(range), term, 0)].count += 1
        }
      }
    }
    return order.compactMap { counts[$0] }.map { entry, words, term, count in
      let more = count > 1 ? " (\(count) times)" : ""
      let subject = Subject.words(words, in: entry.identity)
      guard let term else {
        return check.finding(
          "“\(words)” stands\(more) beside “\(names.known)”, as if there were two bodies",
          remedy: "call the organisation by one name, through its term", about: subject)
      }
      return check.finding(
        "“\(words)” is typed by hand\(more), so that a fork cannot put its own name there",
        remedy: "write {{\(term)}}, as other clauses do", about: subject)
    }
  }
}

extension ArraySlice<Prose> {
  /// Whether the body that is called by a kind of body is named in full before: Norland County Council, the County Council.
  ///
  /// - Parameter end: where the words stand in the last line.
  fileprivate func namesInFull(_ words: ArraySlice<Prose.Word>, before end: Int) -> Bool {
    let kind = words.dropFirst().map(\.core)
    return enumerated().contains { index, prose in
      let limit = (index == count - 1 ? end : prose.words.count) - kind.count
      return limit > 0
        && (1...limit).contains { place in
          let name = prose.words[place - 1]
          return name.kind == .plain && name.text.last?.isLetter == true && name.bare.first?.isUppercase == true
            && !["the", "a", "an", "any", "every", "each", "our", "no"].contains(name.core)
            && prose.words[place..<place + kind.count].map(\.core) == kind
            && prose.words[place].bare.first?.isUppercase == true
        }
    }
  }
}

/// What the organisation of a text is called, by its terms and by hand.
private struct OwnNames {
  /// A proper name that a term prints, and how that term is written.
  private var printed: [(cores: [String], term: String)] = []
  /// What a body of the same kind may be called, but this one is not, word by word.
  private let others: [[String]]
  /// The name that the terms print.
  let known: String

  init(_ text: CheckedText) {
    let organisation = text.resolved.organisation
    let used = text.usedTerms
    var called = organisation.name.forms
    for (name, value) in text.source.terms.sorted(by: { $0.key < $1.key }) where used.contains(name) {
      called += value.forms
      guard value.long == organisation.name.long || value.short == organisation.name.short else { continue }
      for (words, term) in [(value.long, name), (value.words(.short), "\(name).short")] {
        let cores = Prose(Text(words)).words.map(\.core)
        // A name in small letters, such as “the school”, is an ordinary word as well.
        guard cores.count > 1, words.dropFirst().contains(where: \.isUppercase) else { continue }
        if !printed.contains(where: { $0.cores == cores }) { printed.append((cores, term)) }
      }
    }
    known = organisation.name.words(.short)
    let nouns: [String] =
      switch organisation.kind {
      case .council, .authority: ["council", "county council", "city council", "borough council", "authority"]
      case .school, .federation: ["school", "academy", "college", "federation"]
      }
    let taken = Set(called.map { $0.lowercased() })
    // Without a term there is no name to keep to.
    let free = used.isEmpty ? [] : nouns.filter { noun in !taken.contains { $0.hasSuffix(noun) } }
    others = free.map { ["the"] + $0.split(separator: " ").map(String.init) }
  }

  /// Where a name of the organisation is typed by hand, with the term to be written instead, where there is one.
  func typed(in prose: Prose) -> [(range: Range<Int>, term: String?)] {
    var found: [(range: Range<Int>, term: String?)] = []
    var index = 0
    while index < prose.words.count {
      if let (range, term) = name(in: prose, at: index) {
        found.append((range, term))
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func name(in prose: Prose, at index: Int) -> (range: Range<Int>, term: String?)? {
    func range(_ cores: [String]) -> Range<Int>? {
      let end = index + cores.count
      guard end <= prose.words.count else { return nil }
      for place in cores.indices
      where prose.core(index + place) != cores[place] || prose.words[index + place].kind != .plain {
        return nil
      }
      let isCapital = prose.words[end - 1].bare.first?.isUppercase == true
      // A longer title, such as the Council Tax, or that of a document, is not the body's name.
      let goesOn =
        end < prose.words.count && prose.words[end - 1].text.last?.isLetter == true
        && (prose.words[end].text.first?.isUppercase == true || prose.core(end) == "of")
      return isCapital && !goesOn ? index..<end : nil
    }
    for (cores, term) in printed { if let range = range(cores) { return (range, term) } }
    guard prose.core(index) == "the" else { return nil }
    for cores in others {
      if let range = range(cores) { return (range, nil) }
    }
    return nil
  }
}

extension TermValue {
  fileprivate var forms: [String] { [long, short].compactMap { $0 } }
}
