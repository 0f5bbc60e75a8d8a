/// One thing that differs between two texts, told as it concerns whoever must follow them.
public struct Change: Hashable, Sendable {
  /// How a change concerns the reader, the gravest first.
  public enum Class: String, Hashable, Sendable, CaseIterable {
    /// A duty asks more than before.
    case stronger
    /// A duty asks less than before.
    case weaker
    /// What is said differs, but no duty became stronger or weaker.
    case substantive
    /// The same is said of another body: only the values of terms differ.
    case term = "term only"
    /// The same words stand in another place.
    case moved
    /// Only the printed number, or the way of counting, was amended.
    case renumbered
    /// Spelling, punctuation or case.
    case editorial
    /// What is recorded about the text, not what it says.
    case metadata
  }

  /// Words as they read in one of the two texts.
  public struct Passage: Hashable, Sendable {
    /// The clause that holds them; nil for a fact about the document.
    public let clause: Identity?
    /// As printed; nil where none is printed.
    public let number: String?
    /// What the change concerns: sentences of the clause, or the whole of it.
    public let text: Text

    public init(clause: Identity?, number: String?, text: Text) {
      self.clause = clause
      self.number = number
      self.text = text
    }

    /// The words as a reader hears them.
    public var words: String { text.plain }
  }

  /// How a clause came about that was cut out of another, or grown together with one.
  public enum Relation: Hashable, Sendable {
    /// The words were split off from this clause of the old text.
    case split(from: Identity)
    /// The words were joined to this clause of the new text.
    case joined(to: Identity)
  }

  /// What the amendment behind it does.
  public var operation: Provenance.Verb
  /// What is amended: `#images`, or the fact about the document, such as `title`.
  public var target: String
  /// How it concerns the reader.
  public var kind: Class
  /// What the old text says; nil for something new.
  public var old: Passage?
  /// What the new text says; nil for something left out.
  public var new: Passage?
  /// Why it is of its class, in a plain sentence without a full stop.
  public var reason: String
  /// Why it was made, in the words of whoever amended; nil where that is not recorded.
  public var because: String?
  /// Whether it splits a clause or joins two; nil where it does neither.
  public var relation: Relation?

  public init(
    operation: Provenance.Verb, target: String, kind: Class, old: Passage?, new: Passage?, reason: String,
    because: String? = nil, relation: Relation? = nil
  ) {
    self.operation = operation
    self.target = target
    self.kind = kind
    self.old = old
    self.new = new
    self.reason = reason
    self.because = because
    self.relation = relation
  }
}
