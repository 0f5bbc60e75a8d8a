import PolicyModel
import Publishing

/// Makes the documents of policies one by one, then the pages around them of what is listed of each.
struct Publisher: Sendable {
  let library: Library
  let site: Site
  /// How the whole site is published (see `PublishRequest.manner`).
  let manner: String
  let templates: Templates
  let fingerprints: SourceFingerprints
  let staging: Staging
  /// Whether something is wrong already, so that nothing will be published and problems alone are of interest.
  let isRefused: Bool
  /// What was published before; the first is what stands in the output folder.
  let formers: [FormerOutput]

  /// Some files of the output: made anew and written, or to be taken over from a former output.
  struct Made: Sendable {
    /// The address of the policy, or the name of the pages.
    let name: String
    let part: PublishedMemory.Part
    /// Where the files are found; nil for those made anew.
    var former: FormerOutput?
    /// Whether the next publishing may take them over; it may not where there is something to tell.
    var isRemembered = true
  }

  /// What became of one policy.
  struct Outcome: Sendable {
    let policy: Address
    /// Its documents; nil where they are not asked for or cannot be made.
    var made: Made?
    var sources: Fingerprint
    var listings: [Listing]
    var diagnostics: [Diagnostic] = []
  }

  /// Writes the documents of a policy, unless they were made before of the same sources.
  func documents(_ plan: PolicyPlan) throws -> Outcome {
    if let former = plan.former, let listings = plan.listings(asAt: site.asAt) {
      return Outcome(
        policy: plan.policy, made: Made(name: "\(plan.policy)", part: former.part, former: former.output),
        sources: former.part.sources, listings: listings)
    }
    let library = library.focused(on: plan.policy)
    var outcome = Outcome(
      policy: plan.policy, sources: Fingerprint(), listings: [], diagnostics: try library.verify(plan.policy))
    var written: [WrittenFile] = []
    var bases: [Address] = []
    for address in plan.texts {
      let (publication, diagnostics) = library.publication(address, with: site.companions)
      outcome.diagnostics += diagnostics
      guard let publication else { continue }
      let base = library.resolvedBase(of: publication.manuscript.policy)
      let citations = site.citations(in: publication.manuscript, besides: base?.silentClauses(in: site))
      outcome.listings.append(Listing(publication, citing: citations))
      bases += publication.manuscript.policy.bases.filter { $0.policyAddress != plan.policy && !bases.contains($0) }
      guard plan.isWanted, !isRefused, !outcome.diagnostics.hasErrors else { continue }
      written += try staging.write(site.documents(publication, citing: citations, templates))
    }
    outcome.sources = try fingerprints.sources(of: plan.policy, restingOn: bases, in: library)
    guard plan.isWanted, !outcome.diagnostics.hasErrors else { return outcome }
    let listed = PublishedMemory.Policy(
      listings: outcome.listings, bases: bases, newestDecision: plan.newestDecision)
    outcome.made = Made(
      name: "\(plan.policy)", part: PublishedMemory.Part(sources: outcome.sources, files: written, policy: listed),
      isRemembered: outcome.diagnostics.isEmpty)
    return outcome
  }

  /// Writes the pages around the documents, unless they were made before of the same sources.
  func pages(_ group: PageGroup, around documents: DocumentSources) throws(FileFailure) -> Made {
    let sources = fingerprints.sources(of: group, asAt: site.asAt, around: documents)
    for former in formers {
      if let part = former.part(group.name, of: sources) { return Made(name: group.name, part: part, former: former) }
    }
    return Made(
      name: group.name, part: PublishedMemory.Part(sources: sources, files: try staging.write(group.render())))
  }

  /// Puts all that was made in the place of the former output.
  ///
  /// - Parameters:
  ///   - isRemembered: whether what was made need not be made again of the same sources.
  ///   - isKept: whether a file that was published before stays although nothing like it was made.
  func commit(_ made: [Made], remembering isRemembered: Bool, keeping isKept: (String) -> Bool) async throws {
    for made in made {
      if let former = made.former { try staging.keep(made.part.files, of: former.folder.path) }
    }
    let memory = PublishedMemory(
      asAt: site.asAt, manner: manner,
      parts: Dictionary(uniqueKeysWithValues: made.filter(\.isRemembered).map { ($0.name, $0.part) }))
    try await staging.commit(
      Set(made.flatMap(\.part.files).map(\.path)), keeping: isKept, memory: isRemembered ? memory.bytes : nil)
  }
}
