import PolicyModel

/// Why the drafter of a fork did what differs from the base; nothing where the one text is no fork of the other.
struct DraftersReasons {
  private let touches: [Identity: [Provenance.Touch]]
  private let comingsAndGoings: [Identity: Text]

  init(from old: ResolvedPolicy, to new: Resolution) {
    guard let text = new.resolved, text.bases.first == old.address else {
      (touches, comingsAndGoings) = ([:], [:])
      return
    }
    comingsAndGoings = new.reasons
    touches = Dictionary(
      text.flat.map { entry in
        (entry.clause.identity, entry.clause.provenance.touches(by: text.address))
      }
    ) { first, _ in first }
  }

  /// The reason for inserting a clause, or for leaving it out.
  func reason(for clause: Identity) -> String? { comingsAndGoings[clause]?.plain }

  /// The reasons for doing something to a clause that stands in both texts.
  func reason(for clause: Identity, _ operation: Provenance.Verb) -> String? {
    let reasons = (touches[clause] ?? []).filter { $0.operation.does(operation) }.compactMap(\.reason?.plain).unique
    guard let last = reasons.last else { return nil }
    return (reasons.dropLast().map(\.withoutFinalStop) + [last]).joined(separator: "; ")
  }
}

extension Provenance.Verb {
  /// Whether an amendment of this kind can be what a comparison finds as another: a substitution changes all but the place.
  fileprivate func does(_ other: Provenance.Verb) -> Bool {
    switch (self, other) {
    case (.substitute, .move): false
    case (.substitute, _), (.reword, .substitute), (.renumber, .set), (.set, .renumber): true
    default: self == other
    }
  }
}
