import Foundation
import PolicyLibrary
import PolicyModel
import Testing

/// The policies that come with Clausebook say what the documents they restate say.
@Suite struct ShippedPolicyTests {
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let library = Library(root: project.path)
  static let organisations = [
    "authority", "brighton-hove", "derbyshire", "derbyshire-school", "east-hoathly-chiddingly", "escc",
    "roselands-stafford",
  ]

  private func policy(_ organisation: String) throws -> ResolvedPolicy {
    let address = try #require(Address("\(organisation)/social-media@1.0"))
    let resolution = try Self.library.resolve(address)
    #expect(resolution.diagnostics.map(\.description) == [])
    return try #require(resolution.resolved)
  }

  /// `Numbers/*.txt` holds the numbers as the documents print them, gaps included.
  @Test(arguments: organisations)
  func printsTheNumbersOfTheDocument(organisation: String) throws {
    let file = Self.project.appendingPathComponent("Tests/ShippedPolicyTests/Numbers/\(organisation).txt")
    let expected = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
      .flatMap { $0.components(separatedBy: " | ") }.filter { !$0.isEmpty }
    #expect(try policy(organisation).flat.compactMap(\.clause.number) == expected)
  }

  @Test(arguments: organisations)
  func isRatifiedAndUnaltered(organisation: String) throws {
    let address = try #require(Address("\(organisation)/social-media"))
    #expect(try Self.library.verify(address).map(\.description) == [])
    #expect(try Self.library.choose(address).edition == Edition("1.0"))
  }

  @Test(arguments: organisations)
  func topicsAreRegistered(organisation: String) throws {
    let known = Set(Self.library.register().register.topics.map(\.name))
    let used = try policy(organisation).flat.compactMap(\.clause.content.topic)
    #expect(!used.isEmpty && Set(used).isSubset(of: known))
    #expect(Set(used).count == used.count, "a topic is filled twice")
  }

  /// Who must do what reads as prose: no word twice running, and a verb behind the word that binds.
  @Test(arguments: organisations)
  func dutiesReadAsProse(organisation: String) throws {
    for line in try policy(organisation).duties(as: .md).components(separatedBy: "\n") where line.hasPrefix("- ") {
      let words = line.lowercased().split(separator: " ").dropFirst().map(String.init)
      #expect(!zip(words, words.dropFirst()).contains { $0 == $1 }, "\(line)")
      let binding = words.firstIndex { $0.hasSuffix("**") } ?? 0
      guard binding + 1 < words.count, ["must", "should", "may", "not"].contains(words[binding].filter(\.isLetter))
      else {
        continue
      }
      let next = words[binding + 1]
      let isNoVerb = next.hasSuffix("ing") && next != "bring" || ["how", "any", "it"].contains(next)
      #expect(!isNoVerb, "\(line)")
    }
  }

  @Test func theRegistersHaveNoProblems() {
    let (register, diagnostics) = Self.library.register()
    #expect(diagnostics.map(\.description) == [])
    let identifiers = Set(register.legislation.map(\.identifier))
    for entry in register.legislation {
      #expect(Set(entry.replacedBy).isSubset(of: identifiers), "\(entry.identifier)")
    }
  }

  /// Of the 82 clauses 16 are inherited as they are, 19 through terms, 36 are amended and 11 inserted.
  @Test func roselandsHoldsOnlyWhatDiffers() throws {
    let roselands = try policy("roselands-stafford")
    let form = try #require(roselands.flat.map(\.clause).first { $0.content.isForm })
    let inForm = Set(ResolvedPolicy.identities(below: form))
    let clauses = roselands.flat.map(\.clause).filter { $0.content.kind == .clause && !inForm.contains($0.identity) }
    let inserted = clauses.filter { $0.provenance.origin == roselands.address }
    let inherited = clauses.filter { clause in
      clause.provenance.origin != roselands.address
        && clause.provenance.amendedBy.allSatisfy { $0.operation == .move || $0.operation == .renumber }
    }
    #expect(clauses.count == 82 && clauses.compactMap(\.number).count == 81)
    #expect(inherited.count == 35)
    #expect(inserted.count == 11)
    #expect(clauses.count - inherited.count - inserted.count == 36)

    let county = try policy("escc")
    let countyText = Dictionary(uniqueKeysWithValues: county.flat.map { ($0.clause.identity, $0.clause.plainText) })
    let identical = inherited.filter { countyText[$0.identity] == $0.plainText }
    #expect(identical.count == 16)
    let file = Self.project.appendingPathComponent("Policies/roselands-stafford/social-media/1.0.md")
    let source = try String(contentsOf: file, encoding: .utf8)
    for clause in inherited { #expect(!source.contains("{\(clause.identity)"), "\(clause.identity) is written again") }
  }
}

extension ResolvedPolicy {
  fileprivate static func identities(below clause: ResolvedClause) -> [Identity] {
    clause.clauses.flatMap { [$0.identity] + identities(below: $0) }
  }
}
