import PolicyModel

extension School {
  /// What a school does to a clause.
  enum Act {
    /// Other words for those at these places of the clause.
    case reword(Identity, Range<Int>, [Text.Run])
    case substitute(Identity, [Text.Run])
    case insert(Clause, after: Identity)
    case omit(Identity)
    case move(Identity, after: Identity)
    /// One word for another wherever it stands.
    case throughout(String, String)
  }
}

extension School.Act {
  /// The clauses it names, the one amended first.
  var clauses: [Identity] {
    switch self {
    case .reword(let clause, _, _), .substitute(let clause, _), .insert(_, let clause), .omit(let clause): [clause]
    case .move(let clause, let landing): [clause, landing]
    case .throughout: []
    }
  }

  func operation(on outline: Outline) -> Operation {
    switch self {
    case .reword(let clause, let range, let new):
      let quoted = Text(spaced: outline[clause].words[range])
      return .reword(.clause(.identity(clause)), Rewording(quoted, .substitute(Text(spaced: new))))
    case .substitute(let clause, let words):
      return .substitute(.identity(clause), [Clause(clause, blocks: [.paragraph(Text(spaced: words))])])
    case .insert(let clause, let place): return .insert([clause], .after(.identity(place)))
    case .omit(let clause): return .omit(.identity(clause))
    case .move(let clause, let place): return .move(.identity(clause), .after(.identity(place)))
    case .throughout(let old, let new):
      return .reword(.throughout, Rewording(Text(old), each: true, .substitute(Text(new))))
    }
  }
}

extension Outline {
  subscript(identity: Identity) -> Passage {
    let place = place(of: identity)!
    return sections[place.section].passages[place.passage]
  }
}
