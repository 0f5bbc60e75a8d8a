import Amending
import PolicyModel
import PolicySource

extension Library {
  /// Compares every edition in a policy's ledger with the digests taken when it was ratified.
  ///
  /// - Returns: a problem for each edition that was altered since, that the ledger does not know, or whose file is gone.
  public func verify(_ policy: Address) throws(FileFailure) -> [Diagnostic] {
    let ledger = ledger(of: policy)
    guard let records = ledger.value?.records else { return ledger.diagnostics }
    var problems = ledger.diagnostics
    let head = SourcePosition(path: ledger.sourceMap.path, line: 1, column: 1)
    var place = head
    func report(_ rule: Rule, _ message: String, _ remedy: String) {
      problems.append(Diagnostic(rule, message, remedy: remedy, at: place))
    }
    let editions = try texts(of: policy).editions
    for edition in editions where !records.contains(where: { $0.edition == edition && $0.event == .approved }) {
      report(
        .unfinishedRatification, "the edition \(edition) of \(policy) is not in the ledger",
        "enter its approval, or remove the file")
    }
    for (index, record) in records.enumerated() {
      place = ledger.sourceMap[.record(index)] ?? head
      guard editions.contains(record.edition) else {
        report(
          .missingEdition, "the ledger names the edition \(record.edition) of \(policy), whose file is not found",
          "put the file back: an approved text is never removed")
        continue
      }
      guard record.event == .approved else { continue }
      let address = policy.at(.edition(record.edition))
      let source = digest(text(address).bytes)
      if record.source != source {
        report(
          .alteredEdition,
          "the file of \(address) has the digest \(source), the ledger says \(record.source ?? "nothing")",
          "put the approved file back; a change needs a new edition")
      }
      problems += verifyBase(address)
      guard let text = textDigest(address), record.text != text else { continue }
      report(
        .alteredText, "the text of \(address) has the digest \(text), the ledger says \(record.text ?? "nothing")",
        "put the approved files back, those of its bases too; a change needs a new edition")
    }
    return problems
  }

  /// Compares the digest of the base that a fork was ratified on with the base as it is.
  private func verifyBase(_ address: Address) -> [Diagnostic] {
    let text = text(address).text
    guard address.edition != nil, case .instrument(let instrument)? = text.value?.body,
      let digest = textDigest(instrument.base), digest != instrument.baseDigest
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
    guard !chain.hasErrors, let resolved = Amending.resolve(chain.levels).resolved else { return nil }
    return resolved.digest
  }
}

extension ResolvedPolicy {
  /// The digest of the text in its canonical print: that of what is read, not of how it looks.
  var digest: String { PolicyLibrary.digest(Array(flattened.canonicalText.utf8)) }
}
