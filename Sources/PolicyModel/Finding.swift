/// What a check found, and in which texts.
public struct Finding: Hashable, Sendable {
  /// What is wrong, where, and how to mend it.
  public var diagnostic: Diagnostic
  /// The texts in which it is found; where it is written in one of them, that one first.
  public var addresses: [Address]

  public init(_ diagnostic: Diagnostic, in addresses: [Address]) {
    self.diagnostic = diagnostic
    self.addresses = addresses
  }

  /// The clause that breaks the rule; nil for what concerns the document.
  public var clause: Identity? { diagnostic.subject?.clause }
}

/// What a check looks for, so that a report can say it of each rule.
public struct RuleDescription: Hashable, Sendable {
  /// Its permanent name.
  public let rule: Rule
  /// How grave it is where the rule is broken.
  public let severity: Diagnostic.Severity
  /// What is found, in a sentence for a clerk.
  public let summary: String

  public init(_ rule: Rule, _ severity: Diagnostic.Severity, _ summary: String) {
    self.rule = rule
    self.severity = severity
    self.summary = summary
  }
}
