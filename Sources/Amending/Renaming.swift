import PolicyModel

extension Operation {
  /// The same operation on other targets, with other new clauses and words.
  func mapped(
    _ target: (Target) -> Target, clause: (Clause) -> Clause = { $0 }, text: (Text) -> Text = { $0 }
  ) -> Operation {
    switch self {
    case .substitute(let old, let clauses): .substitute(target(old), clauses.map(clause))
    case .substituteText(let old, let blocks): .substituteText(target(old), blocks.map { $0.mapTexts(text) })
    case .substituteHeading(let old, let heading): .substituteHeading(target(old), text(heading))
    case .insert(let clauses, let position): .insert(clauses.map(clause), position.mapped(target))
    case .omit(let old): .omit(target(old))
    case .move(let old, let position): .move(target(old), position.mapped(target))
    case .renumber(let old, let numbering): .renumber(target(old), numbering)
    case .reword(.clause(let old), let rewording): .reword(.clause(target(old)), rewording.mapped(text))
    case .reword(.heading(let old), let rewording): .reword(.heading(target(old)), rewording.mapped(text))
    case .reword(.throughout, let rewording): .reword(.throughout, rewording.mapped(text))
    case .setClause(let old, let settings): .setClause(target(old), settings)
    case .setDocument: self
    }
  }
}

extension Position {
  fileprivate func mapped(_ target: (Target) -> Target) -> Position {
    switch self {
    case .before(let old): .before(target(old))
    case .after(let old): .after(target(old))
    case .startOf(let old): .startOf(target(old))
    case .endOf(let old): .endOf(target(old))
    case .startOfDocument, .endOfDocument: self
    }
  }
}

extension Rewording {
  fileprivate func mapped(_ text: (Text) -> Text) -> Rewording {
    let change: Change =
      switch change {
      case .substitute(let new): .substitute(text(new))
      case .omit: .omit
      case .insertBefore(let new): .insertBefore(text(new))
      case .insertAfter(let new): .insertAfter(text(new))
      }
    return Rewording(text(quoted), each: each, change)
  }
}

extension Amendment {
  /// The same amendment where clauses have other names.
  func renamed(_ names: [Identity: Identity]) -> Amendment {
    guard !names.isEmpty else { return self }
    var amendment = self
    amendment.operation = operation.mapped(
      { target in target.identity.map { .identity(names[$0] ?? $0) } ?? target }, clause: { $0.renamed(names) },
      text: { $0.renamed(names) })
    return amendment
  }
}

extension Policy {
  /// The same policy where clauses have other names.
  func renamed(_ names: [Identity: Identity]) -> Policy {
    guard !names.isEmpty else { return self }
    var policy = self
    policy.clauses = clauses.map { $0.renamed(names) }
    return policy
  }
}
