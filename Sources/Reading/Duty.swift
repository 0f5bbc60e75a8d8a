import PolicyModel

/// What a sentence of a policy asks of somebody, allows or forbids.
public struct Duty: Hashable, Sendable {
  /// How binding it is.
  public enum Force: String, Hashable, Sendable, CaseIterable {
    case must
    case mustNot = "must not"
    case should
    case shouldNot = "should not"
    case may
  }

  /// Who is bound or free, in the words of the sentence, or of the one before where it says “they”; nil where nobody is
  /// named.
  public let bearer: String?
  /// Whether it binds, forbids, advises or allows.
  public let force: Force
  /// The words that make it a duty: `are expected to`.
  public let phrase: String
  /// What is to be done or left undone; where no bearer does it, with the subject: `approval be obtained`.
  public let act: String
  /// When it does not hold: `unless they have advice`; nil where it always does.
  public let exception: String?
  /// The clause that says so.
  public let clause: Identity
  /// All of what it says there.
  public let sentence: String
  /// When it holds, in its part of the sentence: `if visitors are there`.
  package let conditions: [String]
  /// The same in a line below its bearer.
  package let wording: Wording

  /// A duty in three parts: visits | are not allowed | before noon.
  package struct Wording: Hashable, Sendable {
    /// Empty where the bearer is the subject.
    package let subject: String
    /// The words that bind.
    package let binding: String
    package let action: String

    /// What is asked without the words that bind.
    var act: String { [subject, action].filter { !$0.isEmpty }.joined(separator: " ") }
  }
}
