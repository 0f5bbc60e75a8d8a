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

extension Clause {
  /// The clause with other names for itself, for those below and for those it refers to.
  package func renamed(_ names: [Identity: Identity]) -> Clause {
    guard !names.isEmpty else { return self }
    var clause = self
    clause.identity = identity.map { names[$0] ?? $0 }
    clause.renameReferences(names)
    clause.clauses = clauses.map { $0.renamed(names) }
    return clause
  }

  /// Gives those that it refers to itself other names.
  mutating func renameReferences(_ names: [Identity: Identity]) {
    if heading.mentions(names) { heading = heading.renamed(names) }
    for index in blocks.indices where blocks[index].contains(where: { $0.mentions(names) }) {
      blocks[index] = blocks[index].mapTexts { $0.renamed(names) }
    }
  }
}

extension Text {
  /// Whether it refers to a clause among some.
  func mentions(_ names: [Identity: Identity]) -> Bool {
    for index in runs.indices {
      if case .reference(let reference) = runs[index].content {
        if reference.mentions(names) { return true }
      } else if runs[index].style.link != nil, let link = runs[index].style.localLink, names[link] != nil {
        return true
      }
    }
    return false
  }

  func renamed(_ names: [Identity: Identity]) -> Text {
    func name(_ identity: Identity) -> Identity { names[identity] ?? identity }
    return mapRuns { run in
      if let link = run.style.localLink { run.style.link = name(link).description }
      guard case .reference(let reference) = run.content else { return }
      run.content = .reference(
        Reference(
          reference.targets.map { target in
            switch target {
            case .single(let identity): .single(name(identity))
            case .range(let from, let to): .range(from: name(from), to: name(to))
            }
          }))
    }
  }
}

extension Reference {
  fileprivate func mentions(_ names: [Identity: Identity]) -> Bool {
    targets.contains { target in
      switch target {
      case .single(let identity): names[identity] != nil
      case .range(let from, let to): names[from] != nil || names[to] != nil
      }
    }
  }
}
