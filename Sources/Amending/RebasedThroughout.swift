import PolicyModel
import Reading

/// What becomes of changes of words wherever they stand.
extension Rebasing {
  func throughout(_ rewording: Rewording, _ meeting: Meeting) -> Answer {
    if !replaced(rewording, meeting).isEmpty { return .open(.bothChanged) }
    let rest = rest(rewording)
    if rest.isEmpty { return .settled([], .alreadyThere) }
    let isTouched = meeting.footprints.contains { $0.writes.contains(where: change.ground.changes) }
    return .settled(rest, isTouched ? .merged : .clean)
  }

  /// The clauses in which the new edition has other words in the place of those that ours changes throughout.
  func replaced(
    _ rewording: Rewording, _ meeting: Meeting
  ) -> [(name: Identity, before: Clause, after: Clause)] {
    meeting.effect.changed.filter { name, before, _ in
      guard let node = new.tree.node(name), isOpen(node), !isRewritten(name) else { return false }
      return rewording.isLost(from: before.texts, to: new.tree[node].texts)
    }
  }

  /// What a decision on clauses in which both replaced the same words makes of a change throughout: everywhere else it
  /// stands; nil where it cannot be carried out.
  func decided(_ choice: Decision.Choice, throughout rewording: Rewording, _ meeting: Meeting) -> [Operation]? {
    let (replaced, rest) = (replaced(rewording, meeting), rest(rewording))
    switch choice {
    case .adopt: return rest
    case .keep:
      return rest
        + replaced.flatMap { name, _, ours -> [Operation] in
          guard let node = new.tree.node(name) else { return [] }
          return (ours.heading == new.tree.heading(node) ? [] : [.substituteHeading(.identity(name), ours.heading)])
            + (ours.blocks == new.tree.blocks(node) ? [] : [.substituteText(.identity(name), ours.blocks)])
        }
    case .rewrite(let text, _):
      return replaced.count == 1 ? rest + [.substituteText(.identity(replaced[0].name), [.paragraph(text)])] : nil
    }
  }

  /// A change throughout where the new edition leaves clauses open for it; nil where it leaves none.
  func openOnly(_ rewording: Rewording) -> [Operation]? {
    let quotation = Quotation(rewording.quoted)
    let open = new.tree.all.filter { new.tree.has($0, aTextWhere: quotation.stands) && new.isAmendable($0) }
    return open.isEmpty ? nil : rewordings(rewording, of: open)
  }

  /// What is left to be done of a change throughout on the new edition.
  private func rest(_ rewording: Rewording) -> [Operation] {
    let quotation = Quotation(rewording.quoted)
    let standing = new.tree.all.filter { new.tree.has($0, aTextWhere: quotation.stands) }
    let found = standing.filter(isOpen)
    return found.count == standing.count && !found.isEmpty
      ? [.reword(.throughout, rewording)] : rewordings(rewording, of: found)
  }

  /// Where the new edition has a clause as ours has it in the end, nothing is to be done.
  private func isOpen(_ node: ClauseTree.Node) -> Bool {
    new.tree.identity(node).flatMap(goal.tree.node).map { goal.tree[$0].texts } != new.tree[node].texts
  }

  /// A change throughout, in some clauses only.
  private func rewordings(_ rewording: Rewording, of nodes: [ClauseTree.Node]) -> [Operation] {
    let quotation = Quotation(rewording.quoted)
    let each = Rewording(rewording.quoted, each: true, rewording.change)
    return nodes.flatMap { node -> [Operation] in
      let clause = new.tree[node]
      guard let target = clause.identity.map({ Target.identity($0) }) else { return [] }
      return (clause.holds(quotation, isHeading: true) ? [.reword(.heading(target), each)] : [])
        + (clause.holds(quotation, isHeading: false) ? [.reword(.clause(target), each)] : [])
    }
  }
}

extension Rewording {
  /// Whether new words stand where some of the quoted ones stood, or a word, term or link took them in, so that a change of each
  /// would not meet them: not where they were only taken out, nor changed in the same way, nor where most of the text was
  /// written anew.
  func isLost(from old: [Text], to new: [Text]) -> Bool {
    func count(_ words: Text, in texts: [Text]) -> Int {
      let quotation = Quotation(words)
      return texts.reduce(0) { $0 + quotation.count(in: $1) }
    }
    let lost = count(quoted, in: old) - count(quoted, in: new)
    guard lost > 0 else { return false }
    if case .substitute(let words) = change, !words.isEmpty, count(words, in: new) - count(words, in: old) >= lost {
      return false
    }
    let (before, after) = (old.flatMap(\.bareWords), new.flatMap(\.bareWords))
    let hunks = leastEdits(from: before, to: after)
    let changed = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
    guard changed * 2 <= before.count + after.count else { return false }
    let quotation = Quotation(quoted)
    return hunks.contains { !$0.new.isEmpty } || new.count(where: quotation.isCut) > old.count(where: quotation.isCut)
  }
}

extension Text {
  /// Without capitals and marks.
  fileprivate var bareWords: [Substring] { plain.lowercased().split { !$0.isLetter && !$0.isNumber } }
}
