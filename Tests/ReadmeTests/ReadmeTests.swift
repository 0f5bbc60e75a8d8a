import Foundation
import Testing

/// The README keeps its promises: its example is the one compiled here, and it works.
@Suite struct ReadmeTests {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func exampleStandsInTheReadme() throws {
    let readme = try String(contentsOf: Self.project.appendingPathComponent("README.md"), encoding: .utf8)
    let example = try String(
      contentsOf: Self.project.appendingPathComponent("Tests/ReadmeTests/ReadmeExample.swift"), encoding: .utf8)
    #expect(readme.contains("```swift\n\(example)```"))
  }

  @Test func exampleRendersTheFork() throws {
    let html = try publishAFork(workspace: Self.project.path)
    #expect(html.contains("pupils"))
    #expect(!html.contains("law-social-care"))
    #expect(html.contains("id=\"work-use\""))
  }

  @Test func linksOfTheReadmeLeadSomewhere() throws {
    let readme = try String(contentsOf: Self.project.appendingPathComponent("README.md"), encoding: .utf8)
    for match in readme.matches(of: /\]\(([^)#:]+)[^)]*\)/) {
      let path = String(match.1)
      #expect(FileManager.default.fileExists(atPath: Self.project.appendingPathComponent(path).path), "\(path)")
    }
  }
}
