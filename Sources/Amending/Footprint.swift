import PolicyModel

/// What amendments read and write: where two footprints do not meet, it does not matter which amendments come first.
package struct Footprint: Hashable, Sendable {
  /// One thing about a clause or the document that an amendment may depend on or change.
  enum Trace: Hashable, Sendable {
    /// Whether the clause is there.
    case presence(Identity)
    /// Where the clause stands.
    case place(Identity)
    case heading(Identity)
    case words(Identity)
    case attribute(Attribute, of: Identity)
    /// The gap behind a clause.
    case gap(behind: Identity)
    /// The gap before the first clause under another, or in the document.
    case start(of: Identity?)
    /// A value of the document, by its name.
    case document(String)
  }

  private(set) var reads: Set<Trace> = []
  private(set) var writes: Set<Trace> = []

  /// Whether one changes what the other depends on or changes.
  package func meets(_ other: Footprint) -> Bool {
    !writes.isDisjoint(with: other.writes) || !writes.isDisjoint(with: other.reads)
      || !reads.isDisjoint(with: other.writes)
  }

  package mutating func formUnion(_ other: Footprint) {
    reads.formUnion(other.reads)
    writes.formUnion(other.writes)
  }

  mutating func read(_ traces: Trace...) { reads.formUnion(traces) }

  mutating func write(_ traces: Trace...) { writes.formUnion(traces) }
}

/// What some amendments together read and write, each in the state that those before it reach.
package func footprint(of amendments: [Amendment], on base: Policy, asOwner: Bool = false) -> Footprint {
  var state = base.amender(asOwner: asOwner)
  var footprint = Footprint()
  for amendment in amendments {
    footprint.formUnion(state.footprint(of: amendment.operation))
    state.carryOut(amendment)
  }
  return footprint
}

extension Amender {
  /// Carries an amendment out.
  ///
  /// - Returns: why it cannot be, in which case nothing changes.
  @discardableResult
  mutating func carryOut(_ amendment: Amendment) -> Refusal? {
    do {
      try perform(amendment)
      return nil
    } catch {
      return error
    }
  }
}
