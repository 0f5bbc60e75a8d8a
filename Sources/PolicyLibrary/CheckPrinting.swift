import Checking
import PolicyModel
import Publishing

/// How findings are printed.
public enum CheckFormat: String, Sendable, CaseIterable {
  case text, json, sarif
}

extension CheckReport {
  /// The findings for a reader or a program, without a final line end.
  public func printed(as format: CheckFormat) -> String {
    switch format {
    case .text: (findings.map(\.diagnostic.description) + hints + [summary]).joined(separator: "\n")
    case .json: findings.json.text
    case .sarif: findings.sarif(rules: checks.map(\.description)).text
    }
  }

  /// How an edition is mended, where anything found stands in one.
  private var hints: [String] {
    let names = findings.compactMap { $0.diagnostic.position?.path.split(separator: "/").last }
    guard names.contains(where: { TextChoice(file: $0)?.edition != nil }) else { return [] }
    return [
      "A ratified edition stays as it is: mend it in draft.md beside it. "
        + "A new draft begins as a copy of the edition, without its line “edition:”."
    ]
  }

  /// `7 texts: 1 error, 12 warnings and 2 notes`
  private var summary: String {
    let counts = [Diagnostic.Severity.error, .warning, .note].compactMap { severity -> String? in
      let count = findings.count { $0.diagnostic.severity == severity }
      return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
    }
    return "\(texts.count) text\(texts.count == 1 ? "" : "s"): \(counts.isEmpty ? "nothing found" : counts.inWords)"
  }
}
