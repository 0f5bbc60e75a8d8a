import PolicyModel

/// What the checks find in a text, told twice: where two texts have the same finding, their numbers may differ.
struct TextFinding: Sendable {
  /// As the text tells it that writes the words.
  let origin: Diagnostic
  /// As the checked text tells it.
  let own: Diagnostic
  /// What the checked text calls the clause; nil where both tell the same.
  let name: String?
  /// Whether the checked text may not amend the clause.
  let isLocked: Bool

  init(_ finding: Diagnostic) { (origin, own, name, isLocked) = (finding, finding, nil, false) }

  init(origin: Diagnostic, own: Diagnostic, name: String?, isLocked: Bool) {
    (self.origin, self.own, self.name, self.isLocked) = (origin, own, name, isLocked)
  }
}
