import PolicyModel
import Reading

/// Compares two texts as they read, and says of each change how it concerns the reader.
///
/// The changes are those of `compare`, gathered by clause and class: several rewordings of one clause that make duties stronger
/// are one change; a rewriting that makes one duty stronger and another weaker is two.
///
/// - Returns: nil where one of the texts could not be resolved.
public func redline(from old: Resolution, to new: Resolution) -> Redline? {
  guard let oldText = old.resolved, let newText = new.resolved, let oldPolicy = old.policy, let newPolicy = new.policy
  else { return nil }
  let comparison = compare(oldPolicy, newPolicy)
  let known = Set(oldText.flat.map(\.clause.identity))
  var matches: [Identity: Identity] = [:]
  for identity in newText.flat.map(\.clause.identity) {
    let name = comparison.identities[identity] ?? identity
    if known.contains(name) { matches[identity] = name }
  }
  var redline = Redline(
    old: oldText, new: newText, oldTerms: oldPolicy.terms, newTerms: newPolicy.terms, matches: matches, changes: [])
  var drawing = RedlineDrawing(redline, comparison.amendments, DraftersReasons(from: oldText, to: new))
  drawing.draw()
  redline.changes = documentChanges(comparison.amendments, from: oldPolicy) + drawing.changes
  redline.restyled = drawing.restyled
  return redline
}

/// Finds what changed between two texts, clause by clause, and which sentences went from one clause to another.
private struct RedlineDrawing {
  private(set) var restyled: [Identity] = []
  private let redline: Redline
  private let reading: WordsReading
  private let amendments: ClauseAmendments
  private let order: DocumentOrder
  private let reasons: DraftersReasons
  /// Of the clauses that stand in one text alone.
  private var oldDuties: [Identity: [Duty]] = [:]
  private var newDuties: [Identity: [Duty]] = [:]
  /// The words above clauses that changed, where they go on with them.
  private var oldStems: [Identity: String] = [:]
  private var newStems: [Identity: String] = [:]
  /// Sentences of the old text that stand in another clause now.
  private var left: Set<Sentence.Place> = []
  /// Sentences of the new text that stood in another clause.
  private var come: Set<Sentence.Place> = []
  private var found: [(place: DocumentOrder.Place, change: Change)] = []

  init(_ redline: Redline, _ amendments: [Amendment], _ reasons: DraftersReasons) {
    self.redline = redline
    self.reasons = reasons
    reading = WordsReading(
      oldTerms: TermPhrases(redline.oldTerms), newTerms: TermPhrases(redline.newTerms), matches: redline.matches)
    self.amendments = ClauseAmendments(amendments)
    order = DocumentOrder(redline)
  }

  var changes: [Change] {
    found.enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element.change)
  }

  mutating func draw() {
    let oldClauses = Dictionary(redline.old.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    let lasting = redline.new.flat.compactMap { entry in
      redline.matches[entry.clause.identity].map { LastingClause(old: oldClauses[$0]!, new: entry.clause) }
    }
    let kept = Set(redline.matches.values)
    let inserted = redline.new.clauses.flatMap { lonePassages(in: $0) { redline.matches[$0] != nil } }
    let omitted = redline.old.clauses.flatMap { lonePassages(in: $0, isKept: kept.contains) }
    let relocations = relocations(
      of: lasting.flatMap(\.removed) + omitted.flatMap(\.sentences),
      to: lasting.flatMap(\.added) + inserted.flatMap(\.sentences))
    oldDuties = duties(of: redline.old, askedIn: lasting.flatMap(\.removed) + omitted.flatMap(\.sentences))
    newDuties = duties(of: redline.new, askedIn: lasting.flatMap(\.added) + inserted.flatMap(\.sentences))
    let reworded = lasting.filter { !$0.reworded.isEmpty || !$0.removed.isEmpty && !$0.added.isEmpty }
    oldStems = stems(of: redline.old, above: Set(reworded.map(\.old.identity)))
    newStems = stems(of: redline.new, above: Set(reworded.map(\.new.identity)))
    left = Set(relocations.map(\.old.place))
    come = Set(relocations.map(\.new.place))
    for clause in lasting { change(clause) }
    for passage in inserted { insertion(passage) }
    for passage in omitted { omission(passage) }
    for group in grouped(relocations) { relocation(group) }
  }

  // MARK: Clauses that stand in both texts

  private mutating func change(_ clause: LastingClause) {
    let count = found.count
    if amendments.isMoved(clause.old.identity) {
      add(clause, .moved, .move, clause.old.outline, clause.new.outline, order.journey(of: clause))
    }
    for setting in amendments.settings(of: clause.old) {
      add(clause, setting.kind, setting.operation, clause.old.outline, clause.new.outline, setting.reason)
    }
    let removed = clause.removed.filter { !left.contains($0.place) }
    let added = clause.added.filter { !come.contains($0.place) }
    let verb = amendments.verb(of: clause.old.identity)
    for (kind, old, new, reasons) in rewordings(of: clause, removed, added) {
      let reason =
        !reasons.isEmpty
        ? reasons.unique.joined(separator: "; ")
        : clause.new.content.holdsDuties ? "no duty became stronger or weaker" : "it reads differently"
      add(
        clause, kind, kind == .term ? .set : verb, clause.old.passage(old), clause.new.passage(new), reason)
    }
    if removed.isEmpty, !added.isEmpty {
      add(clause, .substantive, verb, nil, clause.new.passage(added), novelty(added))
    }
    if added.isEmpty, !removed.isEmpty {
      add(clause, .substantive, verb, clause.old.passage(removed), nil, loss(removed))
    }
    if clause.isReordered {
      add(
        clause, .moved, verb, clause.old.outline, clause.new.outline, "the same sentences stand in another order")
    }
    if found.count == count, clause.isRestyled { restyled.append(clause.new.identity) }
  }

  /// What reads otherwise, by the class of the change.
  ///
  /// - Parameters:
  ///   - removed: sentences that none in particular took the place of.
  ///   - added: those that are there in their place.
  private func rewordings(
    of clause: LastingClause, _ removed: [Sentence], _ added: [Sentence]
  ) -> [(kind: Change.Class, old: [Sentence], new: [Sentence], reasons: [String])] {
    var words: [Change.Class: (old: [Sentence], new: [Sentence], reasons: [String])] = [:]
    var pairs = clause.reworded.map { (old: $0.old, new: $0.new) }
    if !removed.isEmpty, !added.isEmpty { pairs.append((removed, added)) }
    for (old, new) in pairs {
      let stems = (
        old[0].index == 0 ? oldStems[clause.old.identity] : nil, new[0].index == 0 ? newStems[clause.new.identity] : nil
      )
      for finding in reading.findings(from: old.flatMap(\.tokens), to: new.flatMap(\.tokens), under: stems) {
        words[finding.kind, default: ([], [], [])].old += old
        words[finding.kind]!.new += new
        words[finding.kind]!.reasons += finding.reasons
      }
    }
    return Change.Class.allCases.compactMap { kind in
      words[kind].map { (kind, $0.old, $0.new, $0.reasons) }
    }
  }

  private mutating func add(
    _ clause: LastingClause, _ kind: Change.Class, _ operation: Provenance.Verb, _ old: Change.Passage?,
    _ new: Change.Passage?, _ reason: String
  ) {
    add(
      Change(
        operation: operation, target: clause.old.identity.description, kind: kind, old: old, new: new, reason: reason,
        because: reasons.reason(for: clause.new.identity, operation)),
      at: order.place(new: clause.new.identity))
  }

  private mutating func add(_ change: Change, at place: DocumentOrder.Place) { found.append((place, change)) }

  // MARK: Clauses that stand in one text alone

  private mutating func insertion(_ passage: LonePassage) {
    let rest = passage.sentences.filter { !come.contains($0.place) }
    guard !rest.isEmpty || passage.sentences.isEmpty else { return }
    let clause = passage.clause
    add(
      Change(
        operation: .insert, target: clause.identity.description, kind: .substantive, old: nil,
        new: clause.passage(rest), reason: novelty(rest), because: reasons.reason(for: clause.identity)),
      at: order.place(new: clause.identity))
  }

  private mutating func omission(_ passage: LonePassage) {
    let rest = passage.sentences.filter { !left.contains($0.place) }
    guard !rest.isEmpty || passage.sentences.isEmpty else { return }
    let clause = passage.clause
    add(
      Change(
        operation: .omit, target: clause.identity.description, kind: .substantive, old: clause.passage(rest), new: nil,
        reason: loss(rest), because: reasons.reason(for: clause.identity)),
      at: order.place(old: clause.identity))
  }

  private func novelty(_ sentences: [Sentence]) -> String { "this is new" + asked(sentences, newDuties) }

  private func loss(_ sentences: [Sentence]) -> String { "this is left out" + asked(sentences, oldDuties) }

  private func duties(of text: ResolvedPolicy, askedIn sentences: [Sentence]) -> [Identity: [Duty]] {
    Dictionary(grouping: Reading.duties(of: text, in: Set(sentences.map(\.clause.identity))), by: \.clause)
  }

  /// What sentences ask of people; nothing is said of headings, tables and forms, which ask nothing.
  private func asked(_ sentences: [Sentence], _ duties: [Identity: [Duty]]) -> String {
    guard sentences.contains(where: { !$0.isRow && $0.clause.content.holdsDuties }) else { return "" }
    let count = sentences.reduce(0) { count, sentence in
      count + (duties[sentence.clause.identity] ?? []).count { $0.sentence.hasSuffix(sentence.plain) }
    }
    return count == 0 ? "; it holds no duty" : count == 1 ? ", with one duty" : ", with \(count) duties"
  }

  // MARK: Sentences that went from one clause to another

  /// Those between the same two clauses together.
  private func grouped(_ relocations: [Relocation]) -> [[Relocation]] {
    Dictionary(grouping: relocations) { [$0.old.clause.identity, $0.new.clause.identity] }.values
      .sorted { places($0[0]) < places($1[0]) }
      .map { $0.sorted { $0.new.index < $1.new.index } }
  }

  private func places(_ relocation: Relocation) -> (DocumentOrder.Place, DocumentOrder.Place) {
    (order.place(new: relocation.new.clause.identity), order.place(old: relocation.old.clause.identity))
  }

  /// Tells of sentences of one clause that stand in another one now.
  private mutating func relocation(_ group: [Relocation]) {
    let (from, to) = (group[0].old.clause, group[0].new.clause)
    let isInserted = redline.matches[to.identity] == nil
    let isOmitted = !redline.matches.values.contains(from.identity)
    let findings = group.flatMap { reading.findings(from: $0.old.tokens, to: $0.new.tokens, under: (nil, nil)) }
    let grave = findings.filter { ![.term, .editorial].contains($0.kind) }
    let place =
      isInserted
      ? "these words stood in \(from.named), and are a clause of their own now"
      : isOmitted ? "these words were a clause of their own, \(from.named)" : "these words stood in \(from.named)"
    let reason = ([place] + findings.flatMap(\.reasons)).unique.joined(separator: "; ")
    add(
      Change(
        operation: isInserted ? .insert : isOmitted ? .omit : .move,
        target: (isInserted ? to : from).identity.description, kind: grave.gravest ?? .moved,
        old: from.passage(group.map(\.old)), new: to.passage(group.map(\.new)), reason: reason,
        because: isInserted ? reasons.reason(for: to.identity) : reasons.reason(for: to.identity, .reword),
        relation: isInserted ? .split(from: from.identity) : isOmitted ? .joined(to: to.identity) : nil),
      at: order.place(new: to.identity))
  }
}

extension Clause {
  /// Whether its words can ask something of people.
  fileprivate var holdsDuties: Bool {
    switch kind {
    case .clause, .item: true
    case .section, .field, .option: false
    }
  }
}

extension [WordsReading.Finding] {
  fileprivate var gravest: Change.Class? { Change.Class.allCases.first { kind in contains { $0.kind == kind } } }
}
