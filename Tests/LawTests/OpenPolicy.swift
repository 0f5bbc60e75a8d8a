import PolicyModel

extension Policy {
  /// The policy with nothing closed, and without references to what is not there.
  var open: Policy {
    let known = Set(clauses.flatMap(\.withDescendants).compactMap(\.identity))
    var policy = self
    policy.clauses = clauses.map { $0.open(known) }
    return policy
  }
}

extension Clause {
  fileprivate func open(_ known: Set<Identity>) -> Clause {
    func kept(_ text: Text) -> Text {
      Text(
        text.runs.map { run in
          var run = run
          if let link = run.style.localLink, !known.contains(link) { run.style.link = nil }
          if case .reference(let reference) = run.content {
            let targets = reference.targets.filter { target in
              if case .single(let identity) = target { known.contains(identity) } else { false }
            }
            run.content = targets.isEmpty ? .words("elsewhere") : .reference(Reference(targets))
          }
          return run
        })
    }
    var clause = self
    clause.tailoring = .adapt
    clause.heading = kept(heading)
    clause.blocks = blocks.map { $0.mapTexts(kept) }
    clause.clauses = clauses.map { $0.open(known) }
    return clause
  }
}
