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
  let stack: LevelStack
  let reading: PlainReading

  /// What its organisation calls that in whose place the base has other words now; where it has a value of its own, that is asked
  /// for.
  func valuesLost(of organisation: Organisation, over step: BaseStep) -> [String: TermValue] {
    let own = Set(instrument.amendments.compactMap(\.operation.termValue?.name))
    return organisation.terms.filter { step.change.wordedTerms.contains($0.key) && !own.contains($0.key) }
  }
}

/// What taking a fork to another text of its base comes to.
struct Prospect: Sendable {
  let policy: Address
  /// What the fork rests on; nil where it cannot be read.
  var base: Address?
  /// The newest text of that policy.
  var newest: Address?
  /// Nil where it rests on that text already, and where something is wrong.
  var redraft: Redraft?
  /// The redraft with all that it rests on.
  var chain: Library.Chain?
  var diagnostics: [Diagnostic]

  /// None or one.
  var updates: [Update] { redraft.map { [$0.update] } ?? [] }
}

extension Library {
  /// The draft where there is one, else the newest edition.
  func latest(_ policy: Address) throws(FileFailure) -> Address {
    let policy = policy.policyAddress
    return exists(path(of: policy.at(.draft))) ? policy.at(.draft) : try choose(policy)
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
    guard !chain.hasErrors, let stack = stack(chain.levels) else { return (nil, chain.diagnostics) }
    let problems = chain.diagnostics + manuscript(of: stack).diagnostics
    guard !problems.hasErrors else { return (nil, problems) }
    let fork = Fork(
      level: level, instrument: instrument, base: Chain(levels: chain.levels.dropLast(), diagnostics: []),
      bytes: text(address).bytes, stack: stack, reading: PlainReading(of: stack))
    return (fork, problems)
  }

  /// What taking a fork to a text of its base comes to; to the newest edition where none is named.
  func prepare(
    _ policy: Address, to choice: TextChoice?, choices: [Int: Decision.Choice], _ steps: BaseSteps
  ) throws(FileFailure) -> Prospect {
    let (fork, problems) = try fork(policy)
    var prospect = Prospect(policy: policy, base: fork?.instrument.base, diagnostics: problems)
    guard let fork else { return prospect }
    let from = fork.instrument.base
    let newest = try choose(from.policyAddress)
    prospect.newest = newest
    let to = choice.map(from.at) ?? newest
    guard to != from else { return prospect }
    if let old = from.edition, let new = to.edition, new < old {
      let refusal = Diagnostic(
        .olderBase, "\(fork.level.address) rests on \(from) already, which is newer than \(new)",
        remedy: "name a later edition, or none for the newest",
        at: fork.level.sourceMap.nearest(.frontMatter("amends")))
      prospect.diagnostics.append(refusal)
      return prospect
    }
    guard exists(path(of: to)) else {
      prospect.diagnostics += chain(to).diagnostics
      return prospect
    }
    let (step, refusals) = steps.step(from: from, to: to)
    guard let step else {
      prospect.diagnostics = (problems + refusals).unique
      return prospect
    }
    let behind = try texts(of: from).editions.count { edition in
      (from.edition.map { $0 < edition } ?? true) && (to.edition.map { edition <= $0 } ?? true)
    }
    (prospect.redraft, prospect.chain) = redraft(of: fork, over: step, choices: choices, behind: behind)
    return prospect
  }

  /// The same once the forks that it rests on were updated and ratified.
  ///
  /// - Returns: what becomes of these, and of itself; every problem is among those of the latter.
  func prospect(
    of policy: Address, to choice: TextChoice?, _ steps: BaseSteps
  ) throws(FileFailure) -> (above: [Update], prospect: Prospect) {
    let (fork, problems) = try fork(policy)
    guard let fork else { return ([], Prospect(policy: policy, diagnostics: problems)) }
    let base = fork.instrument.base.policyAddress
    let newest = try latest(base)
    var parent: (above: [Update], prospect: Prospect)?
    if choice == nil, text(newest).text.value?.base != nil { parent = try prospect(of: base, to: nil, steps) }
    let found = problems + (parent?.prospect.diagnostics ?? [])
    guard parent?.prospect.diagnostics.hasErrors != true else {
      return ([], Prospect(policy: policy, diagnostics: found))
    }
    var next = parent?.prospect.chain
    if next == nil, choice == nil, isUpdated(newest, since: try choose(base)) { next = chain(newest) }
    var prospect: Prospect
    if let next {
      let (step, refusals) = step(from: fork.base, to: next)
      prospect = Prospect(policy: policy, base: fork.instrument.base, diagnostics: refusals)
      if let step { (prospect.redraft, prospect.chain) = redraft(of: fork, over: step, choices: [:], behind: 1) }
    } else {
      prospect = try prepare(policy, to: choice, choices: [:], steps)
    }
    prospect.diagnostics = (found + prospect.diagnostics).unique
    return (parent.map { $0.above + $0.prospect.updates } ?? [], prospect)
  }

  /// Whether a draft takes a policy to another edition of its base than the one that its own newest edition rests on.
  private func isUpdated(_ draft: Address, since edition: Address) -> Bool {
    guard draft.choice == .draft, edition.choice != .draft, let base = text(draft).text.value?.base else {
      return false
    }
    return base != text(edition).text.value?.base
  }

  private func redraft(
    of fork: Fork, over step: BaseStep, choices: [Int: Decision.Choice], behind: Int
  ) -> (Redraft, Chain) {
    let rebased = rebase(
      fork.instrument.amendments, over: step.change, choices: choices, decidedOn: step.to.address,
      reading: fork.reading.and(step.reading))
    let old = fork.level.address
    let draft = old.at(.draft)
    var file = fork.level.file
    // A draft says its organisation's names as they are today, and restates nothing.
    if old.edition != nil { (file.edition, file.organisation, file.restates) = (nil, nil, nil) }
    let owner = organisation(draft.organisation)
    let names = owner.value ?? fork.level.organisation
    let kept = rebased.orphanedTerms.filter { names.terms[$0.key] == nil }
    // The organisation may have other policies, to which the other name means nothing.
    let values = kept.merging(step.change.following(names.terms)) { $1 }
    file.body = .instrument(Instrument(base: step.to.address, amendments: rebased.amendments(giving: values)))
    let bytes = Array(file.canonicalSource.utf8)
    let copy = parse(bytes, path: path(of: draft))
    let level = Level(address: draft, file: file, sourceMap: copy.sourceMap, organisation: names)
    let stack = step.base.adding(level)
    let problems =
      owner.diagnostics + manuscript(of: stack).diagnostics
      + cautions(
        on: rebased, keeping: kept, losing: fork.valuesLost(of: names, over: step), over: step, in: copy.sourceMap,
        of: stack)
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
    let update = Update(
      address: old, from: step.from.address, to: step.to.address, editionsBehind: behind,
      decisions: rebased.decisions, problems: problems, form: form,
      numbers: rebased.decisions.map { decision in
        guard decision.target.hasPrefix("#") else { return nil }
        return Identity(String(decision.target.dropFirst())).flatMap { fork.reading.number(of: $0) }
      },
      parents: parents(of: rebased.decisions, of: fork, on: stack))
    let chain = Chain(levels: step.base.levels + [level], diagnostics: [])
    return (Redraft(update: update, bytes: bytes, losses: losses), chain)
  }

  /// What somebody should look at in a draft, though nothing is to be decided on it.
  private func cautions(
    on rebased: Rebased, keeping kept: [String: TermValue], losing lost: [String: TermValue], over step: BaseStep,
    in map: SourceMap, of stack: LevelStack
  ) -> [Diagnostic] {
    var values = kept.sorted { $0.key < $1.key }.map { name, value in
      Diagnostic(
        .unfilledTerm,
        "\(step.to.address) gives no value for “\(name)” any more; the draft keeps “\(value.long)” for its own words",
        remedy: "change the words that use it, if they are no longer to say so",
        at: map.nearest(.frontMatter("terms")), severity: .warning)
    }
    values += lost.sorted { $0.key < $1.key }.map { name, value in
      Diagnostic(
        .unfilledTerm,
        "\(step.to.address) has other words in the place of “\(name)”, which is “\(value.long)” here",
        remedy: "read them, and amend those that are to say it", at: map.nearest(.frontMatter("amends")),
        severity: .warning)
    }
    guard !rebased.strayReferences.isEmpty else { return values }
    let reading = PlainReading(of: stack)
    return values
      + rebased.strayReferences.map { reference in
        Diagnostic(
          .wrongReference,
          "\(reading.reference(to: reference.target)), to which this refers, says something else in \(step.to.address)",
          remedy: "read it, and refer to what is meant",
          at: map.nearest(.reference(reference.target, in: reference.clause)), severity: .warning)
      }
  }

  /// By its amendment, what each clause stands in that the fork added or moved, where the new edition took it along.
  private func parents(of decisions: [Decision], of fork: Fork, on stack: LevelStack) -> [Int: String] {
    var parents: [Int: Identity] = [:]
    for decision in decisions where decision.outcome == .clean {
      guard let name = fork.instrument.amendments[decision.amendment].operation.placed,
        let parent = stack.parent(of: name)
      else { continue }
      if parent != fork.stack.parent(of: name) { parents[decision.amendment] = parent }
    }
    guard !parents.isEmpty else { return [:] }
    let reading = PlainReading(of: stack)
    return parents.mapValues(reading.reference)
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

extension Operation {
  /// The clause that it puts beside another.
  fileprivate var placed: Identity? {
    switch self {
    case .insert(let clauses, _): clauses.first?.identity
    case .move(let target, _): target.identity
    default: nil
    }
  }
}
