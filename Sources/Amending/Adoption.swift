import PolicyModel

/// The instrument that turns a base into a document which somebody else wrote, and what was found on the way.
public struct Adoption: Sendable {
  /// The fork: terms first, then amendments in the order of application.
  public var instrument: Instrument
  /// The organisation's name as the document has it, where none was given and the base prints it.
  public var organisation: TermValue?
  /// Terms whose values were found in the document, sorted.
  public var terms: [String]
  /// What the document changes of clauses that the base keeps closed: it was left as the base has it.
  public var refusals: [Diagnostic]
  /// How many clauses of the fork were taken and changed.
  public var counts: Counts

  /// How the clauses of a fork came about.
  public struct Counts: Hashable, Sendable {
    /// As the base has them, terms aside.
    public var inherited = 0
    public var amended = 0
    public var added = 0
    public var leftOut = 0
    /// Unchanged in another place.
    public var moved = 0
  }
}

/// Finds the smallest instrument that turns a base into a document.
///
/// The instrument is checked: applied to the base it gives the words of the document, with what a document cannot say (names,
/// topics, kinds of field, emphasis and links where it has none at all) as the base has it.
///
/// - Parameters:
///   - document: what the fork is to say.
///   - levels: the base and all it rests on, the text with no base first.
///   - fork: the address of the fork.
///   - organisation: whose fork it is; nil where nobody is named yet.
/// - Returns: nil where the base does not resolve, or no amendments give the document.
public func adopt(
  _ document: ForeignDocument, amending levels: [Level], as fork: Address, by organisation: Organisation? = nil
) -> Adoption? {
  guard let base = levels.last else { return nil }
  let owner = organisation ?? Organisation(name: base.organisation.name, kind: base.organisation.kind)
  let search = AdoptionSearch(document, levels: levels, fork: fork, organisation: owner)
  guard let search, organisation == nil, let name = search.organisationName, name != owner.name else {
    return search?.adoption
  }
  let named = Organisation(name: name, kind: owner.kind)
  var adoption = AdoptionSearch(document, levels: levels, fork: fork, organisation: named)?.adoption
  adoption?.organisation = name
  return adoption
}

/// One search for the instrument, with the organisation's name settled.
struct AdoptionSearch {
  let document: ForeignDocument
  let levels: [Level]
  let fork: Address
  let organisation: Organisation
  /// What the fork says before its first amendment.
  let start: Policy
  let terms: [String: TermValue]
  let counterparts: Counterparts
  /// What the document calls the organisation.
  let organisationName: TermValue?

  init?(_ document: ForeignDocument, levels: [Level], fork: Address, organisation: Organisation) {
    self.levels = levels
    self.fork = fork
    self.organisation = organisation
    guard let base = levels.last?.address,
      let start = resolve(levels + [Self.level(Instrument(base: base), fork, organisation)]).policy
    else { return nil }
    self.start = start
    let document = document.typeset(like: start)
    self.document = document
    var terms = start.terms
    var found: Counterparts?
    // The values of terms make clauses known, and clauses the values of terms.
    for _ in 0..<2 {
      let clauses = Self.read(start, terms: terms, organisation: organisation).clauses
      let counterparts = Counterparts(base: clauses, document: document.clauses)
      terms = Self.inference(start, document, counterparts.bases).values(over: start.terms)
      found = counterparts
    }
    counterparts = found!
    organisationName = terms[organisationTerm]
    terms[organisationTerm] = organisation.name
    self.terms = terms
  }

  static func level(_ instrument: Instrument, _ fork: Address, _ organisation: Organisation) -> Level {
    Level(address: fork, file: PolicyFile(.instrument(instrument)), organisation: organisation)
  }

  /// A policy as it reads with some terms.
  static func read(_ policy: Policy, terms: [String: TermValue], organisation: Organisation) -> Policy {
    var policy = policy
    policy.terms = terms
    let level = Level(
      address: Address(organisation: "adopt", policy: "adopt")!, file: PolicyFile(.policy(policy)),
      organisation: Organisation(name: terms[organisationTerm] ?? organisation.name, kind: organisation.kind))
    return resolve([level]).resolved?.flattened ?? policy
  }

  private static func inference(
    _ start: Policy, _ document: ForeignDocument, _ bases: [Identity: Identity]
  ) -> TermInference {
    let originals = Dictionary(
      start.clauses.flatMap(\.withDescendants).map { ($0.identity!, $0) }, uniquingKeysWith: { first, _ in first })
    var inference = TermInference()
    for clause in document.clauses.flatMap(\.withDescendants) {
      guard let original = bases[clause.identity!].flatMap({ originals[$0] }) else { continue }
      for (before, after) in zip(original.texts, clause.texts) { inference.read(before, after, known: start.terms) }
    }
    return inference
  }

  // MARK: The instrument

  var adoption: Adoption? {
    var counterparts = counterparts.bases
    for _ in 0..<2 {
      let target = target(counterparts)
      let comparison = compare(start, target)
      guard !comparison.identities.isEmpty else { return settled(comparison.amendments, target) }
      counterparts = corrected(counterparts, by: comparison.identities, target)
    }
    let target = target(counterparts)
    return settled(compare(start, target).amendments, target)
  }

  /// Clauses that are known only by their words as the base writes them take the rest from the base too, and clauses that could
  /// not become what they were taken for take nothing.
  private func corrected(
    _ counterparts: [Identity: Identity], by names: [Identity: Identity], _ target: Policy
  ) -> [Identity: Identity] {
    let known = Set(start.clauses.flatMap(\.withDescendants).compactMap(\.identity))
    let pairs = zip(target.clauses.flatMap(\.withDescendants), document.clauses.flatMap(\.withDescendants))
      .compactMap { clause, source in names[clause.identity!].map { (source: source.identity!, name: $0) } }
    var counterparts = counterparts
    for (source, _) in pairs { counterparts[source] = nil }
    let taken = Set(counterparts.values)
    for (source, name) in pairs where known.contains(name) && !taken.contains(name) { counterparts[source] = name }
    return counterparts
  }

  /// The adoption whose amendments a fork may make; what the base keeps closed stays as it is.
  private func settled(_ amendments: [Amendment], _ target: Policy) -> Adoption? {
    var kept = amendments
    var refusals: [Diagnostic] = []
    while true {
      let amended = apply(kept, to: start, by: fork)
      let refused = amended.diagnostics.compactMap { problem in
        if case .amendment(let index)? = problem.subject { index } else { nil }
      }
      guard !amended.diagnostics.isEmpty else {
        guard !refusals.isEmpty || amended.policy.isSame(as: target) else { return nil }
        return made(kept, refusals)
      }
      let isLocked = amended.diagnostics.contains { $0.rule == .fixedClause || $0.rule == .fillOnlyClause }
      guard !refused.isEmpty, isLocked || !refusals.isEmpty else { return nil }
      refusals += amended.diagnostics.filter { $0.rule == .fixedClause || $0.rule == .fillOnlyClause }
      kept = kept.enumerated().filter { !refused.contains($0.offset) }.map(\.element)
    }
  }

  private func made(_ amendments: [Amendment], _ refusals: [Diagnostic]) -> Adoption? {
    guard let base = levels.last?.address else { return nil }
    let instrument = Instrument(base: base, amendments: amendments)
    let resolution = resolve(levels + [Self.level(instrument, fork, organisation)])
    guard let resolved = resolution.resolved, !resolution.diagnostics.hasErrors else { return nil }
    guard !refusals.isEmpty || reads(resolved) else { return nil }
    var counts = Adoption.Counts()
    for (clause, _) in resolved.flat {
      let verbs = Set(clause.provenance.amendedBy.filter { $0.by == fork }.map(\.operation))
      switch verbs {
      case _ where clause.provenance.origin == fork: counts.added += 1
      case []: counts.inherited += 1
      case [.move]: counts.moved += 1
      default: counts.amended += 1
      }
    }
    let names = Set(resolved.flat.map(\.clause.identity))
    counts.leftOut = start.clauses.flatMap(\.withDescendants).count { !names.contains($0.identity!) }
    let terms = amendments.compactMap { amendment -> String? in
      if case .setDocument(.term(let name, _)) = amendment.operation { name } else { nil }
    }
    return Adoption(
      instrument: instrument, organisation: nil, terms: terms.sorted(), refusals: refusals, counts: counts)
  }
}

extension AdoptionSearch {
  /// Whether a text reads as the document does, number by number and word by word.
  private func reads(_ text: ResolvedPolicy) -> Bool {
    let unresolving = Unresolving(document, terms: terms, wording: nil)
    let (found, wanted) = (text.flat.map(\.clause), document.clauses.flatMap(\.withDescendants))
    return found.count == wanted.count
      && zip(found, wanted).allSatisfy { one, other in
        let number = document.numbers[other.identity!]
        return one.content.texts.map { unresolving.toneless($0) } == other.texts.map { unresolving.toneless($0) }
          && (number == nil || number == one.number.map { .printed($0) } ?? ForeignDocument.TypedNumber.none)
      }
  }
}

extension Policy {
  /// Whether two policies say the same but for the names of clauses.
  fileprivate func isSame(as other: Policy) -> Bool {
    guard self != other else { return true }
    let names = zip(other.clauses.flatMap(\.withDescendants), clauses.flatMap(\.withDescendants))
      .map { ($0.identity!, $1.identity!) }
    var renamed = other
    let map = Dictionary(names) { first, _ in first }
    renamed.clauses = other.clauses.map { $0.renamed(map) }
    return self == renamed
  }
}
