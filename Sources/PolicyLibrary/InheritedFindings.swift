import Amending
import PolicyModel

/// What the checks find in a base, to be recognised in a fork.
struct InheritedFindings {
  /// What a fork's finding can repeat: one of the same rule about the same clause.
  private struct Place: Hashable {
    let rule: Rule
    let clause: Identity

    /// Nil for what concerns the document, such as its next review: each text answers for that itself.
    init?(_ finding: Diagnostic) {
      guard let clause = finding.subject?.clause else { return nil }
      (rule, self.clause) = (finding.rule, clause)
    }
  }

  /// Those not taken yet, in the order found, as the text tells them that writes the words.
  private var left: [Place: [Diagnostic]] = [:]
  /// The clauses that are as the base has them.
  private let untouched: Set<Identity>
  /// Those of them that the fork may not amend.
  let locked: Set<Identity>
  /// What the fork brings in.
  private var words: ForkWords

  init(_ findings: [TextFinding], in fork: ResolvedPolicy, level: Level) {
    for finding in findings {
      if let place = Place(finding.own) { left[place, default: []].append(finding.origin) }
    }
    words = ForkWords(level)
    guard !left.isEmpty else {
      (untouched, locked) = ([], [])
      return
    }
    let clauses = fork.flat.map(\.clause).filter { clause in
      clause.provenance.origin != fork.address && !clause.provenance.amendedBy.contains { $0.by == fork.address }
    }
    untouched = Set(clauses.map(\.identity))
    locked = Set(clauses.filter { [.fixed, .fill].contains($0.content.tailoring) }.map(\.identity))
  }

  /// The base's finding that a fork's finding repeats, each once; nil where the fork's own words are its cause.
  mutating func take(_ finding: Diagnostic) -> Diagnostic? {
    guard let place = Place(finding), let found = left[place] else { return nil }
    let isUntouched = untouched.contains(place.clause)
    if !isUntouched, words.cause(finding, in: place.clause) { return nil }
    let index =
      found.firstIndex { $0.message == finding.message }
      ?? found.firstIndex { $0.subject == finding.subject && (finding.subject?.isWords == true || isUntouched) }
    return index.map { left[place]!.remove(at: $0) }
  }
}

/// The words that a fork's own amendments bring into clauses of its base.
private struct ForkWords {
  private let level: Level
  private let amendments: [Amendment]
  /// How often the words that findings are about are still to be found.
  private var left: [Key: Int] = [:]

  private struct Key: Hashable {
    let rule: Rule
    let subject: Subject
  }

  init(_ level: Level) {
    self.level = level
    guard case .instrument(let instrument) = level.file.body else {
      amendments = []
      return
    }
    amendments = instrument.amendments
  }

  /// Whether they are what a finding is about; words that stand there twice, once from the base, are taken once.
  mutating func cause(_ finding: Diagnostic, in clause: Identity) -> Bool {
    if level.sourceMap[.clause(clause)] != nil { return true }
    guard case .words(let words, in: _)? = finding.subject else {
      return !rulesOfMarks.contains(finding.rule)
        && (isRestated(clause) || isBrought(finding.quotedWords, into: clause))
    }
    let key = Key(rule: finding.rule, subject: finding.subject!)
    let count = left[key] ?? times(words, in: clause)
    left[key] = max(0, count - 1)
    return count > 0
  }

  private func isRestated(_ clause: Identity) -> Bool {
    amendments.contains { amendment in
      switch amendment.operation {
      case .substitute(.identity(clause), _), .substituteText(.identity(clause), _): true
      default: false
      }
    }
  }

  private func isBrought(_ words: [String], into clause: Identity) -> Bool {
    !words.isEmpty && words.allSatisfy { times($0, in: clause) > 0 }
  }

  /// How often amendments bring some words.
  private func times(_ words: String, in clause: Identity) -> Int {
    amendments.reduce(0) { count, amendment in
      count + amendment.operation.texts(broughtInto: clause).reduce(0) { $0 + $1.plain.ranges(of: words).count }
    }
  }
}

/// What these find is in a clause's mark, not in its words.
private let rulesOfMarks: Set<Rule> = [.numberGap, .idleExcuse, .unsignedForm]

extension Operation {
  fileprivate func texts(broughtInto clause: Identity) -> [Text] {
    switch self {
    case .reword(.throughout, let rewording): [rewording.new].compactMap { $0 }
    case _ where target != .identity(clause): []
    case .reword(_, let rewording): [rewording.new].compactMap { $0 }
    case .substitute(_, let clauses):
      clauses.flatMap(\.withDescendants).flatMap { [$0.heading] + $0.blocks.flatMap(\.texts) }
    case .substituteText(_, let blocks): blocks.flatMap(\.texts)
    case .substituteHeading(_, let heading): [heading]
    case .insert, .omit, .move, .renumber, .setClause, .setDocument: []
    }
  }
}

extension Subject {
  fileprivate var isWords: Bool {
    if case .words = self { true } else { false }
  }
}

extension Diagnostic {
  /// The words that the message quotes first, cut where it leaves some out.
  fileprivate var quotedWords: [String] {
    guard let start = message.firstIndex(of: "“"), let end = message[start...].firstIndex(of: "”") else { return [] }
    return message[message.index(after: start)..<end].split(separator: " … ").map(String.init)
  }
}
