import PolicyModel

/// What becomes of a clause that is put under another: a numbered clause in a list of items becomes an item, and a field
/// outside a form has no place.
struct Landing {
  /// What sort of clause it is put under; nil for the document.
  let parent: Clause.Kind?
  let isInForm: Bool

  /// The clause as it stands there with all below it; nil where it cannot.
  func landed(_ clause: Clause) -> Clause? {
    guard var landed = landedAlone(clause) else { return nil }
    guard !clause.clauses.isEmpty else { return landed }
    let inner = Landing(parent: landed.kind, isInForm: isInForm || landed.isForm)
    let below = clause.clauses.compactMap { inner.landed($0) }
    guard below.count == clause.clauses.count else { return nil }
    landed.clauses = below
    return landed
  }

  private func landedAlone(_ clause: Clause) -> Clause? {
    var clause = clause
    switch (parent, clause.kind) {
    case (nil, .section), (nil, .clause), (nil, .item), (.section, .section):
      return clause
    case (.section, .clause):
      // A form's list holds fields; only a paragraph is a clause there.
      return isInForm && clause.numbering != .none ? nil : clause
    case (.section, .item):
      return isInForm ? nil : clause
    case (.section, .field):
      return isInForm ? clause : nil
    case (.clause, .clause), (.item, .clause):
      if clause.numbering != .none { clause.kind = .item }
      return clause
    case (.clause, .item), (.item, .item):
      return clause
    case (.field(let field), .option) where field.takesOptions, (.field(let field), .item) where field.takesOptions:
      clause.kind = .option
      return clause
    default:
      return nil
    }
  }
}
