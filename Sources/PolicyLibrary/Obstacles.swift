import Amending
import PolicyModel
import PolicySource

/// What keeps a text from being ratified, apart from what is wrong with any text.
extension Library {
  /// Bases that are not ratified as they stand, and blanks that nobody filled in.
  func obstacles(to chain: Chain, _ policy: Policy?) -> [Diagnostic] {
    let bases = chain.levels.dropLast().map(\.address).filter { $0.edition != nil }
    return bases.flatMap { verify(base: $0) } + (policy.map { OpenBlanks(chain: chain, policy: $0).found } ?? [])
  }

  /// What `check` holds to be an error in the text's own words: an edition would say it for good. Those of its base are the
  /// base's to mend.
  func errors(in chain: Chain, as edition: Edition, on date: PartialDate) -> [Diagnostic] {
    guard let draft = chain.levels.last, !resolve(chain).diagnostics.hasErrors else { return [] }
    var file = draft.file
    file.edition = edition
    var final = chain
    final.levels[final.levels.count - 1] = Level(
      address: draft.address, file: file, sourceMap: draft.sourceMap, organisation: draft.organisation)
    let (register, entries, _) = placedRegister()
    let checker = Checker(library: self, register: register, entries: entries, date: date)
    return checker.findings(of: final).map(\.origin).filter { finding in
      guard finding.severity == .error, finding.position?.path == draft.sourceMap.path else { return false }
      // A blank is told of already.
      if case .words(let words, in: _) = finding.subject { return !words.hasBlank }
      return true
    }
  }

  /// What an edition could not hold, or must not rest on.
  func obstacles(in draft: Level, as edition: Edition) -> [Diagnostic] {
    let path = path(of: draft.address)
    var problems = unidentified(in: draft)
    if let written = draft.file.edition, written != edition {
      problems.append(
        Diagnostic(
          .wrongEdition, "the draft says edition \(written), but is to be ratified as \(edition)",
          remedy: "write edition: \"\(edition)\", or delete the line",
          at: draft.sourceMap.nearest(.frontMatter("edition"))))
    }
    if let base = draft.file.base, base.edition == nil {
      problems.append(
        Diagnostic(
          .restsOnDraft, "a ratified text cannot amend the draft \(base)",
          remedy: "ratify the base first, then amend that edition", at: draft.sourceMap.nearest(.frontMatter("amends")))
      )
    }
    if let place = firstComment(inFrontMatterOf: text(draft.address).bytes, path: path) {
      problems.append(
        Diagnostic(
          .unkeptComment, "a comment stands here, which the edition would not hold",
          remedy: "write it where readers are to find it, or delete it", at: place))
    }
    return problems
  }

  /// The clauses of a draft that have no identity yet, without which it cannot become an edition.
  func unidentified(in draft: Level) -> [Diagnostic] {
    guard draft.address.choice == .draft else { return [] }
    return draft.sourceMap.unidentified.map { place in
      Diagnostic(
        .missingIdentity, "this clause has no identity",
        remedy: "run “clausebook format \(path(of: draft.address))” before ratifying it", at: place)
    }
  }
}

/// The blanks outside forms: whoever ratifies a text has filled them in.
private struct OpenBlanks {
  let chain: Library.Chain
  /// With its terms and references still symbolic.
  let policy: Policy

  var found: [Diagnostic] {
    var problems: [Diagnostic] = []
    if policy.title.hasBlank { problems.append(problem("the title", at: .frontMatter("title"))) }
    let entries = [policy.control.reference, policy.control.owner]
    if entries.contains(where: { $0.value?.hasBlank == true }) {
      problems.append(problem("the control table", at: .frontMatter("control")))
    }
    return problems + policy.clauses.flatMap(found)
  }

  private func found(in clause: Clause) -> [Diagnostic] {
    guard !clause.isForm, let identity = clause.identity else { return [] }
    var problems: [Diagnostic] = []
    if clause.texts.contains(where: \.plain.hasBlank) {
      problems.append(problem("the clause \(identity)", at: .clause(identity)))
    }
    for use in clause.termUses where policy.terms[use.name]?.words(use.form).hasBlank == true {
      problems.append(
        problem(
          "the value of “\(use.name)”", at: .term(use.name, in: identity), .clause(identity),
          remedy: "write its words under terms: in the draft or in organisation.yaml"))
    }
    return problems + clause.clauses.flatMap(found)
  }

  private func problem(
    _ what: String, at subjects: Subject...,
    remedy: String = "write the words that belong there; only a form may have blanks"
  ) -> Diagnostic {
    Diagnostic(
      .openBlank, "\(what) has a blank that nobody filled in", remedy: remedy,
      at: subjects.lazy.compactMap(position).first ?? chain.levels.last?.sourceMap.nearest(.document))
  }

  /// In the nearest level that knows of the subject; what an amendment brought into a clause stands there.
  private func position(_ subject: Subject) -> SourcePosition? {
    for level in chain.levels.reversed() {
      if let place = level.sourceMap[subject] { return place }
      guard case .clause(let identity) = subject, case .instrument(let instrument) = level.file.body,
        let index = instrument.amendments.lastIndex(where: { $0.operation.target == .identity(identity) })
      else { continue }
      return level.sourceMap[.amendment(index)]
    }
    return nil
  }
}

extension String {
  fileprivate var hasBlank: Bool { contains("____") }
}
