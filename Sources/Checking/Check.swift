import PolicyModel

/// One rule that every policy is held to.
public struct Check: Sendable {
  /// Its permanent name.
  public let rule: Rule
  /// How grave it is where the rule is broken.
  public let severity: Diagnostic.Severity
  /// What it finds, in a sentence for a clerk.
  public let summary: String
  private let findings: @Sendable (CheckedText, Check) -> [Diagnostic]

  init(
    _ rule: Rule, _ severity: Diagnostic.Severity, _ summary: String,
    findings: @escaping @Sendable (CheckedText, Check) -> [Diagnostic]
  ) {
    self.rule = rule
    self.severity = severity
    self.summary = summary
    self.findings = findings
  }

  /// Where the rule is broken; each finding says what it is about, and has no position yet.
  func run(on text: CheckedText) -> [Diagnostic] { findings(text, self) }

  /// What a check says of one place.
  func finding(
    _ message: String, remedy: String? = nil, about subject: Subject, notes: [Diagnostic.Note] = []
  ) -> Diagnostic {
    Diagnostic(rule, message, remedy: remedy, about: subject, notes: notes, severity: severity)
  }
}

extension Check {
  /// What it looks for, for a report.
  public var description: RuleDescription { RuleDescription(rule, severity, summary) }
}
