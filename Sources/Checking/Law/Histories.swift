import PolicyModel
import Reading

/// Where clauses speak of what was: “the Act that replaced the Data Protection Act 1998”.
struct Histories: Sendable {
  /// What stands in the clauses that cite something.
  private let lines: [Identity: [ProseLine]]

  /// - Parameters:
  ///   - citations: what the clauses of a text cite.
  ///   - lines: what stands in the text.
  init(of citations: [Citation], in lines: [ProseLine]) {
    let citing = Set(citations.map(\.clause))
    self.lines = Dictionary(grouping: lines.filter { citing.contains($0.clause) }, by: \.clause)
  }

  /// Whether the clause speaks of what was wherever it names it.
  func contains(_ citation: Citation) -> Bool {
    let lines = lines[citation.clause] ?? []
    // What a heading or a table says of the past holds for all that stands with it.
    if lines.contains(where: { $0.place != .prose && $0.words.contains(where: \.speaksOfWhatWas) }) { return true }
    let sentences = lines.flatMap { line in line.sentences.map { Array(line.words[$0]) } }
    let places = sentences.indices.flatMap { index in sentences[index].places(of: citation.words).map { (index, $0) } }
    return !places.isEmpty
      && places.allSatisfy { index, place in
        sentences[index].tellsEnd(of: place) || sentences[index].tellsOfDaysBeforeYear
          || index + 1 < sentences.count && sentences[index + 1].pointsBack && sentences[index + 1].tellsEnd(of: 0..<1)
      }
  }
}

extension [Word] {
  /// Where a name stands among the words.
  fileprivate func places(of name: String) -> [Range<Int>] {
    let text = map(\.text).joined(separator: " ")
    func word(_ place: String.Index) -> Int { text[..<place].count { $0 == " " } }
    return text.ranges(of: name).map { word($0.lowerBound)..<word($0.upperBound) + 1 }
  }

  /// Whether it is told of a name that it is no more: *formerly* Twitter, which *replaced* the Act, the Act *was repealed*.
  fileprivate func tellsEnd(of name: Range<Int>) -> Bool {
    // Several may be named together.
    let start = (self[..<name.lowerBound].lastIndex { !$0.isOfNames } ?? -1) + 1
    let end = self[name.upperBound...].firstIndex { !$0.isOfNames } ?? count
    return isEnded(from: start) || tellsEnd(behind: end, isSubject: isSubject(from: start))
  }

  /// Whether the words right before names tell that they are no more.
  private func isEnded(from start: Int) -> Bool {
    guard start > 0, case let word = self[start - 1], word.mark == nil,
      self[start].traits.isDisjoint(with: .coordinator)
    else { return false }
    // It is replaced the day it breaks; but: it replaced the Act.
    let isUndergone = start > 1 && ["are", "be", "been", "is", "was", "were"].contains(self[start - 2].core)
    return formerly.contains(word.core) || endings.contains { word.core.hasPrefix($0) } && !isUndergone
  }

  /// Whether names open a clause, so that what follows is said of them.
  private func isSubject(from start: Int) -> Bool {
    guard start > 0, case let word = self[start - 1] else { return true }
    return word.traits.isDisjoint(with: .preposition) || word.traits.contains(.subordinator)
      || ["after", "before", "since", "until"].contains(word.core)
  }

  /// Whether the words right behind names tell that they are no more.
  private func tellsEnd(behind end: Int, isSubject: Bool) -> Bool {
    guard end < count, self[end - 1].mark != .stop else { return false }
    let isBracketed = self[end].depth > self[end - 1].depth
    let isAside = isBracketed || self[end - 1].mark == .comma
    let isRelative = isAside && self[end].core == "which"
    let start = isRelative ? end + 1 : end
    let between = self[start...].prefix {
      !$0.traits.isDisjoint(with: [.auxiliary, .adverb]) || ties.contains($0.core)
    }
    // It was not repealed, or is yet to be.
    if between.contains(where: { $0.traits.contains(.modal) || ["not", "never"].contains($0.core) }) { return false }
    let rest = self[between.endIndex...].prefix(3).map(\.core)
    let isOver = rest.starts(with: ["no", "longer"])
    let isEnded = isOver || rest.first.map(ends.contains) ?? false
    // The Act, which was repealed; but: complaints under the Act, which were replaced.
    if isRelative { return isEnded && between.first.map { ["has", "is", "was"].contains($0.core) } ?? false }
    if isAside { return isEnded && (isBracketed || !between.isEmpty) }
    let isSaid = between.contains { $0.traits.contains(.auxiliary) }
    let wasOnce = between.contains { formerly.contains($0.core) } || rest == ["used", "to", "be"]
    return isSubject && (isEnded && isSaid || isOver || wasOnce)
  }

  /// Whether it tells of what was done before some year: issued before 2012, before April 2014.
  fileprivate var tellsOfDaysBeforeYear: Bool {
    indices.contains { index in
      self[index].core == "before"
        && self[(index + 1)...].prefix(3).contains { $0.core.utf8.count == 4 && $0.core.allSatisfy(\.isNumber) }
    }
  }

  /// Whether it says something of what the sentence before names: it was replaced, they have been repealed.
  fileprivate var pointsBack: Bool {
    count > 1 && pointers.contains(self[0].core) && self[1].traits.contains(.auxiliary)
  }
}

extension Word {
  /// Whether it speaks of what was.
  fileprivate var speaksOfWhatWas: Bool { ends.contains(core) || formerly.contains(core) }

  /// Whether it can stand in a name, between names or before them: formerly known as *the*.
  fileprivate var isOfNames: Bool {
    if mark == .stop || core == "no" || formerly.contains(core) { return false }
    if core == "of" || calls.contains(core) || core.first?.isNumber ?? false { return true }
    return !traits.isDisjoint(with: [.determiner, .coordinator])
      || isCapital && traits.isDisjoint(with: [.adverb, .auxiliary, .preposition, .subordinator])
  }
}

/// What became of a law, a body or a document that is no more.
private let ends: Set<String> = ["replaced", "repealed", "superseded"]
/// How the verbs begin that tell what ended something: replacing the Act.
private let endings = ["replac", "repeal", "supersed"]

private let formerly: Set<String> = ["formerly", "previously"]

private let calls: Set<String> = ["as", "called", "known", "named"]

/// What can stand beside adverbs between a name and what became of it: has *been* repealed, *since* repealed.
private let ties: Set<String> = ["been", "since"]

private let pointers: Set<String> = ["it", "they", "this", "that", "these", "those", "both"]
