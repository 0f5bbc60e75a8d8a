import PolicyModel

/// A wish to fork a policy: whose edition, for whom, and what was said about the fork so far.
public struct ForkRequest: Hashable, Sendable {
  /// One thing that can be said about a fork.
  public enum Key: Hashable, Sendable {
    /// The words of a term in one of its forms; of the term `organisation`, the name of the fork's organisation.
    case term(String, TermForm)
    /// Which sort of body the organisation is.
    case kind
    /// How often the policy is reviewed.
    case reviewEvery
    /// Whether the terms are asked for that a fork may well leave as they are: yes or no.
    case otherTerms
  }

  /// The edition to be amended; the newest ratified one where none is chosen.
  public let base: Address
  /// The policy that is to be made, without a chosen text.
  public let policy: Address
  /// What was said, in the words of whoever said it; the rest has defaults.
  public var answers: [Key: String]

  public init(_ base: Address, into policy: Address, answers: [Key: String] = [:]) {
    self.base = base
    self.policy = policy.policyAddress
    self.answers = answers
  }
}

extension ForkRequest.Key: CustomStringConvertible {
  /// Reads the name of a term, with a form or without one: `employer`, `employer.short`; nil for anything else.
  public init?(term written: String) {
    let parts = written.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
    guard (1...2).contains(parts.count), Identity.isWellFormed(parts[0]),
      let form = parts.count == 2 ? TermForm(rawValue: parts[1]) : .long
    else { return nil }
    self = .term(parts[0], form)
  }

  /// The name in full of the fork's organisation.
  public static let name = ForkRequest.Key.term(organisationTerm, .long)
  /// The name in short, as in the middle of a sentence, of the fork's organisation.
  public static let shortName = ForkRequest.Key.term(organisationTerm, .short)

  /// The option by which the command says it: `--set employer.short`.
  public var description: String {
    switch self {
    case .name: "--name"
    case .shortName: "--short"
    case .term(let name, .long): "--set \(name)"
    case .term(let name, let form): "--set \(name).\(form.rawValue)"
    case .kind: "--kind"
    case .reviewEvery: "--review-every"
    case .otherTerms: "other terms"
    }
  }
}
