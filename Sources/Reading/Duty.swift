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

  public init(
    bearer: String?, force: Force, phrase: String, act: String, exception: String?, clause: Identity, sentence: String
  ) {
    self.bearer = bearer
    self.force = force
    self.phrase = phrase
    self.act = act
    self.exception = exception
    self.clause = clause
    self.sentence = sentence
  }
}
