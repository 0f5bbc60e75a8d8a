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
  /// What the text rests on, as it reads; nil for a text of its own.
  public let base: ResolvedPolicy?
  /// When it was approved and reviewed.
  public let ledger: Ledger
  /// The law, bodies, services and documents that clauses may cite.
  public let register: Register
  /// The day the text is judged on.
  public let asAt: PartialDate
  /// Who must do what under the text.
  let duties: [Duty]
  /// What stands in the text, line by line.
  let lines: [Line]
  /// How hard the text is to read.
  let readability: Readability
  /// How hard its base is to read; nil for a text of its own.
  let baseReadability: Readability?

  public init(
    file: PolicyFile, resolved: ResolvedPolicy, source: Policy, base: ResolvedPolicy? = nil, ledger: Ledger,
    register: Register, asAt: PartialDate
  ) {
    self.file = file
    self.resolved = resolved
    self.source = source
    self.base = base
    self.ledger = ledger
    self.register = register
    self.asAt = asAt
    duties = Reading.duties(of: resolved)
    lines = Checking.lines(of: resolved)
    readability = Readability(lines)
    baseReadability = base.map { Readability(Checking.lines(of: $0)) }
  }
}

extension CheckedText {
  /// The terms that the file itself gives values to.
  var ownTerms: [String] {
    switch file.body {
    case .policy(let policy): policy.terms.keys.sorted()
    case .instrument(let instrument):
      instrument.amendments.compactMap { amendment in
        if case .setDocument(.term(let name, _)) = amendment.operation { name } else { nil }
      }.sorted()
    }
  }
}
