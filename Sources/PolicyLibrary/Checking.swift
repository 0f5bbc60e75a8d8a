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
  /// What is wrong with a text before anyone decides on it.
  ///
  /// - Parameter date: the day on which the text is judged.
  /// - Returns: what keeps it from being resolved, else what the checks find, each at its place.
  public func check(_ address: Address, asAt date: PartialDate) throws(FileFailure) -> [Diagnostic] {
    try check([address], asAt: date).findings.map(\.diagnostic)
  }

  /// Finds what is wrong with texts before anyone decides on them.
  ///
  /// - Parameters:
  ///   - addresses: the texts; where none is named, the text that stands for each policy.
  ///   - date: the day on which the texts are judged.
  ///   - progress: told how many texts of how many are checked.
  public func check(
    _ addresses: [Address] = [], asAt date: PartialDate, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(FileFailure) -> CheckReport {
    var texts = addresses
    var merged = MergedFindings()
    if addresses.isEmpty {
      let (policies, strays) = try policies()
      texts = policies
      merged.add(strays.map(TextFinding.init), of: nil, from: [])
    }
    let (register, entries, problems) = placedRegister()
    merged.add(problems.map(TextFinding.init), of: nil, from: [])
    var checker = Checker(library: self, register: register, entries: entries, date: date)
    for (index, text) in texts.enumerated() {
      let problems = text.choice == nil ? try undecided(text) : []
      let chain = problems.isEmpty ? chain(try choose(text)) : Chain(levels: [], diagnostics: problems)
      merged.add(checker.findings(of: chain), of: chain.levels.last?.address, from: chain.levels)
      progress(index + 1, texts.count)
    }
    return CheckReport(texts: texts, findings: merged.findings)
  }
}
