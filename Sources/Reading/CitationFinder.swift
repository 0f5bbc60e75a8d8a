import PolicyModel

/// Finds what policies cite: links to legislation.gov.uk, and the titles and aliases of the register.
package struct CitationFinder: Sendable {
  /// A title by which entries are found.
  private struct Title: Hashable {
    let words: [String]
    /// As written, where the title is a single word: nobody means a service by “bing” or “x”.
    let exactly: String?
    let isMiscitation: Bool

    init(_ title: String, isMiscitation: Bool = false) {
      let cited = CitedWords(title)
      words = cited.words.map(\.core)
      exactly = words.count == 1 ? cited.words(in: 0..<1) : nil
      self.isMiscitation = isMiscitation
    }

    func isBefore(_ other: Title) -> Bool {
      words.count == other.words.count ? !isMiscitation && other.isMiscitation : words.count > other.words.count
    }
  }

  /// What is found of one table.
  private struct Titles {
    let table: Register.Table
    /// By their first words, the longest first so that no title is found inside another; what an entry is called comes before
    /// what another is miscited as.
    let byFirstWord: [String: [(title: Title, keys: [Register.Key])]]

    var words: [[String]] { byFirstWord.values.flatMap { $0.map(\.title.words) } }
  }

  private let titles: [Titles]
  /// For lines that name something of any table.
  private let sieve: TitleSieve

  package init(_ register: Register) {
    var tables: [Register.Table: [Title: [Register.Key]]] = [:]
    for entry in register.entries {
      for title in [entry.title] + entry.aliases {
        tables[entry.key.table, default: [:]][Title(title), default: []].append(entry.key)
      }
    }
    for act in register.legislation {
      // The Data Protection Acts 1998 and 2018.
      tables[.legislation, default: [:]][Title(act.title.replacing(" Act ", with: " Acts ")), default: []].append(
        Register.Key(.legislation, act.identifier))
      for title in act.miscitedAs {
        let key = Register.Key(.legislation, act.identifier)
        tables[.legislation, default: [:]][Title(title, isMiscitation: true), default: []].append(key)
      }
    }
    titles = Register.Table.allCases.map { table in
      let all = tables[table, default: [:]].filter { !$0.key.words.isEmpty }.map { ($0, $1.unique) }
      let byFirstWord = Dictionary(grouping: all) { title, _ in title.words[0] }
      return Titles(table: table, byFirstWord: byFirstWord.mapValues { $0.sorted { $0.0.isBefore($1.0) } })
    }
    sieve = TitleSieve(titles.flatMap(\.words))
  }

  /// What need not be read in the forks of a text.
  package func silentClauses(of manuscript: Manuscript) -> SilentClauses { SilentClauses(of: manuscript, by: sieve) }

  /// Every citation of a policy in document order.
  ///
  /// - Parameter silent: those of its base, where that is known.
  package func citations(in manuscript: Manuscript, besides silent: SilentClauses? = nil) -> [Citation] {
    var found: [Citation] = []
    var reader = silent.flatMap { silent in manuscript.words.map { SilentClauses.Reader(silent, printing: $0) } }
    func walk(_ clauses: [ResolvedClause]) {
      for index in clauses.indices {
        let clause = clauses[index].identity
        if !(reader?.passes(clause, mark: clauses[index].mark) ?? false) {
          func read(_ text: Text) {
            // Most lines name nothing, and need not be filled in.
            guard sieve.mayPass(text, printing: manuscript.words, in: clause) else { return }
            found += citations(in: manuscript.filled(text, in: clause), of: clause)
          }
          read(clauses[index].content.heading)
          for block in clauses[index].content.blocks { block.forEachText(read) }
        }
        walk(clauses[index].clauses)
      }
    }
    walk(manuscript.policy.clauses)
    return found
  }

  /// Every citation in a line of a clause, as it reads.
  private func citations(in text: Text, of clause: Identity) -> [Citation] {
    let line = CitedWords(text)
    return found(in: line).map { find in
      Citation(
        key: find.key, words: line.words(in: find.range),
        provisions: find.provision.map { [$0] }
          ?? (find.key.table == .legislation ? provisions(of: find.range, in: line) : []),
        isMiscited: find.isMiscited, isAuthor: line.hasYear(after: find.range.upperBound - 1), clause: clause)
    }
  }

  private struct Find {
    let range: Range<Int>
    let key: Register.Key
    var isMiscited = false
    var provision: Provision?
  }

  private func found(in line: CitedWords) -> [Find] {
    var finds: [Find] = []
    // Where the last title found in each table ends.
    var ends = Array(repeating: 0, count: titles.count)
    for index in line.words.indices {
      for (table, titles) in titles.enumerated() where index >= ends[table] {
        guard
          let (title, keys) = titles.byFirstWord[line.words[index].core]?.first(where: {
            line.hasTitle($0.title.words, $0.title.exactly, at: index)
          })
        else { continue }
        ends[table] = index + title.words.count
        finds += keys.map { Find(range: index..<ends[table], key: $0, isMiscited: title.isMiscitation) }
      }
    }
    for link in linked(in: line) {
      let named = finds.firstIndex { $0.key == link.key && $0.range.overlaps(link.range) }
      if let named { finds[named].provision = link.provision } else { finds.append(link) }
    }
    return finds.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The Acts that links lead to, whatever the words of the link.
  private func linked(in line: CitedWords) -> [Find] {
    var linked: [Find] = []
    var index = 0
    while index < line.words.count {
      let start = index
      let link = line.words[start].link
      while index < line.words.count, line.words[index].link == link { index += 1 }
      guard let passage = link.flatMap(legislationPassage) else { continue }
      linked.append(
        Find(range: start..<index, key: Register.Key(.legislation, passage.identifier), provision: passage.provision))
    }
    return linked
  }
}

extension CitedWords {
  fileprivate func hasTitle(_ title: [String], _ exactly: String?, at index: Int) -> Bool {
    guard index + title.count <= words.count else { return false }
    if let exactly { return prose[words[index].range] == exactly }
    return zip(title, words[index...]).allSatisfy { $0 == $1.core }
  }

  fileprivate func hasYear(after index: Int) -> Bool {
    guard gap(after: index) == ", ", index + 1 < words.count else { return false }
    let year = words[index + 1].core
    return year.utf8.count == 4 && (year.hasPrefix("19") || year.hasPrefix("20")) && year.allSatisfy(\.isNumber)
  }
}
