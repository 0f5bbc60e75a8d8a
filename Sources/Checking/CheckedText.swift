import PolicyModel
import Reading

/// A text with all that its checks look at.
public struct CheckedText: Sendable {
  /// The file as it is written: a whole text, or a fork's amendments.
  public let file: PolicyFile
  /// The text as it reads.
  public let resolved: ResolvedPolicy
  /// The same with its terms and references still open.
  public let source: Policy
  /// What the text rests on; nil for a text of its own.
  let base: CheckedBase?
  /// When it was approved and reviewed.
  public let ledger: Ledger
  /// The law, bodies, services and documents that clauses may cite.
  public let register: Register
  /// The day the text is judged on.
  public let asAt: PartialDate
  /// Who must do what under the text.
  let duties: [Duty]
  /// The same by the clauses that say so.
  let dutiesByClause: [Identity: [Duty]]
  /// Its clauses in document order.
  let clauses: [CheckedClause]
  /// The terms that they use.
  let usedTerms: Set<String>
  /// What they cite, in document order.
  let citations: [Citation]
  /// Which of them speak of what was.
  let histories: Histories
  /// What stands in the text, line by line.
  let lines: [ProseLine]
  /// How hard the text is to read.
  let readability: Readability
  /// Finds the laws of the register that it cites with another year.
  let wrongYears: WrongYears

  /// - Parameters:
  ///   - finder: made of the register, once for all texts.
  ///   - wrongYears: made of the register as well.
  package init(
    file: PolicyFile, resolved: ResolvedPolicy, source: Policy, base: CheckedBase? = nil, ledger: Ledger,
    register: Register, asAt: PartialDate, finder: CitationFinder, wrongYears: WrongYears
  ) {
    self.file = file
    self.resolved = resolved
    self.source = source
    self.base = base
    self.ledger = ledger
    self.register = register
    self.asAt = asAt
    self.wrongYears = wrongYears
    duties = Reading.duties(of: resolved)
    dutiesByClause = Dictionary(grouping: duties, by: \.clause)
    clauses = CheckedClause.all(source, resolved)
    usedTerms = clauses.usedTerms
    citations = finder.citations(in: Manuscript(resolved))
    lines = Checking.lines(of: resolved)
    histories = Histories(of: citations, in: lines)
    readability = Readability(lines)
  }
}

/// What the checks of a fork look at in the text that it rests on.
package struct CheckedBase: Sendable {
  let policy: ResolvedPolicy
  let readability: Readability
  let duties: [Identity: [Duty]]
  /// Its clauses as they read.
  let clauses: [Identity: ResolvedClause]
  /// The same with their terms and references still open.
  let openClauses: [Identity: Clause]

  package init(_ text: CheckedText) {
    (policy, readability, duties) = (text.resolved, text.readability, text.dutiesByClause)
    clauses = Dictionary(policy.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    openClauses = text.openClauses
  }
}

extension CheckedText {
  /// The terms that the file itself gives values to, with these.
  var ownTerms: [(name: String, value: TermValue)] {
    let terms: [String: TermValue]
    switch file.body {
    case .policy(let policy): terms = policy.terms
    case .instrument(let instrument):
      let set = instrument.amendments.compactMap { amendment -> (String, TermValue)? in
        guard case .setDocument(.term(let name, let value?)) = amendment.operation else { return nil }
        return (name, value)
      }
      terms = Dictionary(set) { $1 }
    }
    return terms.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Its clauses with their terms and references still open.
  var openClauses: [Identity: Clause] {
    Dictionary(clauses.map { ($0.identity, $0.clause) }) { first, _ in first }
  }

  /// How its review stands on the day.
  var status: PolicyStatus { PolicyStatus(resolved, ledger.asAt(asAt), asAt: asAt) }

  /// Whether it is, or says that it is to be, an edition: what is left open in a draft must not be left open in it.
  var isFinal: Bool { resolved.address.edition != nil || file.edition != nil }
}
