import PolicyModel
import PolicySource

extension Library {
  /// Every fork that rests on an edition before the newest, and what updating it would do.
  ///
  /// - Parameter progress: told how many policies of how many are looked at.
  public func outdated(
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (forks: [OutdatedFork], diagnostics: [Diagnostic]) {
    let steps = BaseSteps(in: self)
    let (answers, diagnostics) = try await forEveryFork(progress: progress) { library, fork in
      let prospect = try library.prepare(fork, to: nil, choices: [:], steps)
      return (prospect.redraft.map { OutdatedFork($0.update) }, prospect.diagnostics)
    }
    return (answers.compactMap(\.0), (diagnostics + answers.flatMap(\.1)).unique)
  }

  /// What updating all forks would do, each behind the forks that it rests on.
  ///
  /// - Parameter progress: told how many policies of how many are looked at.
  public func prospects(
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (updates: [Update], diagnostics: [Diagnostic]) {
    let steps = BaseSteps(in: self)
    let (answers, diagnostics) = try await forEveryFork(progress: progress) { library, fork in
      let (above, prospect) = try library.prospect(of: fork, to: nil, steps)
      return (above + prospect.updates, prospect.diagnostics)
    }
    var told: Set<Address> = []
    let updates = answers.flatMap(\.0).filter { told.insert($0.address).inserted }
    return (updates, (diagnostics + answers.flatMap(\.1)).unique)
  }

  /// What updating a fork would do, behind what it would do to the forks that it rests on.
  ///
  /// - Parameter choice: the text of the base that it is to rest on; the newest edition where nil.
  /// - Returns: nothing where it is up to date; where something is wrong, the problems.
  public func prospect(
    of policy: Address, to choice: TextChoice? = nil
  ) throws(FileFailure) -> (updates: [Update], diagnostics: [Diagnostic]) {
    let (above, prospect) = try prospect(of: policy, to: choice, BaseSteps(in: self))
    return (above + prospect.updates, prospect.diagnostics)
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
      guard files.exists(location(folder(of: policy))) else {
        return UpdateReport(policy: policy, diagnostics: chain(policy).diagnostics)
      }
      let steps = BaseSteps(in: self)
      let choice = edition.map { TextChoice.edition($0) }
      var prospect = try prepare(policy, to: choice, choices: [:], steps)
      if let form {
        prospect.diagnostics +=
          form.diagnostics + (prospect.redraft?.update.staleness(of: form) ?? disuse(of: form, prospect))
        if let asked = prospect.redraft?.update.open, !prospect.diagnostics.hasErrors {
          prospect.redraft = try prepare(policy, to: choice, choices: form.value?.choices ?? [:], steps).redraft
          prospect.diagnostics += prospect.redraft?.update.problems(of: form, asked: asked) ?? []
        }
      }
      return try carryOut(prospect, deciding: form)
    }
  }

  /// Takes every fork that is behind its base to the newest edition.
  ///
  /// - Parameter progress: told how many policies of how many are looked at.
  /// - Returns: what became of each fork as far as it came, and what stopped it where it was stopped halfway. A fork that
  ///   somebody changed meanwhile is refused.
  /// - Throws: when a fork could not be looked at; nothing is written then.
  public func updateAll(
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (reports: [UpdateReport], diagnostics: [Diagnostic], failure: FileFailure?) {
    let lock = try files.lock(location("Policies"))
    defer { lock.release() }
    let library = undisturbed()
    let steps = BaseSteps(in: library)
    let (prospects, diagnostics) = try await library.forEveryFork(progress: progress) { library, fork in
      var prospect = try library.prepare(fork, to: nil, choices: [:], steps)
      // Nothing is written before all is worked out, and a chain takes up much more than a redraft.
      prospect.chain = nil
      return prospect
    }
    var reports: [UpdateReport] = []
    for prospect in prospects {
      clearLeftovers(of: prospect.policy)
      do throws(FileFailure) {
        reports.append(try carryOut(prospect))
      } catch {
        guard error.reason == .changed else { return (reports, diagnostics, error) }
        reports.append(
          UpdateReport(policy: prospect.policy, diagnostics: [changed(path(of: prospect.policy.at(.draft)))]))
      }
    }
    return (reports, diagnostics, nil)
  }

  private func changed(_ path: String) -> Diagnostic {
    Diagnostic(
      .changedFile, "the file was changed just now", remedy: "give the command again",
      at: SourcePosition(path: path, line: 1, column: 1))
  }

  private func carryOut(
    _ prospect: Prospect, deciding form: Sourced<DecisionForm>? = nil
  ) throws(FileFailure) -> UpdateReport {
    var report = UpdateReport(
      policy: prospect.policy, update: prospect.redraft?.update, diagnostics: prospect.diagnostics)
    guard !report.diagnostics.hasErrors else { return report }
    guard let redraft = prospect.redraft, case let update = redraft.update else {
      if let base = prospect.base, let newest = prospect.newest {
        report.outcome = .current(on: base, newest: newest)
      }
      return report
    }
    report.diagnostics += redraft.losses
    guard !report.diagnostics.hasErrors else { return report }
    if update.open.isEmpty {
      let path = path(of: prospect.policy.at(.draft))
      let former = update.address.choice == .draft ? update.form.update.digest : nil
      try store(redraft.bytes, at: path, inPlaceOf: former)
      report.outcome = .drafted(path)
      report.diagnostics += update.problems
    } else {
      let (path, problems) =
        if let form, let decided = form.value {
          try keepQuestions(that: decided, at: form.sourceMap.path, lacksOf: update)
        } else {
          try writeForm(of: update)
        }
      report.diagnostics += problems
      if !problems.hasErrors { report.outcome = .undecided(path) }
    }
    return report
  }

  /// Does the same work for every policy that amends another, side by side.
  ///
  /// - Parameters:
  ///   - progress: told how many policies are done of how many.
  ///   - work: given the fork, and a library that remembers its texts no longer than that.
  /// - Returns: what came of each, and what is wrong with those of which it cannot be told whether they amend another.
  private func forEveryFork<Answer: Sendable>(
    progress: @Sendable (Int, Int) -> Void, _ work: @escaping @Sendable (Library, Address) throws -> Answer
  ) async throws -> (answers: [Answer], diagnostics: [Diagnostic]) {
    let (found, strays) = try await forEveryPolicy(progress: progress) {
      library, policy -> (answer: Answer?, problems: [Diagnostic]) in
      let text = library.text(try library.latest(policy)).text
      guard let file = text.value else { return (nil, text.diagnostics) }
      return (file.base == nil ? nil : try work(library, policy), [])
    }
    return (found.compactMap(\.answer), strays + found.flatMap(\.problems))
  }
}
