import Amending
import PolicyModel
import PolicySource

/// A text that is to become an edition.
struct Candidate {
  /// The digest of the draft that is frozen; nil where the edition's file stands already.
  var draft: String?
  /// What the edition's file holds.
  var bytes: [UInt8]
  /// The same, read.
  var file: PolicyFile
  /// How it reads.
  var text: ResolvedPolicy
}

extension Library {
  /// What is to become an edition, and what keeps it from being ratified.
  ///
  /// - Parameter date: the day of the decision.
  func candidate(
    for edition: Address, _ number: Edition, on date: PartialDate
  ) throws(FileFailure) -> (Candidate?, [Diagnostic]) {
    let (editions, hasDraft) = try texts(of: edition)
    if hasDraft, editions.contains(number), !repeatsDraft(edition) { return (nil, [differingDraft(from: edition)]) }
    if hasDraft { return frozenDraft(as: edition, number, on: date) }
    if editions.contains(number) { return unfinished(edition, number, on: date) }
    let path = path(of: edition.at(.draft))
    let problem = Diagnostic(
      .missingDraft, "\(edition.policyAddress) has no draft",
      remedy: "put the new text there; --unchanged records that an edition was reviewed and stays as it is",
      at: SourcePosition(path: path, line: 1, column: 1))
    return (nil, [problem])
  }

  /// Whether the draft says what an edition says, so that nothing is lost with it.
  func repeatsDraft(_ edition: Address) -> Bool {
    let (draft, bytes) = text(edition.at(.draft))
    let (text, standing) = text(edition)
    guard let file = draft.value, !draft.diagnostics.hasErrors, let ratified = text.value, let number = edition.edition
    else { return false }
    if bytes == standing { return true }
    return firstComment(inFrontMatterOf: bytes, path: draft.sourceMap.path) == nil
      && file.frozen(as: number, organisation: ratified.organisation, baseDigest: ratified.baseDigest) == ratified
  }

  private func frozenDraft(
    as edition: Address, _ number: Edition, on date: PartialDate
  ) -> (Candidate?, [Diagnostic]) {
    let chain = chain(edition.at(.draft))
    let resolution = resolve(chain)
    guard let text = resolution.resolved, let level = chain.levels.last else { return (nil, resolution.diagnostics) }
    let problems =
      resolution.diagnostics + obstacles(to: chain, resolution.policy) + obstacles(in: level, as: number)
      + errors(in: chain, as: number, on: date) + laterBase(of: chain, as: edition, on: date)
    guard !problems.hasErrors else { return (nil, problems) }
    let file = level.file.frozen(
      as: number, organisation: level.organisation, baseDigest: level.file.base.flatMap { textDigest($0) })
    let bytes = Array(file.canonicalSource.utf8)
    // Nothing is written that would not read as what was checked.
    let copy = parse(bytes, path: path(of: edition))
    let frozen = Level(address: edition, file: file, sourceMap: copy.sourceMap, organisation: level.organisation)
    let copied = Amending.resolve(chain.levels.dropLast() + [frozen])
    guard !copy.diagnostics.hasErrors else { return (nil, problems + copy.diagnostics) }
    guard copy.value == file, copied.resolved?.digest == text.digest else {
      let refusal = Diagnostic(
        .cannotFormat, "the edition would not say the same", remedy: "report this file; nothing was written",
        at: level.sourceMap.nearest(.document))
      return (nil, problems + [refusal])
    }
    return (Candidate(draft: digest(self.text(level.address).bytes), bytes: bytes, file: file, text: text), problems)
  }

  /// An edition whose ratification was not finished, and whose draft is gone.
  private func unfinished(
    _ edition: Address, _ number: Edition, on date: PartialDate
  ) -> (Candidate?, [Diagnostic]) {
    let chain = chain(edition)
    let resolution = resolve(chain)
    guard let text = resolution.resolved, let file = chain.levels.last?.file else {
      return (nil, resolution.diagnostics)
    }
    let problems =
      resolution.diagnostics + obstacles(to: chain, resolution.policy) + baseAlteration(of: edition)
      + errors(in: chain, as: number, on: date) + laterBase(of: chain, as: edition, on: date)
    return (Candidate(bytes: self.text(edition).bytes, file: file, text: text), problems)
  }
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
