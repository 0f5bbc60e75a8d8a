import Amending
import Foundation
import PolicyModel
import Publishing
import Testing

/// The meeting pack: the cover that a board reads, and the parts it rests on, on one page.
@Suite struct ReviewPackTests {
  private static let base = Forks.level("county", .policy(Forks.county))
  private static let edition = Forks.fork(
    "hill", of: "county/trips@1.0", [Forks.term("head", "the Head"), Forks.reword("bus", "used & kept", "kept")])
  private static let draft = Forks.fork(
    "hill", at: nil, of: "county/trips@1.0",
    [
      Forks.term("head", "the Head"), Forks.reword("bus", "used & kept", "kept"),
      Forks.reword("leave", "should", "must", because: "a coach was missed"),
      Amendment(.omit(.identity(Identity("help")))),
    ])

  private struct Pack {
    let page: String
    let markdown: String

    /// What a board reads: all before the findings.
    var cover: String { markdown.components(separatedBy: "## Findings").first ?? "" }

    func part(_ name: String) -> String {
      let parts = page.components(separatedBy: "<section class=\"part")
      return parts.first { $0.contains("aria-labelledby=\"page_\(name)\"") } ?? ""
    }
  }

  private func pack(
    _ level: Level, findings: [ReviewPack.Finding] = [], obstacles: [ReviewPack.Finding] = [],
    base: BaseStanding = .current(Address("county/trips@1.0")!), on day: String = "2022-06"
  ) throws -> Pack {
    var publication = Forks.publication([Self.base, level], newest: "1.0")
    publication.redline = redline(from: resolve([Self.base, Self.edition]), to: resolve([Self.base, level]))
    let pack = ReviewPack(
      publication: publication, findings: findings, obstacles: obstacles, proposedEdition: nil, base: base,
      register: Register(), asAt: try #require(PartialDate(day)))
    let files = Templates.ofTheProject.render(pack).map { String(decoding: $0.bytes, as: UTF8.self) }
    return Pack(page: files[0], markdown: files[1])
  }

  private func finding(
    _ severity: Diagnostic.Severity, _ message: String, in clause: String? = nil, rule: Rule = .placeholder
  ) -> ReviewPack.Finding {
    let subject = clause.flatMap { Identity($0) }.map { Subject.clause($0) } ?? .document
    return ReviewPack.Finding(
      Diagnostic(rule, message, remedy: "mend it", about: subject, severity: severity), writtenIn: nil)
  }

  // MARK: The cover

  @Test(arguments: [
    "Health, Safety and Care Act 1974", "Health and Safety at Work etc. Act 1974",
    "Offences against the Person Act 1861",
    "Rehabilitation of Offenders Act 1974 (Exceptions) Order 1975",
  ])
  func itNamesTheLawsThatTheRegisterDoesNotHold(law: String) throws {
    let level = Forks.fork(
      "hill", at: nil, of: "county/trips@1.0",
      [
        Forks.term("head", "the Head"),
        Forks.reword("bus", "used & kept", "kept as the \(law) asks"),
      ])
    let cover = try pack(level).cover
    #expect(
      cover.contains(
        "It cites 1 law that the register does not hold, so nobody can tell from it whether it is in force: the \(law)."
      ))
    #expect(try !pack(Self.draft).cover.contains("does not hold"))
  }

  @Test func itSaysWhatChangedAndFillsInTheResolutions() throws {
    let pack = try pack(Self.draft)
    #expect(pack.cover.contains("Draft, beside edition 1.0 (approved 2021)."))
    #expect(pack.cover.contains("- **stronger** 1.1: “should” became “must”."))
    #expect(pack.cover.contains("By class: 1 stronger and 1 substantive."))
    #expect(pack.cover.contains("approved as edition 2.0 in place of edition 1.0, and that it be reviewed again by"))
    #expect(pack.cover.contains("that edition 1.0 of the Trips of Hill School, having been reviewed, stay in force"))
    #expect(pack.markdown.contains("ratify hill/trips --edition 2.0 --approved-by \"Governors\" --on DATE"))
  }

  @Test func anEditionIsReviewedWithoutARedline() throws {
    let pack = try pack(Self.edition)
    #expect(pack.cover.contains("Nothing: there is no draft, and edition 1.0 (approved 2021) is what stands in force."))
    #expect(pack.cover.contains("There is no draft that could be approved."))
    #expect(!pack.cover.contains("**Approve:**"))
    #expect(pack.part("redline").contains("There is no draft: nothing is proposed to change."))
    #expect(pack.part("duties").contains("<p>None.</p>"))
  }

  @Test func aChangeOfLooksAloneIsASmallerEdition() throws {
    let draft = Forks.fork(
      "hill", at: nil, of: "county/trips@1.0",
      [
        Forks.term("head", "the Head"), Forks.reword("bus", "used & kept", "kept"),
        Forks.reword("help", "Help is offered", "Help is offered,"),
      ])
    #expect(try pack(draft).cover.contains("Is the draft to become edition 1.1 in place of edition 1.0?"))
  }

  @Test func itShowsAFewOfManyAndSaysHowManyMore() throws {
    let findings =
      (1...30).map { finding(.error, "blank \($0)", in: "bus") } + [finding(.warning, "small", in: "leave")]
    let pack = try pack(Self.draft, findings: findings)
    #expect(pack.cover.contains("The checks found 30 errors and 1 warning."))
    #expect(pack.cover.contains("blank 5."))
    #expect(!pack.cover.contains("blank 6."))
    #expect(pack.cover.contains("And 25 more as grave"))
    #expect(!pack.cover.contains("small"))
    #expect(pack.cover.contains("Can it stand with 30 errors"))
  }

  @Test func whatIsWrongWithManyClausesStandsOnTheCoverOnce() throws {
    let clauses = ["leave", "bus", "map", "food", "pay", "report"]
    let cover = try pack(Self.draft, findings: clauses.map { finding(.error, "blank", in: $0) }).cover
    #expect(cover.contains("**1.1**, **1.2**, **1.3 item 1**, **1.3 item 2** and 2 more (error): blank."))
    #expect(!cover.contains("more as grave"))
  }

  @Test func lawThatIsRepealedStandsApartFromWhatElseIsWrong() throws {
    let findings = [
      finding(.error, "blank", in: "bus"), finding(.warning, "1.1 cites an old Act", in: "leave", rule: .repealedLaw),
    ]
    let cover = try pack(Self.draft, findings: findings).cover
    #expect(cover.contains("- **1.1** (warning): cites an old Act."))
    #expect(cover.contains("What is out of date in 1 place: is it to be mended?"))
    #expect(!cover.contains("No law, body, service"))
  }

  @Test func entriesThatNobodyWentThroughOfLateAreSaidOnceAndHideNothing() throws {
    let law = finding(.warning, "1.1 cites an old Act", in: "leave", rule: .repealedLaw)
    let stale = (1...21).map { finding(.warning, "entry \($0)", rule: .staleRegister) }
    let cover = try pack(Self.draft, findings: stale + [law]).cover
    #expect(cover.contains("- **1.1** (warning): cites an old Act."))
    #expect(!cover.contains("more of this kind") && !cover.contains("(warning): entry"))
    #expect(cover.contains("What is out of date in 1 place: is it to be mended?"))
    #expect(
      cover.contains("Of the entries of the registers that it cites, 21 were last checked more than six months ago"))
    #expect(try pack(Self.draft, findings: [stale[0]]).cover.contains("1 was last checked more than six months ago"))
  }

  @Test func whatKeepsTheDraftFromBecomingAnEditionIsSaidFirst() throws {
    let obstacle = ReviewPack.Finding(
      Diagnostic(
        .missingIdentity, "this clause has no identity", at: SourcePosition(path: "draft.md", line: 9, column: 1)),
      writtenIn: nil, times: 4)
    let pack = try pack(Self.draft, obstacles: [obstacle])
    #expect(pack.cover.contains("The draft cannot become an edition as it stands: this clause has no identity."))
    #expect(pack.markdown.contains("| Line 9 | **error** This clause has no identity, and in 3 more places."))
  }

  @Test func itSaysWhatTakingTheNewerBaseWouldDo() throws {
    func decision(_ outcome: Decision.Outcome) -> Decision {
      Decision(
        amendment: 0, target: "#bus", outcome: outcome, base: "old", theirs: "their words", ours: "our words",
        result: nil)
    }
    let outcomes: [Decision.Outcome] = [.clean, .clean, .bothChanged]
    let news = BaseNews(
      from: Address("county/trips@1.0")!, to: Address("county/trips@2.0")!, behind: 1, redline: nil,
      meetings: outcomes.map { ("1.2", decision($0)) })
    let pack = try pack(Self.draft, base: .behind(news))
    #expect(pack.cover.contains("Edition 2.0 is newer by one edition than edition 1.0, on which this text rests."))
    #expect(
      pack.cover.contains(
        "of 3 amendments 2 apply cleanly and 1 changes words that were changed there too. To be decided: 1."))
    #expect(pack.cover.contains("Is edition 2.0 of County School to be taken up first?"))
    #expect(pack.part("news").contains("their words"))
    #expect(try !self.pack(Self.draft).page.contains("page_news"))
  }

  @Test func itSaysWhatADraftTakesFromTheBase() throws {
    let news = BaseNews(
      from: Address("county/trips@1.0")!, to: Address("county/trips@2.0")!, behind: 1, redline: nil, meetings: [])
    let pack = try pack(Self.draft, base: .taken(news))
    let sentence =
      "The draft takes edition 2.0, newer by one edition than edition 1.0, on which the text in force rests."
    #expect(pack.cover.contains(sentence) && !pack.cover.contains("the newest"))
    #expect(pack.part("news").contains(">What the draft takes from the base</h2>"))
  }

  // MARK: The parts

  @Test func findingsStandInTheOrderOfTheClauses() throws {
    let findings = [
      finding(.note, "third", in: "report"), finding(.error, "second", in: "leave"), finding(.warning, "first"),
    ]
    let part = try pack(Self.draft, findings: findings).part("findings")
    let places = ["First", "Second", "Third"].compactMap { part.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted())
  }

  @Test func everyAnchorStandsOnceAndEveryLinkLeadsSomewhere() throws {
    let page = try pack(Self.draft, findings: [finding(.error, "blank", in: "bus")]).page
    let anchors = page.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
    #expect(anchors.count == Set(anchors).count, "\(Dictionary(grouping: anchors) { $0 }.filter { $1.count > 1 }.keys)")
    let goals = page.matches(of: /\ (?:href="#|aria-labelledby="|for=")([^"]*)"/).map { String($0.1) }
    #expect(Set(goals).subtracting(anchors).isEmpty, "\(Set(goals).subtracting(anchors))")
    #expect(anchors.contains("bus") && anchors.contains("redline_bus") && anchors.contains("local_bus"))
  }

  @Test func headingsGoOneLevelDownAtATime() throws {
    let levels = try pack(Self.draft).page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
  }

  @Test func theCleanCopyHasNoMarksAndNoNotes() throws {
    let copy = try pack(Self.draft).part("text")
    #expect(copy.contains("A bus of the County is kept clean."))
    #expect(!copy.contains("<ins>") && !copy.contains("<del>") && !copy.contains("class=\"origin"))
  }

  @Test func wordsThatLookLikeMarkupStayWords() throws {
    let words = "id=\"bus\" <b> | {{x}} # *"
    let pack = try pack(Self.draft, findings: [finding(.error, words, in: "bus")])
    #expect(pack.page.contains("id=&quot;bus&quot; &lt;b&gt; | {{x}} # *"))
    #expect(pack.part("text").contains("Rules &lt;b&gt;"))
    #expect(pack.markdown.contains("\\<b\\> \\| {{x}} \\# \\*"))
  }
}
