import PolicyModel

/// Where amendments find their targets, and where clauses land.
extension Amender {
  /// The clause an amendment names.
  mutating func node(_ target: Target) throws(Refusal) -> ClauseTree.Node {
    switch target {
    case .identity(let identity):
      if let node = tree.node(identity) { return node }
      if let omission = omissions[identity] {
        throw Refusal(
          rule: .unknownTarget, message: "\(identity) was omitted by an amendment above",
          remedy: "put this amendment before the omission, or take one of them away",
          notes: [Diagnostic.Note("\(identity) is omitted here", about: .amendment(omission))])
      }
      throw Refusal(
        rule: .unknownTarget, message: "the base has no clause \(identity)",
        remedy: "“clausebook show ADDRESS --provenance” lists its clauses, ADDRESS being what stands behind amends:",
        unknown: identity)
    case .number(let number):
      let candidates = baseNumbers.clauses(printing: number).sorted()
      guard candidates.count == 1 else {
        throw Refusal(
          rule: candidates.isEmpty ? .unknownTarget : .ambiguousNumber,
          message: candidates.isEmpty
            ? "the base has no clause with the number \(number)"
            : "the number \(number) stands for \(candidates.map(\.description).joined(separator: " and "))",
          remedy: "name the clause by its identity")
      }
      return try node(.identity(candidates[0]))
    }
  }

  /// How a refusal is mended, with the name that may be meant; looked for only where somebody reads it.
  func remedy(of refusal: Refusal) -> String {
    if let (words, node, isHeading) = refusal.misquoted {
      return meant(by: words, in: node, isHeading: isHeading) ?? refusal.remedy
    }
    guard let unknown = refusal.unknown else { return refusal.remedy }
    let known = tree.all.compactMap { tree.identity($0)?.name }
    let suggestion = nearest(to: unknown.name, among: known).map { "did you mean #\($0)? " } ?? ""
    return suggestion + refusal.remedy
  }

  /// Under which clause and where among those below it a position is.
  mutating func place(_ position: Position) throws(Refusal) -> (parent: ClauseTree.Node?, index: Int) {
    switch position {
    case .startOfDocument: return (nil, 0)
    case .endOfDocument: return (nil, tree.children(of: nil).count)
    case .before(let target):
      let node = try node(target)
      return (tree.parent(of: node), tree.index(of: node))
    case .after(let target):
      let node = try node(target)
      return (tree.parent(of: node), tree.index(of: node) + 1)
    case .startOf(let target): return (try node(target), 0)
    case .endOf(let target):
      let node = try node(target)
      return (node, tree.children(of: node).count)
    }
  }

  /// New clauses as they stand under a parent.
  ///
  /// - Parameter locks: whether the parent must be open for new clauses.
  func land(_ clauses: [Clause], under parent: ClauseTree.Node?, locks: Bool = true) throws(Refusal) -> [Clause] {
    guard !clauses.isEmpty else {
      throw Refusal(
        rule: .missingText, message: "there is no new text", remedy: "to take the clause away, omit it")
    }
    if let parent, locks { try requireAmendable([parent], ownWords: false) }
    let isInForm = parent.map { tree.withAncestors($0).contains(where: tree.isForm) } ?? false
    let landing = Landing(parent: parent.map(tree.kind), isInForm: isInForm)
    var landed: [Clause] = []
    for clause in clauses {
      guard let clause = landing.landed(clause) else {
        throw Refusal(
          rule: .wrongPlace,
          message: "\(clause.described) cannot stand in \(parent.map { tree[$0].described } ?? "the document")",
          remedy: "sections stand in sections, items in clauses, fields in forms, options in fields")
      }
      for each in clause.withDescendants { try requireWellFormed(each, isBare: each.clauses.isEmpty) }
      landed.append(clause)
    }
    return landed
  }
}
