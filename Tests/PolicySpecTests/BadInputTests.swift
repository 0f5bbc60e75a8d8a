import Foundation
import PolicyLibrary
import PolicyModel
import PolicySource
import Testing

/// Input that no example can write down: bytes that are no text, and sizes beyond reason.
@Suite struct BadInputTests {
  private static let head = "---\ntitle: Uniform\n---\n\n## Scope {#scope}\n\n"

  @Test func bytesThatAreNoText() {
    let parsed = parse(Array(Self.head.utf8) + [0xC3, 0x28], path: "draft.md")
    expect(parsed, .invalidUTF8, line: 7, column: 1)
  }

  @Test func controlCharacters() {
    expect(parse(Array((Self.head + "a\u{0}b").utf8), path: "draft.md"), .controlCharacter, line: 7, column: 2)
  }

  @Test(arguments: ["&#1;", "&#3;", "&#8;", "&#x0000A;", "&#X1f;", "&#0127;", "&NewLine;", "&Tab;"])
  func controlCharactersInOtherWords(entity: String) {
    for before in ["Hello ", "Hello \\\\", "Hello <https://hill.example/\\"] {
      expect(
        parse(Array((Self.head + before + entity).utf8), path: "draft.md"), .controlCharacter, line: 7,
        column: before.count + 1)
    }
    let escaped = parse(Array((Self.head + "{#a} Hello \\" + entity).utf8), path: "draft.md")
    #expect(escaped.diagnostics.isEmpty)
  }

  @Test func accentsThatStandAlone() {
    expect(
      parse(Array((Self.head + "{{head.\u{301}short}} decides.").utf8), path: "draft.md"), .malformedTerm, line: 7,
      column: 1)
    let fork = "---\namends: county/uniform@1.0\n---\n\n## Omit #\u{301}who\n"
    expect(parse(Array(fork.utf8), path: "draft.md"), .amendmentNotUnderstood, line: 5, column: 9)
  }

  @Test func lineLongerThanAnyClause() {
    let long = String(repeating: "word ", count: 12_001)
    expect(parse(Array((Self.head + long).utf8), path: "draft.md"), .lineTooLong, line: 7, column: 1)
  }

  @Test func listsTenThousandDeep() {
    let deep = String(repeating: "- ", count: 9_000) + "x"
    expect(parse(Array((Self.head + deep).utf8), path: "draft.md"), .nestedTooDeep, line: 7, column: 39)
  }

  @Test func quotationsTenThousandDeep() {
    let deep = String(repeating: ">", count: 10_000) + "x"
    expect(parse(Array((Self.head + deep).utf8), path: "draft.md"), .nestedTooDeep, line: 7, column: 40)
  }

  @Test func valuesTenThousandDeep() {
    let deep = "---\ntitle: Uniform\nterms: " + String(repeating: "[", count: 10_000) + "\n---\n"
    expect(parse(Array(deep.utf8), path: "draft.md"), .brokenYAML, line: 3, column: 57)
  }

  @Test func fileOfFiftyMegabytes() throws {
    let huge = String(repeating: "1. A clause.\n", count: 4_000_000)
    let library = SpecWorkspace.library(["Policies/hill/uniform/draft.md": Self.head + huge])
    let problems = try library.resolve(Address("hill/uniform")!).diagnostics
    #expect(problems.map(\.rule) == [.fileTooLarge])
    #expect(problems[0].message.contains("bytes"))
  }

  @Test func folderThatIsNoName() throws {
    let library = SpecWorkspace.library(["Policies/hill/School Trips/draft.md": Self.head])
    let (addresses, problems) = try library.policies()
    #expect(addresses.isEmpty)
    #expect(problems.map(\.rule) == [.malformedName])
  }

  @Test func organisationThatNobodyDescribes() throws {
    let library = Library(root: "", files: MemoryFileSystem(["/Policies/hill/trips/draft.md": Self.head]))
    let problems = try library.resolve(Address("hill/trips")!).diagnostics
    #expect(problems.map(\.rule) == [.missingFile])
    #expect(problems[0].message.contains("Policies/hill/organisation.yaml"))
    #expect(problems[0].remedy?.contains("“name: Hill” and “kind: school”") == true)
  }

  @Test func unreadableFile() throws {
    let files = FailingFileSystem(
      ["/Policies/hill/uniform/draft.md": Self.head, "/Policies/hill/organisation.yaml": "name: Hill\nkind: school\n"])
    files.fail(reading: "/Policies/hill/uniform/draft.md", because: .notPermitted)
    let problems = try Library(root: "", files: files).resolve(Address("hill/uniform")!).diagnostics
    #expect(problems.map(\.rule) == [.unreadableFile])
  }

  @Test(arguments: 1...8)
  func fullDisk(writesBefore count: Int) async throws {
    var all = [
      "/Policies/hill/uniform/draft.md": Self.head + "1. {#who} Pupils.\n",
      "/Policies/hill/organisation.yaml": "name: Hill\nkind: school\n",
    ]
    let templates = SpecExample.folder.appendingPathComponent("../../../Templates").path
    for name in try FileManager.default.contentsOfDirectory(atPath: templates) {
      all["/Templates/\(name)"] = "{{title}}"
    }
    let files = FailingFileSystem(all)
    let library = Library(root: "", files: files)
    _ = try await library.publish(PublishRequest(), to: "/Output")
    let before = files.everything
    files.fail(writing: count, because: .diskFull)
    await #expect(throws: FileFailure.self) { try await library.publish(PublishRequest(), to: "/Output") }
    #expect(files.everything == before)
  }

  @Test func brokenAndMissingTemplates() async throws {
    var all = [
      "/Policies/hill/uniform/draft.md": Self.head, "/Policies/hill/organisation.yaml": "name: Hill\nkind: school\n",
    ]
    all["/Templates/document.html"] = "<p>\n{{#open}}"
    let report = try await Library(root: "", files: MemoryFileSystem(all)).publish(PublishRequest(), to: "/Output")
    #expect(report.isRefused)
    #expect(Set(report.diagnostics.map(\.rule)) == [.brokenTemplate, .missingTemplate])
  }

  @Test func templatesThatAreNotUTF8() async throws {
    let templates = SpecExample.folder.appendingPathComponent("../../../Templates").path
    var all = [
      "/Policies/hill/uniform/draft.md": Self.head, "/Policies/hill/organisation.yaml": "name: Hill\nkind: school\n",
    ]
    for name in try FileManager.default.contentsOfDirectory(atPath: templates) {
      all["/Templates/\(name)"] = "\u{FEFF}{{title}}"
    }
    let files = MemoryFileSystem(all)
    let library = Library(root: "", files: files)
    _ = try await library.publish(PublishRequest(), to: "/Output")
    #expect(files.everything["/Output/hill/uniform/draft.html"]?.starts(with: [0xEF]) == false)
    try files.write(Array("<p>\ncaf".utf8) + [0xE9, 0x20], to: "/Templates/document.html")
    let problem = try await library.publish(PublishRequest(), to: "/Output").diagnostics.first
    #expect(problem?.rule == .invalidUTF8)
    #expect(problem?.position?.line == 2 && problem?.position?.column == 4)
  }

  private func expect(_ parsed: Sourced<PolicyFile>, _ rule: Rule, line: Int, column: Int) {
    let found = parsed.diagnostics.first
    #expect(parsed.diagnostics.map(\.rule) == [rule])
    #expect(found?.position?.line == line && found?.position?.column == column)
    #expect(found?.remedy != nil)
  }
}
