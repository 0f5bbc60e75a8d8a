import Amending
import Foundation
import PolicyLibrary
import PolicyModel
import Testing

/// The East Sussex policy and its adoption by Roselands & Stafford, sorted clause by clause as a reader of both documents did.
///
/// `Alignment/roselands-stafford.txt` holds what the reader found: the clause, how its words relate to the county's, and whether it
/// stands in another part of the document.
@Suite struct ShippedRedlineTests {
  private struct Relation: Hashable {
    var words: String
    var isMoved: Bool
  }

  private static let expected: [(clause: Identity, relation: Relation)] = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Alignment/roselands-stafford.txt")
    let lines = try! String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return lines.map { line in
      let parts = line.split(separator: " ")
      return (Identity(String(parts[0]))!, Relation(words: String(parts[1]), isMoved: parts.count == 3))
    }
  }()

  private func resolution(_ organisation: String) throws -> Resolution {
    try ShippedPolicyTests.library.resolve(#require(Address("\(organisation)/social-media@1.0")))
  }

  @Test func clausesAreSortedAsAReaderSortsThem() throws {
    let (old, new) = try (resolution("escc"), resolution("roselands-stafford"))
    let drawn = try #require(redline(from: old, to: new))
    let found = sorted(drawn)
    let wrong = Self.expected.filter { found[$0.clause] != $0.relation }
    #expect(wrong.count * 20 <= Self.expected.count, "\(wrong.map { "\($0): \(found[$0.clause]!)" })")
  }

  /// The texts as they read, with no name in common and no term left open.
  @Test func clausesAreSortedWithoutTheirNames() throws {
    let (old, new) = try (resolution("escc").flattened(), resolution("roselands-stafford").flattened())
    let names = try #require(new.policy).clauses.flatMap(\.withDescendants).compactMap(\.identity)
    let strange = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Identity("stranger-\($0)")!) })
    let stranger = new.renamed(strange)
    let drawn = try #require(redline(from: old, to: stranger))
    let found = sorted(drawn)
    let wrong = Self.expected.filter { found[strange[$0.clause]!] != $0.relation }
    #expect(wrong.count * 20 <= Self.expected.count, "\(wrong.map { "\($0): \(found[strange[$0.clause]!]!)" })")
  }

  /// How each clause of the new text relates to the old one.
  private func sorted(_ redline: Redline) -> [Identity: Relation] {
    var relations: [Identity: Relation] = [:]
    let changes = Dictionary(grouping: redline.changes.filter { $0.new?.clause != nil }) { $0.new!.clause! }
    func walk(_ clauses: [ResolvedClause], isMoved: Bool) {
      for clause in clauses {
        let own = changes[clause.identity] ?? []
        let isMoved =
          isMoved || own.contains { $0.operation == .move && redline.matches[clause.identity] == $0.old?.clause }
        let kinds = Set(own.map(\.kind)).subtracting([.moved, .renumbered, .metadata])
        let words =
          redline.matches[clause.identity] == nil
          ? "added" : kinds.isEmpty ? "identical" : kinds == [.term] ? "terms-only" : "edited"
        relations[clause.identity] = Relation(words: words, isMoved: isMoved && words != "added")
        walk(clause.clauses, isMoved: isMoved)
      }
    }
    walk(redline.new.clauses, isMoved: false)
    return relations
  }
}

extension Resolution {
  /// The text as it reads, which keeps the values of its terms but uses none.
  fileprivate func flattened() throws -> Resolution {
    var policy = try #require(resolved).flattened
    policy.terms = try #require(self.policy).terms
    return Resolution(resolved: resolved, policy: policy, diagnostics: [])
  }

  fileprivate func renamed(_ names: [Identity: Identity]) -> Resolution {
    var renamed = self
    renamed.policy?.clauses = policy?.clauses.map { $0.renamed(names) } ?? []
    renamed.resolved?.clauses = resolved?.clauses.map { $0.renamed(names) } ?? []
    return renamed
  }
}

extension ResolvedClause {
  fileprivate func renamed(_ names: [Identity: Identity]) -> ResolvedClause {
    ResolvedClause(
      identity: names[identity] ?? identity, number: number, provenance: provenance, content: content.renamed(names),
      clauses: clauses.map { $0.renamed(names) })
  }
}
