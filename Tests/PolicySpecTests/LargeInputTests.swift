import PolicyLibrary
import PolicyModel
import PolicySource
import Publishing
import Testing

/// Input made to keep the program busy: each is read, or refused with its place and a remedy, in seconds.
///
/// The limit is there for what never ends: its clock runs while a test waits for its turn among all others.
@Suite(.timeLimit(.minutes(20))) struct LargeInputTests {
  private static let head = "---\ntitle: Uniform\n---\n\n## Scope {#scope}\n\n"

  // MARK: Markdown

  @Test(arguments: ["*a **b ", "[", "![[]()", "](", "`", "“{{", "____ ", "<a ", "{#a ", "**x* ", "&lt;", "\\", "|a"])
  func oneSignAgainAndAgain(sign: String) {
    let line = String(repeating: sign, count: 18_000 / sign.utf8.count)
    let lines = String(repeating: line + "\n", count: 3) + "\n"
    isReadOrRefused(Self.head + lines)
  }

  @Test(arguments: ["* ", "> ", "1. ", "- [ ] ", "* > "])
  func onesInOnes(sign: String) {
    let step = String(repeating: " ", count: sign.utf8.count)
    let stairs = (0..<500).map { String(repeating: step, count: $0) + sign + "x" }.joined(separator: "\n")
    isReadOrRefused(Self.head + stairs)
    isReadOrRefused(Self.head + String(repeating: sign, count: 9_000 / sign.utf8.count) + "x")
    isReadOrRefused(Self.head + String(repeating: sign, count: 300) + "x\n\n" + String(repeating: "x\n", count: 9_000))
  }

  @Test func lineOfAMegabyte() {
    for sign in ["x", "[", "- ", "`a"] {
      refuses(Self.head + String(repeating: sign, count: 990_000 / sign.utf8.count), .lineTooLong, line: 7)
    }
  }

  @Test func tableOfThousandsOfColumns() {
    let row = "|" + String(repeating: "a|", count: 4_000)
    let rule = "|" + String(repeating: "-|", count: 4_000)
    refuses(Self.head + [row, rule, row].joined(separator: "\n"), .lineTooLong, line: 8)
    let narrow = "|a|b|\n|-|-|\n" + String(repeating: "|a|\n", count: 200_000)
    isReadOrRefused(Self.head + narrow)
  }

  @Test func hundredsOfClausesInOneList() throws {
    let clauses = (1...700).map { number in
      "\(number). {#c\(number)} The head tells the parents of class \(number) in writing, as [](#scope) says, where it takes place.\n\n"
    }
    let policy = try #require(parse(Array((Self.head + clauses.joined()).utf8), path: "draft.md").value)
    let printed = parse(Array(policy.canonicalSource.utf8), path: "draft.md")
    #expect(printed.value == policy && printed.diagnostics.isEmpty)
  }

  @Test func hundredsOfTextsThatAmendEachOther() throws {
    var sources = ["/Policies/o0/u/draft.md": Self.head + "1. {#a} Pupils wear it.\n"]
    for number in 0...300 { sources["/Policies/o\(number)/organisation.yaml"] = "name: School\nkind: school\n" }
    for number in 1...300 {
      sources["/Policies/o\(number)/u/draft.md"] = "---\namends: o\(number - 1)/u@draft\n---\n"
    }
    let library = Library(root: "", files: MemoryFileSystem(sources))
    for number in [49, 300] {
      let problems = library.chain(Address("o\(number)/u@draft")!).diagnostics.map(\.rule)
      #expect(problems.contains(.longChain) == (number == 300))
    }
  }

  @Test(arguments: ["must ", "must not ", "shall be ", "you may "])
  func thousandsOfDutiesInOneSentence(words: String) throws {
    let sentence = String(repeating: words, count: 50_000 / words.utf8.count)
    let resolution = try Self.library(Self.head + "1. {#a} Pupils \(sentence)\n").resolve(Self.address)
    let told = try #require(resolution.resolved).dutyText()
    #expect(told.utf8.count < 10_000_000)
  }

  // MARK: References and terms

  @Test func tenThousandReferencesInOneClause() throws {
    let references = String(repeating: "[](#a) ", count: 10_000)
    refuses(Self.head + "1. {#a} See \(references)\n", .lineTooLong, line: 7)
    let grouped = "[](" + (0..<10_000).map { _ in "#a" }.joined(separator: ",") + ")"
    let resolution = try Self.library(Self.head + "1. {#a} See \(grouped)\n").resolve(Self.address)
    #expect(resolution.diagnostics.isEmpty)
  }

  @Test func tenThousandClausesThatReferToEachOther() throws {
    let clauses = (1...10_000).map { "1. {#c\($0)} See [](#c\(10_001 - $0)) and [](#scope).\n\n" }
    let resolution = try Self.library(Self.head + clauses.joined()).resolve(Self.address)
    #expect(resolution.diagnostics.isEmpty)
    #expect(resolution.resolved?.flat.count == 10_001)
  }

  @Test func tenThousandTerms() throws {
    let terms = (1...10_000).map { "  t\($0): word \($0)\n" }.joined()
    let uses = (1...10_000).map { "1. {#c\($0)} A {{t\($0)}}.\n\n" }.joined()
    let text = "---\ntitle: Uniform\nterms:\n\(terms)---\n\n## Scope {#scope}\n\n" + uses
    let resolution = try Self.library(text).resolve(Self.address)
    #expect(resolution.diagnostics.isEmpty)
    #expect(resolution.resolved?.flat.last?.clause.content.texts.first?.plain == "A word 10000.")
  }

  @Test func aThousandUnknownTermsAndReferences() throws {
    let uses = (1...1_000).map { "1. {#c\($0)} A {{t\($0)}}, as [](#d\($0)) says.\n\n" }.joined()
    let resolution = try Self.library(Self.head + uses).resolve(Self.address)
    #expect(resolution.diagnostics.hasErrors)
  }

  // MARK: YAML

  /// Nine lines, each ten times the one before: a billion words.
  private static func bomb(_ anchor: (Int) -> String) -> String {
    "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
      + (1...9).map { level in
        let one = "*a\(level - 1)"
        return anchor(level) + "[" + Array(repeating: one, count: 10).joined(separator: ",") + "]\n"
      }.joined()
  }

  static let bombs = [
    bomb { "a\($0): &a\($0) " }, bomb { "a\($0):\t&a\($0) " }, bomb { "? &a\($0) " },
    "{\"a\":&a0 [x,x],\"b\":&a1 [*a0,*a0],\"c\":*a1}\n", "- \"\\\" \": \"x\n  ' \n- &a0 [x]\n- [*a0 ,*a0]\n",
  ]

  @Test(arguments: bombs)
  func aliasBombs(bomb: String) {
    let bytes = Array(bomb.utf8)
    refuses(parse(Array("---\n\(bomb)---\n".utf8), path: "draft.md"))
    refuses(parseLedger(bytes, path: "ledger.yaml"))
    refuses(parseOrganisation(bytes, path: "organisation.yaml"))
    refuses(parseDecisionForm(bytes, path: "decisions.yaml"))
    refuses(parseLegislation(bytes, path: "legislation.yaml"))
    refuses(parseBodies(bytes, path: "bodies.yaml"))
    refuses(parseServices(bytes, path: "services.yaml"))
    refuses(parseRelatedDocuments(bytes, path: "documents.yaml"))
    refuses(parseTopics(bytes, path: "topics.yaml"))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "a:\n"])
  func deepYAML(sign: String) {
    let deep =
      sign == "a:\n"
      ? (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      : String(repeating: sign, count: 19_000 / sign.utf8.count)
    refuses(parseOrganisation(Array(deep.utf8), path: "organisation.yaml"))
    refuses(parse(Array("---\nterms: \(sign == "a:\n" ? "\n" : "")\(deep)\n---\n".utf8), path: "draft.md"))
  }

  @Test func tenThousandUnknownKeys() {
    let keys = (1...10_000).map { "key\($0): value\n" }.joined()
    refuses(parseOrganisation(Array(keys.utf8), path: "organisation.yaml"))
    refuses(parse(Array("---\n\(keys)---\n".utf8), path: "draft.md"))
  }

  @Test func tenThousandDecisionsInALedger() {
    let entries = (1...10_000).map { "- edition: \"\($0).0\"\n  event: approved\n  on: 2020-01-01\n" }.joined()
    let parsed = parseLedger(Array(entries.utf8), path: "ledger.yaml")
    #expect(parsed.value?.records.count == 10_000 && parsed.diagnostics.isEmpty)
  }

  // MARK: Amending

  @Test func tenThousandAmendmentsOfOneClause() throws {
    let amendments = (1...10_000).map { "## In #a, for “word\($0 - 1)” substitute “word\($0)”\n\n" }.joined()
    let library = SpecWorkspace.library([
      "Policies/county/uniform/draft.md": Self.head + "1. {#a} A word0.\n",
      "Policies/hill/uniform/draft.md": "---\namends: county/uniform@draft\n---\n\n" + amendments,
    ])
    let resolution = try library.resolve(Self.address)
    #expect(resolution.diagnostics.isEmpty)
    #expect(resolution.resolved?.flat.last?.clause.content.texts.first?.plain == "A word10000.")
  }

  @Test func adoptingThousandsOfLinksInARow() throws {
    let library = SpecWorkspace.library([
      "Policies/county/uniform/1.0.md": Self.head.replacing(
        "title: Uniform\n", with: "title: Uniform\nedition: \"1.0\"\norganisation: {name: Kent, kind: council}\n")
        + "1. {#a} Pupils wear the uniform.\n2. {#b} See [](#a).\n",
      "Policies/county/uniform/ledger.yaml": "- edition: \"1.0\"\n  event: approved\n  on: 2020-01-01\n",
      "ours.md": "# Uniform\n\n1. Pupils wear the uniform.\n2. See " + String(repeating: "[1](#a), ", count: 1_900)
        + "\n",
    ])
    let report = try library.adopt("/ours.md", amending: Address("county/uniform@1.0")!)
    #expect(report.source != nil && !report.diagnostics.hasErrors, "\(report.diagnostics)")
  }

  @Test func adoptingALargeDocument() throws {
    let sections = (1...400).map { section in
      "## Part \(section)\n\n"
        + (1...20).map {
          "\($0). Rule \(section * $0) says in its own words what number \($0) of part \(section) is, and why it is so.\n"
        }
        .joined() + "\n"
    }
    let document = sections.joined()
    #expect((600_000...800_000).contains(document.utf8.count))
    let library = SpecWorkspace.library([
      "Policies/county/uniform/1.0.md": Self.head.replacing(
        "title: Uniform\n", with: "title: Uniform\nedition: \"1.0\"\norganisation: {name: Kent, kind: council}\n")
        + "1. {#a} Pupils wear the uniform.\n",
      "Policies/county/uniform/ledger.yaml": "- edition: \"1.0\"\n  event: approved\n  on: 2020-01-01\n",
      "ours.md": document,
    ])
    let report = try library.adopt("/ours.md", amending: Address("county/uniform@1.0")!)
    #expect(report.source != nil && !report.diagnostics.hasErrors, "\(report.diagnostics)")
  }

  // MARK: What is expected

  private static let address = Address("hill/uniform")!

  private static func library(_ text: String) -> Library {
    SpecWorkspace.library(["Policies/hill/uniform/draft.md": text])
  }

  private func isReadOrRefused(_ text: String) {
    let parsed = parse(Array(text.utf8), path: "draft.md")
    #expect(parsed.value != nil || parsed.diagnostics.hasErrors)
    #expect(parsed.diagnostics.allSatisfy { $0.position != nil && ($0.remedy != nil || !$0.notes.isEmpty) })
    #expect(parsed.diagnostics.count <= 2 * Diagnostic.most)
    let document = parseDocument(Array(text.utf8), path: "ours.md")
    #expect(document.document != nil || document.diagnostics.hasErrors)
  }

  private func refuses(_ text: String, _ rule: Rule, line: Int) {
    let parsed = parse(Array(text.utf8), path: "draft.md")
    #expect(parsed.diagnostics.map(\.rule) == [rule])
    #expect(parsed.diagnostics.first?.position?.line == line && parsed.diagnostics.first?.remedy != nil)
  }

  private func refuses<Value>(_ parsed: Sourced<Value>) {
    #expect(parsed.diagnostics.hasErrors && parsed.diagnostics.allSatisfy { $0.remedy != nil && $0.position != nil })
  }
}
