import PolicyModel
import Reading
import Testing

/// Where clauses name entries of the register, and which parts of an Act they mean.
@Suite struct CitationTests {
  private static let register = Register(
    legislation: [
      Register.Legislation(
        identifier: "ukpga/Vict/6-7/96", title: "Libel Act 1843", miscitedAs: ["Libel Act 1943", "Libel Act 1952"],
        status: .inForceInPart),
      Register.Legislation(identifier: "ukpga/1952/1", title: "Libel Act 1952", status: .repealed),
      Register.Legislation(
        identifier: "ukpga/2001/24", title: "Anti-terrorism, Crime and Security Act 2001", status: .inForce),
      Register.Legislation(
        identifier: "ukpga/1952/66", title: "Defamation Act 1952", aliases: ["Defamation Acts 1952 and 1996"],
        status: .inForce),
      Register.Legislation(
        identifier: "ukpga/1996/31", title: "Defamation Act 1996", aliases: ["Defamation Acts 1952 and 1996"],
        status: .inForce),
    ],
    bodies: [Register.Body(key: "gscc", name: "General Social Care Council", status: .abolished)],
    services: [
      Register.Service(key: "x", name: "X", status: .open),
      Register.Service(key: "delicious", name: "del.icio.us", status: .closed),
    ],
    documents: [
      Register.RelatedDocument(name: "code", title: "General Social Care Council Code of Practice"),
      Register.RelatedDocument(name: "visits", title: "Guidance on visits", aliases: ["Guidance on Visits"]),
      Register.RelatedDocument(name: "outings", title: "Guidance On Visits"),
    ])

  private func citations(_ words: String, link: String? = nil) -> [Citation] {
    let run = Text.Run(.words(words), style: Text.Style(link: link))
    let clause = ResolvedClause(
      identity: "c", number: nil, provenance: Provenance(origin: Address("hill/trips@1.0")!),
      content: Clause("c", blocks: [.paragraph(Text([run]))]), clauses: [])
    let policy = ResolvedPolicy(
      address: Address("hill/trips@1.0")!, title: "Trips",
      organisation: Organisation(name: TermValue("Hill"), kind: .school),
      control: DocumentControl(), restates: nil, bases: [], numbering: NumberingScheme(), clauses: [clause])
    return CitationFinder(Self.register).citations(in: Manuscript(policy))
  }

  @Test(arguments: [
    ("sections 4 and 5 of the Libel Act 1843", ["section/4", "section/5"]),
    ("the Libel Act 1843, s.4(1)(a)", ["section/4/1/a"]),
    ("the Libel Act 1843 (ss 4-6)", ["section/4", "section/6"]),
    ("Part 2 of the Libel Act 1843", ["part/2"]),
    ("the Libel Act 1843", []),
    ("the Libel Act 1843 (see section 6.2)", []),
    ("the Libel Act 1843, section 6.2 below", []),
    ("section 6 on the Libel Act 1843", []),
  ])
  func partsOfAnActAreReadAroundItsTitle(words: String, provisions: [String]) {
    #expect(citations(words).map { $0.provisions.map(\.path) } == [provisions])
  }

  @Test(arguments: ["ANTI-TERRORISM CRIME AND SECURITY ACT 2001", "Anti-Terrorism, Crime, and Security Act (2001)."])
  func capitalsAndMarksDoNotMatter(words: String) {
    #expect(citations(words).map(\.key.name) == ["ukpga/2001/24"])
  }

  @Test func aTitleOfOneWordIsFoundAsItIsWritten() {
    #expect(citations("X marks the spot, x does not; del.icio.us and delicious").map(\.key.name) == ["x", "delicious"])
  }

  @Test func twoActsInOneBreathAreBothCited() {
    #expect(citations("the Defamation Acts 1952 and 1996").map(\.key.name) == ["ukpga/1952/66", "ukpga/1996/31"])
  }

  @Test func namesThatDifferByCapitalsAloneLeadToAllThatHaveThem() {
    #expect(citations("the Guidance on Visits").map(\.key.name) == ["visits", "outings"])
  }

  @Test func anActIsMeantRatherThanOneThatIsMiscitedSo() {
    #expect(citations("the Libel Act 1952").map(\.key.name) == ["ukpga/1952/1"])
  }

  @Test func aBodyIsNamedWithinTheTitleOfItsCode() {
    #expect(citations("General Social Care Council Code of Practice").map(\.key.name) == ["gscc", "code"])
  }

  @Test func aLinkLeadsToAnActAndItsSection() {
    let found = citations("the law", link: "https://www.legislation.gov.uk/ukpga/Vict/6-7/96/section/4")
    #expect(found.map(\.key.name) == ["ukpga/Vict/6-7/96"] && found[0].provisions.map(\.path) == ["section/4"])
  }

  @Test func theWordsOfALinkMayNameAnotherActThanItLeadsTo() {
    let found = citations("Libel Act 1943", link: "https://www.legislation.gov.uk/ukpga/2001/24")
    #expect(Set(found.map(\.key.name)) == ["ukpga/Vict/6-7/96", "ukpga/2001/24"])
    #expect(found.filter(\.isMiscited).map(\.words) == ["Libel Act 1943"])
  }

  @Test func theAuthorOfAPublicationHasAYearBehindIt() {
    #expect(citations("(General Social Care Council, 2008)").map(\.isAuthor) == [true])
    #expect(citations("the General Social Care Council, in 2008").map(\.isAuthor) == [false])
  }
}
