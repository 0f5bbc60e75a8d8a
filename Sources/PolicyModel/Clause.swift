/// The unit of a policy: an identity, a printed number or none, a heading or none, blocks and child clauses.
public struct Clause: Hashable, Sendable {
  /// What sort of clause it is, with what only that sort has.
  public enum Kind: Hashable, Sendable {
    /// A clause with a heading; an appendix is a section too.
    case section(Section)
    /// A paragraph with what belongs to it, numbered or not.
    case clause
    /// A member of a list.
    case item
    /// Something to fill in on a form.
    indirect case field(Field)
    /// One choice offered by a field.
    case option
  }

  /// What only a clause with a heading has.
  public struct Section: Hashable, Sendable {
    /// Whether it is counted among the appendices, apart from the body.
    public var isAppendix: Bool
    /// Whether what stands below is filled in by hand.
    public var isForm: Bool

    public init(isAppendix: Bool = false, isForm: Bool = false) {
      self.isAppendix = isAppendix
      self.isForm = isForm
    }
  }

  /// Nil only in a text that is not yet formatted.
  public var identity: Identity?
  /// Which sort of clause it is; what may stand below depends on it.
  public var kind: Kind
  /// The words of the heading; empty for all but sections.
  public var heading: Text
  /// The paragraphs, quotations and tables of its own, in reading order.
  public var blocks: [Block]
  /// What stands directly below, in document order.
  public var clauses: [Clause]
  /// Whether it counts, from where, and whether its number is printed.
  public var numbering: Numbering
  /// What a fork may do to it; `.adapt` unless the source says otherwise.
  public var tailoring: Tailoring
  /// Nil of most clauses, which say nothing more of themselves.
  private var remarks: Shared<Remarks>?

  public init(
    _ identity: Identity? = nil, kind: Kind = .clause, heading: Text = Text(""), blocks: [Block] = [],
    clauses: [Clause] = [], numbering: Numbering = .automatic
  ) {
    self.identity = identity
    self.kind = kind
    self.heading = heading
    self.blocks = blocks
    self.clauses = clauses
    self.numbering = numbering
    self.tailoring = .adapt
  }

  /// Whether it is a clause with a heading, in the body or among the appendices.
  public var isSection: Bool { if case .section = kind { true } else { false } }
  /// Whether it is a section counted among the appendices.
  public var isAppendix: Bool { if case .section(let section) = kind { section.isAppendix } else { false } }
  /// Whether it is a section of things to fill in by hand.
  public var isForm: Bool { if case .section(let section) = kind { section.isForm } else { false } }

  /// The clause's own words, heading first, without those of its children.
  public var texts: [Text] {
    (heading.isEmpty ? [] : [heading]) + blocks.flatMap(\.texts)
  }

  /// The terms that its own prose uses, in their order.
  package var termUses: [TermUse] { texts.flatMap(\.termUses) }

  /// The clause with each line of prose changed, in it and in those below it.
  package func mapTexts(_ change: (Text) -> Text) -> Clause {
    var clause = self
    clause.heading = change(heading)
    clause.blocks = blocks.map { $0.mapTexts(change) }
    clause.clauses = clauses.map { $0.mapTexts(change) }
    return clause
  }

  /// The clause and all below it, in document order.
  public var withDescendants: [Clause] {
    var found: [Clause] = []
    func walk(_ clause: Clause) {
      found.append(clause)
      for below in clause.clauses { walk(below) }
    }
    walk(self)
    return found
  }
}

extension Clause {
  /// What few clauses say of themselves.
  private struct Remarks: Hashable, Sendable {
    var label: String?
    var topic: String?
    var word: String?
    var items: NumberPattern?
    var excuses: [Excuse] = []
  }

  /// Whether all is the same but what stands below, which `==` goes through at every level.
  package func isSame(as other: Clause) -> Bool {
    identity == other.identity && kind == other.kind && heading == other.heading && blocks == other.blocks
      && numbering == other.numbering && tailoring == other.tailoring && remarks == other.remarks
  }

  private mutating func set<Remark>(_ remark: WritableKeyPath<Remarks, Remark>, _ value: Remark) {
    var all = remarks?.value ?? Remarks()
    all[keyPath: remark] = value
    remarks = all == Remarks() ? nil : Shared(all)
  }

  /// What is printed instead of the computed number.
  public var label: String? {
    get { remarks?.value.label }
    set { set(\.label, newValue) }
  }

  /// The rule slot this clause fills, so that policies without common text can be set side by side.
  public var topic: String? {
    get { remarks?.value.topic }
    set { set(\.topic, newValue) }
  }

  /// The noun that references to this section use, instead of “section”.
  public var word: String? {
    get { remarks?.value.word }
    set { set(\.word, newValue) }
  }

  /// How the items directly below are numbered, where it differs from the policy's scheme.
  public var items: NumberPattern? {
    get { remarks?.value.items }
    set { set(\.items, newValue) }
  }

  /// The rules of checking that it may break, each with a reason.
  public var excuses: [Excuse] {
    get { remarks?.value.excuses ?? [] }
    set { set(\.excuses, newValue) }
  }
}

/// How far a fork may go with a clause.
public enum Tailoring: String, Hashable, Sendable, CaseIterable {
  /// The words stand as they are.
  case fixed
  /// Only terms may be filled in.
  case fill
  /// The words may be amended.
  case adapt
  /// The clause may be left out without more ado.
  case optional
}
