import PolicyModel

/// A place where a clause names an Act or instrument.
package struct Citation: Hashable, Sendable {
  /// As in `https://www.legislation.gov.uk/id/…`: `ukpga/1998/42`.
  package let identifier: String
  /// The words by which the clause names it.
  package let words: String
  package let clause: Identity
}

/// Every citation of a policy in document order: links to legislation.gov.uk, and titles of the register named without one.
package func citations(in policy: ResolvedPolicy, register: Register) -> [Citation] {
  policy.flat.flatMap { entry in
    entry.clause.content.texts.flatMap { text in
      linked(text).map { Citation(identifier: $0.identifier, words: $0.words, clause: entry.clause.identity) }
        + mentioned(text, register).map {
          Citation(identifier: $0.identifier, words: $0.words, clause: entry.clause.identity)
        }
    }
  }
}

/// The identifier in an address of legislation.gov.uk; nil for any other address.
func legislationIdentifier(_ address: String) -> String? {
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

private func linked(_ text: Text) -> [(identifier: String, words: String)] {
  var found: [(identifier: String, words: String)] = []
  for run in text.runs {
    guard let link = run.style.link, let identifier = legislationIdentifier(link), case .words(let words) = run.content
    else { continue }
    found.append((identifier, words))
  }
  return found
}

/// Titles that stand in the text without a link, the longest first so that no title is found inside another.
private func mentioned(_ text: Text, _ register: Register) -> [(identifier: String, words: String)] {
  var plain = text.runs.map { run in
    guard case .words(let words) = run.content, run.style.link == nil else { return " " }
    return words
  }.joined()
  let titles = register.legislation.flatMap { entry in
    ([entry.title] + entry.aliases + entry.misdatedAs).map { (words: $0, identifier: entry.identifier) }
  }.sorted { ($0.words.count, $1.words) > ($1.words.count, $0.words) }
  var found: [(identifier: String, words: String)] = []
  for title in titles where title.words.count > 5 && plain.contains(title.words) {
    found.append((title.identifier, title.words))
    plain = plain.replacing(title.words, with: " ")
  }
  return found
}
