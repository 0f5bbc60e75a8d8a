import Reading
import Testing

@Suite struct LeastEditsTests {
  private func edits(_ old: String, _ new: String) -> [String] {
    let (old, new) = (Array(old), Array(new))
    return leastEdits(from: old, to: new).map { "\(String(old[$0.old]))>\(String(new[$0.new]))" }
  }

  @Test func nothingDiffers() { #expect(edits("abc", "abc").isEmpty) }

  @Test func stretchesThatDiffer() {
    #expect(edits("abcdef", "abXdefY") == ["c>X", ">Y"])
    #expect(edits("", "ab") == [">ab"])
    #expect(edits("ab", "") == ["ab>"])
  }
}
