import Amending
import Foundation
import PolicyModel
import Publishing
import Testing

/// The site: its documents, its register, and what they must never let through.
@Suite struct SiteTests {
  private static let school = Organisation(
    name: TermValue("Hill & Dale\"\u{301} onload=alert(1) School", short: "the school"), kind: .school,
    contacts: [
      Organisation.Contact(role: "office", reached: "office@hill.example"),
      Organisation.Contact(role: "head", reached: "01 or head@hill.example"),
    ])

  private static let policy = Policy(
    title: "Trips </script><b>", control: DocumentControl(reference: .empty, reviewEvery: Period(2, .year)),
    clauses: [
      Clause(
        "law", kind: .section(Clause.Section()), heading: Text("The <law>"),
        clauses: [
          Clause("act", blocks: [.paragraph(Text("The Equality Act 2010 is \"known\" & kept."))])
        ])
    ])

  private static func publication(_ edition: String, newest: String) -> Publication {
    let address = Address("hill/trips@\(edition)")!
    let level = Level(address: address, file: PolicyFile(.policy(policy)), organisation: school)
    let records = ["1.0", "2.0"].map { name in
      Ledger.Record(
        edition: Edition(name)!, event: .approved, body: "Governors",
        on: PartialDate(year: name == "1.0" ? 2017 : 2019, month: 4))
    }
    return Publication(
      manuscript(of: LevelStack([level])!).manuscript, ledger: Ledger(records),
      newest: .edition(Edition(newest)!),
      digest: "sha256:0")
  }

  private static let files: [String: String] = {
    let register = Register(legislation: [
      Register.Legislation(identifier: "ukpga/2010/15", title: "Equality Act 2010", status: .inForce)
    ])
    return published(
      [publication("1.0", newest: "2.0"), publication("2.0", newest: "2.0")], register: register, asAt: 2022,
      organisations: ["hill": school])
  }()

  @Test func anOlderEditionSaysThatItIsSuperseded() throws {
    let old = try #require(Self.files["hill/trips/1.0.html"])
    let new = try #require(Self.files["hill/trips/2.0.html"])
    #expect(old.contains("Superseded.") && old.contains("<a href=\"2.0.html\">"))
    #expect(!new.contains("Superseded."))
    #expect(try #require(Self.files["hill/trips/1.0.md"]).contains("**Superseded.**"))
  }

  @Test func nothingLinksToABaseThatIsNotPublished() throws {
    let base = Forks.level("county", at: nil, .policy(Forks.county))
    let fork = Forks.publication([base, Forks.fork("abbey", of: "county/trips@draft", [])])
    let alone = Forks.publish([fork])
    let beside = Forks.publish([Forks.publication([base]), fork])
    for path in ["abbey/trips/1.0.html", "abbey/trips/1.0.md", "abbey/trips/index.html", "index.html"] {
      #expect(!(try #require(alone[path])).contains("county/trips/draft."), "\(path)")
      #expect(try #require(beside[path]).contains("county/trips/draft."), "\(path)")
    }
    #expect(
      try #require(alone["abbey/trips/1.0.html"]).contains("This policy amends the Trips of County School, the draft."))
    #expect(try #require(alone["index.html"]).contains("data-label=\"Amends\">County School, the draft</td>"))
  }

  @Test func mailIsWrittenToAnAddressAlone() throws {
    #expect(try #require(Self.files["hill/trips/2.0.html"]).contains("<a href=\"mailto:office@hill.example\">"))
    #expect(!(try #require(Self.files["hill/trips/2.0.html"])).contains("mailto:01"))
  }

  @Test func thePolicyPageListsEveryEditionAndTheRegisterTheNewest() throws {
    let page = try #require(Self.files["hill/trips/index.html"])
    #expect(page.contains("href=\"1.0.html\"") && page.contains("href=\"2.0.html\""))
    let register = try #require(Self.files["index.html"])
    #expect(register.contains("hill/trips/2.0.html") && !register.contains("hill/trips/1.0.html"))
  }

  @Test func datesAreAsPreciseAsTheyAreKnown() throws {
    let page = try #require(Self.files["hill/trips/2.0.html"])
    #expect(page.contains("April 2019") && page.contains("April 2021"))
    #expect(page.contains("left empty"))
  }

  @Test func theRegisterSaysWhatIsOverdue() throws {
    #expect(try #require(Self.files["index.html"]).contains("overdue"))
  }

  @Test func theTimelineShowsWhatHasDates() throws {
    let draft = Forks.publish([Forks.publication([Forks.level("county", at: nil, .policy(Forks.county))])])
    #expect(!(try #require(draft["reviews.html"])).contains("page_timeline"))
    #expect(try #require(Self.files["reviews.html"]).contains("page_timeline"))
  }

  @Test(arguments: ["hill/trips/2.0.html", "hill/trips/index.html", "index.html", "hill/index.html"])
  func nothingInAPolicyBecomesMarkup(path: String) throws {
    // What stands in the script is data, which the next test reads.
    let page = try #require(Self.files[path]).replacing(/<script type[^>]*>[^<]*<\/script>/, with: "")
    #expect(!page.contains("<b>") && !page.contains("<law>") && !page.contains("Hill & Dale"))
    #expect(!page.utf8.contains("Dale\"\u{301}".utf8))
  }

  @Test func theDataForMachinesIsJSON() throws {
    let page = try #require(Self.files["hill/trips/2.0.html"])
    let start = try #require(page.range(of: "<script type=\"application/ld+json\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let data = Data(page[start.upperBound..<end.lowerBound].utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(json["@type"] as? String == "DigitalDocument")
    #expect(json["name"] as? String == "Trips </script><b>")
    #expect(json["datePublished"] as? String == "2019-04")
    let citation = try #require((json["citation"] as? [[String: Any]])?.first)
    #expect(citation["legislationIdentifier"] as? String == "ukpga/2010/15")
    let policies = try #require(Self.files["policies.json"])
    let list = try JSONSerialization.jsonObject(with: Data(policies.utf8)) as? [[String: Any]]
    #expect(list?.map { $0["state"] as? String } == ["superseded", "in force"])
  }
}
