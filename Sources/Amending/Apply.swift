import PolicyModel

/// A policy after amendments: the text, where each clause comes from, and what could not be done.
public struct Amended: Sendable {
  /// The base with every amendment carried out that could be.
  public var policy: Policy
  /// Of every clause whose origin is known.
  public var provenance: [Identity: Provenance]
  /// Each about an amendment, by its place in the list; the positions are the caller's to find.
  public var diagnostics: [Diagnostic]
}

/// Applies amendments to a policy in their order.
///
/// Strict: an amendment that names a clause or words that are not there, or a clause that may not be amended, changes nothing
/// and is reported.
///
/// - Parameters:
///   - amendments: what to do.
///   - base: the policy as written; each clause should have its identity.
///   - author: the edition or draft that amends, for the provenance.
///   - provenance: where the clauses of the base come from.
///   - asOwner: whether the author owns the base, and may amend what is locked for forks.
public func apply(
  _ amendments: [Amendment], to base: Policy, by author: Address, provenance: [Identity: Provenance] = [:],
  asOwner: Bool = false
) -> Amended {
  var amender = Amender(base: base, author: author, asOwner: asOwner)
  amender.apply(amendments)
  var provenance = provenance
  for (clause, touch) in amender.touches { provenance[clause]?.amendedBy.append(touch) }
  for identity in amender.omissions.keys { provenance[identity] = nil }
  for identity in amender.added { provenance[identity] = Provenance(origin: author) }
  return Amended(policy: amender.amendedPolicy, provenance: provenance, diagnostics: amender.diagnostics)
}
