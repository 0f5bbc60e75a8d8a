import PolicyModel

/// What turns the words and attributes of one clause into those of another of its sort.
func rewriting(of old: Clause, to new: Clause) -> [Operation] {
  let name = Target.identity(new.identity!)
  var operations: [Operation] = []
  if old.heading != new.heading {
    let difference = WordDifference(from: [old.heading], to: [new.heading])
    operations +=
      difference?.rewordings.map { .reword(.heading(name), $0) } ?? [.substituteHeading(name, new.heading)]
  }
  if old.blocks != new.blocks {
    let difference = wordDifference(from: old.blocks, to: new.blocks)
    operations += difference?.rewordings.map { .reword(.clause(name), $0) } ?? [.substituteText(name, new.blocks)]
  }
  if old.numbering != new.numbering { operations.append(.renumber(name, new.numbering)) }
  let settings = settings(from: old, to: new)
  if !settings.isEmpty { operations.append(.setClause(name, settings)) }
  return operations
}

/// Nil where the blocks are not of the same sorts, or few of their words stay.
func wordDifference(from old: [Block], to new: [Block]) -> WordDifference? {
  guard old.map(\.withoutWords) == new.map(\.withoutWords) else { return nil }
  return WordDifference(from: old.flatMap(\.texts), to: new.flatMap(\.texts))
}

private func settings(from old: Clause, to new: Clause) -> [ClauseSetting] {
  var settings: [ClauseSetting] = [
    .tailoring(new.tailoring), .topic(new.topic), .label(new.label), .items(new.items), .excuses(new.excuses),
  ]
  if new.isSection { settings.append(.word(new.word)) }
  if case .field(let field) = new.kind {
    settings += [.fieldKind(field.kind), .minimum(field.minimum), .when(field.when)]
  }
  return settings.filter { old.current($0) != $0 }
}
