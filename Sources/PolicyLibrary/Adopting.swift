import Amending
import PolicyModel
import PolicySource

/// What adopting a document yields.
public struct AdoptReport: Sendable {
  /// The edition that the fork amends, and how; nil where nothing could be found.
  public internal(set) var adoption: (base: Address, Adoption)?
  /// The newest edition of the policy, where the fork amends an older one that the document is nearer to.
  public internal(set) var newer: Address?
  /// The fork in the canonical source format.
  public internal(set) var source: String?
  /// Where the fork was written, relative to the workspace; nil where nothing was written.
  public internal(set) var path: String?
  /// What was left out of the document, in words.
  public internal(set) var leftOut: [String] = []
  /// What is wrong with the document or the base, and what the base keeps closed.
  public internal(set) var diagnostics: [Diagnostic] = []
}

extension Library {
  /// Finds the instrument that turns a base into a document.
  ///
  /// - Parameters:
  ///   - file: a Markdown file anywhere on this machine.
  ///   - base: a policy, of which the edition is amended that the document is nearest to, or one of its editions.
  public func adopt(_ file: String, amending base: Address) throws(FileFailure) -> AdoptReport {
    try adopt(file, amending: base, for: nil)
  }

  /// Finds the instrument that turns a base into a document, and writes it as an organisation's draft.
  ///
  /// Nothing is written where a draft stands already.
  public func adopt(
    _ file: String, amending base: Address, writingFor organisation: String
  ) throws(FileFailure) -> AdoptReport {
    guard exists(Library.organisationPath(organisation)) else {
      let report = try adopt(file, amending: base, for: nil)
      guard let (_, adoption) = report.adoption else { return report }
      return AdoptReport(diagnostics: [noOrganisation(organisation, named: adoption.organisation?.long)])
    }
    let owner = self.organisation(organisation)
    guard let value = owner.value, !owner.diagnostics.hasErrors,
      let fork = Address(organisation: organisation, policy: base.policy, choice: .draft)
    else { return AdoptReport(diagnostics: owner.diagnostics) }
    if organisation == base.organisation {
      return AdoptReport(diagnostics: [ownBase(fork)])
    }
    return try alone(with: fork) { () throws(FileFailure) in
      let path = path(of: fork)
      guard !files.exists(location(path)) else { return AdoptReport(diagnostics: [draftExists(path)]) }
      var report = try adopt(file, amending: base, for: (fork, value))
      guard let source = report.source else { return report }
      try files.store(Array(source.utf8), to: location(path))
      report.path = path
      return report
    }
  }

  private func adopt(
    _ file: String, amending base: Address, for owner: (fork: Address, organisation: Organisation)?
  ) throws(FileFailure) -> AdoptReport {
    let (document, problems) = try document(file)
    guard let document else { return AdoptReport(diagnostics: problems) }
    let nearest = try nearestText(of: base, to: document)
    let (edition, chain) = (nearest.address, nearest.chain)
    guard !chain.hasErrors else { return AdoptReport(diagnostics: chain.diagnostics) }
    guard edition.edition != nil else { return AdoptReport(diagnostics: [draftBase(edition)]) }
    let fork = owner?.fork ?? Address(organisation: "adopt", policy: base.policy, choice: .draft)!
    var report = AdoptReport(leftOut: document.leftOut, diagnostics: problems)
    if let derivation = nearest.derivation, !derivation.isConvincing {
      report.diagnostics.append(unlikely(edition, derivation, file))
    }
    guard let adoption = Amending.adopt(document, amending: chain.levels, as: fork, by: owner?.organisation) else {
      report.diagnostics.append(inexpressible(file))
      return report
    }
    let fileValue = PolicyFile(.instrument(adoption.instrument))
    let source = fileValue.canonicalSource
    let reading = parse(Array(source.utf8), path: file)
    guard reading.value == fileValue, !reading.diagnostics.hasErrors else {
      report.diagnostics.append(inexpressible(file))
      return report
    }
    let start = SourcePosition(path: file, line: 1, column: 1)
    report.diagnostics += adoption.refusals.map {
      Diagnostic($0.rule, $0.message, remedy: $0.remedy, at: start, severity: .warning)
    }
    report.adoption = (edition, adoption)
    if case let newest = try choose(base), newest != edition { report.newer = newest }
    report.source = source
    return report
  }

  // MARK: What is wrong

  private func ownBase(_ fork: Address) -> Diagnostic {
    Diagnostic(
      .sameText, "\(fork.policyAddress) cannot amend itself",
      remedy: "name the school whose policy the document is: --for hill-primary")
  }

  /// - Parameter name: what the organisation is called; nil where only its folder is known.
  func noOrganisation(_ folder: String, named name: String? = nil) -> Diagnostic {
    let path = Library.organisationPath(folder)
    let name = name ?? Organisation.name(ofFolder: folder)
    let file = Organisation(name: TermValue(name), kind: Organisation.Kind(named: name)).canonicalSource
    let lines = file.split(separator: "\n").map { "“\($0)”" }.joined(separator: " and ")
    return Diagnostic(
      .missingFile, "\(path) is not there", remedy: "check “\(folder)”, or write the file, with lines such as \(lines)",
      at: SourcePosition(path: path, line: 1, column: 1))
  }

  private func draftExists(_ path: String) -> Diagnostic {
    Diagnostic(
      .draftExists, "a draft stands here already",
      remedy: "ratify it, or put it aside; without --for the instrument is printed and nothing is written",
      at: SourcePosition(path: path, line: 1, column: 1))
  }

  private func draftBase(_ base: Address) -> Diagnostic {
    Diagnostic(
      .restsOnDraft, "\(base.policyAddress) has no ratified edition to amend: its draft may still change",
      remedy: "ratify it first, or name an edition: \(base.policyAddress)@1.0")
  }

  private func unlikely(_ base: Address, _ derivation: Derivation, _ file: String) -> Diagnostic {
    Diagnostic(
      .unlikelyBase, "only \(derivation.percent) % of the document’s words stand in clauses that come from \(base)",
      remedy:
        "“clausebook adopt \(file)” says which policy it is likelier to come from, or that it is a text of its own",
      at: SourcePosition(path: file, line: 1, column: 1), severity: .warning)
  }

  private func inexpressible(_ file: String) -> Diagnostic {
    Diagnostic(
      .cannotFormat, "no amendments were found that give exactly this text", remedy: "report this file",
      at: SourcePosition(path: file, line: 1, column: 1))
  }
}
