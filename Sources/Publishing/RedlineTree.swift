import PolicyModel

extension Redline {
  /// The clauses of both texts in one tree.
  var tree: [RedlineNode] { RedlineGrowing(self).nodes }
}

private struct RedlineGrowing {
  private let redline: Redline
  private let oldClauses: [Identity: ResolvedClause]
  private let newClauses: [Identity: ResolvedClause]
  /// The new names of old clauses.
  private let successors: [Identity: Identity]
  /// Old names of the clauses that were moved.
  private let moved: Set<Identity>
  private var changes: [Identity: [(ordinal: Int, change: Change)]] = [:]
  private var lost: [Identity: [(ordinal: Int, change: Change)]] = [:]

  init(_ redline: Redline) {
    self.redline = redline
    oldClauses = Dictionary(redline.old.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    newClauses = Dictionary(redline.new.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    successors = Dictionary(redline.matches.map { ($1, $0) }) { first, _ in first }
    moved = Set(redline.changes.filter { $0.operation == .move && $0.isOfOneClause(redline) }.compactMap(\.old?.clause))
    for (index, change) in redline.changes.enumerated() {
      if let clause = change.new?.clause { changes[clause, default: []].append((index + 1, change)) }
      guard let clause = change.old?.clause else { continue }
      if let successor = successors[clause] {
        if successor != change.new?.clause { changes[successor, default: []].append((index + 1, change)) }
      } else {
        lost[clause, default: []].append((index + 1, change))
      }
    }
  }

  var nodes: [RedlineNode] { nodes(old: redline.old.clauses, new: redline.new.clauses) }

  private func nodes(old: [ResolvedClause], new: [ResolvedClause]) -> [RedlineNode] {
    var gone: [Identity?: [RedlineNode]] = [:]
    var anchor: Identity?
    let staying = Set(new.compactMap { redline.matches[$0.identity] }).subtracting(moved)
    for clause in old {
      if staying.contains(clause.identity) {
        anchor = clause.identity
      } else {
        gone[anchor, default: []].append(absent(clause))
      }
    }
    return (gone[nil] ?? [])
      + new.flatMap { clause in
        let name = redline.matches[clause.identity]
        return [present(clause)] + (name.flatMap { staying.contains($0) ? gone[$0] : nil } ?? [])
      }
  }

  private func present(_ clause: ResolvedClause) -> RedlineNode {
    let old = redline.matches[clause.identity].flatMap { oldClauses[$0] }
    return RedlineNode(
      state: old.map { .lasting(old: $0, new: clause) } ?? .inserted(clause), changes: changes[clause.identity] ?? [],
      children: nodes(old: old?.clauses ?? [], new: clause.clauses))
  }

  /// A clause that is not where it stood.
  private func absent(_ clause: ResolvedClause) -> RedlineNode {
    if let successor = successors[clause.identity].flatMap({ newClauses[$0] }) {
      return RedlineNode(state: .departed(old: clause, new: successor), changes: [], children: [])
    }
    return RedlineNode(
      state: .omitted(clause), changes: lost[clause.identity] ?? [], children: clause.clauses.map(absent))
  }
}

extension Change {
  /// Whether it is about one clause, not about words that went from one to another.
  fileprivate func isOfOneClause(_ redline: Redline) -> Bool {
    guard let old = old?.clause, let new = new?.clause else { return false }
    return redline.matches[new] == old
  }
}
