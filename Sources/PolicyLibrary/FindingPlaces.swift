import Amending
import PolicyModel

/// Finds where in a chain of texts the words stand that a finding is about.
struct FindingPlaces {
  /// The text with no base first.
  let levels: [Level]
  let ledger: SourceMap
  let register: SourceMap
  /// Where clauses stand that no identity is written for, by the one made of their first words.
  private let unnamed: [Identity: SourcePosition]

  init(levels: [Level], ledger: SourceMap, register: SourceMap) {
    self.levels = levels
    self.ledger = ledger
    self.register = register
    unnamed = levels.reduce(into: [:]) { $0.merge($1.unnamed) { _, nearer in nearer } }
  }

  /// A finding at its place, its notes at theirs.
  func located(_ finding: Diagnostic) -> Diagnostic {
    var finding = finding
    finding.position = finding.position ?? finding.subject.map(place)
    finding.notes = finding.notes.map { note in
      var note = note
      note.position = note.position ?? note.subject.map(place)
      return note
    }
    return finding
  }

  /// In the nearest text that writes the words, or that amends the clause.
  private func place(_ subject: Subject) -> SourcePosition {
    switch subject {
    case .record: return ledger.nearest(subject)
    case .registered: return register.nearest(subject)
    // What the front matter lacks is for the text itself to say.
    case .frontMatter: return levels.last?.sourceMap.nearest(subject) ?? ledger.nearest(.document)
    default: break
    }
    let found = levels.reversed().lazy.compactMap { level in
      subject.clause.flatMap { amended($0, subject, in: level) } ?? written(subject, in: level)
    }.first
    if let found { return found }
    if let place = subject.clause.flatMap({ unnamed[$0] }) {
      if case .words(let words, in: _) = subject { return place.moved(to: words) }
      return place
    }
    return levels.last?.sourceMap.nearest(subject) ?? ledger.nearest(.document)
  }

  private func written(_ subject: Subject, in level: Level) -> SourcePosition? {
    switch subject {
    case .words(let words, in: let clause): level.sourceMap[.clause(clause)]?.moved(to: words)
    case .reference(_, in: let clause?), .term(_, in: let clause?):
      level.sourceMap[subject] ?? level.sourceMap[.clause(clause)]
    default: level.sourceMap[subject]
    }
  }

  /// Where a fork brings the words into a clause of its base; of no words, where it changes the clause last.
  private func amended(_ clause: Identity, _ subject: Subject, in level: Level) -> SourcePosition? {
    guard case .instrument(let instrument) = level.file.body, level.sourceMap[.clause(clause)] == nil else {
      return nil
    }
    var words: String?
    if case .words(let sought, in: _) = subject { words = sought }
    let index = instrument.amendments.lastIndex { amendment in
      let operation = amendment.operation
      if case .reword(.throughout, let rewording) = operation { return words.map(rewording.brings) ?? false }
      guard operation.target == .identity(clause) else { return false }
      switch operation {
      case .reword(_, let rewording): return words.map(rewording.brings) ?? true
      case .substituteText(_, let blocks):
        return words.map { sought in blocks.flatMap(\.texts).contains { $0.plain.contains(sought) } } ?? true
      case .substituteHeading(_, let heading): return words.map(heading.plain.contains) ?? true
      case .substitute: return true
      case .renumber, .setClause: return words == nil
      case .insert, .omit, .move, .setDocument: return false
      }
    }
    guard let index, let place = level.sourceMap[.amendment(index)] else { return nil }
    // What an amendment takes out may hold the words too, and stands before what it brings.
    return words.map(place.moved(toLast:)) ?? place
  }
}

extension Level {
  fileprivate var unnamed: [Identity: SourcePosition] {
    guard !sourceMap.unidentified.isEmpty else { return [:] }
    let written =
      switch file.body {
      case .policy(let policy): policy.clauses
      case .instrument(let instrument): instrument.amendments.flatMap(\.operation.newClauses)
      }
    let names = zip(written.flatMap(\.withDescendants), written.identified().flatMap(\.withDescendants))
      .filter { $0.0.identity == nil }.compactMap { $0.1.identity }
    // The two go together only where every such clause has its place.
    guard names.count == sourceMap.unidentified.count else { return [:] }
    return Dictionary(zip(names, sourceMap.unidentified)) { first, _ in first }
  }
}

extension Rewording {
  /// Whether words come in with the new ones, or from both sides of where they are put.
  fileprivate func brings(_ words: String) -> Bool {
    new.map { $0.plain.contains(words) || words.contains($0.plain) } ?? false
  }
}
