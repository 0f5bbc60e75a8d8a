import PolicyModel
import Testing

/// Problems have one order, whichever of them was found first.
@Suite struct ProblemOrderTests {
  /// One of no file, then those of two files by line and column.
  private static let ordered =
    [Diagnostic(.unfilledTerm, "nowhere")]
    + [("a.md", 2, 1), ("a.md", 2, 9), ("a.md", 10, 1), ("b.md", 1, 1)].map { path, line, column in
      Diagnostic(
        .unfilledTerm, "\(path):\(line):\(column)", at: SourcePosition(path: path, line: line, column: column))
    }

  @Test func theOrderDoesNotDependOnWhatWasFoundFirst() {
    for shift in Self.ordered.indices {
      let turned = Array(Self.ordered[shift...] + Self.ordered[..<shift])
      #expect(turned.inOrder == Self.ordered)
      #expect(Array(turned.reversed()).inOrder == Self.ordered)
    }
  }

  @Test func thoseOfOnePlaceStayAsTheyWereFound() {
    let place = SourcePosition(path: "a.md", line: 1, column: 1)
    let shown = SourcePosition(path: "a.md", line: 1, column: 1, excerpt: "words")
    let found = [("second", place), ("first", shown), ("third", place)].map { Diagnostic(.unfilledTerm, $0, at: $1) }
    #expect(found.inOrder == found)
  }
}
