import Amending
import PolicyModel
import PolicySource

/// What formatting a file yields.
public struct Formatted: Sendable {
  /// Relative to the workspace.
  public let path: String
  /// The canonical text; nil where the file has errors or may not be changed.
  public let text: String?
  /// Whether the canonical text differs from the file.
  public let isChanged: Bool
  /// What the file holds, from which the canonical text was made.
  let bytes: [UInt8]
  /// What is wrong with the file, and what keeps it from being formatted.
  public let diagnostics: [Diagnostic]
}

extension Library {
  /// The files of all drafts, relative to the workspace.
  public func drafts() throws(FileFailure) -> [String] {
    var drafts: [String] = []
    for policy in try policies().addresses where try texts(of: policy).hasDraft {
      drafts.append(path(of: policy.at(.draft)))
    }
    return drafts
  }

  /// The canonical form of a policy file, with an identity for every clause.
  ///
  /// - Parameter path: relative to the workspace.
  public func format(_ path: String) throws(FileFailure) -> Formatted {
    let bytes: [UInt8]
    do {
      bytes = try files.contents(of: location(path), limit: largestPolicyFile)
    } catch {
      guard case .tooLarge(let count) = error.reason else { throw error }
      return Formatted(
        path: path, text: nil, isChanged: false, bytes: [], diagnostics: [tooLarge(path: path, bytes: count)])
    }
    let parsed = parse(bytes, path: path)
    guard let file = parsed.value, !parsed.diagnostics.hasErrors else {
      return Formatted(path: path, text: nil, isChanged: false, bytes: bytes, diagnostics: parsed.diagnostics)
    }
    let formatted = file.identified(naming: base(of: file))
    let text = formatted.canonicalSource(keepingCommentsOf: bytes)
    var diagnostics = parsed.diagnostics
    guard parse(Array(text.utf8), path: path).value == formatted else {
      diagnostics.append(
        Diagnostic(
          .cannotFormat, "the canonical form would not say the same", remedy: "report this file; it was left as it is",
          at: parsed.sourceMap.nearest(.document)))
      return Formatted(path: path, text: nil, isChanged: false, bytes: bytes, diagnostics: diagnostics)
    }
    let isChanged = Array(text.utf8) != bytes
    if isChanged, let edition = ratifiedEdition(path) {
      diagnostics.append(
        Diagnostic(
          .ratifiedEdition, "\(edition) is ratified and stays as it is", remedy: "format the draft of the next edition",
          at: parsed.sourceMap.nearest(.document)))
      return Formatted(path: path, text: nil, isChanged: false, bytes: bytes, diagnostics: diagnostics)
    }
    return Formatted(path: path, text: text, isChanged: isChanged, bytes: bytes, diagnostics: diagnostics)
  }

  /// Writes what formatting yielded.
  ///
  /// - Throws: when the file cannot be written, holds something else by now, or another process is at work.
  public func write(_ formatted: Formatted) throws(FileFailure) {
    guard let text = formatted.text, formatted.isChanged else { return }
    try alone { () throws(FileFailure) in
      try store(Array(text.utf8), at: formatted.path, inPlaceOf: digest(formatted.bytes))
    }
  }

  private func base(of file: PolicyFile) -> Policy? {
    guard let base = file.base else { return nil }
    let chain = chain(base)
    return chain.hasErrors ? nil : Amending.resolve(chain.levels).policy
  }

  /// The edition a file is, unless the ledger can be read and does not know of its approval.
  private func ratifiedEdition(_ path: String) -> Address? {
    let parts = path.split(separator: "/").map { String($0) }
    guard parts.count == 4, parts[0] == "Policies", let edition = TextChoice(file: parts[3])?.edition,
      let address = Address(organisation: parts[1], policy: parts[2], choice: .edition(edition))
    else { return nil }
    let ledger = ledger(of: address).value
    guard ledger == nil || ledger?.approval(of: edition) != nil else { return nil }
    return address
  }
}

extension PolicyFile {
  /// The file with an identity for every clause and every target.
  fileprivate func identified(naming base: Policy?) -> PolicyFile {
    var file = self
    switch body {
    case .policy(var policy):
      policy.clauses = policy.clauses.identified()
      file.body = .policy(policy)
    case .instrument(var instrument):
      if let base { instrument = instrument.namingTargets(in: base) }
      var taken = Set(base?.clauses.flatMap(\.withDescendants).compactMap(\.identity) ?? [])
      instrument.amendments = instrument.amendments.map { amendment in
        var amendment = amendment
        switch amendment.operation {
        case .insert(let clauses, let position):
          amendment.operation = .insert(clauses.identified(taken: taken), position)
        case .substitute(let target, let clauses):
          amendment.operation = .substitute(target, clauses.replacing(target.identity).identified(taken: taken))
        default: return amendment
        }
        taken.formUnion(amendment.operation.newClauses.flatMap(\.withDescendants).compactMap(\.identity))
        return amendment
      }
      file.body = .instrument(instrument)
    }
    return file
  }
}
