import PolicyModel

/// The difference of two policies: amendments that turn the one into the other.
public struct Comparison: Hashable, Sendable {
  /// In the order of application.
  public var amendments: [Amendment]
  /// What clauses of the new policy are called in the old one, or anew where a name is taken; empty where they share names.
  public var identities: [Identity: Identity]

  public init(amendments: [Amendment], identities: [Identity: Identity]) {
    self.amendments = amendments
    self.identities = identities
  }
}

/// Finds the amendments that turn one policy into another.
///
/// Exact: applied by the policy's owner they give the new policy, with its clauses renamed by the map of identities. Clauses are
/// matched by identity, else by text; a moved clause is moved, never omitted and inserted.
///
/// - Parameters:
///   - old: every clause with its identity.
///   - new: likewise.
public func compare(_ old: Policy, _ new: Policy) -> Comparison {
  // Nobody amends: the provenance of a comparison is not looked at.
  let nobody = Address(organisation: "compare", policy: "compare")!
  let state = Amender(base: old, author: nobody, provenance: [:], asOwner: true)
  var tree = ClauseTree(new.clauses)
  let alignment = Alignment(old: state.tree, new: tree)
  let identities = alignment.names
  var target = new
  if !identities.isEmpty {
    target.clauses = new.clauses.map { $0.renamed(identities) }
    tree = ClauseTree(target.clauses)
  }
  var script = EditScript(from: state, to: tree, matches: alignment.matches)
  script.write(documentSettings(from: old, to: target))
  let amendments = script.gives(target) ? script.amendments : replacement(of: old, by: target)
  return Comparison(amendments: amendments, identities: identities)
}

/// The clumsy way, which always works: all of the old text omitted, all of the new inserted.
private func replacement(of old: Policy, by new: Policy) -> [Amendment] {
  documentSettings(from: old, to: new).map { Amendment(.setDocument($0)) }
    + old.clauses.compactMap { $0.identity.map { Amendment(.omit(.identity($0))) } }
    + (new.clauses.isEmpty ? [] : [Amendment(.insert(new.clauses, .startOfDocument))])
}

/// What amendments set of the document itself.
func documentSettings(from old: Policy, to new: Policy) -> [DocumentSetting] {
  var settings: [DocumentSetting] = []
  if old.title != new.title { settings.append(.title(new.title)) }
  for level in NumberingScheme.Level.allCases where old.numbering[level] != new.numbering[level] {
    settings.append(.numbering(level, new.numbering[level]))
  }
  for name in Set(old.terms.keys).union(new.terms.keys).sorted() where old.terms[name] != new.terms[name] {
    settings.append(.term(name, new.terms[name]))
  }
  let (before, after) = (old.control, new.control)
  if before.reference != after.reference { settings.append(.reference(after.reference)) }
  if before.owner != after.owner { settings.append(.owner(after.owner)) }
  if before.created != after.created { settings.append(.created(after.created)) }
  if before.reviewEvery != after.reviewEvery { settings.append(.reviewEvery(after.reviewEvery)) }
  for label in DocumentControl.Label.allCases where before.labels[label] != after.labels[label] {
    settings.append(.label(label, after.labels[label]))
  }
  return settings
}

extension Clause {
  /// The clause with other names for itself, for those below and for those it refers to.
  package func renamed(_ names: [Identity: Identity]) -> Clause { otherwise(named: names) ?? self }

  /// Nil where nothing is named otherwise, so that what stays the same is not copied.
  private func otherwise(named names: [Identity: Identity]) -> Clause? {
    let identity = identity.flatMap { names[$0] }
    let below = clauses.indices.compactMap { index in
      clauses[index].otherwise(named: names).map { (index, $0) }
    }
    let isHeadingNamed = heading.mentions(names)
    let blocksNamed = blocks.indices.filter { blocks[$0].contains { $0.mentions(names) } }
    guard identity != nil || !below.isEmpty || isHeadingNamed || !blocksNamed.isEmpty else { return nil }
    var clause = self
    if let identity { clause.identity = identity }
    if isHeadingNamed { clause.heading = heading.renamed(names) }
    for index in blocksNamed { clause.blocks[index] = blocks[index].mapTexts { $0.renamed(names) } }
    for (index, changed) in below { clause.clauses[index] = changed }
    return clause
  }
}

extension Text {
  /// Whether it refers to a clause among some.
  fileprivate func mentions(_ names: [Identity: Identity]) -> Bool {
    runs.contains { run in
      guard case .reference(let reference) = run.content else {
        return run.style.link != nil && run.style.localLink.map { names[$0] != nil } ?? false
      }
      return reference.targets.contains { target in
        switch target {
        case .single(let identity): names[identity] != nil
        case .range(let from, let to): names[from] != nil || names[to] != nil
        }
      }
    }
  }

  func renamed(_ names: [Identity: Identity]) -> Text {
    func name(_ identity: Identity) -> Identity { names[identity] ?? identity }
    return Text(
      runs.map { run in
        var run = run
        if let link = run.style.localLink { run.style.link = name(link).description }
        if case .reference(let reference) = run.content {
          run.content = .reference(
            Reference(
              reference.targets.map { target in
                switch target {
                case .single(let identity): .single(name(identity))
                case .range(let from, let to): .range(from: name(from), to: name(to))
                }
              }))
        }
        return run
      })
  }
}
