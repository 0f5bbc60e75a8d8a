import PolicyModel
import Reading

/// The titles of registered laws without their years, to find those that are cited with a year that is no such law's.
package struct WrongYears: Sendable {
  /// A title with another year, as it stands in a clause.
  struct Find {
    let words: String
    let clause: Identity
    /// The laws that bear the title.
    let laws: [Register.Legislation]
  }

  private var laws: [String: [Register.Legislation]] = [:]
  /// Years in which there is a law of the title, or with which it is known to be cited by mistake.
  private var years: [String: Set<String>] = [:]
  private let longest: Int

  package init(_ register: Register) {
    var longest = 0
    for law in register.legislation {
      guard let (title, year) = titleAndYear(law.title) else { continue }
      laws[title, default: []].append(law)
      years[title, default: []].formUnion([year] + law.otherYears)
      for known in law.aliases + law.miscitedAs {
        if let (title, year) = titleAndYear(known) { years[title, default: []].insert(year) }
      }
      longest = max(longest, words(of: law.title).count)
    }
    self.longest = longest
  }

  /// In some lines, in reading order.
  func found(in lines: [ProseLine]) -> [Find] {
    lines.flatMap { line in line.words.indices.compactMap { found(in: line, at: $0) } }
  }

  private func found(in line: ProseLine, at index: Int) -> Find? {
    guard line.words[index].isYear else { return nil }
    for start in max(0, index - longest)..<index {
      let title = line.words[start..<index].map(\.core).joined(separator: " ")
      guard let laws = laws[title] else { continue }
      // A longer title that ends alike, such as the Adoption and Children Act, is another law's.
      if line.words.titleStart(before: start) < start { return nil }
      if years[title]?.contains(line.words[index].core) == true { return nil }
      let words = line.words[start...index].text
      let bare = words.drop { !$0.isLetter }.reversed().drop { !$0.isNumber }.reversed()
      let bracket = bare.count { $0 == "(" } > bare.count { $0 == ")" } ? ")" : ""
      return Find(words: String(bare) + bracket, clause: line.clause, laws: laws)
    }
    return nil
  }
}

private func titleAndYear(_ title: String) -> (title: String, year: String)? {
  let words = words(of: title)
  guard let last = words.last, last.isYear, words.count > 2 else { return nil }
  return (words.dropLast().map(\.core).joined(separator: " "), last.core)
}

extension Word {
  fileprivate var isYear: Bool {
    core.utf8.count == 4 && core.allSatisfy(\.isNumber)
      && (core.hasPrefix("18") || core.hasPrefix("19") || core.hasPrefix("20"))
  }
}
