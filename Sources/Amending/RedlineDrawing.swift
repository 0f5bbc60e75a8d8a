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
  var drawing = RedlineDrawing(redline, comparison.amendments)
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
  private let reasons: [Identity: String]
  /// Sentences of the old text that stand in another clause now.
  private var left: Set<Sentence.Place> = []
  /// Sentences of the new text that stood in another clause.
  private var come: Set<Sentence.Place> = []
  private var found: [(place: DocumentOrder.Place, change: Change)] = []

  init(_ redline: Redline, _ amendments: [Amendment]) {
    self.redline = redline
    reading = WordsReading(
      oldTerms: TermPhrases(redline.oldTerms), newTerms: TermPhrases(redline.newTerms), matches: redline.matches)
    self.amendments = ClauseAmendments(amendments)
    order = DocumentOrder(redline)
    reasons = Dictionary(
      redline.new.flat.compactMap { entry in
        let touches = entry.clause.provenance.amendedBy.filter { $0.by == redline.new.address }
        return touches.compactMap(\.reason).last.map { (entry.clause.identity, $0.plain) }
      }
    ) { first, _ in first }
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
    var words: [Change.Class: (old: [Sentence], new: [Sentence], reasons: [String])] = [:]
    func note(_ old: [Sentence], _ new: [Sentence]) {
      for finding in reading.findings(from: old.flatMap(\.tokens), to: new.flatMap(\.tokens)) {
        words[finding.kind, default: ([], [], [])].old += old
        words[finding.kind]!.new += new
        words[finding.kind]!.reasons.append(finding.reason)
      }
    }
    for pair in clause.reworded { note([pair.old], [pair.new]) }
    let removed = clause.removed.filter { !left.contains($0.place) }
    let added = clause.added.filter { !come.contains($0.place) }
    if !removed.isEmpty || !added.isEmpty { note(removed, added) }
    for kind in Change.Class.allCases {
      guard let (old, new, reasons) = words[kind] else { continue }
      add(
        clause, kind, kind == .term ? .set : amendments.verb(of: clause.old.identity), clause.old.passage(old),
        clause.new.passage(new), reasons.unique.joined(separator: "; "))
    }
    if clause.isReordered {
      add(
        clause, .moved, amendments.verb(of: clause.old.identity), clause.old.outline, clause.new.outline,
        "the same sentences stand in another order")
    }
    if found.count == count, clause.isRestyled { restyled.append(clause.new.identity) }
  }

  private mutating func add(
    _ clause: LastingClause, _ kind: Change.Class, _ operation: Provenance.Verb, _ old: Change.Passage?,
    _ new: Change.Passage?, _ reason: String
  ) {
    add(
      Change(
        operation: operation, target: clause.old.identity.description, kind: kind, old: old, new: new, reason: reason,
        because: because(clause.new.identity)),
      at: order.place(new: clause.new.identity))
  }

  private mutating func add(_ change: Change, at place: DocumentOrder.Place) { found.append((place, change)) }

  /// The drafter's reason, where the new text is a fork of the old one.
  private func because(_ clause: Identity) -> String? {
    guard redline.new.bases.first == redline.old.address else { return nil }
    return reasons[clause]
  }

  // MARK: Clauses that stand in one text alone

  private mutating func insertion(_ passage: LonePassage) {
    let rest = passage.sentences.filter { !come.contains($0.place) }
    guard !rest.isEmpty || passage.sentences.isEmpty else { return }
    let clause = passage.clause
    add(
      Change(
        operation: .insert, target: clause.identity.description, kind: .substantive, old: nil,
        new: clause.passage(rest), reason: "this is new\(asked(rest))", because: because(clause.identity)),
      at: order.place(new: clause.identity))
  }

  private mutating func omission(_ passage: LonePassage) {
    let rest = passage.sentences.filter { !left.contains($0.place) }
    guard !rest.isEmpty || passage.sentences.isEmpty else { return }
    let clause = passage.clause
    add(
      Change(
        operation: .omit, target: clause.identity.description, kind: .substantive, old: clause.passage(rest), new: nil,
        reason: "this is left out\(asked(rest))"),
      at: order.place(old: clause.identity))
  }

  /// What sentences ask of people, for the reason of a change.
  private func asked(_ sentences: [Sentence]) -> String {
    let count = sentences.reduce(0) { $0 + modals(in: $1.plain).count { $0.force != nil } }
    return count == 0 ? "; it holds no duty" : count == 1 ? ", with one duty" : ", with \(count) duties"
  }

  // MARK: Sentences that went from one clause to another

  /// Those between the same two clauses together.
  private func grouped(_ relocations: [Relocation]) -> [[Relocation]] {
    Dictionary(grouping: relocations) { [$0.old.clause.identity, $0.new.clause.identity] }.values
      .sorted { order.place(new: $0[0].new.clause.identity) < order.place(new: $1[0].new.clause.identity) }
      .map { $0.sorted { $0.new.index < $1.new.index } }
  }

  /// Tells of sentences of one clause that stand in another one now.
  private mutating func relocation(_ group: [Relocation]) {
    let (from, to) = (group[0].old.clause, group[0].new.clause)
    let isInserted = redline.matches[to.identity] == nil
    let isOmitted = !redline.matches.values.contains(from.identity)
    let findings = group.flatMap { reading.findings(from: $0.old.tokens, to: $0.new.tokens) }
    let grave = findings.filter { ![.term, .editorial].contains($0.kind) }
    let place = "the words of \(from.named) stand in \(to.named) now"
    let reason = ([place] + findings.map(\.reason)).unique.joined(separator: "; ")
    add(
      Change(
        operation: isInserted ? .insert : isOmitted ? .omit : .move,
        target: (isInserted ? to : from).identity.description, kind: grave.gravest ?? .moved,
        old: from.passage(group.map(\.old)), new: to.passage(group.map(\.new)), reason: reason,
        because: because(to.identity),
        relation: isInserted ? .split(from: from.identity) : isOmitted ? .joined(to: to.identity) : nil),
      at: order.place(new: to.identity))
  }
}

extension [WordsReading.Finding] {
  fileprivate var gravest: Change.Class? { Change.Class.allCases.first { kind in contains { $0.kind == kind } } }
}

extension [String] {
  /// Each once, in the order met.
  var unique: [String] { enumerated().filter { firstIndex(of: $1) == $0 }.map(\.element) }
}
