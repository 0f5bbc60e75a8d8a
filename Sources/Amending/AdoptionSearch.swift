import PolicyModel

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
    var document = document.typeset(like: start)
    var terms = start.terms
    var found: Counterparts?
    // The values of terms make clauses known, and clauses the values of terms.
    for _ in 0..<2 {
      let clauses = Self.read(start, terms: terms, organisation: organisation).clauses
      document = document.joined(like: clauses).parted(like: clauses).inSmallLetters(like: clauses, title: start.title)
      let counterparts = Counterparts(base: clauses, document: document.clauses)
      terms = Self.inference(start, document, counterparts.bases).values(over: start.terms)
      found = counterparts
    }
    self.document = document
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
    let originals = start.clauses.byName
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
    var target = target(counterparts)
    var comparison = compare(start, target)
    for _ in 0..<2 where !comparison.identities.isEmpty {
      counterparts = corrected(counterparts, by: comparison.identities, target)
      target = self.target(counterparts)
      comparison = compare(start, target)
    }
    return adoption(by: comparison.amendments, counterparts)
  }

  /// Clauses that are known only by their words as the base writes them take the rest from the base too, and clauses that could
  /// not become what they were taken for take nothing.
  private func corrected(
    _ counterparts: [Identity: Identity], by names: [Identity: Identity], _ target: Policy
  ) -> [Identity: Identity] {
    let known = start.identities
    let pairs = zip(target.clauses.flatMap(\.withDescendants), document.clauses.flatMap(\.withDescendants))
      .compactMap { clause, source in names[clause.identity!].map { (source: source.identity!, name: $0) } }
    var counterparts = counterparts
    for (source, _) in pairs { counterparts[source] = nil }
    let taken = Set(counterparts.values)
    for (source, name) in pairs where known.contains(name) && !taken.contains(name) { counterparts[source] = name }
    return counterparts
  }

  /// The adoption by those amendments that a fork may make; what the base keeps closed stays as it is.
  private func adoption(by amendments: [Amendment], _ counterparts: [Identity: Identity]) -> Adoption? {
    guard let base = levels.last?.address, let permitted = PermittedAmendments(amendments, on: start) else {
      return nil
    }
    let instrument = Instrument(base: base, amendments: permitted.amendments)
    let resolution = resolve(levels + [Self.level(instrument, fork, organisation)])
    guard let text = resolution.resolved, !resolution.diagnostics.hasErrors,
      !permitted.kept.isEmpty || reads(text)
    else { return nil }
    return Adoption(
      instrument: instrument, refusals: permitted.kept.map { told($0, text, counterparts) },
      counts: Adoption.Counts(of: text, without: start.identities.subtracting(text.flat.map(\.clause.identity))))
  }

  /// Why a clause stays as the base has it, with what the document has instead.
  private func told(
    _ kept: PermittedAmendments.Kept, _ text: ResolvedPolicy, _ counterparts: [Identity: Identity]
  ) -> Diagnostic {
    let ours = text.flattened.clauses.flatMap(\.withDescendants).first { $0.identity == kept.clause }
    let theirs = document.clauses.flatMap(\.withDescendants).first { counterparts[$0.identity!] == kept.clause }
    let instead =
      switch theirs?.closedTexts {
      case nil: "leaves it out"
      case let texts? where ours?.closedTexts.read(as: texts) == true:
        "has it elsewhere"
      case let texts?: "says “\(texts.map(\.plain).filter { !$0.isEmpty }.joined(separator: " "))”"
      }
    return Diagnostic(
      kept.reason.rule, "\(kept.reason.message); the document \(instead), and the base was kept",
      remedy: "tell whoever wrote the document, or ask the base's owner to open the clause")
  }

  /// Whether a text reads as the document does, number by number and word by word.
  private func reads(_ text: ResolvedPolicy) -> Bool {
    let (found, wanted) = (text.flat.map(\.clause), document.clauses.flatMap(\.withDescendants))
    return found.count == wanted.count
      && zip(found, wanted).allSatisfy { one, other in
        let number = document.numbers[other.identity!]
        // A blank at its end is what makes a line a field.
        return one.content.texts.map(\.withoutEndBlank).read(as: other.texts.map(\.withoutEndBlank))
          && (number == nil || number == one.number.map { .printed($0) } ?? ForeignDocument.TypedNumber.none)
      }
  }
}

extension Clause {
  /// What the base closes with the clause: its words, and where it is no section those below it.
  fileprivate var closedTexts: [Text] { isSection ? texts : withDescendants.flatMap(\.texts) }
}
