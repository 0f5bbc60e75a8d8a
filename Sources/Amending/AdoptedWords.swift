import PolicyModel

extension AdoptionSearch {
  /// The policy that the instrument is to give: the document with terms and references where the base has them.
  ///
  /// Checked clause by clause: one that would not read as the document does keeps the document's plain words.
  func target(_ counterparts: [Identity: Identity]) -> Policy {
    let (skeleton, sources) = AdoptedText(base: start, document: document, counterparts: counterparts).skeleton()
    var verbatim: Set<Identity> = []
    for _ in 0..<3 {
      let open = openWords(of: skeleton, Set(counterparts.values), verbatim: verbatim)
      let wrong = misread(open, skeleton)
      if wrong.isEmpty { return named(open, sources) }
      verbatim.formUnion(wrong)
    }
    var closed = skeleton
    closed.terms = terms
    return named(closed, sources)
  }

  private func unresolving(_ skeleton: Policy) -> Unresolving {
    var numbered = skeleton
    numbered.terms = terms
    return Unresolving(
      terms: terms, wording: ReferenceWording(NumberedClauses(of: numbered), terms: PrintedTerms(terms)))
  }

  private func openWords(of skeleton: Policy, _ known: Set<Identity>, verbatim: Set<Identity>) -> Policy {
    let unresolving = unresolving(skeleton)
    let originals = start.clauses.byName
    func opened(_ clause: Clause) -> Clause {
      var clause = clause
      let identity = clause.identity!
      if !verbatim.contains(identity) {
        if known.contains(identity), let original = originals[identity] {
          clause.heading = unresolving.unresolved(clause.heading, after: original.heading, in: identity).text
          clause.blocks = unresolving.unresolved(clause.blocks, after: original.blocks, in: identity)
        }
        clause.heading = unresolving.withReferences(clause.heading, in: identity)
        clause.blocks = clause.blocks.map { block in block.mapTexts { unresolving.withReferences($0, in: identity) } }
      }
      clause.clauses = clause.clauses.map(opened)
      return clause
    }
    var policy = skeleton
    policy.terms = terms
    // The base may link to what the document leaves out.
    let standing = Set(skeleton.clauses.identities)
    policy.clauses = skeleton.clauses.map { opened($0).withoutLinks(except: standing) }
    return policy
  }

  /// The clauses whose words would not read as in the document.
  private func misread(_ policy: Policy, _ skeleton: Policy) -> Set<Identity> {
    let read = Self.read(policy, terms: terms, organisation: organisation)
    let pairs = zip(
      read.clauses.flatMap(\.withDescendants), skeleton.clauses.flatMap(\.withDescendants))
    return Set(
      pairs.compactMap { one, other in
        one.texts.read(as: other.texts) ? nil : one.identity
      })
  }

  /// The policy with a name made of its first words for each clause that has none.
  private func named(_ policy: Policy, _ sources: [Identity: Identity]) -> Policy {
    let known = start.identities
    func nameless(_ clause: Clause) -> Clause {
      var clause = clause
      let source = sources[clause.identity!] ?? clause.identity!
      if !known.contains(clause.identity!), !document.named.contains(source) { clause.identity = nil }
      clause.clauses = clause.clauses.map(nameless)
      return clause
    }
    let clauses = policy.clauses.map(nameless).identified(taken: known)
    let names = zip(policy.clauses.flatMap(\.withDescendants), clauses.flatMap(\.withDescendants))
      .map { ($0.identity!, $1.identity!) }
    let map = Dictionary(names) { first, _ in first }
    var policy = policy
    policy.clauses = policy.clauses.map { $0.renamed(map) }
    return policy
  }
}

extension Unresolving {
  /// Blocks with terms and references where the base has them.
  func unresolved(_ blocks: [Block], after bases: [Block], in clause: Identity) -> [Block] {
    blocks.enumerated().map { index, block in
      guard index < bases.count, block.texts.count == bases[index].texts.count else { return block }
      var texts = zip(block.texts, bases[index].texts)
        .map { unresolved($0, after: $1, in: clause).text }[...]
      return block.mapTexts { _ in texts.popFirst()! }
    }
  }
}
