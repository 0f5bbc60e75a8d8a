import PolicyModel

/// Puts two changes of a clause together, with all below it; nil where they are not apart.
func merged(_ base: Clause, ours: Clause, theirs: Clause, known: CutLines) -> Clause? {
  var result = theirs
  /// Takes a part from the side that changed it.
  func take<Part: Equatable>(_ part: WritableKeyPath<Clause, Part>) -> Bool {
    let (old, mine, other) = (base[keyPath: part], ours[keyPath: part], theirs[keyPath: part])
    if mine == old || mine == other { return true }
    result[keyPath: part] = mine
    return other == old
  }
  guard take(\.identity), take(\.kind), take(\.numbering), take(\.label), take(\.tailoring), take(\.topic),
    take(\.word),
    take(\.items), take(\.excuses),
    let heading = merged(base.heading, ours: ours.heading, theirs: theirs.heading, known: known),
    let blocks = merged(base.blocks, ours: ours.blocks, theirs: theirs.blocks, known: known)
  else { return nil }
  result.heading = heading
  result.blocks = blocks
  if take(\.clauses) { return result }
  let names = [base, ours, theirs].map { $0.clauses.map(\.identity) }
  guard Set(names).count == 1 else { return nil }
  result.clauses = []
  for (index, clause) in base.clauses.enumerated() {
    guard let clause = merged(clause, ours: ours.clauses[index], theirs: theirs.clauses[index], known: known)
    else { return nil }
    result.clauses.append(clause)
  }
  return result
}
