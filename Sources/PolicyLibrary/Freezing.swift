import Amending
import PolicyModel
import PolicySource

/// A text that is to become an edition.
struct Candidate {
  /// Whether the draft is frozen; else the file stands already.
  var isFromDraft: Bool
  /// What the edition's file holds.
  var bytes: [UInt8]
  /// The same, read.
  var file: PolicyFile
  /// How it reads.
  var text: ResolvedPolicy
}

extension Library {
  /// What is to become an edition, and what keeps it from being ratified.
  func candidate(for edition: Address, _ number: Edition) throws(FileFailure) -> (Candidate?, [Diagnostic]) {
    let (editions, hasDraft) = try texts(of: edition)
    if hasDraft { return frozenDraft(as: edition, number) }
    if editions.contains(number) { return unfinished(edition) }
    let path = path(of: edition.at(.draft))
    let problem = Diagnostic(
      .missingDraft, "\(edition.policyAddress) has no draft",
      remedy: "put the new text there; --unchanged records that an edition was reviewed and stays as it is",
      at: SourcePosition(path: path, line: 1, column: 1))
    return (nil, [problem])
  }

  /// Whether the draft says what an edition says, so that nothing is lost with it.
  func repeatsDraft(_ edition: Address) -> Bool {
    let draft = text(edition.at(.draft)).text
    guard let file = draft.value, !draft.diagnostics.hasErrors, let ratified = text(edition).text.value,
      let number = edition.edition
    else { return false }
    return file.frozen(as: number, organisation: ratified.organisation, baseDigest: ratified.baseDigest) == ratified
  }

  private func frozenDraft(as edition: Address, _ number: Edition) -> (Candidate?, [Diagnostic]) {
    let draft = edition.at(.draft)
    let chain = chain(draft)
    let resolution = resolve(chain)
    guard let text = resolution.resolved, let level = chain.levels.last else { return (nil, resolution.diagnostics) }
    let problems = resolution.diagnostics + obstacles(to: text, chain) + obstacles(in: level, draft, as: number)
    guard !problems.hasErrors else { return (nil, problems) }
    let file = level.file.frozen(
      as: number, organisation: level.organisation, baseDigest: level.file.base.flatMap { textDigest($0) })
    let bytes = Array(file.canonicalSource.utf8)
    // Nothing is written that would not read as what was checked.
    let copy = parse(bytes, path: path(of: edition))
    let frozen = Level(address: edition, file: file, sourceMap: copy.sourceMap, organisation: level.organisation)
    let copied = Amending.resolve(chain.levels.dropLast() + [frozen])
    guard copy.value == file, !copy.diagnostics.hasErrors, !copied.diagnostics.hasErrors,
      copied.resolved?.digest == text.digest
    else {
      let refusal = Diagnostic(
        .cannotFormat, "the edition would not say the same", remedy: "report this file; nothing was written",
        at: level.sourceMap.nearest(.document))
      return (nil, problems + copy.diagnostics + copied.diagnostics + [refusal])
    }
    return (Candidate(isFromDraft: true, bytes: bytes, file: file, text: text), problems)
  }

  /// An edition whose ratification was not finished, and whose draft is gone.
  private func unfinished(_ edition: Address) -> (Candidate?, [Diagnostic]) {
    let chain = chain(edition)
    let resolution = resolve(chain)
    guard let text = resolution.resolved, let file = chain.levels.last?.file else {
      return (nil, resolution.diagnostics)
    }
    let problems = resolution.diagnostics + obstacles(to: text, chain) + baseAlteration(of: edition)
    return (Candidate(isFromDraft: false, bytes: self.text(edition).bytes, file: file, text: text), problems)
  }

  // MARK: What keeps a text from being ratified

  /// Bases that are not ratified as they stand, and blanks that nobody filled in.
  private func obstacles(to text: ResolvedPolicy, _ chain: Chain) -> [Diagnostic] {
    let bases = chain.levels.dropLast().map(\.address)
    var problems = bases.filter { $0.edition != nil }.flatMap { verify(base: $0) }
    func report(_ what: String, at place: SourcePosition?) {
      problems.append(
        Diagnostic(
          .openBlank, "\(what) has a blank that nobody filled in",
          remedy: "write the words that belong there; only a form may have blanks", at: place))
    }
    if text.title.hasBlank { report("the title", at: chain.position(.frontMatter("title"))) }
    if [text.control.reference, text.control.owner].contains(where: { $0.value?.hasBlank == true }) {
      report("the control table", at: chain.position(.frontMatter("control")))
    }
    func look(_ clauses: [ResolvedClause]) {
      for clause in clauses where !clause.content.isForm {
        if clause.content.texts.contains(where: \.plain.hasBlank) {
          report("the clause \(clause.identity)", at: chain.position(.clause(clause.identity)))
        }
        look(clause.clauses)
      }
    }
    look(text.clauses)
    return problems
  }

  /// What an edition could not hold, or must not rest on.
  private func obstacles(in level: Level, _ draft: Address, as edition: Edition) -> [Diagnostic] {
    let path = path(of: draft)
    var problems = level.sourceMap.unidentified.map { place in
      Diagnostic(
        .missingIdentity, "this clause has no identity", remedy: "run “clausebook format \(path)” before ratifying it",
        at: place)
    }
    if let written = level.file.edition, written != edition {
      problems.append(
        Diagnostic(
          .wrongEdition, "the draft says edition \(written), but is to be ratified as \(edition)",
          remedy: "write edition: \"\(edition)\", or delete the line",
          at: level.sourceMap.nearest(.frontMatter("edition"))))
    }
    if let base = level.file.base, base.edition == nil {
      problems.append(
        Diagnostic(
          .restsOnDraft, "a ratified text cannot amend the draft \(base)",
          remedy: "ratify the base first, then amend that edition", at: level.sourceMap.nearest(.frontMatter("amends")))
      )
    }
    if let place = firstComment(inFrontMatterOf: text(draft).bytes, path: path) {
      problems.append(
        Diagnostic(
          .unkeptComment, "a comment stands here, which the edition would not hold",
          remedy: "write it where readers are to find it, or delete it", at: place))
    }
    return problems
  }
}

extension Library.Chain {
  /// Where something is written: in the nearest level that knows of it, as itself or as what an amendment is about.
  fileprivate func position(_ subject: Subject) -> SourcePosition? {
    for level in levels.reversed() {
      if let place = level.sourceMap[subject] { return place }
      guard case .clause(let identity) = subject, case .instrument(let instrument) = level.file.body,
        let index = instrument.amendments.lastIndex(where: { $0.operation.target == .identity(identity) })
      else { continue }
      return level.sourceMap.nearest(.amendment(index))
    }
    return levels.last?.sourceMap.nearest(.document)
  }
}

extension String {
  fileprivate var hasBlank: Bool { contains("____") }
}

extension PolicyFile {
  /// The digest of the base's text that a fork was ratified on.
  fileprivate var baseDigest: String? {
    if case .instrument(let instrument) = body { instrument.baseDigest } else { nil }
  }

  /// The file as an edition, which holds all it depends on.
  fileprivate func frozen(as edition: Edition, organisation: Organisation?, baseDigest: String?) -> PolicyFile {
    var file = self
    file.edition = edition
    file.organisation = organisation
    file.proposal = nil
    if case .instrument(var instrument) = body {
      instrument.baseDigest = baseDigest
      file.body = .instrument(instrument)
    }
    return file
  }
}
