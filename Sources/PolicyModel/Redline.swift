/// Two texts of policies side by side, as they read: which clause of the one is which of the other, and what changed.
public struct Redline: Hashable, Sendable {
  /// What changes are told from.
  public var old: ResolvedPolicy
  /// What they lead to.
  public var new: ResolvedPolicy
  /// What the old text fills its terms with.
  public var oldTerms: [String: TermValue]
  /// What the new text fills its terms with.
  public var newTerms: [String: TermValue]
  /// What clauses of the new text are called in the old one; those that stand in the new text alone are not among them.
  public var matches: [Identity: Identity]
  /// What changed: first of the document, then clause by clause as the new text stands; what was left out comes where it stood.
  public var changes: [Change]
  /// Clauses of the new text in which only emphasis differs: formatting, which is no change.
  public var restyled: [Identity]

  public init(
    old: ResolvedPolicy, new: ResolvedPolicy, oldTerms: [String: TermValue], newTerms: [String: TermValue],
    matches: [Identity: Identity], changes: [Change], restyled: [Identity] = []
  ) {
    self.old = old
    self.new = new
    self.oldTerms = oldTerms
    self.newTerms = newTerms
    self.matches = matches
    self.changes = changes
    self.restyled = restyled
  }

  /// How many changes there are of each class.
  public var counts: [Change.Class: Int] { changes.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 } }

  /// Clauses of both texts with another printed number, most of them because something before them came, went or moved.
  public var otherNumbers: [(clause: Identity, old: String?, new: String?)] {
    let before = Dictionary(old.flat.map { ($0.clause.identity, $0.clause.number) }) { first, _ in first }
    return new.flat.compactMap { entry in
      guard let match = matches[entry.clause.identity], let number = before[match], number != entry.clause.number
      else { return nil }
      return (entry.clause.identity, number, entry.clause.number)
    }
  }
}
