/// What becomes of one amendment of a fork when its base has a new edition.
///
/// What the texts say is told only where it does not apply cleanly.
public struct Decision: Hashable, Sendable {
  /// How an amendment meets the new edition.
  public enum Outcome: String, Hashable, Sendable, CaseIterable {
    case clean = "applies cleanly"
    /// Both changed the clause, in different words.
    case merged = "wording merged"
    case bothChanged = "both changed the same words"
    /// The clause, or the one its place is given by, is gone.
    case targetOmitted = "target omitted"
    /// The base's owner closed the clause to forks.
    case targetFixed = "target now fixed"
    /// The new edition uses the name of a clause or term of the fork's own.
    case identityTaken = "identity taken"
    /// The new edition says the same already.
    case alreadyThere = "already in the base"

    /// Whether somebody must decide.
    public var needsChoice: Bool {
      switch self {
      case .clean, .merged, .alreadyThere: false
      case .bothChanged, .targetOmitted, .targetFixed, .identityTaken: true
      }
    }
  }

  /// What is to be done where somebody must decide, and why.
  public enum Choice: Hashable, Sendable {
    /// The new edition's words stand, the amendment goes.
    case adopt(because: Text? = nil)
    /// The fork's words stand; without a reason, for the one the amendment had.
    case keep(because: Text? = nil)
    /// Other words stand.
    case rewrite(Text, because: Text? = nil)
  }

  /// The place of the amendment in the instrument, counted from 0.
  public var amendment: Int
  /// What it is about: `#images`, or a fact about the document, such as `title`.
  public var target: String
  /// How it meets the new edition.
  public var outcome: Outcome
  /// What was decided and done; nil where nothing is to be decided, where it still is, and where it cannot be done.
  public var choice: Choice?
  /// The place of the amendment before that this one is decided with, as both are about the same words; nil where it is by
  /// itself.
  public var decidedWith: Int?
  /// What the clause says, where the amendment changes something else than its words; nil where it changes those.
  public var clause: String?
  /// What the old edition says, with the amendments before; nil where it has no words for it.
  public var base: String?
  /// What the new edition says, with what the amendments before became; nil where it has no words for it.
  public var theirs: String?
  /// What is to be known of the new edition besides, in brackets; nil where its words show all.
  public var remark: String?
  /// What the fork says; nil where it leaves the words out.
  public var ours: String?
  /// What the fork will say; nil where that is open, and where nothing is left.
  public var result: String?
  /// Why the fork says so; nil where its amendment gives no reason.
  public var reason: String?
  /// What may be decided: the fork's words cannot stand everywhere, and not all that is amended is words.
  public var choices = Choice.Verdict.allCases

  public init(
    amendment: Int, target: String, outcome: Outcome, choice: Choice? = nil, decidedWith: Int? = nil,
    base: String? = nil, theirs: String? = nil, ours: String? = nil, result: String? = nil
  ) {
    self.amendment = amendment
    self.target = target
    self.outcome = outcome
    self.choice = choice
    self.decidedWith = decidedWith
    self.base = base
    self.theirs = theirs
    self.ours = ours
    self.result = result
  }

  /// Whether it is put to somebody by itself, decided or not.
  public var isQuestion: Bool { outcome.needsChoice && decidedWith == nil }

  /// Whether somebody must still decide, so that the amendment is not among those on the new edition.
  public var isOpen: Bool { isQuestion && choice == nil }
}

extension Decision.Choice {
  /// A choice without its words.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    case adopt, keep, rewrite
  }

  /// Nil where words are missing that are to stand.
  public init?(_ verdict: Verdict, because reason: Text?, wording: Text? = nil) {
    switch verdict {
    case .adopt: self = .adopt(because: reason)
    case .keep: self = .keep(because: reason)
    case .rewrite:
      guard let wording else { return nil }
      self = .rewrite(wording, because: reason)
    }
  }

  /// Which of the choices it is.
  public var verdict: Verdict {
    switch self {
    case .adopt: .adopt
    case .keep: .keep
    case .rewrite: .rewrite
    }
  }

  /// Why, in the words of whoever decided.
  public var reason: Text? {
    switch self {
    case .adopt(let reason), .keep(let reason), .rewrite(_, let reason): reason
    }
  }
}
