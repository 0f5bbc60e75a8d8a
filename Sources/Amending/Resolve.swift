import PolicyModel

/// One text of a chain of inheritance, with all that resolving it needs.
public final class Level: Sendable {
  /// Where the text is found; provenance names it as what wrote or amended a clause.
  public let address: Address
  /// A whole text on the first level, a fork of the level before on every other.
  public let file: PolicyFile
  /// Where each part of the file stands, so that problems can point to it.
  public let sourceMap: SourceMap
  /// Whose names and terms the text uses.
  public let organisation: Organisation

  /// - Parameter sourceMap: where the parts of the file stand; a text made in code has none.
  public init(
    address: Address, file: PolicyFile, sourceMap: SourceMap = SourceMap(path: "in code"), organisation: Organisation
  ) {
    self.address = address
    self.file = file
    self.sourceMap = sourceMap
    self.organisation = organisation
  }
}

/// What resolving yields: the policy as it reads, the same with terms and references still open, and every problem.
public struct Resolution: Sendable {
  /// Nil when the chain does not start with a text of its own.
  public var resolved: ResolvedPolicy?
  /// The policy after all amendments, with its terms and references still symbolic.
  public var policy: Policy?
  /// Every problem met on the way; the policy may be there in spite of errors among them.
  public var diagnostics: [Diagnostic]
  /// Why the last fork inserted or left out clauses, where it says so.
  var reasons: [Identity: Text] = [:]

  public init(resolved: ResolvedPolicy?, policy: Policy?, diagnostics: [Diagnostic]) {
    self.resolved = resolved
    self.policy = policy
    self.diagnostics = diagnostics
  }
}

/// Resolves a policy through any number of levels: amendments applied, clauses numbered, terms filled, references written out.
///
/// - Parameter levels: the text with no base first, each fork behind what it amends.
public func resolve(_ levels: [Level]) -> Resolution {
  guard let stack = LevelStack(levels) else { return Resolution(resolved: nil, policy: nil, diagnostics: []) }
  return resolve(stack)
}

/// Resolves the policy that some levels come to.
///
/// - Parameter stack: the levels; of many forks of one base, that of the base with each fork added.
package func resolve(_ stack: LevelStack) -> Resolution {
  let filling = Filling(stack, asTemplate: false)
  let (reasons, problems) = filling.reasons
  var resolution = Resolution(
    resolved: filling.manuscript.filled, policy: stack.policy,
    diagnostics: stack.diagnostics + filling.problems + problems)
  resolution.reasons = reasons
  return resolution
}

/// The policy that some levels come to, with its terms and references still open, and every problem met on the way.
///
/// - Parameters:
///   - stack: the levels; of many forks of one base, that of the base with each fork added.
///   - asTemplate: whether terms are left as named blanks.
package func manuscript(
  of stack: LevelStack, asTemplate: Bool = false
) -> (manuscript: Manuscript, diagnostics: [Diagnostic]) {
  let filling = Filling(stack, asTemplate: asTemplate)
  return (filling.manuscript, stack.diagnostics + filling.problems + filling.reasons.diagnostics)
}
