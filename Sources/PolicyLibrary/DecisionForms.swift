import PolicyModel
import PolicySource
import Publishing

extension Library {
  /// A form of decisions as it stands in a file.
  ///
  /// - Parameters:
  ///   - file: its absolute path.
  ///   - name: the path that problems name.
  public func decisionForm(at file: String, called name: String) -> Sourced<DecisionForm> {
    read(name, at: file) {
      parseDecisionForm($0, path: name)
    } refused: {
      Sourced(nil, SourceMap(path: name), [$0])
    }
  }

  /// The form of an update as it stands beside the draft, filled in as far as it is.
  public func decisionForm(of update: Update) -> Sourced<DecisionForm> {
    let path = formPath(of: update)
    return decisionForm(at: location(path), called: path)
  }

  /// Keeps what was decided in the form beside the draft.
  public func keep(_ form: DecisionForm, of update: Update) throws(FileFailure) {
    let path = formPath(of: update)
    try alone(with: update.address) { () throws(FileFailure) in
      try files.store(Array(update.source(of: form, at: path).utf8), to: location(path))
    }
  }

  /// Where the form of an update stands in the workspace: beside the draft that it leads to.
  func formPath(of update: Update) -> String {
    "\(folder(of: update.address))/decisions-\(update.to.choice ?? .draft).yaml"
  }

  /// Writes the form of an update, unless it is there already or would take the place of one in which something is typed.
  ///
  /// - Returns: the path of the form that is to be filled in, and why it could not be written.
  func writeForm(of update: Update) throws(FileFailure) -> (path: String, problems: [Diagnostic]) {
    let path = formPath(of: update)
    let isThere = exists(path) && decisionForm(of: update).value?.isOf(update.form) == true
    return (path, isThere ? [] : try write(update.form, of: update, to: path))
  }

  /// What is asked only since something else was decided joins the form beside the draft, with all that was decided.
  ///
  /// - Returns: as `writeForm` does.
  func keepQuestions(
    that form: DecisionForm, at path: String, lacksOf update: Update
  ) throws(FileFailure) -> (path: String, problems: [Diagnostic]) {
    let missing = update.form.entries.filter { !form.amendments.contains($0.amendment) && $0.choice == nil }
    guard !missing.isEmpty else { return (path, []) }
    var whole = form
    whole.entries = (form.entries + missing).sorted { $0.amendment < $1.amendment }
    let path = formPath(of: update)
    return (path, try write(whole, of: update, to: path))
  }

  /// Writes a form, unless one stands there in which something is typed that it does not hold.
  private func write(_ form: DecisionForm, of update: Update, to path: String) throws(FileFailure) -> [Diagnostic] {
    if exists(path) {
      let known = decisionForm(at: location(path), called: path)
      guard let old = known.value, !known.diagnostics.hasErrors, form.holdsAllTyped(in: old) else {
        let isOfOthers = known.value?.isOf(form) != true
        return [
          Diagnostic(
            .existingDecisions,
            isOfOthers ? "decisions stand here that were made on other texts" : "other decisions stand here",
            remedy: "take from it what still holds, then give it another name or delete it",
            at: SourcePosition(path: path, line: 1, column: 1))
        ]
      }
    }
    try files.store(Array(update.source(of: form, at: path).utf8), to: location(path))
    return []
  }
}

extension Library {
  /// That decisions were not used: the fork rests on the edition already.
  func disuse(of form: Sourced<DecisionForm>, _ prospect: Prospect) -> [Diagnostic] {
    guard let decided = form.value, let base = prospect.base, !prospect.diagnostics.hasErrors else { return [] }
    let (policy, draft) = (prospect.policy, path(of: prospect.policy.at(.draft)))
    let isOfEdition = decided.update.address.edition != nil && decided.update.address.policyAddress == policy
    return [
      Diagnostic(
        .staleDecisions, "these decisions were not used: \(policy) rests on \(base) already",
        remedy: isOfEdition && exists(draft)
          ? "to decide again, put \(draft) aside first"
          : "change the amendments in the draft, or check that this is the right file",
        at: form.sourceMap.nearest(.document))
    ]
  }
}

extension DecisionForm {
  fileprivate var amendments: Set<Int> { Set(entries.map(\.amendment)) }

  /// Whether nothing typed into another form is lost where this one takes its place.
  fileprivate func holdsAllTyped(in other: DecisionForm) -> Bool {
    other.entries.allSatisfy { $0.choice == nil && $0.reason == nil || entries.contains($0) }
  }
}

extension DecisionForm.Entry {
  /// A choice in typed words, which may hold terms and references; nil and what is wrong where they cannot be read.
  ///
  /// - Parameter reason: nil for the one that stands in the form already, or with the words that are kept.
  public func choice(
    _ verdict: Decision.Choice.Verdict, because reason: String?, wording: String?
  ) -> (choice: Decision.Choice?, diagnostics: [Diagnostic]) {
    let start = SourcePosition(path: "typed", line: 1, column: 1)
    let (why, words) = (reason.map { parseProse($0, at: start) }, wording.map { parseProse($0, at: start) })
    let problems = (why?.diagnostics ?? []) + (words?.diagnostics ?? [])
    let reason = why?.text ?? self.reason
    guard reason != nil || verdict == .keep, !problems.hasErrors else { return (nil, problems) }
    return (Decision.Choice(verdict, because: reason, wording: words?.text), problems)
  }
}

extension Update {
  /// Why decisions cannot be taken at all: they were made on other texts.
  func staleness(of form: Sourced<DecisionForm>) -> [Diagnostic] {
    guard let decided = form.value, !decided.isOf(self.form) else { return [] }
    let seen = [(decided.update, self.form.update), (decided.from, self.form.from), (decided.to, self.form.to)]
    let changed = seen.filter { $0 != $1 }.map { before, now in
      before.address == now.address ? "\(now.address) has changed since" : "\(before.address), not \(now.address)"
    }
    return [
      Diagnostic(
        .staleDecisions, "these decisions are on other texts: " + changed.joined(separator: ", "),
        remedy: "without --decide, clausebook update writes a new form; take from this one what still holds",
        at: form.sourceMap.nearest(.document))
    ]
  }

  /// What is wrong with the decisions that it was made with: they answer no question, cannot be carried out, or come to nothing.
  ///
  /// - Parameter asked: what was to be decided before; a question that another decision answers too does no harm.
  func problems(of form: Sourced<DecisionForm>, asked: [Decision]) -> [Diagnostic] {
    let questions = asked + decisions.filter(\.isQuestion)
    let entries = form.value?.entries ?? []
    return entries.enumerated().compactMap { index, entry in
      let place = form.sourceMap.nearest(.record(index))
      guard !entries[..<index].contains(where: { $0.amendment == entry.amendment }) else {
        return Diagnostic(
          .unknownDecision,
          "a decision on the amendment \(entry.amendment + 1) of \(entry.target) stands above already",
          remedy: "keep one of them", at: place)
      }
      guard questions.contains(where: { $0.amendment == entry.amendment && $0.target == entry.target }) else {
        return Diagnostic(
          .unknownDecision,
          "nothing is to be decided on an amendment \(entry.amendment + 1) of \(entry.target)",
          remedy: open.isEmpty
            ? "take the entry away"
            : "to decide on: " + open.map { "\($0.amendment + 1) of \($0.target)" }.joined(separator: ", "), at: place)
      }
      guard let choice = entry.choice, case let decision = decisions[entry.amendment] else { return nil }
      if decision.isQuestion, choice.reason == nil, decision.reason == nil {
        return Diagnostic(
          .missingKey, "the decision on \(entry.target) lacks its reason",
          remedy: "write reason: and the words, since the amendment gives none", at: place)
      }
      if choice.verdict != .keep, [.clean, .merged].contains(decision.outcome) {
        return Diagnostic(
          .unknownDecision,
          "“\(choice.verdict.rawValue)” comes to nothing: with what else is decided, the amendment of \(entry.target) applies by itself",
          remedy: "change or take out the amendment in the new draft", at: place, severity: .warning)
      }
      guard decision.isOpen else { return nil }
      let hasNoWords = decision.choices == [.adopt, .keep] && choice.verdict == .rewrite
      return Diagnostic(
        .impossibleDecision,
        "this decision on \(entry.target) cannot be carried out: "
          + (hasNoWords ? "it is not about the words of one clause" : decision.outcome.rawValue),
        remedy: hasNoWords
          ? "adopt or keep it, then change it in the draft"
          : "adopt what the new base says, or reword the clauses it leaves open in the draft", at: place)
    }
  }

  /// A form with what whoever fills it in must know.
  func source(of form: DecisionForm, at path: String) -> String {
    let heading = [
      "Decisions on taking \(to) into \(address.policyAddress), which rests on \(from).", "",
      "Write behind each “decision:”", "  adopt    the new base stands, our amendment goes",
      "  keep     our words stand, for the reason they had where you give none",
      "  rewrite  other words stand: write them on a line “wording:”",
      "and behind each “reason:” why. Then run",
      "  clausebook update \(address.policyAddress) --decide \(path)", "",
    ]
    return form.canonicalSource(heading: heading) { entry in
      let decision = decisions[entry.amendment]
      return [title(of: decision)] + words(of: decision, width: 98)
    }
  }
}
