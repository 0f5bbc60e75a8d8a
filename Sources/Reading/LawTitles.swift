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
  /// The titles that end in Act, Order, Regulations or Rules and a year, as far back as their capitals reach.
  fileprivate var lawTitles: [String] {
    indices.dropLast().compactMap { index in
      guard self[index].isCapital, ["act", "order", "regulations", "rules"].contains(self[index].core),
        self[index].text.last?.isLetter == true, self[index + 1].isYear
      else { return nil }
      var start = index
      while start > 0, case let word = self[start - 1],
        word.isTitleWord || word.mark == nil && joins.contains(word.core)
      {
        start -= 1
      }
      while start < index, joins.contains(self[start].core) { start += 1 }
      return start < index ? self[start...(index + 1)].text : nil
    }
  }
}

extension Word {
  /// Whether a title may go on behind it; a comma may stand within one.
  fileprivate var isTitleWord: Bool { isCapital && (mark == nil || mark == .comma) }

  fileprivate var isYear: Bool { core.utf8.count == 4 && Int(core) != nil }
}

/// Small words within a title, which none begins with.
private let joins: Set<String> = ["of", "and", "for", "in", "to", "etc", "under", "see", "the", "by", "on", "with"]
