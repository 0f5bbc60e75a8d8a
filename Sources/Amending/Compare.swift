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
  let state = Amender(base: old, author: nobody, asOwner: true)
  var alignment = Alignment(old: state.tree, new: ClauseTree(new.clauses))
  alignment.rename()
  var script = EditScript(from: state, to: alignment.new, matches: alignment.matches)
  let settings = documentSettings(from: old, to: new)
  script.write(settings)
  let amendments =
    script.gives(new)
    ? script.amendments
    : settings.map { Amendment(.setDocument($0)) } + replacement(of: old.clauses, by: alignment.new.clauses)
  return Comparison(amendments: amendments, identities: alignment.names)
}

/// The clumsy way, which always works: all of the old text omitted, all of the new inserted.
private func replacement(of old: [Clause], by new: [Clause]) -> [Amendment] {
  old.compactMap { $0.identity.map { Amendment(.omit(.identity($0))) } }
    + (new.isEmpty ? [] : [Amendment(.insert(new, .startOfDocument))])
}

/// What amendments set of the document itself.
func documentSettings(from old: Policy, to new: Policy) -> [DocumentSetting] {
  let terms = Set(old.terms.keys).union(new.terms.keys).sorted()
  let control = new.control
  let settings: [DocumentSetting] =
    [.title(new.title)] + NumberingScheme.Level.allCases.map { .numbering($0, new.numbering[$0]) }
    + terms.map { .term($0, new.terms[$0]) }
    + [
      .reference(control.reference), .owner(control.owner), .created(control.created),
      .reviewEvery(control.reviewEvery),
    ]
    + DocumentControl.Label.allCases.map { .label($0, control.labels[$0]) }
  return settings.filter { old.current($0) != $0 }
}
