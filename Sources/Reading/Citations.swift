import PolicyModel

/// A place where a clause names an Act or instrument.
package struct Citation: Hashable, Sendable {
  /// As in `https://www.legislation.gov.uk/id/…`: `ukpga/1998/42`.
  package let identifier: String
  /// The words by which the clause names it.
  package let words: String
  package let clause: Identity
}

/// Finds what policies cite: links to legislation.gov.uk, and titles of the register that stand without one.
package struct CitationFinder: Sendable {
  private struct Title {
    let words: [Substring]
    let identifier: String
  }

  /// The titles by their first words, the longest first so that no title is found inside another.
  private let titles: [Substring: [Title]]

  package init(_ register: Register) {
    let all = register.legislation.flatMap { entry in
      ([entry.title] + entry.aliases + entry.misdatedAs).map {
        Title(words: $0.split(separator: " "), identifier: entry.identifier)
      }
    }
    titles = Dictionary(grouping: all.filter { !$0.words.isEmpty }) { $0.words[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  /// Every citation of a policy in document order.
  package func citations(in policy: ResolvedPolicy) -> [Citation] {
    policy.flat.flatMap { entry in
      entry.clause.content.texts.flatMap { text in
        text.runs.flatMap { run -> [Citation] in
          guard case .words(let words) = run.content else { return [] }
          let found = run.style.link.map { link in
            legislationIdentifier(link).map { [(identifier: $0, words: words)] } ?? []
          }
          return (found ?? mentions(in: words)).map {
            Citation(identifier: $0.identifier, words: $0.words, clause: entry.clause.identity)
          }
        }
      }
    }
  }

  private func mentions(in text: String) -> [(identifier: String, words: String)] {
    let words = text.split(separator: " ").map { $0.drop { "(“‘".contains($0) } }
    var found: [(identifier: String, words: String)] = []
    var index = 0
    while index < words.count {
      guard let title = titles[words[index]]?.first(where: { isTitle($0.words, words[index...]) }) else {
        index += 1
        continue
      }
      found.append((title.identifier, title.words.joined(separator: " ")))
      index += title.words.count
    }
    return found
  }

  /// Whether words begin with a title, whose last word may carry a punctuation mark.
  private func isTitle(_ title: [Substring], _ words: ArraySlice<Substring>) -> Bool {
    guard words.count >= title.count, words.prefix(title.count - 1).elementsEqual(title.dropLast()) else {
      return false
    }
    let last = words[words.startIndex + title.count - 1]
    return last.hasPrefix(title.last!) && last.dropFirst(title.last!.count).allSatisfy { !$0.isLetter && !$0.isNumber }
  }
}

/// The identifier in an address of legislation.gov.uk; nil for any other address.
package func legislationIdentifier(_ address: String) -> String? {
  for scheme in ["https://", "http://"] {
    for host in ["www.legislation.gov.uk/", "legislation.gov.uk/"] where address.hasPrefix(scheme + host) {
      var path = address.dropFirst(scheme.count + host.count)
      if path.hasPrefix("id/") { path = path.dropFirst(3) }
      let parts = path.split(separator: "/")
      // Statutes before 1963 are numbered by the year of a reign: ukpga/Eliz2/7-8/66.
      let count = parts.count > 1 && parts[1].first?.isNumber == true ? 3 : 4
      return parts.count >= count ? parts.prefix(count).joined(separator: "/") : nil
    }
  }
  return nil
}
