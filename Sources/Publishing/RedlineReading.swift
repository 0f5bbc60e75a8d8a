import PolicyModel
import Reading

/// A redline with what telling of it needs: the terms of both texts, known again in their words.
struct RedlineReading {
  let redline: Redline
  /// The values of the terms of both texts: what is one word on one side is one on the other.
  private let terms: TermPhrases
  private let oldLabels: [Identity: String]
  private let newLabels: [Identity: String]
  /// What clauses of the old text are called in the new one.
  private let successors: [Identity: Identity]

  init(_ redline: Redline) {
    self.redline = redline
    terms = TermPhrases(redline.oldTerms, redline.newTerms)
    oldLabels = redline.old.labels
    newLabels = redline.new.labels
    successors = Dictionary(redline.matches.map { ($1, $0) }) { first, _ in first }
  }

  /// What became of a line of prose; a term or a link is marked as a whole.
  func marked(from old: Text?, to new: Text?) -> MarkedText {
    MarkedText(
      from: terms.joined(old.map { tokens(of: $0) } ?? []), to: terms.joined(new.map { tokens(of: $0) } ?? []))
  }

  /// What became of the words that a change concerns.
  func marked(_ change: Change) -> MarkedText {
    marked(from: change.old?.text, to: change.new?.text)
  }

  /// The change as a plain sentence, which reads the same aloud, in an e-mail and on paper; of long words only the first.
  func sentence(_ change: Change) -> String {
    let words = told(change)
    return words + (words.hasSuffix(".”") ? "" : ".")
  }

  private func told(_ change: Change) -> String {
    switch (change.operation, change.old, change.new) {
    case (.move, _, let new?): return "\(change.reason.capitalisedFirst): \(new.words.excerpt)"
    case (_, _?, let new?) where change.relation != nil:
      return "\(change.reason.capitalisedFirst): \(new.words.excerpt)"
    case (_, nil, let new?): return "\(new.clause == nil ? "It is" : "New:") \(new.words.excerpt)"
    case (_, let old?, nil): return "Left out: \(old.words.excerpt)"
    // Of words that changed as well another change tells.
    case (_, let old?, let new?)
    where old.words == new.words || new.clause != nil && [.renumbered, .metadata].contains(change.kind):
      return "\(change.reason.capitalisedFirst)"
    case (_, let old?, let new?): return became(old.text, new.text)
    case (_, nil, nil): return "\(change.reason.capitalisedFirst)"
    }
  }

  /// Which words became which; the whole of both where more differs than a sentence can tell, if that is short enough.
  private func became(_ old: Text, _ new: Text) -> String {
    let (before, after) = (terms.joined(tokens(of: old)), terms.joined(tokens(of: new)))
    let hunks = readableHunks(from: before, to: after)
    let isShort = [old, new].allSatisfy { $0.plain.excerpt == $0.plain.quoted }
    guard hunks.count <= 4 || !isShort else { return "\(old.plain.quoted) became \(new.plain.quoted)" }
    let parts = hunks.map { hunk in
      let removed = before[hunk.old].plain
      let inserted = after[hunk.new].plain
      if removed.isEmpty {
        let ahead = after[max(0, hunk.new.lowerBound - 3)..<hunk.new.lowerBound].plain
        return "\(inserted.excerpt) was put in" + (ahead.isEmpty ? " at the start" : " after \(ahead.quoted)")
      }
      return inserted.isEmpty ? "\(removed.excerpt) was taken out" : "\(removed.excerpt) became \(inserted.excerpt)"
    }.unique
    let rest = parts.count > 4 ? ["and \((parts.count - 4).counted("more change"))"] : []
    return (parts.prefix(4) + rest).joined(separator: "; ")
  }

  /// By what a reader finds a clause in one of the two texts.
  func label(of clause: Identity, isNew: Bool) -> String? { isNew ? newLabels[clause] : oldLabels[clause] }

  /// By what a reader finds a clause, old and new where its number differs.
  func place(of node: RedlineNode) -> String {
    place(node.old.flatMap { oldLabels[$0.identity] }, node.new.flatMap { newLabels[$0.identity] }) ?? ""
  }

  /// A link to a clause by its name in the old text.
  func link(toOld clause: Identity) -> String {
    let label = (oldLabels[clause] ?? "").htmlEscaped
    return "<a href=\"#\(successors[clause]?.name ?? "was_\(clause.name)")\">\(label)</a>"
  }

  /// A link to a clause of the new text.
  func link(toNew clause: Identity) -> String {
    "<a href=\"#\(clause.name)\">\((newLabels[clause] ?? "").htmlEscaped)</a>"
  }

  /// By what a reader finds the change: the number of its clause, old and new where they differ, or what is recorded.
  func place(_ change: Change) -> String {
    let old = change.old?.clause ?? change.new?.clause.flatMap { redline.matches[$0] }
    return place(old.flatMap { oldLabels[$0] }, standing(change).flatMap { newLabels[$0] })
      ?? change.target.capitalisedFirst
  }

  /// The clause of the new text that a change concerns; nil for one that was left out, and for a fact about the document.
  func standing(_ change: Change) -> Identity? {
    change.new?.clause ?? change.old?.clause.flatMap { successors[$0] }
  }

  private func place(_ before: String?, _ after: String?) -> String? {
    guard let before, let after, before != after else { return after ?? before }
    return "\(before), now \(after)"
  }

  /// “28 changes: 2 of the document as a whole, 26 in 24 of 163 clauses. 12 more clauses have another number only.”
  ///
  /// The clauses are those of both texts together.
  var summary: String {
    let changed = Set(redline.changes.compactMap(standing))
    let lost = Set(redline.changes.filter { standing($0) == nil }.compactMap { $0.old?.clause })
    let facts = redline.changes.count { $0.new?.clause == nil && $0.old?.clause == nil }
    let total = redline.new.flat.count + redline.old.flat.count - redline.matches.count
    let inClauses = "in \(changed.count + lost.count) of \(total.counted("clause"))"
    let all = redline.changes.count.counted("change")
    let told =
      switch (facts, redline.changes.count - facts) {
      case (0, 0): "Nothing changed."
      case (0, _): "\(all) \(inClauses)."
      case (_, 0): "\(all) of the document as a whole."
      case (_, let rest): "\(all): \(facts) of the document as a whole, \(rest) \(inClauses)."
      }
    return [told, renumbering(besides: changed, isRest: !changed.isEmpty || !lost.isEmpty), formatting].compactMap {
      $0
    }.joined(separator: " ")
  }

  private func renumbering(besides changed: Set<Identity>, isRest: Bool) -> String? {
    let count = redline.otherNumbers.count { !changed.contains($0.clause) }
    guard count > 0 else { return nil }
    let more = isRest ? "more " : ""
    return count == 1
      ? "One \(more)clause has another number only." : "\(count) \(more)clauses have another number only."
  }

  private var formatting: String? {
    let count = redline.restyled.count
    return count == 0 ? nil : "In \(count.counted("clause")) only the formatting differs."
  }
}

extension String {
  /// As much of it as a sentence can hold, in quotation marks: the rest stands in the text.
  fileprivate var excerpt: String { opening(80).quoted }
}

extension Change {
  /// Whether words of it are marked as taken out or put in; those of a move and of a setting are the same as before.
  var showsMarks: Bool { kind != .moved && old?.words != new?.words }
}

extension Change.Class {
  /// What the class says, for a reader who meets it first.
  var meaning: String {
    switch self {
    case .stronger: "A duty asks more than before."
    case .weaker: "A duty asks less than before."
    case .substantive: "Something else is said, and no duty became stronger or weaker."
    case .term: "The same is said with another name or term."
    case .moved: "The same words stand in another place."
    case .renumbered: "The number was changed, not the words."
    case .editorial: "Spelling, punctuation, case, an article or where a link leads."
    case .metadata: "What is recorded about the document."
    }
  }
}
