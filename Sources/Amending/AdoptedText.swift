import PolicyModel

/// A foreign document as the policy that an instrument is to give: its words, with all that a document cannot say from the base.
struct AdoptedText {
  private let base: Policy
  private let document: ForeignDocument
  private let counterparts: [Identity: Identity]
  private let originals: [Identity: Clause]

  init(base: Policy, document: ForeignDocument, counterparts: [Identity: Identity]) {
    self.base = base
    self.document = document
    self.counterparts = counterparts
    originals = base.clauses.byName
  }

  /// The document's clauses under the names of the base, with its sorts and numbers; their words are as they read.
  ///
  /// - Returns: the policy, and of each of its clauses the one it is in the document.
  func skeleton() -> (policy: Policy, sources: [Identity: Identity]) {
    var sources: [Identity: Identity] = [:]
    let names = names
    for (source, name) in names { sources[name] = source }
    var policy = base
    policy.title = document.title ?? base.title
    policy.clauses = document.clauses.map { made($0, under: nil, inForm: false).renamed(names) }
    let known = Set(policy.clauses.identities)
    policy.clauses = policy.clauses.map { $0.withoutLinks(except: known) }
    let typed = Dictionary(uniqueKeysWithValues: document.numbers.map { (names[$0] ?? $0, $1) })
    return (NumberFitting(policy, typed: typed).policy, sources)
  }

  /// What the document's clauses are called: as in the base, else as in the document, unless that is another's name in the base.
  private var names: [Identity: Identity] {
    let own = document.clauses.flatMap(\.withDescendants).compactMap(\.identity)
    var free = FreeNames(taken: Set(originals.keys).union(own))
    return Dictionary(
      own.map { name in (name, counterparts[name] ?? (originals[name] == nil ? name : free.next(name))) },
      uniquingKeysWith: { first, _ in first })
  }

  private func made(_ source: Clause, under parent: Clause?, inForm: Bool) -> Clause {
    let original = counterparts[source.identity!].flatMap { originals[$0] }
    var clause = original ?? Clause(source.identity, kind: source.kind)
    clause.identity = source.identity
    clause.heading = source.heading
    clause.blocks = original.map { source.blocks.withoutIndents(like: $0.blocks) } ?? source.blocks
    clause.kind = kind(of: source, original, under: parent, inForm: inForm)
    if case .paragraph(let label)? = clause.blocks.last {
      let line = clause.isField ? label.withoutEndBlank : source.takesBlank ? label.withEndBlank : label
      clause.blocks[clause.blocks.count - 1] = .paragraph(line)
    }
    if clause.kind == .clause, inForm || parent?.isSection == false {
      clause.numbering = .none
    } else if original == nil || (original?.kind == .clause) != (clause.kind == .clause) {
      clause.numbering = clause.kind == .clause ? numbering(of: source, under: parent) : .automatic
    }
    let isForm = inForm || clause.isForm
    clause.clauses = source.clauses.map { made($0, under: clause, inForm: isForm) }
    return clause
  }

  // MARK: Sorts

  /// The base's sort, where the document's clause could be of it.
  private func kind(of source: Clause, _ original: Clause?, under parent: Clause?, inForm: Bool) -> Clause.Kind {
    switch (source.kind, original?.kind) {
    case (.section(let written), .section(var section)?):
      section.isAppendix = parent == nil && (section.isAppendix || written.isAppendix)
      if section.isForm, !canBeForm(source) { section.isForm = false }
      return .section(section)
    case (_, .field(let field)?)
    where inForm && field.takesOptions == !source.clauses.isEmpty && source.clauses.allSatisfy(\.clauses.isEmpty):
      return .field(field)
    case (.field, _) where inForm, (.section, _): return source.kind
    case (.item, _) where parent?.takesOptions == true, (.option, _) where parent?.takesOptions == true: return .option
    case (.item, _) where inForm && parent?.isSection == true:
      return .field(Field(source.texts.last?.endsInBlank == true ? .line : .note))
    case (.option, _), (.field, _): return parent?.isSection == true ? .clause : .item
    case (.item, _), (.clause, _): return source.kind
    }
  }

  /// Whether all below it could stand in a form, where nothing has a number and fields have nothing but options below them.
  private func canBeForm(_ source: Clause) -> Bool {
    source.clauses.allSatisfy { clause in
      switch clause.kind {
      case .section: return canBeForm(clause)
      case .clause where clause.numbering == .none: return true
      case .clause, .item, .option, .field:
        if case .printed? = document.numbers[clause.identity!] { return false }
        return clause.clauses.allSatisfy(\.clauses.isEmpty) && (clause.clauses.isEmpty || clause.takesOptions)
      }
    }
  }

  /// How a clause counts that the base does not have.
  private func numbering(of source: Clause, under parent: Clause?) -> Numbering {
    switch document.numbers[source.identity!] {
    case .printed?: return .automatic
    case .some(.none): return .none
    case nil where source.takesBlank: return .none
    case nil:
      // Where the document prints no numbers at all, it counts as its neighbours in the base do.
      let above = parent?.identity.flatMap { counterparts[$0] }.flatMap { originals[$0] }
      let neighbours = (above?.clauses ?? []).filter { $0.kind == .clause }
      let counted = neighbours.count { $0.numbering != .none }
      return counted * 2 > neighbours.count ? .automatic : source.numbering
    }
  }
}

extension [Block] {
  /// The blocks with paragraphs in the place of quotations where a base has those: an indent alone makes no quotation.
  fileprivate func withoutIndents(like bases: [Block]) -> [Block] {
    enumerated().map { index, block in
      guard case .quotation(let texts) = block, texts.count == 1, index < bases.count, case .paragraph = bases[index]
      else { return block }
      return .paragraph(texts[0])
    }
  }
}

extension Text {
  fileprivate var withEndBlank: Text { Text(runs + [Run(.words(" ")), Run(.blank(nil))]) }
}

extension Clause {
  fileprivate var takesOptions: Bool { if case .field(let field) = kind { field.takesOptions } else { false } }

  fileprivate var isField: Bool { if case .field = kind { true } else { false } }

  fileprivate var takesBlank: Bool { if case .field(let field) = kind { field.takesBlank } else { false } }

  /// The clause with plain words in the place of links to clauses that are not there.
  func withoutLinks(except known: Set<Identity>) -> Clause {
    func kept(_ text: Text) -> Text {
      guard text.runs.contains(where: { $0.style.localLink != nil }) else { return text }
      return text.mapRuns { run in
        if let link = run.style.localLink, !known.contains(link) { run.style.link = nil }
      }
    }
    return mapTexts(kept)
  }
}
