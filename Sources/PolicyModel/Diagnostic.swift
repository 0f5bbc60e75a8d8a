/// A place in a file, counted from 1; columns count characters of UTF-8 bytes as editors and compilers do.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Relative to the workspace.
  public let path: String
  public let line: Int
  public let column: Int
  /// The line as it stands, for showing it with a caret.
  public let excerpt: String

  public init(path: String, line: Int, column: Int, excerpt: String = "") {
    self.path = path
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.path, left.line, left.column) < (right.path, right.line, right.column)
  }
}

/// What a problem is about, so that it can be found in whichever file wrote it.
public enum Subject: Hashable, Sendable {
  case document
  case frontMatter(String)
  case clause(Identity)
  /// By its place in the instrument, counted from 0.
  case amendment(Int)
  case quotation(amendment: Int)
  case reference(Identity, in: Identity?)
  case term(String, in: Identity?)
  /// An entry of a ledger, by its place in it, counted from 0.
  case record(Int)
}

/// One problem of the content, said so that a clerk can mend it.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    case error, warning
  }

  /// A further place that explains the problem.
  public struct Note: Hashable, Sendable {
    public let message: String
    public var position: SourcePosition?
    /// What it is about, while the position is not known yet.
    public let subject: Subject?

    public init(_ message: String, at position: SourcePosition? = nil, about subject: Subject? = nil) {
      self.message = message
      self.position = position
      self.subject = subject
    }
  }

  public let severity: Severity
  /// The permanent name of the rule that was broken.
  public let rule: Rule
  public let message: String
  /// What to do about it.
  public let remedy: String?
  public var position: SourcePosition?
  public var notes: [Note]
  /// What it is about, while the position is not known yet.
  public let subject: Subject?

  public init(
    _ rule: Rule, _ message: String, remedy: String? = nil, at position: SourcePosition? = nil,
    about subject: Subject? = nil, notes: [Note] = [], severity: Severity = .error
  ) {
    self.severity = severity
    self.rule = rule
    self.message = message
    self.remedy = remedy
    self.position = position
    self.subject = subject
    self.notes = notes
  }
}

extension Diagnostic {
  /// As many problems of one text as anyone mends at once; what is found beyond is not told.
  package static let most = 100
}

extension [Diagnostic] {
  /// In the order of lines and columns; those of one place in the order found.
  package var inOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let places = [left, right].map { ($0.element.position?.line ?? 0, $0.element.position?.column ?? 0, $0.offset) }
      return places[0] < places[1]
    }.map(\.element)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: message [rule]`, the line with a caret, the remedy and the notes.
  public var description: String {
    var lines = ["\(Diagnostic.prefix(position))\(severity.rawValue): \(message) [\(rule.rawValue)]"]
    if let position, !position.excerpt.isEmpty {
      let (excerpt, caret) = Diagnostic.window(position)
      lines += ["  \(excerpt)", "  \(caret)"]
    }
    if let remedy { lines.append("  help: \(remedy)") }
    for note in notes { lines.append("\(Diagnostic.prefix(note.position))note: \(note.message)") }
    return lines.joined(separator: "\n")
  }

  private static func prefix(_ position: SourcePosition?) -> String {
    position.map { "\($0.path):\($0.line):\($0.column): " } ?? ""
  }

  /// The part of a long line around the column, as wide as a terminal, and a caret below the column.
  private static func window(_ position: SourcePosition) -> (excerpt: String, caret: String) {
    let before = String(decoding: position.excerpt.utf8.prefix(position.column - 1), as: UTF8.self)
    let after = position.excerpt.dropFirst(before.count)
    let width = 76
    guard before.count + after.count > width else {
      return (position.excerpt.replacing("\t", with: " "), String(repeating: " ", count: before.count) + "^")
    }
    let kept = before.count > width / 2 ? "…" + before.suffix(width / 2) : before
    let room = width - kept.count
    let shown = kept + (after.count > room ? after.prefix(room - 1) + "…" : after)
    return (shown.replacing("\t", with: " "), String(repeating: " ", count: kept.count) + "^")
  }
}

/// Where each part of a file stands; kept beside the value, which does not know.
public struct SourceMap: Hashable, Sendable {
  /// Relative to the workspace.
  public let path: String
  private var positions: [Subject: SourcePosition] = [:]
  /// Where clauses stand that no identity is written for.
  public private(set) var unidentified: [SourcePosition] = []

  public init(path: String) {
    self.path = path
  }

  /// Remembers the first place of a subject.
  public mutating func record(_ subject: Subject, at position: SourcePosition) {
    if positions[subject] == nil { positions[subject] = position }
  }

  /// Remembers a clause that no identity is written for.
  public mutating func recordUnidentified(at position: SourcePosition) {
    unidentified.append(position)
  }

  /// Takes back what was remembered of clauses without identity since an earlier state.
  package mutating func forgetUnidentified(since earlier: SourceMap) {
    unidentified = earlier.unidentified
  }

  /// Adds what another map of the same file knows.
  public mutating func merge(_ other: SourceMap) {
    positions.merge(other.positions) { mine, _ in mine }
    unidentified += other.unidentified
  }

  public subscript(subject: Subject) -> SourcePosition? { positions[subject] }

  /// The place of a subject, else of what it is part of, else the head of the file.
  public func nearest(_ subject: Subject) -> SourcePosition {
    if let position = positions[subject] { return position }
    switch subject {
    case .reference(_, in: let clause?), .term(_, in: let clause?):
      if let position = positions[.clause(clause)] { return position }
    case .quotation(let amendment):
      if let position = positions[.amendment(amendment)] { return position }
    default: break
    }
    return positions[.document] ?? SourcePosition(path: path, line: 1, column: 1)
  }
}

/// A value read from a file, where its parts stand, and what is wrong with it.
public struct Sourced<Value: Sendable>: Sendable {
  /// Nil when too much is wrong to make sense of it.
  public var value: Value?
  public var sourceMap: SourceMap
  public var diagnostics: [Diagnostic]

  public init(_ value: Value?, _ sourceMap: SourceMap, _ diagnostics: [Diagnostic]) {
    self.value = value
    self.sourceMap = sourceMap
    self.diagnostics = diagnostics
  }
}
