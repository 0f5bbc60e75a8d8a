import PolicyModel
import Reading
import Testing

/// Marks hide nothing: without what went they leave the new line, without what came the old one.
@Suite struct MarkedTextTests {
  private static let words = [
    "staff", "must", "(not)", "the", "“Head”", "must,", "10", "1.5", "£5", "pupils’", "at", "once.", "and/or", "日本",
    "–",
  ]

  @Test func anyTwoLines() {
    var generator = SystemRandomNumberGenerator()
    func line() -> String {
      (0..<Int.random(in: 0...14, using: &generator)).map { _ in Self.words.randomElement(using: &generator)! }
        .joined(separator: " ")
    }
    for _ in 0..<3000 {
      let (old, new) = (line(), line())
      let marked = MarkedText(from: tokens(of: Text(old)), to: tokens(of: Text(new)))
      #expect(marked.read([.kept, .inserted]) == new)
      // What stays is spaced as in the new line.
      #expect(marked.read([.kept, .removed]).filter { $0 != " " } == old.filter { $0 != " " })
    }
  }
}

extension MarkedText {
  fileprivate func read(_ marks: Set<Mark>) -> String {
    shown(marks).map { ($0.hasSpace ? " " : "") + $0.stretch.text.plain }.joined()
  }
}
