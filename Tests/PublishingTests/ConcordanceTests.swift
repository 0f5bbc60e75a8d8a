import Amending
import Foundation
import PolicyModel
import Publishing
import Testing

/// What several organisations say on one subject stands side by side, every clause once.
@Suite struct ConcordanceTests {
  // MARK: Three policies and a fork

  private static func clause(
    _ name: String, _ words: String, topic: String? = nil, kind: Clause.Kind = .clause, _ clauses: [Clause] = []
  ) -> Clause {
    var clause = Clause(Identity(name), kind: kind, blocks: [.paragraph(Text(words))], clauses: clauses)
    clause.topic = topic
    return clause
  }

  private static func section(
    _ name: String, _ heading: String, topic: String? = nil, isForm: Bool = false, _ clauses: [Clause]
  ) -> Clause {
    let kind = Clause.Kind.section(Clause.Section(isForm: isForm))
    var section = Clause(Identity(name), kind: kind, heading: Text(heading), clauses: clauses)
    section.topic = topic
    return section
  }

  private static let county = Policy(
    title: "Trips",
    clauses: [
      section(
        "rules", "Rules <b>", topic: "conduct",
        [
          clause(
            "staff", "Staff must not:",
            [
              clause("smoke", "smoke & drink", kind: .item),
              clause(
                "drive", "drive, for example:", topic: "transport", kind: .item, [clause("vans", "vans", kind: .item)]),
            ]),
          clause("belts", "A belt is worn by everybody.", topic: "transport"),
        ]),
      section(
        "form", "Consent", topic: "consent", isForm: true,
        [clause("name", "Name", kind: .field(Field(.line)))]),
      section("odds", "Odds and ends", [clause("weather", "Trips go ahead in rain.", topic: "weather")]),
    ])

  private static let city = Policy(
    title: "Journeys",
    clauses: [
      clause("buses", "Pupils travel by bus.", topic: "transport"),
      clause("rain", "Trips go ahead in rain.", topic: "weather"),
    ])

  private static func publication(_ levels: [Level]) -> Publication {
    Publication(
      manuscript(of: LevelStack(levels)!).manuscript, ledger: Ledger([]), newest: levels.last!.address.choice!,
      digest: "sha256:0",
      variations: LevelStack(levels.dropLast()).flatMap {
        redline(from: filledIn($0, by: resolve(levels)), to: resolve(levels))
      }.map {
        Variations(
          from: resolve(levels.dropLast()).resolved!, terms: [:], redline: $0, written: resolve(levels).policy!)
      })
  }

  private static func level(_ owner: String, _ body: PolicyFile.Body) -> Level {
    Level(
      address: Address("\(owner)/trips@1.0")!, file: PolicyFile(body),
      organisation: Organisation(name: TermValue("\(owner.capitalized) <i>"), kind: .school))
  }

  /// Abbey amends the county's policy, and comes before it by name.
  private static let abbey = level(
    "abbey",
    .instrument(
      Instrument(
        base: Address("county/trips@1.0")!,
        amendments: [
          Amendment(.reword(.clause(.identity("belts")), Rewording(Text("is"), .substitute(Text("should be")))))
        ])))

  private static func publish(_ publications: [Publication]) -> [String: String] {
    let register = Register(topics: [
      Register.Topic(name: "transport", title: "Transport", description: "How people get there & back."),
      Register.Topic(name: "food", title: "Food"),
      Register.Topic(name: "conduct", title: "Conduct"), Register.Topic(name: "consent", title: "Consent"),
    ])
    return published(publications, register: register, asAt: 2022, documents: false)
  }

  private static let base = level("county", .policy(county))
  private static let files = publish([
    publication([base, abbey]), publication([level("city", .policy(city))]), publication([base]),
  ])

  private struct Shape: Decodable {
    struct Owner: Decodable, Equatable { let address: String, name: String }
    struct Words: Decodable { let id: String, number: String?, heading: String?, lead: String?, text: String }
    struct Entry: Decodable { let address: String, clauses: [Words], forces: [String], sameAs: String? }
    struct Topic: Decodable { let topic: String, title: String, entries: [Entry], silent: [String] }
    struct Rest: Decodable { let address: String, clauses: [Words] }
    let subject: String, organisations: [Owner], topics: [Topic], withoutTopic: [Rest]
  }

  private func data() throws -> Shape {
    try JSONDecoder().decode(Shape.self, from: Data(try #require(Self.files["concordance/trips.json"]).utf8))
  }

  private func page() throws -> String { try #require(Self.files["concordance/trips.html"]) }

  /// The part of the page on one topic.
  private func section(_ topic: String) throws -> String {
    let parts = try page().components(separatedBy: "<section class=\"topic\" ")
    return try #require(parts.first { $0.hasPrefix("id=\"\(topic)\"") })
  }

  // MARK: What is where

  @Test func topicsStandInTheOrderOfTheRegisterAndUnknownOnesLast() throws {
    let topics = try data().topics
    #expect(topics.map(\.topic) == ["transport", "conduct", "consent", "weather"])
    #expect(topics.map(\.title) == ["Transport", "Conduct", "Consent", "Weather"])
    #expect(try section("transport").contains("How people get there &amp; back."))
  }

  @Test func aForkStandsAfterWhatItAmends() throws {
    let data = try data()
    #expect(data.subject == "trips")
    #expect(data.organisations.map(\.address) == ["city/trips@1.0", "county/trips@1.0", "abbey/trips@1.0"])
    #expect(try page().contains("amends County &lt;i&gt;"))
  }

  @Test func aClauseBelongsToTheNearestTopicOnly() throws {
    let data = try data()
    let county = Dictionary(
      uniqueKeysWithValues: data.topics.map { topic in
        (topic.topic, topic.entries.first { $0.address == "county/trips@1.0" }?.clauses.map(\.id) ?? [])
      })
    #expect(county["conduct"] == ["rules", "staff", "smoke"])
    #expect(county["transport"] == ["drive", "vans", "belts"])
    #expect(data.withoutTopic.map { $0.clauses.map(\.id) } == [[], ["odds"], ["odds"]])
    #expect(try section("conduct").contains("Parts of it are under <a href=\"#transport\">Transport</a>."))
    #expect(try page().contains("County &lt;i&gt;: 1 clause<"))
  }

  @Test func anItemKeepsTheWordsThatItCarriesOn() throws {
    let transport = try #require(try data().topics.first?.entries.first { $0.address == "county/trips@1.0" })
    #expect(transport.clauses.map(\.lead) == ["Staff must not:", nil, nil])
    let section = try section("transport")
    #expect(section.contains("<p class=\"lead\">Staff must not:</p>"))
    #expect(section.contains("<p class=\"place\">In: 1 Rules &lt;b&gt;</p>"))
  }

  @Test func aFormIsLeftOutBelowItsHeading() throws {
    let consent = try #require(try data().topics.first { $0.topic == "consent" })
    #expect(consent.entries.map { $0.clauses.map(\.id) } == [["form"], ["form"]])
    #expect(!(try section("consent").contains("Name")))
  }

  @Test func eachEntrySaysHowBindingItsDutiesAre() throws {
    let topics = try data().topics
    #expect(topics[0].entries.map(\.forces) == [[], ["must not"], ["must not", "should"]])
    #expect(topics[3].entries.map(\.forces) == [[], [], []])
    #expect(try section("conduct").contains("<strong>must not</strong>"))
    #expect(!(try section("weather").contains("How binding")))
  }

  // MARK: Who says the same, who says nothing

  @Test func aForkThatChangedNothingIsFoldedIntoItsBase() throws {
    let topics = try data().topics
    let same = topics.map { topic in topic.entries.first { $0.address == "abbey/trips@1.0" }?.sameAs }
    #expect(same == [nil, "county/trips@1.0", "county/trips@1.0", "city/trips@1.0"])
    let folded = "<li><a href=\"../abbey/trips/1.0.html#rules\">Abbey &lt;i&gt;</a>: as County &lt;i&gt;</li>"
    #expect(try section("conduct").contains(folded))
    #expect(try section("conduct").components(separatedBy: "<h3>").count == 2)
    #expect(try section("transport").contains("A belt should be worn by everybody."))
    #expect(try section("transport").contains("Clauses from County &lt;i&gt;: 1 inherited, 1 amended"))
  }

  @Test func theSameWordsOfTwoOrganisationsStandOnceUnderBothNames() throws {
    let section = try section("weather")
    #expect(section.components(separatedBy: "Trips go ahead in rain.").count == 2)
    #expect(section.contains("<h3>City &lt;i&gt;, <a href=\"../county/trips/1.0.html#weather\">County &lt;i&gt;</a>"))
  }

  @Test func whoSaysNothingIsNamed() throws {
    #expect(try data().topics.map(\.silent) == [[], ["city/trips@1.0"], ["city/trips@1.0"], []])
    #expect(try section("conduct").contains("<li>Says nothing: City &lt;i&gt;</li>"))
    #expect(!(try section("transport").contains("Says nothing")))
  }

  // MARK: The page

  @Test func numbersLeadToTheClauseInItsDocument() throws {
    let section = try section("transport")
    #expect(section.contains("<a class=\"number\" href=\"../county/trips/1.0.html#belts\">1.2</a>"))
    #expect(section.contains("<a class=\"number\" href=\"../abbey/trips/1.0.html#belts\">1.2</a>"))
    #expect(!section.contains("<div class=\"clause\" id="))
  }

  @Test func nothingInAPolicyBecomesMarkup() throws {
    let page = try page()
    #expect(!page.contains("<b>") && !page.contains("<i>") && !page.contains("smoke & drink"))
  }

  @Test func itIsLinkedFromTheRegisterAndFromEachPolicy() throws {
    #expect(try #require(Self.files["index.html"]).contains("<a href=\"concordance/trips.html\">Trips</a>"))
    for owner in ["abbey", "city", "county"] {
      let page = try #require(Self.files["\(owner)/trips/index.html"])
      #expect(page.contains("<a href=\"../../concordance/trips.html\">Trips</a>: policies of 3 organisations"))
    }
  }

  @Test func ofManyOnlyTextsOfTheirOwnStandSideBySide() throws {
    let forks = (1...40).map { number in
      Self.publication([
        Self.base, Self.level("school-\(number)", .instrument(Instrument(base: Address("county/trips@1.0")!))),
      ])
    }
    let city = Self.publication([Self.level("city", .policy(Self.city))])
    let many = Self.publish([Self.publication([Self.base]), city] + forks)
    let json = try #require(many["concordance/trips.json"])
    let data = try JSONDecoder().decode(Shape.self, from: Data(json.utf8))
    #expect(data.organisations.map(\.address) == ["city/trips@1.0", "county/trips@1.0"])
    #expect(Self.publish([Self.publication([Self.base])] + forks)["concordance/trips.json"] == nil)
  }

  @Test func aSubjectOfOneOrganisationHasNone() throws {
    let alone = Self.publish([Self.publication([Self.base])])
    #expect(!alone.keys.contains { $0.hasPrefix("concordance/") })
    #expect(!(try #require(alone["index.html"]).contains("Side by side")))
    #expect(!(try #require(alone["county/trips/index.html"]).contains("Side by side")))
  }
}
