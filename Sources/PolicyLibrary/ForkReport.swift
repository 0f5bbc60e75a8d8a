import PolicyModel

/// What forking did.
public struct ForkReport: Sendable {
  /// A fork as it stands.
  public struct Fork: Hashable, Sendable {
    /// A term of the text with what it stands for.
    public struct Term: Hashable, Sendable {
      /// As written between braces.
      public let name: String
      /// What it stands for.
      public let value: TermValue
    }

    /// A clause that the base leaves to be filled in, and that still reads as the base does.
    public struct OpenClause: Hashable, Sendable {
      /// As printed; the identity where no number is.
      public let number: String
      /// How it reads.
      public let words: String
      /// The terms that stand for what they stand for in the base.
      public let terms: [Term]
    }

    /// The draft that was made.
    public let address: Address
    /// The edition that it amends.
    public let base: Address
    /// Whose policy it is.
    public let organisation: Organisation
    /// Whether the organisation's name is known from nothing but its folder.
    public let isNameGuessed: Bool
    /// How many clauses it has from its base: sections, items and fields too, as its page counts them.
    public let clauses: Int
    /// How often it is reviewed; nil where neither the base nor anybody else said it.
    public let reviewEvery: Period?
    /// The files that were made, relative to the workspace.
    public let written: [String]
    /// The terms that stand for something else than in the base, by name.
    public let ownTerms: [Term]
    /// The terms that stand for what they stand for in the base, by name.
    public let inheritedTerms: [Term]
    /// The clauses left to be filled in, in the order of the text.
    public let open: [OpenClause]
  }

  /// What was made; nil where nothing was written.
  public var fork: Fork?
  /// Every problem met; a single error keeps all from being written.
  public var diagnostics: [Diagnostic]

  /// Whether every file was left as it was.
  public var isRefused: Bool { fork == nil }

  static func refused(_ diagnostics: [Diagnostic]) -> ForkReport {
    ForkReport(fork: nil, diagnostics: diagnostics.unique)
  }
}

extension ForkReport.Fork {
  init(_ plan: ForkPlan, text: ResolvedPolicy, written: [String]) {
    let values = Dictionary(
      uniqueKeysWithValues: plan.used.compactMap { term in plan.value(of: term).map { (term, $0) } })
    let terms = values.sorted { $0.key < $1.key }.map { Term(name: $0.key, value: $0.value) }
    let inherited = Set(plan.used.filter { values[$0] == plan.text.terms[$0] })
    let uses = Dictionary(plan.text.clauses.flatMap(\.withDescendants).map { ($0.identity, $0) }) { $1 }
    address = text.address
    base = plan.base
    organisation = text.organisation
    isNameGuessed = plan.isNameGuessed
    clauses = text.flat.count
    reviewEvery = plan.reviewEvery
    self.written = written
    ownTerms = terms.filter { !inherited.contains($0.name) }
    inheritedTerms = terms.filter { inherited.contains($0.name) }
    open = text.flat.map(\.clause).filter { $0.content.tailoring == .fill }.compactMap { clause in
      let names = Set(uses[clause.identity]?.termUses.map(\.name) ?? [])
      let open = terms.filter { names.contains($0.name) && inherited.contains($0.name) }
      guard !open.isEmpty else { return nil }
      let words = [clause.content.heading.plain, clause.plainText].filter { !$0.isEmpty }.joined(separator: " ")
      return OpenClause(number: clause.number ?? clause.identity.description, words: words, terms: open)
    }
  }
}
