import Amending
import PolicyModel
import PolicySource

extension Library {
  /// What a fork would be made of, and what is left to be asked.
  ///
  /// - Returns: a plan where the base can be forked and the policy is not there yet, else why not.
  public func plan(_ request: ForkRequest) throws(FileFailure) -> (plan: ForkPlan?, diagnostics: [Diagnostic]) {
    if let refusal = try refusal(base: request.base) { return (nil, [refusal]) }
    if let refusal = try refusal(policy: request.policy) { return (nil, [refusal]) }
    let resolution = try resolve(request.base)
    let chain = chain(try choose(request.base))
    let organisation = try described(request.policy.organisation)
    let problems =
      resolution.diagnostics + chain.levels.flatMap { verify(base: $0.address) } + (organisation?.diagnostics ?? [])
    guard let text = resolution.policy, !problems.hasErrors else { return (nil, problems.unique) }
    return (ForkPlan(request, on: chain.levels, text: text, known: organisation?.value), problems.unique)
  }

  /// Makes a fork: the organisation where it is new, and a draft that amends the base's edition.
  ///
  /// The draft is the moment of forking. What stops before it leaves at most the organisation, which the same request takes
  /// up again.
  /// - Throws: when a file cannot be read or written, or another process is at work on the policies.
  public func fork(_ request: ForkRequest) throws(FileFailure) -> ForkReport {
    try alone(with: request.policy) { () throws(FileFailure) in
      let (plan, diagnostics) = try plan(request)
      guard let plan, case let problems = plan.problems, problems.isEmpty else {
        return .refused(diagnostics + (plan?.problems ?? []))
      }
      let address = request.policy.at(.draft)
      var new = [(path: path(of: address), bytes: Array(plan.file.canonicalSource.utf8))]
      if plan.known == nil {
        let path = Library.organisationPath(request.policy.organisation)
        new.insert((path, Array(plan.organisation.canonicalSource.utf8)), at: 0)
      }
      let resolution = proof(of: plan, new)
      guard let text = resolution.resolved, !resolution.diagnostics.hasErrors else {
        return .refused(diagnostics + resolution.diagnostics)
      }
      try store(new)
      let fork = ForkReport.Fork(plan, text: text, written: new.map(\.path))
      return ForkReport(fork: fork, diagnostics: (diagnostics + resolution.diagnostics).unique)
    }
  }

  /// The organisation as its file describes it; nil where it has none yet.
  private func described(_ organisation: String) throws(FileFailure) -> Sourced<Organisation>? {
    exists(Library.organisationPath(organisation)) ? self.organisation(organisation) : nil
  }

  /// How the fork reads by what would stand in its files.
  private func proof(of plan: ForkPlan, _ new: [(path: String, bytes: [UInt8])]) -> Resolution {
    let (path, bytes) = new.last!
    let copy = parse(bytes, path: path)
    let owner = new.count == 1 ? nil : parseOrganisation(new[0].bytes, path: new[0].path)
    let problems = copy.diagnostics + (owner?.diagnostics ?? [])
    guard let file = copy.value, !problems.hasErrors else {
      return Resolution(resolved: nil, policy: nil, diagnostics: problems)
    }
    guard file == plan.file, owner == nil || owner?.value == plan.organisation else {
      let refusal = Diagnostic(
        .cannotFormat, "the fork would not say what was asked for", remedy: "report this command; nothing was written")
      return Resolution(resolved: nil, policy: nil, diagnostics: problems + [refusal])
    }
    let level = Level(
      address: plan.request.policy.at(.draft), file: file, sourceMap: copy.sourceMap, organisation: plan.organisation)
    return Amending.resolve(plan.levels + [level])
  }

  /// Writes new files, all or none; a folder that is made for them goes with them.
  private func store(_ new: [(path: String, bytes: [UInt8])]) throws(FileFailure) {
    var made: [String] = []
    do {
      for (path, bytes) in new {
        made += outermostMissing(of: path).map { [$0] } ?? []
        try files.store(bytes, to: location(path))
      }
    } catch {
      for path in made.reversed() where exists(path) { try? files.remove(location(path)) }
      throw error
    }
  }

  /// The file itself, or the first folder on the way to it, that is not there yet.
  private func outermostMissing(of path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.indices.map { parts[...$0].joined(separator: "/") }.first { !exists($0) }
  }

  // MARK: What cannot be forked

  private func refusal(base: Address) throws(FileFailure) -> Diagnostic? {
    let chosen = try choose(base)
    guard chosen.choice == .draft, exists(path(of: chosen)) else { return nil }
    let newest = try choose(base.policyAddress)
    return Diagnostic(
      .restsOnDraft, "\(chosen) is a draft: a fork amends a ratified edition, which stays as it is",
      remedy: newest.choice == .draft
        ? "ratify the draft first: clausebook ratify \(base.policyAddress) --edition 1.0 --approved-by BODY --on DATE"
        : "fork \(newest)")
  }

  private func refusal(policy: Address) throws(FileFailure) -> Diagnostic? {
    if let problem = Library.reservedName(policy.organisation) { return problem }
    guard exists(folder(of: policy)) else { return nil }
    let (editions, hasDraft) = try texts(of: policy)
    let texts = editions.map(\.description) + (hasDraft ? ["draft"] : [])
    guard !texts.isEmpty || exists(ledgerPath(of: policy)) else { return nil }
    let draft = path(of: policy.at(.draft))
    let remedy =
      hasDraft ? "to go on with it, edit its draft, then: clausebook publish" : "its next text belongs in \(draft)"
    return Diagnostic(
      .existingPolicy, "\(policy) is there already" + (texts.isEmpty ? "" : ": \(texts.joined(separator: ", "))"),
      remedy: remedy + "; to make another policy beside it: --as NAME",
      at: hasDraft ? SourcePosition(path: draft, line: 1, column: 1) : nil)
  }
}
