import Reading
import Testing

@Suite struct LeastEditsTests {
  private func edits(_ old: String, _ new: String) -> [String] {
    let (old, new) = (Array(old), Array(new))
    return leastEdits(from: old, to: new).map { "\(String(old[$0.old]))>\(String(new[$0.new]))" }
  }

  @Test func nothingDiffers() {
    #expect(edits("abc", "abc").isEmpty)
    #expect(edits("", "").isEmpty)
  }

  @Test func stretchesThatDiffer() {
    #expect(edits("abcdef", "abXdefY") == ["c>X", ">Y"])
    #expect(edits("", "ab") == [">ab"])
    #expect(edits("ab", "") == ["ab>"])
    #expect(edits("ab", "xyz") == ["ab>xyz"])
  }

  /// The stretches give the new sequence, and no fewer removals and insertions would: nothing is found within a lower limit.
  @Test func anyTwoSequences() {
    var generator = SystemRandomNumberGenerator()
    func sequence(of letters: Int) -> [Int] {
      (0..<Int.random(in: 0...40, using: &generator)).map { _ in Int.random(in: 0..<letters, using: &generator) }
    }
    for number in 0..<4000 {
      let letters = 1 + number % 12
      let (old, new) = (sequence(of: letters), sequence(of: letters))
      let hunks = leastEdits(from: old, to: new)
      #expect(changed(old, by: hunks, to: new) == new, "\(old) to \(new)")
      let count = hunks.reduce(0) { $0 + $1.old.count + $1.new.count }
      #expect(count == new.difference(from: old).count, "\(old) to \(new)")
      #expect(leastEdits(from: old, to: new, atMost: count) == hunks, "\(old) to \(new)")
      #expect(leastEdits(from: old, to: new, atMost: count - 1) == nil, "\(old) to \(new)")
      #expect(zip(hunks, hunks.dropFirst()).allSatisfy { $0.old.upperBound < $1.old.lowerBound }, "\(old) to \(new)")
    }
  }

  private func changed(_ old: [Int], by hunks: [Hunk], to new: [Int]) -> [Int] {
    var result = old
    for hunk in hunks.reversed() { result.replaceSubrange(hunk.old, with: new[hunk.new]) }
    return result
  }
}
