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

extension SourcePosition {
  /// The place of some words further on in the line; the same place where they do not stand there.
  package func moved(to words: String) -> SourcePosition {
    let line = Array(excerpt.utf8)
    let sought = Array(words.utf8)
    guard !sought.isEmpty, line.count >= sought.count, column >= 1, column <= line.count else { return self }
    for start in (column - 1)...max(column - 1, line.count - sought.count)
    where line.count - start >= sought.count && line[start..<(start + sought.count)].elementsEqual(sought) {
      return SourcePosition(path: path, line: self.line, column: start + 1, excerpt: excerpt)
    }
    return self
  }
}
