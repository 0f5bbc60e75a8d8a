import PolicyModel

extension ForeignDocument {
  /// The document with a paragraph, table or quotation as part of the clause before it where it is that in a base.
  ///
  /// On a page nothing tells whether what follows a numbered clause belongs to it, nor whether the list behind that does. Where
  /// the document has some of a list below the clause, it tells that the rest stands beside it.
  func joined(like base: [Clause]) -> ForeignDocument {
    let blocks = FurtherBlocks(of: base, beside: clauses)
    guard !blocks.wholes.isEmpty else { return self }
    let bases = Counterparts(base: blocks.clauses, document: clauses).bases
    var document = self
    document.clauses = joined(clauses, to: blocks, bases)
    return document
  }

  /// The document with a further paragraph of a clause below it where it is that in a base.
  func parted(like base: [Clause]) -> ForeignDocument {
    guard clauses.flatMap(\.withDescendants).contains(where: { $0.blocks.count > 1 }) else { return self }
    let originals = base.byName
    let bases = Counterparts(base: base, document: clauses).bases
    var names = FreeNames(taken: Set(base.identities + clauses.identities))
    func parted(_ clause: Clause) -> Clause {
      var clause = clause
      clause.clauses = clause.clauses.map(parted)
      guard let original = bases[clause.identity!].flatMap({ originals[$0] }),
        clause.blocks.count > original.blocks.count, original.clauses.first?.kind == .clause
      else { return clause }
      let further = clause.blocks.dropFirst(original.blocks.count).map { block in
        Clause(names.next(clause.identity!), kind: .clause, blocks: [block], numbering: .none)
      }
      clause.blocks = Array(clause.blocks.prefix(original.blocks.count))
      clause.clauses = further + clause.clauses
      return clause
    }
    var document = self
    document.clauses = clauses.map(parted)
    return document
  }

  private func joined(_ clauses: [Clause], to blocks: FurtherBlocks, _ bases: [Identity: Identity]) -> [Clause] {
    var result: [Clause] = []
    var takesItems = false
    for var clause in clauses {
      clause.clauses = joined(clause.clauses, to: blocks, bases)
      let name = bases[clause.identity!]
      guard let whole = name.flatMap({ blocks.wholes[$0] }), let index = result.indices.last,
        bases[result[index].identity!] == whole.identity
      else {
        takesItems = clause.clauses.isEmpty
        result.append(clause)
        continue
      }
      let isItemOfWhole = clause.kind == .item && whole.clauses.contains { $0.identity == name }
      if takesItems, isItemOfWhole, result[index].blocks.count > 1 {
        result[index].clauses.append(clause)
        continue
      }
      takesItems = clause.clauses.isEmpty
      if isNameless(clause), result[index].clauses.isEmpty, result[index].blocks.count < whole.blocks.count {
        result[index].blocks += clause.blocks
        result[index].clauses = clause.clauses
      } else {
        result.append(clause)
      }
    }
    return result
  }

  /// Whether neither a number nor a name tells that a clause is one of its own.
  private func isNameless(_ clause: Clause) -> Bool {
    if case .printed? = numbers[clause.identity!] { return false }
    return clause.kind == .clause && clause.numbering == .none && !named.contains(clause.identity!)
  }
}

/// Clauses of which each holds one paragraph, table or quotation, and which clause each was part of.
private struct FurtherBlocks {
  private(set) var clauses: [Clause] = []
  /// By what they were parted into, and by what stands below them.
  private(set) var wholes: [Identity: Clause] = [:]
  private var names: FreeNames

  init(of clauses: [Clause], beside others: [Clause]) {
    names = FreeNames(taken: Set(clauses.identities + others.identities))
    self.clauses = parted(clauses)
  }

  private mutating func parted(_ clauses: [Clause]) -> [Clause] {
    clauses.flatMap { whole -> [Clause] in
      var first = whole
      first.clauses = parted(whole.clauses)
      guard whole.kind == .clause, whole.blocks.count > 1 else { return [first] }
      first.blocks = [whole.blocks[0]]
      for child in whole.clauses { wholes[child.identity!] = whole }
      let further = whole.blocks.dropFirst().map { block in
        let part = Clause(names.next(whole.identity!), kind: .clause, blocks: [block], numbering: .none)
        wholes[part.identity!] = whole
        return part
      }
      return [first] + further
    }
  }
}
