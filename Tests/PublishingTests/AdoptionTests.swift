import Amending
import Foundation
import FoundationXML
import PolicyModel
import Publishing
import Testing

/// The adoption of a policy: every organisation that amends it, every clause, and who is behind.
@Suite struct AdoptionTests {
  // MARK: A county with three editions, four schools and a school's school

  private static let first = Forks.level("county", .policy(Forks.county))
  /// The last edition has no section on money, and one clause more.
  private static let last: Level = {
    var policy = Forks.county
    policy.clauses[2].clauses.append(Forks.clause("photos", "Photos are kept."))
    policy.clauses.remove(at: 1)
    return Forks.level("county", at: "2.0", .policy(policy))
  }()

  private static let editions = ["1.0", "1.1", "2.0"]
  private static let report = Forks.reword("report", "report", "speak")

  private static let abbey = Forks.fork("abbey", of: "county/trips@2.0", [Forks.term("head", "the Head")])
  private static let brook = Forks.fork(
    "brook", of: "county/trips@1.0",
    [report, Amendment(.omit(.identity("food"))), Forks.reword("help", "offered", "given")])
  private static let castle = Forks.fork(
    "castle", of: "county/trips@2.0", [report, Amendment(.move(.identity("bus"), .endOf(.identity("end"))))])
  private static let castleBefore = Forks.fork("castle", at: "0.9", of: "county/trips@1.0", [])
  private static let dale = Forks.fork("dale", of: "brook/trips@1.0", [Forks.reword("bus", "clean", "tidy")])

  private static let files = Forks.publish([
    Forks.publication([first], approved: editions, newest: "2.0"),
    Forks.publication([last], approved: editions, newest: "2.0"),
    Forks.publication([last, abbey]), Forks.publication([first, brook]), Forks.publication([first, brook, dale]),
    Forks.publication([first, castleBefore], newest: "1.0"), Forks.publication([last, castle]),
  ])

  private struct Shape: Decodable {
    struct Fork: Decodable {
      let address: String, organisation: String, base: String, behind: Int, total: Int, inherited: Int
      let termsOnly: Int, amended: Int, leftOut: Int, added: Int, moved: Int, verdict: String
      let nextReview: String?, statement: String
    }
    struct Clause: Decodable {
      let id: String, number: String?, heading: String?, text: String, `in`: String, inherited: [String]
      let termsOnly: [String], amended: [String], leftOut: [String], moved: [String], notInBase: [String]
    }
    let policy: String, newest: String, asAt: String, forks: [Fork], clauses: [Clause]
  }

  private func data(_ owner: String = "county") throws -> Shape {
    let json = try #require(Self.files["\(owner)/trips/adoption.json"])
    return try JSONDecoder().decode(Shape.self, from: Data(json.utf8))
  }

  private func page() throws -> String { try #require(Self.files["county/trips/adoption.html"]) }
  private func picture() throws -> String { try #require(Self.files["county/trips/adoption.svg"]) }

  // MARK: Who

  @Test func onlyTheNewestTextOfEachForkCounts() throws {
    let data = try data()
    #expect(data.forks.map(\.address) == ["abbey/trips@1.0", "brook/trips@1.0", "castle/trips@1.0"])
    #expect(data.newest == "county/trips@2.0" && data.asAt == "2024")
  }

  @Test func aForkOfAForkIsListedUnderItsOwnBase() throws {
    #expect(try data("brook").forks.map(\.address) == ["dale/trips@1.0"])
    #expect(try page().contains("<a href=\"../../brook/trips/adoption.html\">amended in its turn</a>"))
    #expect(Self.files["castle/trips/adoption.html"] == nil)
  }

  @Test func whoeverPinsAnOlderEditionIsBehindByTheRatifiedOnesSince() throws {
    #expect(try data().forks.map(\.behind) == [0, 2, 0])
    #expect(try data().forks.map(\.base) == ["county/trips@2.0", "county/trips@1.0", "county/trips@2.0"])
    let page = try page()
    #expect(page.contains("3 organisations amend this policy; one of them is behind its newest edition."))
    #expect(page.contains("Brook School</a> amends edition 1.0, 2 editions behind"))
    #expect(try data("brook").forks.map(\.behind) == [0])
  }

  // MARK: How much

  @Test func countsAddUpToTheClausesOfTheBase() throws {
    let forks = try data().forks
    #expect(forks.map { $0.inherited + $0.termsOnly + $0.amended + $0.leftOut } == forks.map(\.total))
    #expect(forks.map(\.total) == [9, 11, 9])
    #expect(forks.map(\.termsOnly) == [2, 0, 0])
    #expect(forks.map(\.amended) == [0, 2, 1])
    #expect(forks.map(\.leftOut) == [0, 1, 0])
    #expect(forks.map(\.moved) == [0, 0, 1])
    #expect(forks.map(\.verdict) == ["terms only", "further", "further"])
    #expect(forks.map(\.statement).first == "abbey/trips/1.0-variations.json")
  }

  @Test func eachClauseSaysWhatBecameOfItEverywhere() throws {
    let clauses = try data().clauses
    func clause(_ id: String) throws -> Shape.Clause { try #require(clauses.first { $0.id == id }) }
    #expect(try clause("report").amended == ["brook/trips@1.0", "castle/trips@1.0"])
    #expect(try clause("report").termsOnly == ["abbey/trips@1.0"])
    #expect(try clause("food").leftOut == ["brook/trips@1.0"])
    #expect(try clause("bus").moved == ["castle/trips@1.0"])
    #expect(try clause("bus").inherited.count == 3)
    #expect(try clause("photos").notInBase == ["brook/trips@1.0"])
  }

  @Test func aClauseThatOnlyAnOlderEditionHasStandsWhereItStood() throws {
    let clauses = try data().clauses
    #expect(
      clauses.map(\.id) == [
        "rules", "leave", "bus", "list", "map", "food", "money", "pay", "help", "end", "report", "photos",
      ])
    #expect(clauses.filter { $0.in == "county/trips@1.0" }.map(\.id) == ["money", "pay", "help"])
    #expect(try #require(clauses.first { $0.id == "help" }).amended == ["brook/trips@1.0"])
    #expect(try picture().contains("(only in 1.0)"))
  }

  @Test func aMissingMarkIsExplainedWhereThereIsOne() throws {
    #expect(try page().contains("Where there is no mark, the edition amended has no such clause."))
    #expect(!(try #require(Self.files["brook/trips/adoption.html"]).contains("Where there is no mark")))
  }

  @Test func theClausesAmendedMostComeFirst() throws {
    let table = try #require(try page().firstMatch(of: /(?s)<table class="register most".*?<\/table>/)).output
    let found = table.matches(of: /href="(\d\.0)\.html#([a-z]+)"/).map { "\($0.1) \($0.2)" }
    #expect(found == ["2.0 report", "2.0 food", "1.0 help"])
    #expect(table.contains("Brook School, Castle School"))
    #expect(table.contains("left out: Brook School"))
  }

  @Test func namesOfManyAreFoldedBehindTheirNumber() throws {
    let schools = (10...22).map { Forks.fork("school-\($0)", of: "county/trips@2.0", [Self.report]) }
    let county = Forks.publication([Self.last], approved: Self.editions, newest: "2.0")
    let files = Forks.publish([county] + schools.map { Forks.publication([Self.last, $0]) })
    let page = try #require(files["county/trips/adoption.html"])
    #expect(page.contains("<details><summary>13 organisations</summary>School-10 School, School-11 School"))
    #expect(page.contains("amended by 13: School-10 School, School-11 School"))
    #expect(!(try self.page().contains("<details><summary>2 organisations")))
  }

  @Test func hundredsAreCountedClauseByClause() throws {
    let schools = (100...300).map { Forks.fork("school-\($0)", of: "county/trips@2.0", [Self.report]) }
    let county = Forks.publication([Self.last], approved: Self.editions, newest: "2.0")
    let files = Forks.publish([county] + schools.map { Forks.publication([Self.last, $0]) })
    let page = try #require(files["county/trips/adoption.html"])
    let row = try #require(page.components(separatedBy: "\n").last { $0.contains("2.0.html#report") })
    #expect(row.contains("<td role=\"cell\" data-label=\"Amended\">201</td>") && !row.contains("School-100"))
    #expect(files["county/trips/adoption.svg"] == nil && !page.contains("adoption.svg"))
  }

  // MARK: The picture

  @Test func thePictureIsWellFormedAndSaysWhatItShows() throws {
    let parser = XMLParser(data: Data(try picture().utf8))
    #expect(parser.parse())
    #expect(try picture().contains("<title>What 3 organisations made of each clause</title>"))
    #expect(
      try picture().contains("Brook School: 8 inherited, 0 with only terms filled in, 2 amended, 1 left out, 0 moved."))
  }

  @Test func marksDifferInShape() throws {
    let key = try picture().matches(of: /<path d="M\d+ \d+([^"]*)" [^>]*\/>\n<text x="30" y="\d+">([^<]+)</)
    let shapes = Dictionary(key.map { (String($0.2), String($0.1)) }) { first, _ in first }
    #expect(
      shapes.keys.sorted() == [
        "amended", "amended and moved", "inherited", "left out", "moved, with all below it", "only terms filled in",
      ])
    #expect(Set(shapes.values).count == 6)
  }

  @Test func aLongPolicyForManySchoolsIsDrawnInPartsThatCoverIt() throws {
    let sections = (1...20).map { section in
      Forks.section(
        "part-\(section)", "Part \(section)",
        (1...7).map { Forks.clause("rule-\(section)-\($0)", "Rule \($0) is that staff keep all other rules.") })
    }
    let base = Forks.level("county", .policy(Policy(title: "Trips", clauses: sections)))
    let schools = (1...60).map { number in
      Forks.fork("school-\(number)", of: "county/trips@1.0", [Forks.reword("rule-3-\(number % 7 + 1)", "keep", "obey")])
    }
    let files = Forks.publish([Forks.publication([base])] + schools.map { Forks.publication([base, $0]) })
    let picture = try #require(files["county/trips/adoption.svg"])
    let views = picture.matches(of: /<view id="(part_\d)" viewBox="0 (\d+) (\d+) (\d+)"\/>/)
    let height = try #require(picture.firstMatch(of: /<svg [^>]* height="(\d+)"/)?.1)
    #expect(views.count == 7)
    #expect(views.map { Int($0.2)! } == views.indices.map { index in views[..<index].reduce(0) { $0 + Int($1.4)! } })
    #expect(views.reduce(0) { $0 + Int($1.4)! } == Int(height))
    #expect(picture.matches(of: />Part \d+<\/text>/).count == 20)
    #expect(picture.matches(of: />School-60 School<\/text>/).count == views.count)
    let page = try #require(files["county/trips/adoption.html"])
    for view in views { #expect(page.contains("adoption.svg#\(view.1)\"")) }
    #expect(picture.utf8.count < 400_000)
  }

  // MARK: Where it is found

  @Test func thePolicyLinksToItAndOthersHaveNone() throws {
    #expect(try #require(Self.files["county/trips/index.html"]).contains("<a href=\"adoption.html\">"))
    #expect(!(try #require(Self.files["abbey/trips/index.html"]).contains("adoption")))
    let alone = Forks.publish([Forks.publication([Self.first])])
    #expect(!alone.keys.contains { $0.contains("adoption") })
  }
}
