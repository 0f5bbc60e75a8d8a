import PolicyModel
import Reading

/// Which duties a redline adds, takes away and changes.
struct RedlineDuties {
  /// One duty in the list of what became of all.
  struct Entry {
    /// The duty as it was; nil for a new one.
    let old: Duty?
    /// The duty as it is; nil for one that is gone.
    let new: Duty?
    /// Whether other people have it now.
    var passes = false

    /// The duty as it stands, or as it stood last.
    var duty: Duty { new ?? old! }
  }

  let added: [Entry]
  let removed: [Entry]
  let changed: [Entry]
  private let reading: RedlineReading
  private let changes: [Identity: [Change]]

  init(_ reading: RedlineReading) {
    let redline = reading.redline
    let (oldTerms, newTerms) = (TermPhrases(redline.oldTerms), TermPhrases(redline.newTerms))
    let difference = dutyDifference(
      from: duties(of: redline.old), to: duties(of: redline.new), matches: redline.matches
    ) { old, new in
      termSubstitutions(
        from: tokens(of: Text(old)), to: tokens(of: Text(new)), oldTerms: oldTerms, newTerms: newTerms) == nil
    }
    added = difference.added.map { Entry(old: nil, new: $0) }
    removed = difference.removed.map { Entry(old: $0, new: nil) }
    changed = difference.changed.map { Entry(old: $0.old, new: $0.new, passes: $0.passes) }
    self.reading = reading
    var changes: [Identity: [Change]] = [:]
    for change in redline.changes {
      for clause in Set([change.old?.clause, change.new?.clause].compactMap { $0 }) {
        changes[clause, default: []].append(change)
      }
    }
    self.changes = changes
  }

  /// The groups that are not empty, by name.
  var groups: [(name: String, slug: String, entries: [Entry])] {
    [("Added", "added", added), ("Taken away", "removed", removed), ("Changed", "changed", changed)]
      .filter { !$0.2.isEmpty }.map { ($0, $1, toldOnce($2)) }
  }

  /// Without those whose line another one has already, as two duties of one sentence have that pass together.
  private func toldOnce(_ entries: [Entry]) -> [Entry] {
    struct Line: Hashable {
      let bearer: String?
      let clause: Identity
      let words: MarkedText
    }
    var told: Set<Line> = []
    return entries.filter { entry in
      told.insert(Line(bearer: entry.duty.bearer, clause: entry.duty.clause, words: words(entry))).inserted
    }
  }

  /// - Parameter anchor: what stands before the names of clauses in the addresses of their anchors.
  func context(_ marking: Markup, anchor: String = "") -> [TemplateValue] {
    groups.map { group in
      [
        "name": .words(group.name), "slug": .words(group.slug),
        "entries": .list(group.entries) { context($0, marking, anchor) },
      ]
    }
  }

  private func context(_ entry: Entry, _ marking: Markup, _ anchor: String) -> TemplateValue {
    let clause = entry.duty.clause
    let kinds = Change.Class.allCases.filter { kind in changes[clause]?.contains { $0.kind == kind } ?? false }
    let lost = entry.new == nil && redlineLost(clause) ? "was_" : ""
    return [
      "classes": .words(kinds.map(\.slug).joined(separator: " ")),
      // In Markdown bold type says that words were put in.
      "duty": .words(marking(words(entry, isPlain: marking == .markdown && entry.old != nil && entry.new != nil))),
      "number": .words(reading.label(of: clause, isNew: entry.new != nil) ?? ""),
      "href": "#\(anchor)\(lost)\(clause.name)", "bearer": TemplateValue(entry.duty.bearer?.capitalisedFirst),
    ]
  }

  private func redlineLost(_ clause: Identity) -> Bool { !reading.redline.matches.values.contains(clause) }

  /// What is asked; of a changed duty, with what became of it: in the whole sentence where other people have it, or where its
  /// line shows no difference.
  ///
  /// - Parameter isPlain: whether the words that bind are left in common type.
  func words(_ entry: Entry, isPlain: Bool = false) -> MarkedText {
    func line(_ duty: Duty) -> Text { isPlain ? duty.line.restyled { $0.isStrong = false } : duty.line }
    let now = line(entry.duty)
    guard let old = entry.old, let new = entry.new else { return reading.marked(from: now, to: now) }
    if entry.passes || line(old) == now {
      return reading.marked(from: Text(old.sentence.trimmedOfMarks), to: Text(new.sentence.trimmedOfMarks))
    }
    return reading.marked(from: line(old), to: now)
  }

  /// As data: `{added: […], removed: […], changed: [{old, new}]}`.
  var json: JSON {
    func data(_ duty: Duty, isNew: Bool) -> JSON {
      duty.json(number: reading.label(of: duty.clause, isNew: isNew) ?? "")
    }
    return .object([
      "added": .list(added.map { data($0.duty, isNew: true) }),
      "removed": .list(removed.map { data($0.duty, isNew: false) }),
      "changed": .list(
        changed.map { .object(["old": data($0.old!, isNew: false), "new": data($0.new!, isNew: true)]) }),
    ])
  }
}
