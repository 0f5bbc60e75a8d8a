import PolicyModel

/// What amendments read and write: where two footprints do not meet, it does not matter which amendments come first.
package struct Footprint: Sendable {
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

  /// A trace may be there twice.
  private(set) var reads: [Trace] = []
  private(set) var writes: [Trace] = []

  /// Whether one changes what the other depends on or changes.
  package func meets(_ other: Footprint) -> Bool { Ground(other).isMet(by: self) }

  package mutating func formUnion(_ other: Footprint) {
    reads += other.reads
    writes += other.writes
  }

  mutating func read(_ trace: Trace) { reads.append(trace) }

  mutating func write(_ trace: Trace) { writes.append(trace) }
}

/// A footprint that many others are held against.
struct Ground: Sendable {
  /// Whether a trace is written, or only read.
  private var isWritten: [Footprint.Trace: Bool] = [:]

  init(_ footprint: Footprint) {
    for trace in footprint.reads { isWritten[trace] = false }
    for trace in footprint.writes { isWritten[trace] = true }
  }

  /// Whether one changes what the other depends on or changes.
  func isMet(by footprint: Footprint) -> Bool {
    footprint.writes.contains { isWritten[$0] != nil } || footprint.reads.contains(where: changes)
  }

  func changes(_ trace: Footprint.Trace) -> Bool { isWritten[trace] ?? false }
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
