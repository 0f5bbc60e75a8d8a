import Checking
import PolicyModel

/// What checking found.
public struct CheckReport: Sendable {
  /// The texts that were checked, in the order asked for.
  public var texts: [Address]
  /// What is wrong with them, in the order of files and lines; what several texts inherit is there once.
  public var findings: [Finding]

  /// Whether there is anything to be mended: what is told for information alone is not.
  public var isClean: Bool { !findings.contains { $0.diagnostic.severity != .note } }
}

extension Library {
  /// Finds what is wrong with texts before anyone decides on them: what keeps one from being resolved, else what the checks
  /// find, each at its place.
  ///
  /// - Parameters:
  ///   - addresses: the texts; where none is named, the text that stands for each policy.
  ///   - date: the day on which the texts are judged.
  ///   - progress: told how many texts of how many are checked.
  /// - Throws: when the workspace cannot be listed.
  public func check(
    _ addresses: [Address] = [], asAt date: PartialDate, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> CheckReport {
    var texts = addresses
    var merged = MergedFindings()
    if addresses.isEmpty {
      let (policies, strays) = try policies()
      texts = policies
      merged.add(strays.map(TextFinding.init))
    }
    let (register, entries, problems) = placedRegister()
    merged.add(problems.map(TextFinding.init))
    let checker = Checker(library: self, register: register, entries: entries, date: date)
    let checked = try await sideBySide(texts, progress: progress) { text in
      let library = self.focused(on: text.policyAddress)
      let problems = text.choice == nil ? try library.undecided(text) : []
      let chain = problems.isEmpty ? library.chain(try library.choose(text)) : Chain(levels: [], diagnostics: problems)
      let files = chain.levels.map { ($0.sourceMap.path, $0.address) }
      let unidentified = chain.levels.last.map(self.unidentified) ?? []
      let others = unidentified + self.unread(of: text)
      return (
        findings: checker.findings(of: chain) + others.map(TextFinding.init), text: chain.levels.last?.address,
        files: files
      )
    }
    for checked in checked { merged.add(checked.findings, of: checked.text, in: checked.files) }
    return CheckReport(texts: texts, findings: merged.findings)
  }
}
