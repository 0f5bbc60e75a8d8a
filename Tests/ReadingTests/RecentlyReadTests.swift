import Reading
import Testing

/// What was read before is not read again: nobody may notice.
@Suite struct RecentlyReadTests {
  /// The same letters, in one sign each and with the accent apart.
  @Test(arguments: [
    ["Staff of the café must close.", "Staff of the cafe\u{301} must close."],
    ["A café. A bar.", "A cafe\u{301}. A bar."],
  ])
  func eachSpellingIsReadAsItIsWritten(_ spellings: [String]) {
    for text in spellings + spellings {
      #expect(Array(words(of: text).map(\.text).joined(separator: " ").utf8) == Array(text.utf8))
      #expect(Array(sentences(of: text).joined(separator: " ").utf8) == Array(text.utf8))
      for modal in modals(in: text) { #expect(text.utf8.contains((modal.bearer ?? "").utf8)) }
    }
  }

  /// More than are held at once, and one that is longer than any that is held.
  @Test func whatIsForgottenIsReadAgain() {
    let long = Array(repeating: "Staff must ask the head.", count: 200).joined(separator: " ")
    let numbered = (0..<10_000).map { "Rule \($0) must be read." }
    for text in numbered + numbered.prefix(10) + [long, long] {
      #expect(words(of: text).map(\.text).joined(separator: " ") == text)
    }
    #expect(sentences(of: long).allSatisfy { $0 == "Staff must ask the head." })
  }
}
