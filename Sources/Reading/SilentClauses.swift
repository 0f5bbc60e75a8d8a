import PolicyModel

/// The clauses of a base that cite nothing, whatever their terms and references print, unless that itself is or begins a
/// title: where a fork leaves them alone there is nothing to be read.
package struct SilentClauses: Sendable {
  /// A clause by where its gaps stand among those of all.
  private struct Clause: Sendable {
    let mark: ObjectIdentifier
    let terms: Range<Int>
    let references: Range<Int>
  }

  private let sieve: TitleSieve
  /// Kept for its marks.
  private let base: ResolvedPolicy
  private var clauses: [Clause] = []
  private var places: [ObjectIdentifier: Int] = [:]
  /// Where terms are printed: which, by its place among all, and what stands behind.
  private var terms: [(use: Int, next: UInt32?)] = []
  private var references: [(reference: Reference, next: UInt32?)] = []
  private var uses: [TermUse] = []

  init(of manuscript: Manuscript, by sieve: TitleSieve) {
    self.sieve = sieve
    base = manuscript.policy
    for (clause, _) in manuscript.policy.flat {
      guard let gaps = sieve.gaps(of: clause.content) else { continue }
      let start = (terms: terms.count, references: references.count)
      for gap in gaps {
        switch gap.content {
        case .term(let use): terms.append((place(of: use), gap.next))
        case .reference(let reference): references.append((reference, gap.next))
        case .words, .code, .blank, .lineBreak: continue
        }
      }
      places[clause.mark] = clauses.count
      clauses.append(
        Clause(
          mark: clause.mark, terms: start.terms..<terms.count, references: start.references..<references.count))
    }
  }

  private mutating func place(of use: TermUse) -> Int {
    if let place = uses.firstIndex(of: use) { return place }
    uses.append(use)
    return uses.count - 1
  }

  /// Goes through a fork from its first clause to its last.
  struct Reader {
    private let base: SilentClauses
    private let printed: any PrintedWords
    /// What titles may come of the terms as the fork prints them.
    private let terms: [TitleSieve.Reading]
    /// The clause that comes next if the fork has all clauses in the order of the base.
    private var next = 0

    init(_ base: SilentClauses, printing printed: any PrintedWords) {
      self.base = base
      self.printed = printed
      terms = base.uses.map { use in
        base.sieve.reading { read in printed.words(of: use).map(read) }
      }
    }

    /// Whether a clause of the fork cites nothing, as far as the base tells.
    mutating func passes(_ clause: Identity, mark: ObjectIdentifier) -> Bool {
      if next == base.clauses.count || base.clauses[next].mark != mark {
        guard let place = base.places[mark] else { return false }
        next = place
      }
      defer { next += 1 }
      for gap in base.clauses[next].terms {
        guard terms[base.terms[gap].use].isSilent(before: base.terms[gap].next, to: base.sieve) else { return false }
      }
      for gap in base.clauses[next].references {
        let reading = base.sieve.reading { read in
          _ = printed.forEachPart(of: base.references[gap].reference, in: clause) { read($0.words) }
        }
        guard reading.isSilent(before: base.references[gap].next, to: base.sieve) else { return false }
      }
      return true
    }
  }
}

extension TitleSieve {
  /// The gaps of all lines of a clause; nil where one of them must be read to tell.
  fileprivate func gaps(of clause: Clause) -> [TitleGap]? {
    var gaps: [TitleGap] = []
    for text in [clause.heading] + clause.blocks.flatMap(\.texts) {
      guard let found = self.gaps(of: text) else { return nil }
      gaps += found
    }
    return gaps
  }
}
