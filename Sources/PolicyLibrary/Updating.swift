import Amending
import PolicyModel
import PolicySource

/// A text that amends another, as it stands in its file.
private struct Fork {
  let level: Level
  let instrument: Instrument
  /// The text that it rests on, with all that that rests on.
  let base: Library.Chain
  let bytes: [UInt8]
  let reading: PlainReading
}

extension Library {
  /// Every fork that rests on an edition before the newest, and what updating it would do.
  ///
  /// - Parameter progress: told how many forks of how many are looked at.
  public func outdated(
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> (updates: [Update], diagnostics: [Diagnostic]) {
    var (forks, diagnostics) = try forks()
    var steps = BaseSteps(in: self)
    var updates: [Update] = []
    for (index, fork) in forks.enumerated() {
      let (update, problems) = try prepare(fork, to: nil, choices: [:], &steps)
      diagnostics += problems
      if let update { updates.append(update) }
      progress(index + 1, forks.count)
    }
    return (updates, diagnostics.unique)
  }

  /// What updating all forks would do, each behind the forks that it rests on.
  ///
  /// - Parameter progress: told how many forks of how many are looked at.
  public func prospects(
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> (updates: [Update], diagnostics: [Diagnostic]) {
    var (forks, diagnostics) = try forks()
    var steps = BaseSteps(in: self)
    var updates: [Update] = []
    var told: Set<Address> = []
    for (index, fork) in forks.enumerated() {
      let (chain, problems) = try prospect(of: fork, to: nil, &steps)
      diagnostics += problems
      updates += chain.filter { told.insert($0.address).inserted }
      progress(index + 1, forks.count)
    }
    return (updates, diagnostics.unique)
  }

  /// What updating a fork would do, behind what it would do to the forks that it rests on.
  ///
  /// - Parameter choice: the text of the base that it is to rest on; the newest edition where nil.
  /// - Returns: nothing where it is up to date; where something is wrong, the problems.
  public func prospect(
    of policy: Address, to choice: TextChoice? = nil
  ) throws(FileFailure) -> (updates: [Update], diagnostics: [Diagnostic]) {
    var steps = BaseSteps(in: self)
    return try prospect(of: policy, to: choice, &steps)
  }

  private func prospect(
    of policy: Address, to choice: TextChoice?, _ steps: inout BaseSteps
  ) throws(FileFailure) -> (updates: [Update], diagnostics: [Diagnostic]) {
    let (fork, problems) = try fork(policy)
    guard let fork else { return ([], problems) }
    let base = fork.instrument.base.policyAddress
    var above: (updates: [Update], diagnostics: [Diagnostic]) = ([], [])
    let newest = try latest(base)
    if choice == nil, text(newest).text.value?.base != nil { above = try prospect(of: base, to: nil, &steps) }
    guard !above.diagnostics.hasErrors else { return ([], problems + above.diagnostics) }
    var next = above.updates.last.map { Chain(levels: $0.base + [$0.level], diagnostics: []) }
    if next == nil, choice == nil, isUpdated(newest, since: try choose(base)) { next = chain(newest) }
    var answer: (update: Update?, diagnostics: [Diagnostic])
    if let next {
      let (step, refusals) = step(from: fork.base, to: next)
      answer = (step.map { update(fork, over: $0, choices: [:], behind: 1) }, refusals)
    } else {
      answer = try prepare(policy, to: choice, choices: [:], &steps)
    }
    let updates = above.updates + (answer.update.map { [$0] } ?? [])
    return (updates, (problems + above.diagnostics + answer.diagnostics).unique)
  }

  /// Whether a draft takes a policy to another edition of its base than the one that its own newest edition rests on.
  private func isUpdated(_ draft: Address, since edition: Address) -> Bool {
    guard draft.choice == .draft, edition.choice != .draft, let base = text(draft).text.value?.base else {
      return false
    }
    return base != text(edition).text.value?.base
  }

  /// Takes a fork to a new edition of its base: writes a draft, or the form in which the open decisions are to be made.
  ///
  /// The draft takes the place of one that was there, as a whole or not at all; editions stay as they are.
  /// - Parameters:
  ///   - edition: the edition of the base; the newest where nil.
  ///   - form: what was decided.
  /// - Throws: when a file cannot be read or written, or another process is at work on the policy.
  public func update(
    _ policy: Address, to edition: Edition? = nil, deciding form: Sourced<DecisionForm>? = nil
  ) throws(FileFailure) -> UpdateReport {
    try alone(with: policy) { () throws(FileFailure) in
      var steps = BaseSteps(in: self)
      return try update(policy, to: edition, deciding: form, &steps)
    }
  }

  /// Takes every fork that is behind its base to the newest edition.
  ///
  /// - Parameter progress: told how many forks of how many are done.
  /// - Returns: what became of each fork as far as it came, and what stopped it where it was stopped halfway.
  /// - Throws: when no fork could be looked at.
  public func updateAll(
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> (reports: [UpdateReport], diagnostics: [Diagnostic], failure: FileFailure?) {
    try alone { () throws(FileFailure) in
      let (forks, strays) = try forks()
      var steps = BaseSteps(in: self)
      var reports: [UpdateReport] = []
      for (index, fork) in forks.enumerated() {
        clearLeftovers(of: fork)
        do throws(FileFailure) {
          reports.append(
            try afresh { () throws(FileFailure) in try update(fork, to: nil, deciding: nil, &steps) })
        } catch {
          return (reports, strays, error)
        }
        progress(index + 1, forks.count)
      }
      return (reports, strays, nil)
    }
  }

  private func update(
    _ policy: Address, to edition: Edition?, deciding form: Sourced<DecisionForm>?, _ steps: inout BaseSteps
  ) throws(FileFailure) -> UpdateReport {
    guard files.exists(location(folder(of: policy))) else {
      return UpdateReport(policy: policy, diagnostics: chain(policy).diagnostics)
    }
    let choice = edition.map { TextChoice.edition($0) }
    var (update, problems) = try prepare(policy, to: choice, choices: [:], &steps)
    if let form {
      problems += form.diagnostics + (update?.staleness(of: form) ?? [])
      if let asked = update?.open, !problems.hasErrors {
        update = try prepare(policy, to: choice, choices: form.value?.choices ?? [:], &steps).update
        problems += update?.problems(of: form, asked: asked) ?? []
      }
    }
    var report = UpdateReport(policy: policy, update: update, diagnostics: problems)
    guard !report.diagnostics.hasErrors else { return report }
    guard let update else {
      let base = try fork(policy).fork?.instrument.base
      report.outcome = base.map { .current(on: $0) }
      return report
    }
    report.diagnostics += update.losses
    guard !report.diagnostics.hasErrors else { return report }
    if update.open.isEmpty {
      let path = path(of: policy.at(.draft))
      try files.store(update.bytes, to: location(path))
      report.outcome = .drafted(path)
      report.diagnostics += update.problems
    } else if let form, let decided = form.value {
      report.outcome = .undecided(try keepQuestions(that: decided, at: form.sourceMap.path, lacksOf: update))
    } else {
      let path = formPath(of: update)
      report.diagnostics += try writeForm(of: update, to: path)
      if !report.diagnostics.hasErrors { report.outcome = .undecided(path) }
    }
    return report
  }

  // MARK: Preparing

  /// The policies that amend another, and what is wrong with those of which it cannot be told.
  private func forks() throws(FileFailure) -> (forks: [Address], diagnostics: [Diagnostic]) {
    let (policies, strays) = try policies()
    var diagnostics = strays
    var forks: [Address] = []
    for policy in policies {
      let text = text(try latest(policy)).text
      if text.value == nil { diagnostics += text.diagnostics }
      if text.value?.base != nil { forks.append(policy) }
    }
    return (forks, diagnostics)
  }

  /// The draft where there is one, else the newest edition.
  func latest(_ policy: Address) throws(FileFailure) -> Address {
    let policy = policy.policyAddress
    return files.exists(location(path(of: policy.at(.draft)))) ? policy.at(.draft) : try choose(policy)
  }

  private func fork(_ policy: Address) throws(FileFailure) -> (fork: Fork?, diagnostics: [Diagnostic]) {
    let address = try latest(policy)
    let chain = chain(address)
    guard let level = chain.levels.last, level.address == address else { return (nil, chain.diagnostics) }
    guard case .instrument(let instrument) = level.file.body else {
      let refusal = Diagnostic(
        .notAFork, "\(address) amends no other text: it has no base to take a new edition of",
        remedy: "to see what changed in it: clausebook compare OLD NEW", at: level.sourceMap.nearest(.document))
      return (nil, chain.diagnostics + [refusal])
    }
    let resolution = resolve(chain)
    guard let policy = resolution.policy, !resolution.diagnostics.hasErrors else {
      return (nil, resolution.diagnostics)
    }
    let fork = Fork(
      level: level, instrument: instrument, base: Chain(levels: chain.levels.dropLast(), diagnostics: []),
      bytes: text(address).bytes, reading: PlainReading(of: policy))
    return (fork, resolution.diagnostics)
  }

  /// - Returns: no update where the fork rests on the text already.
  private func prepare(
    _ policy: Address, to choice: TextChoice?, choices: [Int: Decision.Choice], _ steps: inout BaseSteps
  ) throws(FileFailure) -> (update: Update?, diagnostics: [Diagnostic]) {
    let (fork, problems) = try fork(policy)
    guard let fork else { return (nil, problems) }
    let from = fork.instrument.base
    let to = try choose(choice.map(from.at) ?? from.policyAddress)
    guard to != from else { return (nil, problems) }
    if let old = from.edition, let new = to.edition, new < old {
      let refusal = Diagnostic(
        .olderBase, "\(fork.level.address) rests on \(from) already, which is newer than \(new)",
        remedy: "name a later edition, or none for the newest",
        at: fork.level.sourceMap.nearest(.frontMatter("amends")))
      return (nil, problems + [refusal])
    }
    guard files.exists(location(path(of: to))) else { return (nil, problems + chain(to).diagnostics) }
    let (step, refusals) = steps.step(from: from, to: to)
    guard let step else { return (nil, (problems + refusals).unique) }
    let behind = try texts(of: from).editions.count { edition in
      (from.edition.map { $0 < edition } ?? true) && (to.edition.map { edition <= $0 } ?? true)
    }
    return (update(fork, over: step, choices: choices, behind: behind), problems)
  }

  private func update(
    _ fork: Fork, over step: BaseStep, choices: [Int: Decision.Choice], behind: Int
  ) -> Update {
    let rebased = rebase(
      fork.instrument.amendments, over: step.change, choices: choices, decidedOn: step.to.address,
      reading: fork.reading)
    let old = fork.level.address
    let draft = old.at(.draft)
    var file = fork.level.file
    // A draft says its organisation's names as they are today, and restates nothing.
    if old.edition != nil { (file.edition, file.organisation, file.restates) = (nil, nil, nil) }
    file.body = .instrument(Instrument(base: step.to.address, amendments: rebased.amendments))
    let bytes = Array(file.canonicalSource.utf8)
    let copy = parse(bytes, path: path(of: draft))
    let owner = organisation(draft.organisation)
    let level = Level(
      address: draft, file: file, sourceMap: copy.sourceMap, organisation: owner.value ?? fork.level.organisation)
    let problems = owner.diagnostics + Amending.resolve(step.levels + [level]).diagnostics
    var losses = copy.diagnostics + lostComments(of: fork)
    if copy.value != file {
      losses.append(
        Diagnostic(
          .cannotFormat, "the draft would not say what was decided", remedy: "report these texts; nothing was written",
          at: level.sourceMap.nearest(.document)))
    }
    let form = DecisionForm(
      update: DecisionForm.Seen(old, digest: digest(fork.bytes)), from: step.from, to: step.to,
      entries: rebased.decisions.filter(\.isQuestion).map {
        DecisionForm.Entry(amendment: $0.amendment, target: $0.target, choice: $0.choice)
      })
    return Update(
      address: old, from: step.from.address, to: step.to.address, editionsBehind: behind,
      decisions: rebased.decisions, problems: problems, losses: losses, level: level, base: step.levels, bytes: bytes,
      form: form,
      reading: fork.reading)
  }

  /// The comments of a draft, which one that is written anew would not hold.
  private func lostComments(of fork: Fork) -> [Diagnostic] {
    let address = fork.level.address
    guard address.choice == .draft, let place = firstComment(inFrontMatterOf: fork.bytes, path: path(of: address))
    else { return [] }
    return [
      Diagnostic(
        .unkeptComment, "a comment stands here, which the updated draft would not hold",
        remedy: "write it where readers are to find it, or delete it", at: place)
    ]
  }
}
