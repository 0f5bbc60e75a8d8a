import PolicyModel
import Reading

/// Where clauses speak of what was: “the Act that replaced the Data Protection Act 1998”.
struct Histories: Sendable {
  /// Of each clause that does so anywhere the sentences that do not.
  private let others: [Identity: [String]]

  /// - Parameters:
  ///   - citations: what the clauses of a text cite.
  ///   - lines: what stands in the text.
  init(of citations: [Citation], in lines: [ProseLine]) {
    let citing = Set(citations.map(\.clause))
    others = Dictionary(grouping: lines.filter { citing.contains($0.clause) }, by: \.clause)
      .compactMapValues(Histories.others)
  }

  /// Whether every sentence of the clause that names it speaks of what was.
  func contains(_ citation: Citation) -> Bool {
    others[citation.clause].map { !$0.contains { $0.contains(citation.words) } } ?? false
  }

  /// Nil where no line speaks of what was.
  private static func others(in lines: [ProseLine]) -> [String]? {
    let histories = lines.filter(\.plain.speaksOfWhatWas)
    guard !histories.isEmpty else { return nil }
    // What a heading or a table says of the past holds for all that stands with it.
    guard histories.allSatisfy({ $0.place == .prose }) else { return [] }
    let sentences = lines.flatMap { line in line.sentences.map { line.words[$0] } }
    let texts = sentences.map { $0.map(\.text).joined(separator: " ") }
    return texts.indices.filter { index in
      let isContinued =
        index + 1 < texts.count && sentences[index + 1].pointsBack && texts[index + 1].speaksOfWhatWas
      return !isContinued && !texts[index].speaksOfWhatWas
    }.map { texts[$0] }
  }
}

extension String {
  fileprivate var speaksOfWhatWas: Bool {
    let words = lowercased()
    return marks.contains { words.contains($0) } || words.speaksOfDaysBeforeYear
  }
}

extension String {
  /// Whether it tells of what was done before some year: issued before 2012, before April 2014.
  fileprivate var speaksOfDaysBeforeYear: Bool {
    let words = parts(omittingEmpty: true).map(\.trimmedOfMarks)
    return words.indices.contains { index in
      words[index] == "before"
        && words[(index + 1)...].prefix(3).contains { $0.utf8.count == 4 && $0.allSatisfy(\.isNumber) }
    }
  }
}

extension ArraySlice<Word> {
  /// Whether it says something of what the sentence before names: it was replaced, they have been repealed.
  fileprivate var pointsBack: Bool {
    guard let first, pointers.contains(first.core), let next = dropFirst().first else { return false }
    return next.traits.contains(.auxiliary)
  }
}

/// Words of a sentence that speaks of what was.
private let marks = ["replaced", "repealed", "superseded", "formerly", "previously", "used to be"]

private let pointers: Set<String> = ["it", "they", "this", "that", "these", "those", "both"]
