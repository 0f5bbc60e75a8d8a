import PolicyModel

/// Type that is set once and printed for every fork, with gaps where numbers, terms and references go.
final class OpenType: Sendable {
  /// What may differ from fork to fork, by its place.
  enum Gap {
    /// That of a clause, among the clause that is set and all below it.
    case number(Int)
    case term(Int)
    case opening(Int)
    case reference(Int)
  }

  /// A term at the start of a line, but for some digits: what it prints must not make a list or heading of the line.
  struct Opening {
    let digits: String
    let term: Int
  }

  /// A part, by its bytes and its gaps.
  struct Stretch {
    let bytes: Range<Int>
    let gaps: Range<Int>
  }

  /// All that is set, as if there were no gaps.
  let bytes: [UInt8]
  /// Each gap with how many bytes go before it.
  let gaps: [(place: Int, gap: Gap)]
  let terms: [TermUse]
  let openings: [Opening]
  /// Each with where it stands.
  let references: [(reference: Reference, clause: Identity)]

  init(_ galley: borrowing Galley) {
    bytes = galley.sheet.bytes
    gaps = galley.gaps
    terms = galley.terms
    openings = galley.openings
    references = galley.references
  }
}
