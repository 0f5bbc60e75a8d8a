/// A place in a file: line and column from 1, the column in bytes of UTF-8.
public struct SourcePosition: Hashable, Sendable, Comparable {
  /// Relative to the workspace.
  public let path: String
  /// Counted from 1.
  public let line: Int
  /// Counted from 1, in bytes of UTF-8.
  public let column: Int
  /// The bytes of the line; most places are never shown, so that a text is made of them only where it is asked for.
  private let written: ArraySlice<UInt8>

  public init(path: String, line: Int, column: Int, excerpt: String = "") {
    self.init(path: path, line: line, column: column, written: ArraySlice(excerpt.utf8))
  }

  /// - Parameter written: the line as it stands, in UTF-8.
  package init(path: String, line: Int, column: Int, written: ArraySlice<UInt8>) {
    self.path = path
    self.line = line
    self.column = column
    self.written = written
  }

  /// The line as it stands, for showing it with a caret.
  public var excerpt: String { String(decoding: written, as: UTF8.self) }

  /// The column as it is shown: counted from 1, in characters of Unicode; in bytes where the line is not known.
  public var character: Int {
    guard !written.isEmpty else { return column }
    return written.prefix(max(0, column - 1)).count { $0 & 0xC0 != 0x80 } + 1
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.path, left.line, left.column) < (right.path, right.line, right.column)
  }
}

extension SourcePosition {
  /// Another place in the same line.
  package func moved(toColumn column: Int) -> SourcePosition {
    SourcePosition(path: path, line: line, column: column, written: written)
  }

  /// The place of some words further on in the line; the same place where they do not stand there.
  package func moved(to words: String) -> SourcePosition { places(of: words).first.map(moved(toColumn:)) ?? self }

  /// The last place of some words further on in the line; the same place where they do not stand there.
  package func moved(toLast words: String) -> SourcePosition { places(of: words).last.map(moved(toColumn:)) ?? self }

  /// The columns from which some words stand further on in the line.
  private func places(of words: String) -> some BidirectionalCollection<Int> {
    let rest = written.dropFirst(max(0, column - 1))
    let sought = Array(words.utf8)
    return rest.indices.lazy.filter { !sought.isEmpty && rest[$0...].starts(with: sought) }
      .map { $0 - written.startIndex + 1 }
  }
}
