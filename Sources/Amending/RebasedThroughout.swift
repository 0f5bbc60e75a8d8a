import PolicyModel
import Reading

/// What becomes of changes of words wherever they stand.
extension Rebasing {
  func throughout(_ rewording: Rewording, _ meeting: Meeting) -> Answer {
    if !astray(rewording, meeting).isEmpty { return .open(.bothChanged) }
    let found = places(of: rewording)
    if found.isEmpty {
      // Only gone with the clauses that said them, the words are not changed as ours changes them.
      let isGone = meeting.theirs == .nothing && meeting.concern.content(in: goal) != .nothing
      return isGone ? .open(.targetOmitted) : .settled([], .alreadyThere)
    }
    guard found.allSatisfy(new.isAmendable) else { return .open(.targetFixed) }
    let isTouched = meeting.footprints.contains { $0.writes.contains(where: change.ground.changes) }
    return .settled(operations(rewording, in: found), isTouched ? .merged : .clean)
  }

  /// The clauses of ours in which a change throughout goes astray on the new edition.
  func astray(
    _ rewording: Rewording, _ meeting: Meeting
  ) -> [(name: Identity, before: Clause, after: Clause)] {
    meeting.effect.changed.filter { name, before, _ in
      guard let node = new.tree.node(name), isOpen(node), !isRewritten(name) else { return false }
      return rewording.goesAstray(from: before.texts, to: new.tree[node].texts)
    }
  }

  /// What stands of an amendment whatever is decided: a change throughout, where it does not go astray and may be made.
  func undisputed(_ meeting: Meeting) -> [Operation] {
    guard case .reword(.throughout, let rewording) = meeting.operation else { return [] }
    let names = Set(astray(rewording, meeting).map(\.name))
    let places = places(of: rewording).filter { node in
      new.isAmendable(node) && !(new.tree.identity(node).map(names.contains) ?? false)
    }
    return operations(rewording, in: places)
  }

  /// What a decision makes of a change throughout where it goes astray; nil where it cannot be carried out.
  func decided(_ choice: Decision.Choice, throughout rewording: Rewording, _ meeting: Meeting) -> [Operation]? {
    let astray = astray(rewording, meeting)
    switch choice {
    case .adopt: return []
    case .keep:
      let kept = astray.flatMap { name, _, ours -> [Operation] in
        guard let node = new.tree.node(name) else { return [] }
        return (ours.heading == new.tree.heading(node) ? [] : [.substituteHeading(.identity(name), ours.heading)])
          + (ours.blocks == new.tree.blocks(node) ? [] : [.substituteText(.identity(name), ours.blocks)])
      }
      return kept.isEmpty && undisputed(meeting).isEmpty ? nil : kept
    case .rewrite(let text, _):
      guard astray.count == 1, case let target = Target.identity(astray[0].name) else { return nil }
      let (before, after) = (astray[0].before, astray[0].after)
      if before.isSection { return [.substituteHeading(target, text)] }
      guard let node = new.tree.node(astray[0].name) else { return nil }
      return [before.blocks, new.tree.blocks(node), after.blocks].saying(text).map { [.substituteText(target, $0)] }
    }
  }

  /// Where the words stand that are to be changed throughout: not where the new edition changed them so itself.
  private func places(of rewording: Rewording) -> [ClauseTree.Node] {
    new.tree.holders(of: Quotation(rewording.quoted)).filter { node in
      guard isOpen(node) else { return false }
      let before = change.oldStart.tree.texts(of: new.tree.identity(node)) ?? []
      return !rewording.isMade(from: before, to: new.tree[node].texts)
    }
  }

  /// Where the new edition has a clause as ours has it in the end, nothing is to be done.
  private func isOpen(_ node: ClauseTree.Node) -> Bool {
    goal.tree.texts(of: new.tree.identity(node)) != new.tree[node].texts
  }

  /// A change throughout, made in some clauses.
  private func operations(_ rewording: Rewording, in nodes: [ClauseTree.Node]) -> [Operation] {
    let quotation = Quotation(rewording.quoted)
    if !nodes.isEmpty, nodes.count == new.tree.holders(of: quotation).count {
      return [.reword(.throughout, rewording)]
    }
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
  /// Whether a change of each is no good on a new text: other words stand where some of the quoted ones stood, or a word, term
  /// or link took them in, or the new text has made it itself and it would be made twice. Not where they were only taken out,
  /// nor where most of the text was written anew.
  func goesAstray(from old: [Text], to new: [Text]) -> Bool {
    if old == new { return false }
    let (before, after) = (old.flatMap(\.bareWords), new.flatMap(\.bareWords))
    let hunks = leastEdits(from: before, to: after)
    let changed = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
    guard changed * 2 <= before.count + after.count else { return false }
    let made = result.bareWords
    let quotation = Quotation(quoted)
    let places = before.places(of: quoted.bareWords)
    let isReplaced = hunks.contains { hunk in
      places.contains { $0.overlaps(hunk.old) } && !hunk.new.isEmpty
        && (made.isEmpty || Array(after[hunk.new]).places(of: made).isEmpty)
    }
    let isTakenIn =
      count(quoted, in: new) < count(quoted, in: old)
      && new.count(where: quotation.isCut) > old.count(where: quotation.isCut)
    return isReplaced || isTakenIn || count(quoted, in: new) > 0 && isMade(from: old, to: new)
  }

  /// Whether a new text has words made longer by the change more often, so that they are not to be made longer once more.
  func isMade(from old: [Text], to new: [Text]) -> Bool {
    count(quoted, in: [result]) > 0 && count(result, in: new) > count(result, in: old)
  }

  /// The quoted words as they will be.
  var result: Text {
    var line = Clause(blocks: [.paragraph(quoted)])
    _ = line.reword(Quotation(quoted), change, isHeading: false)
    return line.texts.first ?? Text("")
  }

  private func count(_ words: Text, in texts: [Text]) -> Int {
    let quotation = Quotation(words)
    return texts.reduce(0) { $0 + quotation.count(in: $1) }
  }
}

extension Text {
  /// Without marks.
  fileprivate var bareWords: [Substring] { plain.unicodeScalars.split { !$0.isOfWord }.map { Substring($0) } }
}

extension [Substring] {
  /// Where some words stand one behind the other.
  fileprivate func places(of words: [Substring]) -> [Range<Int>] {
    guard !words.isEmpty, count >= words.count else { return [] }
    return (0...(count - words.count)).map { $0..<($0 + words.count) }.filter { self[$0].elementsEqual(words) }
  }
}
