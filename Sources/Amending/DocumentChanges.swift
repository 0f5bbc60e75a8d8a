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
    if case .term = self { return nil }
    let before = old.current(self)
    var kind = Change.Class.metadata
    if case .numbering = self { kind = .renumbered }
    func passage(_ words: String?) -> Change.Passage? {
      words.map { Change.Passage(clause: nil, number: nil, text: Text($0)) }
    }
    return Change(
      operation: .set, target: name, kind: kind, old: passage(before.value), new: passage(value),
      reason: reason(after: before))
  }

  private func reason(after before: DocumentSetting) -> String {
    switch (self, before.value, value) {
    case (.title, _, _): "the document is called otherwise"
    case (.numbering, _, _): "the pattern of the numbers differs"
    case _ where isEmptyLine: "its line in the control table is empty"
    case (_, _, nil) where before.isEmptyLine: "its empty line is gone from the control table"
    case (_, nil, _): "nothing was recorded of it before"
    case (_, _, nil): "nothing is recorded of it any more"
    default: "another entry is recorded"
    }
  }

  /// Whether it is a line of the control table that is there and says nothing.
  private var isEmptyLine: Bool {
    switch self {
    case .reference(.empty), .owner(.empty), .created(.empty): true
    default: false
    }
  }
}
