import PolicyModel
import Publishing

extension [Update] {
  /// Writes updates for a program piece by piece, as those of a county are long; without a final line end.
  ///
  /// Shape: `[{address, from, to, decisions: [{target, outcome, choice, with, clause, base, theirs, remark, ours, because,
  /// result}]}]`; `choice` is null where nothing was decided, `result` where something is to be decided and where nothing is left;
  /// `with` is the place in the list, counted from 0, of a decision that is made for this one as well; `clause` is null where the
  /// amendment changes its words. Where it applies cleanly, all the words are null.
  public func writeJSON(to write: (String) -> Void) { JSON.write(listOf: self, \.json, to: write) }
}

extension Update {
  fileprivate var json: JSON {
    .object([
      "address": .text(address.description), "from": .text(from.description), "to": .text(to.description),
      "decisions": .list(decisions.map(\.json)),
    ])
  }
}

extension Decision {
  fileprivate var json: JSON {
    .object([
      "target": .text(target), "outcome": .text(outcome.rawValue), "choice": JSON(choice?.verdict.rawValue),
      "with": decidedWith.map { .number($0) } ?? .null,
      "clause": JSON(clause), "base": JSON(base), "theirs": JSON(theirs), "remark": JSON(remark), "ours": JSON(ours),
      "because": JSON(reason), "result": JSON(result),
    ])
  }
}
