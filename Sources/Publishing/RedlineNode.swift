import PolicyModel

/// The clauses of two texts in one tree: that of the new text, with what was left out or moved away where it stood.
struct RedlineNode: Sendable {
  /// What became of a clause.
  enum State: Sendable {
    case lasting(old: ResolvedClause, new: ResolvedClause)
    case inserted(ResolvedClause)
    case omitted(ResolvedClause)
    /// The old place of a clause that stands elsewhere now.
    case departed(old: ResolvedClause, new: ResolvedClause)
  }

  let state: State
  /// The changes that concern the clause itself, each with its number in the list of all.
  let changes: [(ordinal: Int, change: Change)]
  let children: [RedlineNode]

  /// The clause as it stands now, or as it stood last.
  var clause: ResolvedClause {
    switch state {
    case .lasting(_, let clause), .inserted(let clause), .omitted(let clause), .departed(let clause, _): clause
    }
  }

  var withDescendants: [RedlineNode] { [self] + children.flatMap(\.withDescendants) }

  /// The clause in the old text; nil where it is new.
  var old: ResolvedClause? {
    switch state {
    case .lasting(let old, _), .omitted(let old), .departed(let old, _): old
    case .inserted: nil
    }
  }

  /// The clause in the new text; nil where it was left out.
  var new: ResolvedClause? {
    switch state {
    case .lasting(_, let new), .inserted(let new), .departed(_, let new): new
    case .omitted: nil
    }
  }

  var hasDeparted: Bool { successor != nil }

  /// Whether it is a place in the old text alone.
  var isPast: Bool { new == nil || hasDeparted }

  /// Where the clause stands now whose old place this is.
  var successor: Identity? { if case .departed(_, let new) = state { new.identity } else { nil } }

  /// Whether the clause itself was moved here.
  var isMoved: Bool {
    guard let old else { return false }
    return changes.contains { $0.change.isMove(of: old, to: new) }
  }

  /// The name of its place on the page; one that stood in the old text alone can never meet another's.
  var id: String {
    switch state {
    case .lasting(_, let clause), .inserted(let clause): clause.identity.name
    case .omitted(let clause), .departed(let clause, _): "was_\(clause.identity.name)"
    }
  }

  /// What became of it, for the style sheet.
  var classes: [String] {
    switch state {
    case .inserted: return ["inserted"]
    case .omitted: return ["omitted"]
    case .departed: return ["stub"]
    case .lasting:
      let isChanged = changes.contains { $0.change.kind != .moved }
      return [isMoved ? "moved" : nil, isChanged ? "changed" : nil].compactMap { $0 }
    }
  }

  /// The printed number as HTML, with the old one where it differs; one that stands there no longer tells ears so.
  var number: String? {
    guard case .lasting(let old, let new) = state, old.number != new.number else {
      let former = isPast ? "<span class=\"unseen\">formerly </span>" : ""
      return clause.number.map { former + $0.htmlEscaped }
    }
    let was = old.number.map { "<span class=\"was\">was \($0.htmlEscaped)</span>" }
    let parts = [new.number?.htmlEscaped, was].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}

extension Change {
  /// Whether a clause itself was moved, rather than words of it.
  func isMove(of old: ResolvedClause?, to new: ResolvedClause?) -> Bool {
    operation == .move && self.old?.clause == old?.identity && self.new?.clause == new?.identity
  }
}

extension Change.Class {
  /// The name for style sheets.
  var slug: String { self == .term ? "term" : rawValue }
}
