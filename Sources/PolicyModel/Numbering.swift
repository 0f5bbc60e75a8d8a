/// How a clause takes part in counting.
public enum Numbering: Hashable, Sendable {
  /// Takes the next number.
  case automatic
  /// Sets the count, which goes on from there.
  case ordinal(Int)
  /// Counts without printing.
  case hidden
  /// Neither counts nor opens a level; clauses below continue the parent's count.
  case none

  /// The number that is set, where one is.
  package var ordinal: Int? { if case .ordinal(let ordinal) = self { ordinal } else { nil } }

  /// As written behind `number=`; nil for automatic, which is not written.
  public var written: String? {
    switch self {
    case .automatic: nil
    case .ordinal(let ordinal): String(ordinal)
    case .hidden: "hidden"
    case .none: "none"
    }
  }

  /// Reads `4`, `hidden`, `none` or `automatic`; ordinals run from 1 to 9999.
  public init?(_ written: String) {
    switch written {
    case "automatic": self = .automatic
    case "hidden": self = .hidden
    case "none": self = .none
    default:
      guard let ordinal = Int(written), (1...9999).contains(ordinal) else { return nil }
      self = .ordinal(ordinal)
    }
  }
}

/// One pattern for each level of a policy and of its appendices.
public struct NumberingScheme: Hashable, Sendable {
  /// The levels that have a pattern, by the name the source uses.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case section, clause, item, appendix
    case appendixClause = "appendix-clause"
  }

  private var patterns: [Level: NumberPattern]

  /// Sections 1, clauses 1.1, bullets, Appendix A, A.1 – except for the levels given.
  public init(_ patterns: [Level: NumberPattern] = [:]) {
    self.patterns = NumberingScheme.standard.merging(patterns) { $1 }
  }

  /// How clauses of a level are numbered.
  public subscript(level: Level) -> NumberPattern {
    get { patterns[level]! }
    set { patterns[level] = newValue }
  }

  private static let standard: [Level: NumberPattern] = [
    .section: NumberPattern("1")!, .clause: NumberPattern("1.1")!, .item: .bullet,
    .appendix: NumberPattern("Appendix A")!, .appendixClause: NumberPattern("A.1.1")!,
  ]
}
