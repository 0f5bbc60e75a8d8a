/// One thing to fill in on a form.
public struct Field: Hashable, Sendable {
  /// What sort of answer is asked for, if any.
  public enum Kind: Hashable, Sendable {
    case line
    /// Space for this many lines of writing.
    case lines(Int)
    case date
    /// Boxes to tick; `one` where a single choice is asked for.
    case choice(one: Bool)
    /// A statement to be signed, with name, signature and date.
    case signature
    /// Words to read, with nothing to fill in.
    case note
  }

  /// How it is answered.
  public var kind: Kind
  /// How many answers are asked for at least.
  public var minimum: Int?
  /// In which case the field applies.
  public var when: String?
  /// Whether it stands beside the field before it.
  public var sharesRow: Bool

  public init(_ kind: Kind, minimum: Int? = nil, when: String? = nil, sharesRow: Bool = false) {
    self.kind = kind
    self.minimum = minimum
    self.when = when
    self.sharesRow = sharesRow
  }

  /// Whether options to choose from stand below it.
  public var takesOptions: Bool { if case .choice = kind { true } else { false } }

  /// Whether the source writes a blank behind the label.
  public var takesBlank: Bool {
    switch kind {
    case .line, .lines, .date: true
    case .choice, .signature, .note: false
    }
  }
}
