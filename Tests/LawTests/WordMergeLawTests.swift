import Amending
import PolicyModel
import Testing

/// The laws of putting two changes of one line together.
@Suite struct WordMergeLawTests {
  /// Words taken out of a line at a place, and others put there.
  fileprivate struct Edit {
    let place: Range<Int>
    let words: [String]

    /// Whether words stay between it and another.
    func isApart(from other: Edit) -> Bool {
      place.upperBound < other.place.lowerBound || other.place.upperBound < place.lowerBound
    }
  }

  @Test(arguments: Laws.seeds)
  func bothChangesStandOrNoneIsMade(seed: UInt64) {
    var generator = Generator(seed: seed)
    var counts = (merged: 0, refused: 0)
    for number in 0..<(Laws.cases * 4) {
      let line = (0..<16).map { "word\($0)" }
      let (ours, theirs) = (generator.edit(line), generator.edit(line))
      let texts = [line, line.with([ours]), line.with([theirs])].map { Text($0.joined(separator: " ")) }
      let both = merged(texts[0], ours: texts[1], theirs: texts[2])
      #expect(both == merged(texts[0], ours: texts[2], theirs: texts[1]), "seed \(seed), case \(number)")
      if texts[1] == texts[2] {
        #expect(both == texts[1])
      } else if ours.isApart(from: theirs) {
        counts.merged += 1
        #expect(both?.plain == line.with([ours, theirs]).joined(separator: " "), "seed \(seed), case \(number)")
      } else {
        counts.refused += 1
        #expect(both == nil, "seed \(seed), case \(number)")
      }
    }
    #expect(counts.merged > Laws.cases && counts.refused > Laws.cases / 2)
  }

  @Test(arguments: Laws.seeds)
  func aChangeOnOneSideStands(seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<Laws.cases {
      let (base, other) = (generator.text(), generator.text())
      #expect(merged(base, ours: other, theirs: base) == other)
      #expect(merged(base, ours: base, theirs: other) == other)
      #expect(merged(base, ours: other, theirs: other) == other)
    }
  }

  @Test(arguments: Laws.seeds)
  func theSidesMayBeExchanged(seed: UInt64) {
    var generator = Generator(seed: seed)
    for number in 0..<Laws.cases {
      let (base, more) = (generator.text(), generator.text())
      let ours = Text(more.runs + [Text.Run(.words(" "))] + base.runs)
      let theirs = Text(base.runs + [Text.Run(.words(" "))] + generator.text().runs)
      let both = merged(base, ours: ours, theirs: theirs)
      #expect(both == merged(base, ours: theirs, theirs: ours), "seed \(seed), case \(number)")
    }
  }

  @Test func styledWordsTermsAndLinksAreWords() throws {
    func line(_ source: String) throws -> Text { try policy("1. {#a} \(source)").clauses[0].texts[0] }
    let both = try merged(
      line("Ask *the head* of {{employer}}, see [the Act](https://example.org/act)."),
      ours: line("Ask *the deputy* of {{employer}}, see [the Act](https://example.org/act)."),
      theirs: line("Ask *the head* of {{employer}}, see [the new Act](https://example.org/act)."))
    #expect(try both == line("Ask *the deputy* of {{employer}}, see [the new Act](https://example.org/act)."))
  }

  @Test func aLineWrittenAnewIsOneChange() {
    let (base, ours, theirs) = (
      "Staff wait in the hall until the head comes.", "Pupils stand at the gate when the bus comes.",
      "Staff wait in the hall, until the head comes."
    )
    // “the” stays by chance: nothing that stands between is a place for another change.
    #expect(merged(Text(base), ours: Text(ours), theirs: Text(theirs)) == nil)
  }
}

extension Generator {
  fileprivate mutating func edit(_ line: [String]) -> WordMergeLawTests.Edit {
    let start = Int.random(in: 0...line.count, using: &self)
    let end = min(line.count, start + Int.random(in: 0...2, using: &self))
    return WordMergeLawTests.Edit(place: start..<end, words: start == end ? [ownWord()] : list(0...2) { $0.ownWord() })
  }
}

extension [String] {
  fileprivate func with(_ edits: [WordMergeLawTests.Edit]) -> [String] {
    edits.sorted { $0.place.lowerBound > $1.place.lowerBound }.reduce(self) { line, edit in
      var line = line
      line.replaceSubrange(edit.place, with: edit.words)
      return line
    }
  }
}
