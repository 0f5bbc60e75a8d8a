/// A place in a file: line and column from 1, the column in bytes of UTF-8.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Relative to the workspace.
  public let path: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in bytes of UTF-8.
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
