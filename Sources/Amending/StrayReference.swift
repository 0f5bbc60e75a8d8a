import PolicyModel

/// A reference in words of a fork to a clause that says something else in the new edition.
package struct StrayReference: Hashable, Sendable {
  /// The clause whose words hold it.
  package let clause: Identity
  package let target: Identity
}

extension Rebasing {
  /// Those in what became of our amendments, in the names of the new edition.
  var strayReferences: [StrayReference] {
    guard !change.rewritten.isEmpty || !clashes.givenUp.isEmpty else { return [] }
    func name(_ identity: Identity) -> Identity { change.oldAliases[identity] ?? identity }
    return amendments.flatMap(\.operation.passages).flatMap { clause, texts in
      texts.flatMap(\.named).unique.filter { isStray($0) }.map {
        StrayReference(clause: name(clause), target: name($0))
      }
    }.unique
  }

  /// Whether the new edition gave a clause other words, and ours none, or has it in the place of one that was ours.
  private func isStray(_ clause: Identity) -> Bool {
    if clashes.givenUp.contains(clause) { return true }
    guard change.rewritten.contains(clause), let node = new.tree.node(clause),
      let theirs = change.newStart.tree.node(clause)
    else { return false }
    return new.tree[node].texts == change.newStart.tree[theirs].texts
  }
}

extension ClauseTree {
  /// The clauses, but for sections, that are in both texts only by name: fewer than two words of five are the same.
  func rewritten(in new: ClauseTree) -> Set<Identity> {
    let names = (0..<new.count).filter { node in
      guard !new.isSection(node), let old = new.identity(node).flatMap(self.node) else { return false }
      let (before, after) = (self[old], new[node])
      return before.texts != after.texts
        && Wording(node, after).bag.likeness(to: Wording(old, before).bag, atLeast: 0.4) == nil
    }
    return Set(names.compactMap(new.identity))
  }
}

extension Operation {
  /// The texts that it brings, by the clauses that are to hold them.
  fileprivate var passages: [(clause: Identity, texts: [Text])] {
    let named: (target: Target, texts: [Text])?
    switch self {
    case .substitute(_, let clauses), .insert(let clauses, _):
      return clauses.flatMap(\.withDescendants).compactMap { clause in clause.identity.map { ($0, clause.texts) } }
    case .substituteText(let target, let blocks): named = (target, blocks.flatMap(\.texts))
    case .substituteHeading(let target, let heading): named = (target, [heading])
    case .reword(.clause(let target), let rewording), .reword(.heading(let target), let rewording):
      named = rewording.new.map { (target, [$0]) }
    case .reword(.throughout, _), .omit, .move, .renumber, .setClause, .setDocument: named = nil
    }
    guard let named, let clause = named.target.identity else { return [] }
    return [(clause, named.texts)]
  }
}
