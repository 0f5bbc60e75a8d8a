import PolicyModel

/// What the amendments of a comparison change about the document as a whole; the values of terms are told where they are read.
func documentChanges(_ amendments: [Amendment], from old: Policy) -> [Change] {
  amendments.compactMap { amendment in
    guard case .setDocument(let setting) = amendment.operation else { return nil }
    return setting.change(from: old)
  }
}

extension DocumentSetting {
  fileprivate func change(from old: Policy) -> Change? {
    let control = old.control
    switch self {
    case .title(let title): return made(.metadata, "title", old.title, title, "the document is called otherwise")
    case .numbering(let level, let pattern):
      return made(
        .renumbered, "numbering of \(level.rawValue)", old.numbering[level].description, pattern.description,
        "the pattern of the numbers differs")
    case .term: return nil
    case .reference(let entry): return entered("reference", control.reference, entry) { $0 }
    case .owner(let entry): return entered("owner", control.owner, entry) { $0 }
    case .created(let entry): return entered("created", control.created, entry, \.words)
    case .reviewEvery(let period):
      return recorded("review cycle", control.reviewEvery?.description, period?.description)
    case .label(let label, let name): return recorded("label of \(label.rawValue)", control.labels[label], name)
    }
  }

  private func made(
    _ kind: Change.Class, _ target: String, _ before: String?, _ after: String?, _ reason: String
  ) -> Change {
    let passage = { (words: String?) in words.map { Change.Passage(clause: nil, number: nil, text: Text($0)) } }
    return Change(
      operation: .set, target: target, kind: kind, old: passage(before), new: passage(after), reason: reason)
  }

  private func recorded(_ target: String, _ before: String?, _ after: String?) -> Change {
    let reason =
      switch (before, after) {
      case (nil, _): "nothing was recorded of it before"
      case (_, nil): "nothing is recorded of it any more"
      case (_, _): "another entry is recorded"
      }
    return made(.metadata, target, before, after, reason)
  }

  /// A line of the control table may be there and empty: then there are no words to show for it.
  private func entered<Value>(
    _ target: String, _ before: Entry<Value>, _ after: Entry<Value>, _ words: (Value) -> String
  ) -> Change {
    var change = recorded(target, before.value.map(words), after.value.map(words))
    if after == .empty { change.reason = "its line in the control table is empty" }
    if before == .empty, after == .absent { change.reason = "its empty line is gone from the control table" }
    return change
  }
}
