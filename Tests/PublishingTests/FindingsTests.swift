import Foundation
import PolicyModel
import Testing

@testable import Publishing

/// Findings for programs: what SARIF 2.1.0 requires of a log, and the shape of our own JSON.
@Suite struct FindingsTests {
  private static let rules = [RuleDescription(.unusedTerm, .warning, "A term is used by no clause.")]
  private static let place = SourcePosition(
    path: "Policies/hill/trips/draft.md", line: 7, column: 9, excerpt: "“Töne” “x”")
  private static let findings = [
    Finding(
      Diagnostic(
        .unusedTerm, "no clause uses it", remedy: "take it away", at: place, about: .words("x", in: "tones"),
        notes: [Diagnostic.Note("it stands here", at: place), Diagnostic.Note("hill/walks inherits this")],
        severity: .warning),
      in: [Address("hill/trips@draft")!, Address("hill/walks@draft")!]),
    Finding(Diagnostic(.unfilledTerm, "no value is given"), in: []),
  ]

  @Test func aPlaceBeforeItsLineIsShownAtTheBeginning() {
    let place = SourcePosition(path: "a.md", line: 1, column: 0, excerpt: "ö words")
    #expect(place.character == 1 && place.moved(to: "words").character == 3)
  }

  private func object(_ json: JSON) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
  }

  @Test func theLogHasWhatSARIFRequires() throws {
    let log = try object(Self.findings.sarif(rules: Self.rules))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "clausebook")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["unused-term", "unfilled-term"])
    #expect((rules[0]["shortDescription"] as? [String: String])?["text"] == "A term is used by no clause.")
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["warning", "error"])
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
      #expect(result["locations"] is [Any])
    }
  }

  @Test func pathsAreReferences() throws {
    let place = SourcePosition(path: "Policies/école #1/trips", line: 1, column: 1)
    let log = [Finding(Diagnostic(.malformedName, "no name", at: place), in: [])].sarif(rules: Self.rules).text
    #expect(log.contains("\"uri\": \"Policies/%C3%A9cole%20%231/trips\""))
  }

  @Test func placesCountCharactersNotBytes() throws {
    let log = Self.findings.sarif(rules: Self.rules).text
    #expect(log.contains("\"columnKind\": \"unicodeCodePoints\""))
    // Byte 9 of “Töne” is the sixth character.
    #expect(log.contains("\"startColumn\": 6"))
    #expect(log.contains("\"fullyQualifiedName\": \"hill/walks@draft#tones\""))
  }

  @Test func ourOwnJSONSaysWhereAndInWhichTexts() throws {
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(Self.findings.json.text.utf8)) as? [[String: Any]])
    #expect(list[0]["clause"] as? String == "tones" && list[0]["column"] as? Int == 6)
    #expect(list[0]["alsoIn"] as? [String] == ["hill/walks@draft"])
    #expect(list[1]["path"] is NSNull && list[1]["address"] is NSNull)
  }
}
