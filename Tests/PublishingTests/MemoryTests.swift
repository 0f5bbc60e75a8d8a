import PolicyModel
import Publishing
import Testing

/// What is remembered between two publishings is read as it was written, or not at all.
@Suite struct MemoryTests {
  @Test func wordsAreReadAsTheyWereWritten() {
    let words = ["plain", nil, "", "two\tcolumns", "two\nlines", "a \\ and \\t", "\\e", "“Ünïcode”", nil]
    var lines = MemoryLines()
    lines.add("words", words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7], words[8])
    lines.add("none")
    var read = MemoryLines(lines.bytes)
    let (word, line, none) = (read.next("word"), read.next("words"), read.next("none"))
    #expect(word == nil, "a kind is not told by its first letters")
    #expect(words.indices.map { line?[$0] } == words)
    #expect(none != nil && none?[0] == nil)
    #expect(read.isAtEnd)
  }

  @Test func aLineThatWasCutOffIsNotRead() {
    var lines = MemoryLines(Array("words\tall of the".utf8))
    let words = lines.next("words")
    #expect(words == nil && !lines.isAtEnd)
  }

  @Test func linesAddedToOthersAreReadOnTheirOwn() throws {
    var inner = MemoryLines()
    inner.add("words", "of their own")
    inner.add("end")
    var lines = MemoryLines()
    lines.add("inner", inner)
    lines.add("end")
    var read = MemoryLines(lines.bytes)
    #expect(try read.lines("inner").bytes == inner.bytes)
    #expect(read.next("end") != nil && read.isAtEnd)
  }

  @Test(arguments: ["inner\t7\nwords\n", "inner\t-1\nwords\n", "inner\t\nwords\n", "inner\tall\nwords\n", "words\n"])
  func linesThatAreNotThereAreNotRead(written: String) {
    var lines = MemoryLines(Array(written.utf8))
    #expect(throws: UnreadableMemory.self) { _ = try lines.lines("inner") }
  }

  @Test(arguments: [
    Forks.publication([Forks.level("county", .policy(Forks.county))]),
    Forks.publication(
      [
        Forks.level("county", .policy(Forks.county)),
        Forks.fork(
          "hill", of: "county/trips@1.0",
          [Forks.reword("bus", "kept clean", "washed"), Forks.term("employer", "the\tGovernors\n")]),
      ], approved: ["1.0", "2.0"]),
    Forks.publication(
      [Forks.level("county", .policy(Forks.county)), Forks.fork("dale", at: nil, of: "county/trips@1.0", [])],
      approved: []),
  ])
  func aListingIsReadAsItWasWritten(_ publication: Publication) throws {
    var lines = MemoryLines()
    Listing(publication, citing: []).write(to: &lines)
    var written = MemoryLines(lines.bytes)
    let next = try Listing.next(of: &written)
    let listing = try #require(next)
    #expect(written.isAtEnd)
    #expect(listing.address == publication.address)
    #expect(listing.ledger == publication.ledger)
    var again = MemoryLines()
    listing.write(to: &again)
    #expect(String(decoding: again.bytes, as: UTF8.self) == String(decoding: lines.bytes, as: UTF8.self))
  }

  @Test(arguments: ["decision\t1.0\tpassed", "decision\tone\tapproved", "inheritance\tcounty/trips@1.0\tsame\tmany\tA"])
  func whatCannotBeReadIsNoListing(line: String) {
    var lines = MemoryLines()
    Listing(Forks.publication([Forks.level("county", .policy(Forks.county))]), citing: []).write(to: &lines)
    var spoilt = MemoryLines(lines.bytes + Array((line + "\n").utf8))
    #expect(throws: UnreadableMemory.self) {
      _ = try Listing.next(of: &spoilt)
    }
  }
}
