import PolicyModel

extension ResolvedPolicy {
  /// The laws that clauses name by a title with its year and that a register does not hold, each once.
  package func laws(unknownTo register: Register) -> [String] {
    let known = register.legislation.flatMap { [$0.title] + $0.aliases + $0.miscitedAs }.map(lawKey)
    return flat.flatMap { clause, _ in clause.lawTitles }.unique.filter { title in
      let key = lawKey(title)
      return !known.contains { $0.hasSuffix(key) || key.hasSuffix($0) }
    }
  }
}

/// A title in the words by which it is known again.
private func lawKey(_ title: String) -> String { words(of: title).map(\.core).joined(separator: " ") }

extension ResolvedClause {
  fileprivate var lawTitles: [String] {
    ([content.heading] + content.blocks.flatMap(\.texts)).flatMap { text in
      sentences(of: text.plain).flatMap { words(of: $0).lawTitles }
    }
  }
}

extension [Word] {
  /// The titles that end in Act, Order, Regulations or Rules and a year.
  fileprivate var lawTitles: [String] {
    let titles = indices.dropLast().compactMap { index -> ClosedRange<Int>? in
      guard self[index].endsTitle, self[index].text.last?.isLetter == true, self[index + 1].isYear else { return nil }
      let start = titleStart(before: index)
      return start < index ? start...(index + 1) : nil
    }
    // Of an Act and the order that is named by it, the order is meant.
    return titles.filter { title in titles.allSatisfy { $0 == title || !$0.contains(title.upperBound) } }
      .map { self[$0].text }
  }

  /// Where a title of a law begins that goes on with a word: as far back as its capitals and the small words between them reach.
  package func titleStart(before index: Int) -> Int {
    var start = index
    while start > 0 {
      if isNamedByAct(start..<index) {
        start -= 2
      } else if self[start - 1].mayStandInTitle
        || self[start - 1].core == "the" && start > 1 && self[start - 2].core == "against"
      {
        start -= 1
      } else {
        break
      }
    }
    while start < index, joins.contains(self[start].core) || openers.contains(self[start].core) { start += 1 }
    return start
  }

  /// Whether the start of a title stands in brackets behind an Act and its year: *… Act 1974 (Exceptions) Order 1975*.
  private func isNamedByAct(_ title: Range<Int>) -> Bool {
    title.lowerBound > 1 && self[title.lowerBound - 1].isYear && self[title.lowerBound - 2].endsTitle
      && self[title].first?.text.hasPrefix("(") == true && self[title].contains { $0.text.hasSuffix(")") }
  }
}

extension Word {
  fileprivate var endsTitle: Bool { isCapital && ["act", "order", "regulations", "rules"].contains(core) }

  /// Whether a title may go on behind it; a comma may stand within one.
  fileprivate var mayStandInTitle: Bool {
    isCapital && !endsTitle && (mark == nil || mark == .comma)
      || mark == nil && joins.contains(core)
  }

  fileprivate var isYear: Bool { core.utf8.count == 4 && Int(core) != nil }
}

/// Small words within a title, which none begins with.
private let joins: Set<String> = ["of", "and", "for", "in", "to", "etc", "at", "against", "from", "by", "on", "with"]

/// What may stand before a title, as a capital too where a sentence begins.
private let openers: Set<String> = ["under", "see", "the"]
