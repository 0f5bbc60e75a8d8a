import PolicyLibrary
import PolicyModel
import Testing

/// Updating many forks on a disk that fills on the way.
@Suite struct UpdateSafetyTests {
  private static let forks = ["dale", "hill", "vale"]

  /// A template in two editions, the first of which three schools amend.
  private static let old: [String: String] = {
    func text(_ colour: String) -> String { "---\ntitle: Uniform\n---\n\n1. {#shoes} Shoes are \(colour).\n" }
    var all = ["/Policies/county/organisation.yaml": "name: Down County Council\nkind: council\n"]
    for (edition, colour) in [("1.0", "black"), ("2.0", "brown")] {
      all["/Policies/county/uniform/draft.md"] = text(colour)
      let files = MemoryFileSystem(all)
      let approval = Ratification(
        .approval(of: Edition(edition)!), of: Address("county/uniform")!, by: "Cabinet", on: PartialDate("2027")!)!
      _ = try? Library(root: "", files: files).ratify(approval)
      all = files.everything.mapValues { String(decoding: $0, as: UTF8.self) }
    }
    for name in forks {
      all["/Policies/\(name)/organisation.yaml"] = "name: School of \(name)\nkind: school\n"
      all["/Policies/\(name)/uniform/draft.md"] =
        "---\namends: county/uniform@1.0\n---\n\n## After #shoes insert\n\n1. {#socks} So are socks.\n"
    }
    return all
  }()

  @Test(arguments: 1...3)
  func aFullDiskLeavesEachForkAsItWasOrUpdated(writesBefore count: Int) async throws {
    let files = FailingFileSystem(Self.old)
    let library = Library(root: "", files: files)
    files.fail(writing: count, because: .diskFull)
    let (reports, _, failure) = try await library.updateAll()
    #expect(reports.map(\.policy.organisation) == Array(Self.forks.prefix(count - 1)))
    #expect(reports.allSatisfy { $0.isFinished })
    #expect(failure == FileFailure(path: "/Policies/\(Self.forks[count - 1])/uniform/draft.md", reason: .diskFull))
    let drafts = Self.forks.map { files.everything["/Policies/\($0)/uniform/draft.md"] ?? [] }
    let updated = drafts.map { String(decoding: $0, as: UTF8.self).contains("county/uniform@2.0") }
    #expect(updated == Self.forks.indices.map { $0 < count - 1 })
    let again = try await library.updateAll()
    #expect(again.failure == nil && again.reports.allSatisfy { $0.isFinished })
    #expect(again.reports.count { $0.update != nil } == Self.forks.count - count + 1)
  }

  @Test func whatSomebodySavesMeanwhileStays() async throws {
    let files = FailingFileSystem(Self.old)
    let path = "/Policies/hill/uniform/draft.md"
    let saved = Self.old[path]! + "\n## At the end of the document insert\n\n1. {#bags} So are bags.\n"
    files.save(saved, onceReadAt: path)
    let library = Library(root: "", files: files)
    let (reports, _, failure) = try await library.updateAll()
    #expect(failure == nil && reports.map(\.isFinished) == [true, false, true])
    #expect(reports.flatMap(\.diagnostics).map(\.rule) == [.changedFile])
    #expect(files.everything[path] == Array(saved.utf8))
    files.save(Self.old[path]!, onceReadAt: path)
    #expect(throws: FileFailure(path: path, reason: .changed)) { try library.update(Address("hill/uniform")!) }
    #expect(files.everything[path] == Array(Self.old[path]!.utf8))
  }
}
