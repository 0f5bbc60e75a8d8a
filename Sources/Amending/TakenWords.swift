import PolicyModel
import Reading

/// Words that an amendment takes out, and where the new edition has them now.
struct TakenWords {
  let line: Text
  /// A clause that did not have them in the old edition.
  let clause: Identity
}

extension Rebasing {
  /// Where the new edition took the words, as they were, that an amendment takes out; none where they are gone for good.
  func takenWords(of meeting: Meeting) -> [TakenWords] {
    guard meeting.theirs != meeting.base, case let lines = meeting.takenOut, !lines.isEmpty, isReached(meeting) else {
      return []
    }
    return lines.compactMap { line in
      let (quotation, parts) = (Quotation(line), sentences(of: line.plain))
      func hasWords(_ text: Text) -> Bool {
        quotation.mayStand(in: text) && Set(sentences(of: text.plain)).isSuperset(of: parts)
      }
      let taker = change.reworded.first { clause in
        new.tree.has(clause, aTextWhere: hasWords) && !change.oldStart.tree.has(clause, aTextWhere: hasWords)
      }
      return taker.map { TakenWords(line: line, clause: $0) }
    }
  }

  /// Takes words out where they stand now, with the clause where nothing else stands in it.
  func omission(of words: TakenWords) -> Operation {
    let clause = new.tree.node(words.clause).map(new.tree.clause)
    return clause?.texts == [words.line] && clause?.clauses.isEmpty == true
      ? .omit(.identity(words.clause)) : .reword(.clause(.identity(words.clause)), Rewording(words.line, .omit))
  }
}

extension Meeting {
  /// The lines that it takes out and puts nothing in the place of.
  fileprivate var takenOut: [Text] {
    switch (operation, base) {
    case (.omit, .clauses(let clauses)):
      clauses.flatMap(\.withDescendants).flatMap { $0.blocks.flatMap(\.texts) }.filter { !$0.isEmpty }
    case (.reword(.clause, let rewording), _) where rewording.new == nil: [rewording.quoted]
    default: []
    }
  }
}

extension ClauseTree {
  fileprivate func has(_ clause: Identity, aTextWhere isOfKind: (Text) -> Bool) -> Bool {
    node(clause).map { has($0, aTextWhere: isOfKind) } ?? false
  }
}
