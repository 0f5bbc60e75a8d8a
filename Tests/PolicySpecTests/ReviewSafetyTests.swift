import Foundation
import PolicyLibrary
import PolicyModel
import Testing

/// A meeting pack on a disk that fails: written whole, or not at all.
@Suite struct ReviewSafetyTests {
  private static let templates: [String: String] = {
    let folder = SpecExample.folder.appendingPathComponent("../../../Templates")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let files = names.compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { ("/Templates/" + name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: files)
  }()

  private static let files = templates.merging([
    "/Policies/hill/organisation.yaml": "name: Hill School\nkind: school\n",
    "/Policies/hill/trips/draft.md": "---\ntitle: Trips\n---\n\n1. {#leave} Staff must ask for leave.\n",
  ]) { $1 }

  @Test(arguments: 1...4)
  func aWriteThatFailsLeavesTheFolderAsItWas(_ count: Int) async throws {
    let files = FailingFileSystem(Self.files)
    let library = Library(root: "", files: files)
    let address = try #require(Address("hill/trips"))
    let day = try #require(PartialDate("2026-11-21"))
    try #expect(await library.review(address, asAt: day, to: "/Review").files.count == 2)
    let before = files.everything
    files.fail(writing: count, because: .diskFull)
    let later = try #require(PartialDate("2027-11-21"))
    if count <= 3 {
      await #expect(throws: FileFailure.self) { try await library.review(address, asAt: later, to: "/Review") }
      #expect(files.everything == before)
    } else {
      // The page, the Markdown and the list of both: there is no fourth write.
      try #expect(await library.review(address, asAt: later, to: "/Review").files.count == 2)
      #expect(files.everything != before)
    }
  }

  @Test func templatesThatCannotBeReadMakeNoPack() async throws {
    var files = Self.files
    files["/Templates/review.md"] = "{{#open}}"
    let memory = MemoryFileSystem(files)
    let report = try await Library(root: "", files: memory).review(
      #require(Address("hill/trips")), asAt: #require(PartialDate("2026")), to: "/Review")
    #expect(report.isRefused)
    #expect(report.diagnostics.map(\.rule) == [.brokenTemplate, .missingTemplate])
    #expect(!memory.exists("/Review"))
  }
}
