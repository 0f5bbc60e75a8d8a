import Amending
import PolicyModel
import PolicySource

/// What verifying every policy found.
public struct VerifyReport: Sendable, CustomStringConvertible {
  /// How many approved editions there are.
  public var editions: Int
  /// How many policies have any.
  public var policies: Int
  /// Every problem met; an error among them means that a text is not what was approved.
  public var diagnostics: [Diagnostic]

  /// What a reader is told where nothing was altered.
  public var description: String {
    switch editions {
    case 0: "No edition is ratified yet."
    case 1: "1 edition reads as it was ratified."
    default: "\(editions) editions of \(policies) \(policies == 1 ? "policy" : "policies") read as they were ratified."
    }
  }
}

extension Library {
  /// Compares every edition of every policy with the digests taken when it was ratified.
  ///
  /// - Parameter progress: told how many policies of how many are verified.
  public func verify(progress: @Sendable (Int, Int) -> Void = { _, _ in }) async throws -> VerifyReport {
    let (answers, strays) = try await forEveryPolicy(progress: progress) { library, policy in
      let reading = try share()
      defer { reading.release() }
      let approved = (library.ledger(of: policy).value?.records ?? []).filter(\.event.isApproval)
      return (editions: Set(approved.map(\.edition)).count, diagnostics: try library.verify(policy))
    }
    return VerifyReport(
      editions: answers.reduce(0) { $0 + $1.editions }, policies: answers.count { $0.editions > 0 },
      diagnostics: (strays + answers.flatMap(\.diagnostics)).unique)
  }

  /// Compares every edition in a policy's ledger with the digests taken when it was ratified.
  ///
  /// - Returns: a problem for each edition that was altered since, that the ledger does not know, or whose file is gone,
  ///   and for each entry of the ledger that cannot be as it stands.
  public func verify(_ policy: Address) throws(FileFailure) -> [Diagnostic] { try verify(policy, completing: nil) }

  /// - Parameter unfinished: an edition whose approval need not be in the ledger yet; where it stands, newer ones wait for it.
  func verify(_ policy: Address, completing unfinished: Edition?) throws(FileFailure) -> [Diagnostic] {
    let ledger = ledger(of: policy)
    guard let records = ledger.value else { return ledger.diagnostics }
    var problems = ledger.diagnostics + ledger.disorder
    let (editions, hasDraft) = try texts(of: policy)
    let waiting = editions.drop { $0 != unfinished }
    for edition in editions where !waiting.contains(edition) && records.approval(of: edition) == nil {
      problems.append(unfinishedRatification(of: policy, edition, ledger.sourceMap))
    }
    for (index, record) in records.records.enumerated() {
      let place = ledger.sourceMap.nearest(.record(index))
      if !editions.contains(record.edition) {
        problems.append(
          Diagnostic(
            .missingEdition, "the ledger names the edition \(record.edition) of \(policy), whose file is not found",
            remedy: "put the file back: an approved text is never removed", at: place))
      } else if record.event.isApproval {
        problems += alterations(of: policy.at(.edition(record.edition)), since: record, at: place)
      }
    }
    if hasDraft, let newest = records.newest, repeatsDraft(policy.at(.edition(newest))) {
      problems.append(leftoverDraft(of: policy.at(.edition(newest))))
    }
    return problems
  }

  /// What is wrong with an edition that others rest on: that it was altered, or never approved.
  func verify(base: Address) -> [Diagnostic] {
    let ledger = ledger(of: base)
    guard let edition = base.edition, let records = ledger.value?.records, !ledger.diagnostics.hasErrors else {
      return ledger.diagnostics
    }
    guard let index = records.firstIndex(where: { $0.edition == edition && $0.event.isApproval }) else {
      return [unfinishedRatification(of: base.policyAddress, edition, ledger.sourceMap)]
    }
    return alterations(of: base, since: records[index], at: ledger.sourceMap.nearest(.record(index)))
  }

  /// Warnings for whoever reads a text all the same: that its file, or one that it rests on, is not the one approved.
  public func alterations(of address: Address) throws(FileFailure) -> [Diagnostic] {
    chain(try choose(address)).levels.compactMap { level -> Diagnostic? in
      let ledger = ledger(of: level.address)
      guard
        let index = ledger.value?.records.firstIndex(where: {
          $0.edition == level.address.edition && $0.event.isApproval
        }), let approval = ledger.value?.records[index], approval.source != nil
      else { return nil }
      return fileAlteration(
        of: level.address, since: approval, at: ledger.sourceMap.nearest(.record(index)), .warning)
    }
  }

  func unfinishedRatification(of policy: Address, _ edition: Edition, _ ledger: SourceMap) -> Diagnostic {
    let command = "clausebook ratify \(policy) --edition \(edition)"
    let hasLedger = exists(ledger.path)
    return Diagnostic(
      .unfinishedRatification,
      "the edition \(edition) of \(policy) has no approval" + (hasLedger ? " in its ledger" : ": there is no ledger"),
      remedy: (hasLedger ? "" : "if the ledger is gone, put it back; ")
        + "to complete it: \(command) --approved-by BODY --on DATE; to take it back: \(command) --withdraw",
      at: ledger.nearest(.document))
  }

  func leftoverDraft(of edition: Address) -> Diagnostic {
    let path = path(of: edition.at(.draft))
    return Diagnostic(
      .leftoverDraft, "the draft says what \(edition) says",
      remedy: "delete \(path) if it was left when the edition was ratified; else amend it",
      at: SourcePosition(path: path, line: 1, column: 1), severity: .warning)
  }

  func changedDraft(of edition: Address) -> Diagnostic {
    let path = path(of: edition.at(.draft))
    return Diagnostic(
      .changedFile, "the draft was changed just now and stays; \(edition) holds what it said before",
      remedy: "what is new in it belongs in the next edition: clausebook compare \(edition) \(edition.at(.draft))",
      at: SourcePosition(path: path, line: 1, column: 1), severity: .warning)
  }

  // MARK: Digests

  /// How an edition differs from what was approved: its file, its base, its text.
  private func alterations(
    of edition: Address, since approval: Ledger.Record, at place: SourcePosition
  ) -> [Diagnostic] {
    var problems = [fileAlteration(of: edition, since: approval, at: place)].compactMap { $0 }
    problems += baseAlteration(of: edition)
    let chain = chain(edition)
    guard !chain.hasErrors, let text = resolved(chain.levels), let digest = text.digest else {
      return problems + resolve(chain).diagnostics
    }
    let alteration = alteration(
      of: edition, "text", "text", digest, since: approval.text, .alteredText,
      "put the approved files back, those of its bases too; a change needs a new edition", at: place)
    return problems + [alteration].compactMap { $0 }
  }

  private func fileAlteration(
    of edition: Address, since approval: Ledger.Record, at place: SourcePosition,
    _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic? {
    let bytes = text(edition).bytes
    let alteration = alteration(
      of: edition, "source", "file", digest(bytes), since: approval.source, .alteredEdition,
      "put the approved file back; a change needs a new edition", at: place, severity)
    guard alteration?.rule == .alteredEdition, digest(bytes.filter { $0 != UInt8(ascii: "\r") }) == approval.source
    else { return alteration }
    return Diagnostic(
      .alteredEdition, "the file of \(edition) differs from the approved one in its line ends alone",
      remedy: "put the approved file back; where git rewrote the line ends: git config core.autocrlf false, "
        + "and the line “* -text” in .gitattributes",
      at: place, severity: severity)
  }

  private func alteration(
    of edition: Address, _ key: String, _ what: String, _ found: String, since approved: String?, _ rule: Rule,
    _ remedy: String, at place: SourcePosition, _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic? {
    guard let approved else {
      return Diagnostic(
        .missingDigest, "the approval of \(edition) holds no digest of the \(what)",
        remedy: "if it is what was approved, write \(key): \(found)", at: place)
    }
    guard found != approved else { return nil }
    return Diagnostic(
      rule, "the \(what) of \(edition) has the digest \(found), the ledger says \(approved)", remedy: remedy,
      at: place, severity: severity)
  }

  /// Compares the digest of the base that a fork was ratified on with the base as it is.
  func baseAlteration(of edition: Address) -> [Diagnostic] {
    let text = text(edition).text
    guard case .instrument(let instrument)? = text.value?.body, let digest = textDigest(instrument.base),
      digest != instrument.baseDigest
    else { return [] }
    return [
      Diagnostic(
        .alteredBase,
        "the base \(instrument.base) has the digest \(digest), the edition was ratified on \(instrument.baseDigest ?? "nothing known")",
        remedy: "put the approved base back; a new text of it needs a new edition",
        at: text.sourceMap.nearest(.frontMatter("base-digest")))
    ]
  }

  /// The digest of a resolved text in its canonical print; nil where it does not resolve.
  func textDigest(_ address: Address) -> String? {
    let chain = chain(address)
    return chain.hasErrors ? nil : resolved(chain.levels)?.digest
  }
}

extension ResolvedPolicy {
  /// The digest of the text in its canonical print: that of what is read, not of how it looks.
  var digest: String { PolicyLibrary.digest(Array(flattened.canonicalText.utf8)) }
}
