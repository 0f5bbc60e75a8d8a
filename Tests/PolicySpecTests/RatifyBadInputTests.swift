import PolicyLibrary
import PolicyModel
import Testing

/// What no example can write down: words and files that a decision cannot rest on.
@Suite struct RatifyBadInputTests {
  private static let policy = Address("hill/uniform")!
  private static let files = [
    "/Policies/hill/organisation.yaml": "name: Hill\nkind: school\n",
    "/Policies/hill/uniform/draft.md": "---\ntitle: Uniform\n---\n\n1. {#shoes} Shoes are black.\n",
  ]

  private static func ratification(by body: String, minute: String? = nil) -> Ratification? {
    Ratification(
      .approval(of: Edition("1.0")!), of: policy.at(.draft), by: body, on: PartialDate(year: 2027)!, minute: minute)
  }

  @Test func aDecisionIsTakenBySomebody() {
    #expect(Self.ratification(by: "") == nil)
    #expect(Self.ratification(by: " \n") == nil)
    #expect(Self.ratification(by: "Govern\u{0}ors") == nil)
    #expect(Self.ratification(by: "Governors", minute: "\t") == nil)
    #expect(Self.ratification(by: " Full\n Governing  Body ")?.body == "Full Governing Body")
    #expect(Self.ratification(by: "Governors")?.policy == Self.policy)
  }

  @Test(arguments: [
    "Head: \"A\" \\ # 1", "{x, y}", "[x", "true", "no", "12", "2027-04-18", "- x", "&x", "*x", "!x", "| x", "> x", "'x",
    "“x” – é", "x:", "%x", "@x", "`x`", "?", "~", "null", "# x", "x #y", "x\u{2028}y", "---", "...",
  ])
  func theLedgerHoldsTheWordsAsTheyAre(words: String) throws {
    let library = Library(root: "", files: MemoryFileSystem(Self.files))
    let report = try library.ratify(#require(Self.ratification(by: words, minute: words)))
    #expect(report.diagnostics.map(\.description) == [])
    let record = try #require(library.ledger(of: Self.policy).value?.records.first)
    #expect(record == report.decision?.record)
    #expect(record.body == words.replacing("\u{2028}", with: " ") && record.minute == record.body)
    #expect(try library.verify(Self.policy) == [])
  }

  /// What a file holds, told by its size: a test prints its arguments.
  struct Content: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var testDescription: String { "\(bytes.count) bytes" }
  }

  @Test(arguments: [
    ("/Policies/hill/uniform/ledger.yaml", Content([0xC3, 0x28]), Rule.invalidUTF8),
    ("/Policies/hill/uniform/ledger.yaml", Content("- edition: [".utf8), .brokenYAML),
    ("/Policies/hill/uniform/ledger.yaml", Content([]), .badValue),
    ("/Policies/hill/uniform/ledger.yaml", Content(repeatElement(0x20, count: 2_000_000)), .fileTooLarge),
    ("/Policies/hill/uniform/draft.md", Content([0xC3, 0x28]), .invalidUTF8),
    ("/Policies/hill/organisation.yaml", Content("name: Hill\n".utf8), .missingKey),
  ])
  func aBrokenFileKeepsAllAsItWas(path: String, content: Content, rule: Rule) throws {
    let files = MemoryFileSystem(Self.files)
    try files.write(content.bytes, to: path)
    let before = files.everything
    let report = try Library(root: "", files: files).ratify(#require(Self.ratification(by: "Governors")))
    #expect(report.diagnostics.map(\.rule) == [rule] && report.isRefused)
    #expect(files.everything == before)
  }

  @Test func anEditionThatCannotBeReadIsNotTakenBack() throws {
    let edition = "/Policies/hill/uniform/1.0.md"
    let files = MemoryFileSystem([edition: String(repeating: "word ", count: 400_000)])
    let before = files.everything
    #expect(throws: FileFailure.self) {
      try Library(root: "", files: files).withdraw(Edition("1.0")!, of: Self.policy)
    }
    #expect(files.everything == before)
  }

  @Test func anOrganisationThatNobodyDescribes() throws {
    let files = MemoryFileSystem(Self.files)
    try files.remove("/Policies/hill/organisation.yaml")
    let report = try Library(root: "", files: files).ratify(#require(Self.ratification(by: "Governors")))
    #expect(report.diagnostics.map(\.rule) == [.missingFile])
  }

  @Test func anEditionThatIsNoTextAnyMore() async throws {
    let files = MemoryFileSystem(Self.files)
    let library = Library(root: "", files: files)
    _ = try library.ratify(#require(Self.ratification(by: "Governors")))
    try files.write([0xC3, 0x28], to: "/Policies/hill/uniform/1.0.md")
    let report = try await Library(root: "", files: files).verify()
    #expect(report.diagnostics.map(\.rule) == [.alteredEdition, .invalidUTF8])
  }

  /// An edition holds what its organisation's file holds, in another layout; it is not written where it could not be read.
  @Test func anEditionThatCouldNotBeRead() throws {
    var all = Self.files
    let terms = "  long: " + String(repeating: "word ", count: 199_980) + "word\n"
    all["/Policies/hill/organisation.yaml"] = "name: Hill\nkind: school\nterms:\n" + terms
    let files = MemoryFileSystem(all)
    let before = files.everything
    let report = try Library(root: "", files: files).ratify(#require(Self.ratification(by: "Governors")))
    #expect(report.diagnostics.map(\.rule) == [.fileTooLarge])
    #expect(report.diagnostics[0].position?.path == "Policies/hill/uniform/1.0.md")
    #expect(files.everything == before)
  }

  @Test func aCommentStaysWithAnyLineEnds() throws {
    var all = Self.files
    all["/Policies/hill/uniform/draft.md"] = "---\r\ntitle: Uniform # for now\r\n---\r\n\r\n1. {#shoes}  Shoes.\r\n"
    let formatted = try Library(root: "", files: MemoryFileSystem(all)).format("Policies/hill/uniform/draft.md")
    #expect(formatted.text == "---\ntitle: Uniform # for now\n---\n\n1. {#shoes} Shoes.\n")
  }
}
