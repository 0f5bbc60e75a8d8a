import PolicyModel

extension [Finding] {
  /// `[{severity, rule, message, path, line, column, address, clause, help, alsoIn}]`; the column in characters of Unicode.
  package var json: JSON {
    .list(
      map { finding in
        let diagnostic = finding.diagnostic
        return .object([
          "severity": .text(diagnostic.severity.rawValue),
          "rule": .text(diagnostic.rule.rawValue),
          "message": .text(diagnostic.message),
          "path": JSON(diagnostic.position?.path),
          "line": diagnostic.position.map { .number($0.line) } ?? .null,
          "column": diagnostic.position.map { .number($0.character) } ?? .null,
          "address": JSON(finding.addresses.first?.description),
          "clause": JSON(finding.clause?.name),
          "help": JSON(diagnostic.remedy),
          "alsoIn": .list(finding.addresses.dropFirst().map { .text($0.description) }),
        ])
      })
  }
}
