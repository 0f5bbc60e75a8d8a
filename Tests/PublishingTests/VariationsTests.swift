import Amending
import Foundation
import PolicyModel
import Publishing
import Testing

/// The statement of local variations: what a school does beyond filling in terms, clause by clause, and why.
@Suite struct VariationsTests {
  private static let base = Forks.level("county", .policy(Forks.county))

  private struct Shape: Decodable {
    struct Approval: Decodable { let by: String?, on: String?, minute: String? }
    struct Verdict: Decodable { let result: String, clauses: [String], document: [String] }
    struct Counts: Decodable, Equatable {
      let total: Int, inherited: Int, termsOnly: Int, amended: Int, leftOut: Int, added: Int, moved: Int
    }
    struct Value: Decodable { let long: String, short: String?, possessive: String? }
    struct Term: Decodable { let name: String, base: Value?, own: Value?, clauses: Int }
    struct Fact: Decodable { let name: String, base: String?, own: String? }
    struct Deviation: Decodable {
      let id: String, baseNumber: String?, number: String?, classes: [String], base: String?, own: String?
      let changes: [String], reason: String?, minute: String?, parts: [String]
    }
    let address: String, base: String, approval: Approval, verdict: Verdict, counts: Counts, terms: [Term]
    let document: [Fact], amended: [Deviation], own: [Deviation], leftOut: [Deviation], moved: [Deviation]
  }

  private struct Statement {
    let files: [String: String]
    let data: Shape

    var page: String { files["hill/trips/1.0-variations.html"]! }
    var markdown: String { files["hill/trips/1.0-variations.md"]! }
  }

  /// The statement of a school that makes some amendments.
  private func statement(_ amendments: [Amendment]) throws -> Statement {
    let hill = Forks.fork("hill", of: "county/trips@1.0", amendments)
    let files = Forks.publish([Forks.publication([Self.base]), Forks.publication([Self.base, hill])])
    let json = try #require(files["hill/trips/1.0-variations.json"])
    return Statement(files: files, data: try JSONDecoder().decode(Shape.self, from: Data(json.utf8)))
  }

  private static let filled = [Forks.term("head", "the Head"), Forks.term("employer", "the School")]

  // MARK: The verdict

  @Test func aSchoolThatOnlyFillsInTermsNeedNotConsult() throws {
    let statement = try statement(Self.filled)
    #expect(statement.data.verdict.result == "terms only")
    #expect(statement.data.verdict.clauses.isEmpty)
    #expect(statement.page.contains("This policy differs from that of County School only in the terms it fills in."))
    #expect(statement.markdown.contains("only in the terms it fills in."))
    #expect(!statement.page.contains("Clauses amended"))
    #expect(
      statement.data.counts
        == Shape.Counts(total: 11, inherited: 8, termsOnly: 3, amended: 0, leftOut: 0, added: 0, moved: 0))
  }

  @Test func aSchoolThatChangesNothingSaysTheSame() throws {
    let statement = try statement([])
    #expect(statement.data.verdict.result == "same")
    #expect(statement.page.contains("This policy does not differ from that of County School."))
    #expect(statement.data.terms.isEmpty)
  }

  @Test func termsAreListedWithBothValuesAndTheirUses() throws {
    let terms = try statement(Self.filled).data.terms
    #expect(terms.map(\.name) == ["employer", "head"])
    #expect(terms.map { $0.base?.long } == ["the County", "the Director"])
    #expect(terms.map { $0.own?.long } == ["the School", "the Head"])
    #expect(terms.map(\.clauses) == [1, 2])
  }

  @Test func aTermThatStandsNowhereIsNotFilledIn() throws {
    let statement = try statement([Forks.term("nowhere", "somewhere")])
    #expect(statement.data.terms.isEmpty && statement.data.verdict.result == "same")
  }

  @Test func oneTermInThePlaceOfAnotherIsNoFillingIn() throws {
    // Both read “the County” in the base, and the fork’s “the School” is the value of a term too.
    let swap = Amendment(
      .substituteText(.identity("pay"), [.paragraph("Parents pay {{employer}}.".text)]),
      reason: Text("we keep the money"))
    let statement = try statement(Self.filled + [swap])
    #expect(statement.data.verdict.clauses == ["pay"])
    #expect(statement.page.contains("One clause goes further than filling in the terms of County School’s policy:"))
    let amended = try #require(statement.data.amended.first)
    #expect(amended.base == "Parents pay the County." && amended.own == "Parents pay the School.")
    #expect(amended.reason == "we keep the money.")
  }

  @Test func aTermThatTheSchoolDoesNotTakeUpIsNoFillingInEither() throws {
    // The words are still the county’s, but not what they would be with the school’s term.
    let kept = Forks.reword("bus", "{{employer}}", "{{owner}}")
    let statement = try statement(Self.filled + [kept])
    #expect(statement.data.verdict.clauses == ["bus"])
    let amended = try #require(statement.data.amended.first)
    #expect(amended.base == amended.own)
    #expect(statement.page.contains("[taken out: </span>the School<"))
  }

  @Test func aChangedTitleGoesFurtherAndAReviewCycleWhereThereWasNoneDoesNot() throws {
    let cycle = Amendment(.setDocument(.reviewEvery(Period(1, .year))))
    let filled = try statement([cycle])
    #expect(filled.data.verdict.result == "same" && filled.data.document.map(\.name) == ["review cycle"])
    let renamed = try statement([cycle, Amendment(.setDocument(.title("Outings")))])
    #expect(renamed.data.verdict.result == "further" && renamed.data.verdict.document == ["title"])
    #expect(renamed.page.contains("No clause goes further than filling in terms."))
    #expect(renamed.page.contains("The title of the document was changed too."))
  }

  // MARK: Deviations

  private static let busy: [Amendment] =
    filled + [
      Forks.reword("leave", "should", "must", because: "safeguarding <i>"),
      Amendment(
        .insert(
          [Forks.clause("kit", "Wear:", [Forks.clause("boots", "boots", kind: .item)])], .after(.identity("bus"))),
        reason: Text("it rains")),
      Amendment(.omit(.identity("list")), reason: Text("a list exists.")),
      Amendment(.move(.identity("help"), .startOf(.identity("money"))), reason: Text("help comes first")),
      Forks.reword("help", "offered", "given"),
      Amendment(.renumber(.identity("report"), .ordinal(4))),
    ]

  @Test func everyDeviationIsThereAndCountedOnce() throws {
    let data = try statement(Self.busy).data
    #expect(data.amended.map(\.id) == ["leave", "help"])
    #expect(data.own.map(\.id) == ["kit"] && data.own.map(\.parts) == [["boots"]])
    #expect(data.leftOut.map(\.id) == ["list"] && data.leftOut.map(\.parts) == [["map", "food"]])
    #expect(data.moved.map(\.id) == ["help", "report"])
    #expect(data.verdict.clauses == ["leave", "help", "kit", "boots", "list", "map", "food", "report"])
    #expect(
      data.counts == Shape.Counts(total: 11, inherited: 4, termsOnly: 2, amended: 2, leftOut: 3, added: 2, moved: 1))
  }

  @Test func theBaseIsQuotedAsPublishedAndOnlyDeviationsAreMarked() throws {
    let statement = try statement(Self.busy)
    let leave = try #require(statement.data.amended.first)
    #expect(leave.base == "Staff should ask the Director for leave.")
    #expect(leave.own == "Staff must ask the Head for leave.")
    #expect(leave.classes == ["stronger"] && leave.baseNumber == "1.1")
    #expect(statement.page.contains("Staff should ask the Director for leave."))
    #expect(statement.page.contains("must<span class=\"unseen\">]</span></ins> ask the Head for leave."))
    #expect(statement.page.contains("Stronger: “should” became “must”."))
    #expect(statement.markdown.contains("Here: Staff ~~should~~ **must** ask the Head for leave."))
  }

  @Test func reasonsStandWhereTheyWereGiven() throws {
    let statement = try statement(Self.busy)
    let data = statement.data
    #expect(data.amended.map(\.reason) == ["safeguarding <i>.", nil])
    #expect(data.own.map(\.reason) == ["it rains."] && data.leftOut.map(\.reason) == ["a list exists."])
    #expect(data.moved.map(\.reason) == ["help comes first.", nil])
    #expect(statement.page.contains("Reason: safeguarding &lt;i&gt;."))
    #expect(statement.page.components(separatedBy: "No reason recorded.").count == 3)
  }

  @Test func everyReasonForAClauseIsGivenOnce() throws {
    let leave = try statement([
      Forks.reword("leave", "should", "must", because: "it is safer."),
      Forks.reword("leave", "Staff", "Teachers", because: "governors asked"),
      Forks.reword("leave", "leave", "time", because: "it is safer."),
    ]).data.amended
    #expect(leave.map(\.reason) == ["it is safer; governors asked."])
  }

  @Test func aReasonSaysTermsAsTheSchoolFillsThemIn() throws {
    let boots = Amendment(
      .insert([Forks.clause("kit", "Wear boots.")], .after(.identity("bus"))), reason: "{{head}} asked".text)
    #expect(try statement(Self.filled + [boots]).data.own.map(\.reason) == ["the Head asked."])
  }

  @Test func aReasonMayNameTheClauseThatItTakesAway() throws {
    let gone = Amendment(
      .omit(.identity("help")),
      reason: Text([Text.Run(.words("nobody used ")), Text.Run(.reference(Reference([.single("help")])))]))
    #expect(try statement([gone]).data.leftOut.count == 1)
  }

  @Test func theMinuteOfTheApprovalStandsWithEachDeviation() throws {
    let statement = try statement(Self.busy)
    #expect(statement.data.approval.minute == "FGB 1.0" && statement.data.approval.by == "Governors")
    #expect(statement.data.amended.allSatisfy { $0.minute == "FGB 1.0" })
    #expect(statement.page.contains("No reason recorded. Minute: FGB 1.0."))
  }

  @Test func withoutALedgerTheMinuteIsNotRecorded() throws {
    let hill = Forks.fork("hill", of: "county/trips@1.0", Self.busy)
    let files = Forks.publish([
      Forks.publication([Self.base]), Forks.publication([Self.base, hill], approved: []),
    ])
    let page = try #require(files["hill/trips/1.0-variations.html"])
    #expect(page.contains("<dt>Minute</dt><dd class=\"missing\">not recorded</dd>"))
    #expect(!page.contains("Minute: "))
  }

  @Test func aDraftSaysThatItIsNotApproved() throws {
    let hill = Forks.fork("hill", at: nil, of: "county/trips@1.0", Self.busy)
    let files = Forks.publish([Forks.publication([Self.base]), Forks.publication([Self.base, hill], approved: [])])
    #expect(try #require(files["hill/trips/draft-variations.html"]).contains("This text has not been approved."))
  }

  // MARK: The page

  @Test func nothingInAPolicyBecomesMarkup() throws {
    let page = try statement(Self.busy + [Forks.reword("bus", "& kept", "& <i>kept")]).page
    #expect(!page.contains("<b>") && !page.contains("<i>") && !page.contains("used & kept"))
  }

  @Test func everyClauseOfTheVerdictHasItsPlaceOnThePage() throws {
    let page = try statement(Self.busy).page
    let verdict = try #require(page.firstMatch(of: /(?s)<section class="verdict".*?<\/section>/)).output
    let links = verdict.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    #expect(links.count == 8)
    for link in Set(links) { #expect(page.components(separatedBy: "id=\"\(link)\"").count == 2, "\(link)") }
  }

  @Test func itIsLinkedFromTheDocumentAndFromItsEditions() throws {
    let files = try statement(Self.busy).files
    #expect(try #require(files["hill/trips/1.0.html"]).contains("<a href=\"1.0-variations.html\">"))
    #expect(try #require(files["hill/trips/1.0.md"]).contains("](1.0-variations.md)"))
    #expect(
      try #require(files["hill/trips/index.html"]).contains("<a href=\"1.0-variations.html\">local variations</a>"))
    #expect(!(try #require(files["county/trips/1.0.html"]).contains("variations")))
    #expect(files["county/trips/1.0-variations.html"] == nil)
  }

  @Test func allPagesCountTheSameClauses() throws {
    let files = try statement(Self.busy).files
    let summary =
      "Of the 11 clauses of the base, 4 are inherited word for word, 2 are different in terms alone, 2 are amended and 3 are left out; 2 of its own are added and 1 stands in another place."
    for path in ["1.0-variations.html", "1.0-variations.md", "1.0.html", "1.0.md"] {
      #expect(try #require(files["hill/trips/\(path)"]).contains(summary), "\(path)")
    }
    #expect(try #require(files["inheritance.svg"]).contains(">6 inherited, 2 amended, 2 added<"))
  }

  @Test func theManyThatNobodyAmendsAreDrawnAsOne() throws {
    let schools = (10...35).map { Forks.fork("school-\($0)", of: "county/trips@1.0", Self.busy) }
    let child = Forks.fork("child", of: "school-10/trips@1.0", [])
    let forks = schools.map { Forks.publication([Self.base, $0]) }
    let files = Forks.publish(
      [Forks.publication([Self.base])] + forks + [Forks.publication([Self.base, schools[0], child])])
    let picture = try #require(files["inheritance.svg"])
    let many =
      "25 organisations, 25 texts amend County School, edition 1.0: on average 6 inherited, 2 amended, 2 added."
    #expect(picture.contains(many) && picture.contains(">25 texts, on average<"))
    #expect(
      picture.contains(
        "School-10 School, edition 1.0 amends County School, edition 1.0: 6 inherited, 2 amended, 2 added."))
    #expect(picture.contains("Child School, edition 1.0 amends School-10 School, edition 1.0"))
  }

  @Test func onlyTheFormatsAskedForAreWritten() throws {
    let hill = Forks.fork("hill", of: "county/trips@1.0", Self.busy)
    let files = Forks.publish([Forks.publication([Self.base]), Forks.publication([Self.base, hill])], formats: [.md])
    #expect(files["hill/trips/1.0-variations.md"] != nil && files["hill/trips/1.0-variations.html"] == nil)
    #expect(try #require(files["hill/trips/index.html"]).contains("<a href=\"1.0-variations.md\">local variations</a>"))
  }
}
