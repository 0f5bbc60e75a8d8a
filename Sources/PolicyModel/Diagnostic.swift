/// One problem of the content, said so that a clerk can mend it.
public struct Diagnostic: Hashable, Sendable {
  /// How grave a problem is: an error keeps the text from being published, a warning does not, a note is for information.
  public enum Severity: String, Hashable, Sendable {
    case error, warning, note
  }

  /// A further place that explains the problem.
  public struct Note: Hashable, Sendable {
    /// Why the place matters, in a few words without a full stop.
    public let message: String
    /// Where to look; nil while that is not known.
    public var position: SourcePosition?
    /// What it is about, while the position is not known yet.
    public let subject: Subject?

    public init(_ message: String, at position: SourcePosition? = nil, about subject: Subject? = nil) {
      self.message = message
      self.position = position
      self.subject = subject
    }
  }

  /// Whether it keeps the text from being published.
  public let severity: Severity
  /// The permanent name of the rule that was broken.
  public let rule: Rule
  /// What is wrong, in a few words without a full stop.
  public let message: String
  /// What to do about it.
  public let remedy: String?
  /// Where it stands; nil while that is not known, and for a problem of no file.
  public var position: SourcePosition?
  /// Further places that help to understand it, in the order to be read.
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
  /// Whether there is any that keeps the text from being published.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// In the order of files, lines and columns, those without a place first; those of one place in the order found.
  package var inOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      switch (left.element.position, right.element.position) {
      case (let first?, let second?) where first < second: true
      case (let first?, let second?) where second < first: false
      case (nil, _?): true
      case (_?, nil): false
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `path:line:column: error: message [rule]`, the line with a caret, the remedy and the notes; the column in characters.
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
    position.map { "\($0.path):\($0.line):\($0.character): " } ?? ""
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
