import PolicyLibrary
import PolicyModel
import Testing

/// Whatever stops a fork, what stands is the old state, the whole fork, or an organisation that the same fork takes up again.
@Suite struct ForkSafetyTests {
  private static let request = ForkRequest(
    Address("county/uniform")!, into: Address("hill/uniform")!,
    answers: [.name: "Hill School", .term("wearer", .long): "children", .reviewEvery: "1 year"])

  /// The county's policy with an edition in force.
  private static let old: [String: String] = {
    let files = MemoryFileSystem([
      "/Policies/county/organisation.yaml": "name: Down County Council\nkind: council\n",
      "/Policies/county/uniform/draft.md":
        "---\ntitle: Uniform\nterms: {wearer: pupils, employer: Down County Council}\n---\n\n"
        + "1. {#shoes} All {{wearer}} of {{employer}} wear black shoes.\n",
    ])
    let approval = Ratification(
      .approval(of: Edition("1.0")!), of: Address("county/uniform")!, by: "Cabinet", on: PartialDate("2027")!)!
    _ = try? Library(root: "", files: files).ratify(approval)
    return files.everything.mapValues { String(decoding: $0, as: UTF8.self) }
  }()

  private static let new: [String: [UInt8]] = {
    let files = MemoryFileSystem(old)
    _ = try? Library(root: "", files: files).fork(request)
    return files.everything
  }()

  @Test func twoFilesAreAddedAndNoneIsChanged() {
    let added = Set(Self.new.keys).subtracting(Self.old.keys)
    #expect(added == ["/Policies/hill/organisation.yaml", "/Policies/hill/uniform/draft.md"])
    #expect(Self.new.filter { !added.contains($0.key) } == Self.old.mapValues { Array($0.utf8) })
  }

  @Test(arguments: 0...2)
  func theMachineStopsAndTheForkIsCompleted(changesBefore count: Int) throws {
    let files = FailingFileSystem(Self.old)
    let library = Library(root: "", files: files)
    files.stop(after: count)
    _ = try? library.fork(Self.request)
    #expect(files.everything.count == Self.old.count + count)
    files.stop(after: .max)
    let again = try library.fork(Self.request)
    #expect(again.diagnostics.map(\.rule) == (count == 2 ? [.existingPolicy] : []))
    #expect(files.everything == Self.new)
  }

  @Test(arguments: 1...2)
  func aFullDiskLeavesTheOldState(writesBefore count: Int) throws {
    let files = FailingFileSystem(Self.old)
    files.fail(writing: count, because: .diskFull)
    #expect(throws: FileFailure.self) { try Library(root: "", files: files).fork(Self.request) }
    #expect(files.everything == Self.old.mapValues { Array($0.utf8) })
  }

  @Test func aFullDiskLeavesAnOrganisationThatWasThere() throws {
    var known = Self.old
    known["/Policies/hill/organisation.yaml"] = "kind: school\nname: Hill School # as on the sign\n"
    let files = FailingFileSystem(known)
    files.fail(writing: 1, because: .diskFull)
    #expect(throws: FileFailure.self) { try Library(root: "", files: files).fork(Self.request) }
    #expect(files.everything == known.mapValues { Array($0.utf8) })
    #expect(try Library(root: "", files: files).fork(Self.request).fork?.written == ["Policies/hill/uniform/draft.md"])
    known["/Policies/hill/uniform/draft.md"] = nil
    #expect(files.everything.filter { known[$0.key] != nil } == known.mapValues { Array($0.utf8) })
  }

  @Test func anAlteredEditionIsNotForked() throws {
    var altered = Self.old
    altered["/Policies/county/uniform/1.0.md"]?.replace("black", with: "brown")
    let files = MemoryFileSystem(altered)
    let report = try Library(root: "", files: files).fork(Self.request)
    #expect(report.diagnostics.map(\.rule) == [.alteredEdition, .alteredText] && report.isRefused)
    #expect(files.everything == altered.mapValues { Array($0.utf8) })
  }

  @Test(arguments: ["name: [\n", "kind: school\n", ""])
  func anOrganisationThatCannotBeReadIsLeftAsItIs(text: String) throws {
    var broken = Self.old
    broken["/Policies/hill/organisation.yaml"] = text
    let files = MemoryFileSystem(broken)
    #expect(try Library(root: "", files: files).fork(Self.request).isRefused)
    #expect(files.everything == broken.mapValues { Array($0.utf8) })
  }

  /// What the files would not give back is not written.
  @Test(arguments: [
    "true", "12", "x: y", "# x", "{x}", "[x", "\"x\"", "'x", "a \\ b", "&x", "*x", "!x", "| x", "- x", "x #y", "{{x}}",
    "x,y", "É", "“x”", "a\u{2028}b", "@x", "%x", "`x`", "null", "x:",
  ])
  func anyWordsAreKept(words: String) throws {
    let files = MemoryFileSystem(Self.old)
    let library = Library(root: "", files: files)
    var request = Self.request
    request.answers = [.name: words, .shortName: words, .term("wearer", .long): words, .term("wearer", .short): words]
    let report = try library.fork(request)
    #expect(report.diagnostics.map(\.description) == [])
    let value = TermValue(words.replacing("\u{2028}", with: " "), short: words.replacing("\u{2028}", with: " "))
    #expect(library.organisation("hill").value?.name == value)
    #expect(report.fork?.ownTerms.first { $0.name == "wearer" }?.value == value)
    #expect(try library.resolve(request.policy).resolved?.clauses[0].plainText.contains(value.long) == true)
  }

  @Test(arguments: ["", " \n", "a\u{7}b"])
  func whatCannotBePrintedIsRefused(words: String) throws {
    for key in [ForkRequest.Key.name, .shortName, .kind, .reviewEvery, .term("wearer", .short)] {
      let files = MemoryFileSystem(Self.old)
      var request = Self.request
      request.answers[key] = words
      let report = try Library(root: "", files: files).fork(request)
      #expect(report.diagnostics.map(\.rule) == [.badValue])
      #expect(files.everything.count == Self.old.count)
    }
  }

  @Test func wordsLongerThanAnyFileAreRefused() throws {
    let files = MemoryFileSystem(Self.old)
    var request = Self.request
    request.answers[.term("wearer", .long)] = String(repeating: "pupils and ", count: 100_000) + "staff"
    let report = try Library(root: "", files: files).fork(request)
    #expect(report.diagnostics.map(\.rule) == [.fileTooLarge])
    #expect(files.everything == Self.old.mapValues { Array($0.utf8) })
  }
}
