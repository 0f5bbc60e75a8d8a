import PolicyModel

/// What an amendment is about, so that it can be looked up in one text and the other.
enum Concern: Hashable {
  case words(Identity)
  case heading(Identity)
  /// Headings and words of some clauses, without what stands below them.
  case lines([Identity])
  /// Clauses with all below them.
  case clauses([Identity])
  case place(Identity)
  case numbering(Identity)
  case settings(Identity, [ClauseSetting])
  case document(DocumentSetting)
  /// Words wherever they stand.
  case phrase(Rewording)

  /// - Parameter state: what the operation is to be carried out on.
  init(_ operation: Operation, in state: Amender) {
    func below(_ target: Target) -> [Identity] {
      target.identity.flatMap(state.tree.node).map(state.tree.names(from:)) ?? []
    }
    // A clause that is named by a number nobody knows concerns nothing.
    self = .clauses([])
    switch operation {
    case .substitute(let target, let clauses):
      let old = below(target)
      self = .clauses(old + clauses.compactMap(\.identity).filter { !old.contains($0) })
    case .insert(let clauses, _): self = .clauses(clauses.compactMap(\.identity))
    case .omit(let target): self = .clauses(below(target))
    case .reword(.throughout, let rewording): self = .phrase(rewording)
    case .setDocument(let setting): self = .document(setting)
    case .substituteText(let target, _), .reword(.clause(let target), _): target.identity.map { self = .words($0) }
    case .substituteHeading(let target, _), .reword(.heading(let target), _):
      target.identity.map { self = .heading($0) }
    case .move(let target, _): target.identity.map { self = .place($0) }
    case .renumber(let target, _): target.identity.map { self = .numbering($0) }
    case .setClause(let target, let settings): target.identity.map { self = .settings($0, settings) }
    }
  }

  /// What a text says about it.
  enum Content: Hashable {
    case nothing
    case blocks([Block])
    /// In the order of the amendment, none of them below another.
    case clauses([Clause])
    /// The clause before it, if there is one, and the one above.
    case place(behind: Identity?, under: Identity?)
    case numbering(Numbering)
    case settings([ClauseSetting?])
    case document(DocumentSetting)
  }

  /// - Parameter aliases: names by which clauses are looked up that are not found by their own.
  func content(in state: Amender, aliases: [Identity: Identity] = [:]) -> Content {
    let tree = state.tree
    func own(_ identity: Identity) -> Clause? { tree.node(identity).map { tree[$0] } }
    switch self {
    case .words(let identity): return tree.node(identity).map { .blocks(tree.blocks($0)) } ?? .nothing
    case .heading(let identity): return own(identity).map { .blocks([.paragraph($0.heading)]) } ?? .nothing
    case .lines(let identities): return .blocks(identities.compactMap(own).flatMap(\.texts).map { .paragraph($0) })
    case .numbering(let identity): return own(identity).map { .numbering($0.numbering) } ?? .nothing
    case .settings(let identity, let settings):
      return own(identity).map { clause in .settings(settings.map(clause.current)) } ?? .nothing
    case .document(let setting): return .document(state.policy.current(setting))
    case .place(let identity):
      guard let node = tree.node(identity) else { return .nothing }
      let (parent, index) = (tree.parent(of: node), tree.index(of: node))
      let before = index > 0 ? tree.identity(tree.children(of: parent)[index - 1]) : nil
      return .place(behind: before, under: parent.flatMap { tree.identity($0) })
    case .clauses(let identities):
      let nodes = identities.compactMap { name in
        (tree.node(name) ?? aliases[name].flatMap(tree.node)).map { (name: name, node: $0) }
      }
      let all = nodes.count > 1 ? Set(nodes.map(\.node)) : []
      let outermost = nodes.filter { all.isEmpty || all.isDisjoint(with: tree.withAncestors($0.node).dropFirst()) }
      return .clauses(
        outermost.map { name, node in
          let clause = tree.clause(node)
          return clause.identity == name ? clause : clause.renamed(clause.identity.map { [$0: name] } ?? [:])
        })
    case .phrase(let rewording):
      let words = rewording.wordings.first { words in
        let quotation = Quotation(words)
        return tree.all.contains { tree.has($0, aTextWhere: quotation.stands) }
      }
      return words.map { .blocks([.paragraph($0)]) } ?? .nothing
    }
  }
}

extension Concern {
  /// Whether who decides on it sees all that the other is about.
  func covers(_ other: Concern) -> Bool {
    guard case .clauses(let all) = self else { return self == other }
    return !other.clauses.isEmpty && Set(all).isSuperset(of: other.clauses)
  }

  /// The clause of whose words it shows nothing; nil where it shows some, or is about no clause.
  var silentClause: Identity? {
    switch self {
    case .place(let identity), .numbering(let identity), .settings(let identity, _): identity
    case .words, .heading, .lines, .clauses, .document, .phrase: nil
    }
  }

  private var clauses: [Identity] {
    switch self {
    case .words(let identity), .heading(let identity), .place(let identity), .numbering(let identity),
      .settings(let identity, _):
      [identity]
    case .clauses(let identities), .lines(let identities): identities
    case .document, .phrase: []
    }
  }
}

extension Concern.Content {
  /// The same where clauses have other names.
  func renamed(_ names: [Identity: Identity]) -> Concern.Content {
    guard !names.isEmpty else { return self }
    return switch self {
    case .nothing, .numbering, .settings, .document: self
    case .blocks(let blocks): .blocks(blocks.map { $0.mapTexts { $0.renamed(names) } })
    case .clauses(let clauses): .clauses(clauses.map { $0.renamed(names) })
    case .place(let before, let parent):
      .place(behind: before.map { names[$0] ?? $0 }, under: parent.map { names[$0] ?? $0 })
    }
  }

  /// As plain words; nil where there are none.
  func words(_ reading: PlainReading) -> String? {
    func words(_ texts: [Text]) -> String? {
      if texts.count == 1 { return reading.words(texts[0]).nonEmpty }
      return texts.map(reading.words).joined(separator: "\n").nonEmpty
    }
    return switch self {
    case .nothing: nil
    case .blocks(let blocks): words(blocks.count == 1 ? blocks[0].texts : blocks.flatMap(\.texts))
    case .clauses(let clauses): words(clauses.flatMap(\.withDescendants).flatMap(\.texts))
    case .place(let before?, _): "after \(reading.name(of: before))"
    case .place(nil, let parent): "at the start of \(parent.map(reading.name) ?? "the document")"
    case .numbering(let numbering): numbering.words
    case .settings(let settings): settings.compactMap { $0?.value }.joined(separator: ", ").nonEmpty
    case .document(let setting): setting.value
    }
  }
}

extension Rewording {
  /// The quoted words as they are and as they will be; the longer first where one holds the other.
  fileprivate var wordings: [Text] {
    switch change {
    case .omit: [quoted]
    case .substitute: [quoted, result]
    case .insertBefore, .insertAfter: [result, quoted]
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
