import PolicyModel
import Reading

/// What the pages around the documents say of one text: all that is kept of it once its documents are written.
///
/// Many pages speak of it, and so it is shared, not copied.
package final class Listing: PublishedText {
  package let address: Address
  package let title: String
  /// Without its terms, which only documents print.
  package let organisation: Organisation
  package let reviewEvery: Period?
  package let ledger: Ledger
  package let newest: TextChoice
  /// The editions it rests on, nearest first; empty for a text of its own.
  let bases: [Address]
  let amended: AmendedText?
  let digest: String?
  let hasTemplate: Bool
  let hasChanges: Bool
  /// What became of the clauses of the text of another policy on which it rests; nil for a text of its own.
  let inheritance: InheritanceSummary?
  /// What its clauses cite, in the order of the entries first cited.
  let citations: [CitedEntry]

  /// Whether it rests on a text of another policy.
  var isFork: Bool { bases.contains { $0.policyAddress != address.policyAddress } }

  /// An entry of a register, and the clauses that cite it.
  struct CitedEntry {
    struct Clause {
      let identity: Identity
      /// By what a reader finds it.
      let label: String
    }

    let key: Register.Key
    var clauses: [Clause]
  }

  /// - Parameter citations: what the text cites.
  package init(_ publication: Publication, citing citations: [Citation]) {
    address = publication.address
    title = publication.title
    let owner = publication.organisation
    organisation = Organisation(name: owner.name, kind: owner.kind, contacts: owner.contacts)
    reviewEvery = publication.reviewEvery
    ledger = publication.ledger
    newest = publication.newest
    bases = publication.manuscript.policy.bases
    amended = publication.amended
    digest = publication.digest
    hasTemplate = publication.template != nil
    hasChanges = publication.redline != nil
    inheritance = publication.variations.map(InheritanceSummary.init)
    self.citations = publication.isCurrent ? publication.manuscript.entries(of: citations) : []
  }

  /// - Parameters:
  ///   - text: the first line of one that is remembered.
  ///   - lines: those behind it.
  init(_ text: MemoryLines.Words, _ lines: inout MemoryLines) throws(UnreadableMemory) {
    address = try text.required(0) { Address($0) }
    title = try text.required(1)
    reviewEvery = try text.optional(2) { Period($0) }
    newest = try text.required(3) { TextChoice($0) }
    digest = text[4]
    hasTemplate = text[5] != nil
    hasChanges = text[6] != nil
    bases = try addresses(try text.required(7))
    organisation = try Organisation(&lines)
    ledger = try Ledger(&lines)
    amended = try lines.next("amended").map { words throws(UnreadableMemory) in
      AmendedText(title: try words.required(0), owner: try words.required(1))
    }
    inheritance = try InheritanceSummary.next(of: &lines)
    var citations: [CitedEntry] = []
    while let cited = lines.next("cited") {
      var entry = CitedEntry(
        key: Register.Key(try cited.required(0) { Register.Table(rawValue: $0) }, try cited.required(1)), clauses: [])
      while let clause = lines.next("clause") {
        entry.clauses.append(
          CitedEntry.Clause(identity: try clause.required(0) { Identity($0) }, label: try clause.required(1)))
      }
      citations.append(entry)
    }
    self.citations = citations
  }
}

extension Listing {
  /// Adds the lines by which it is remembered.
  package func write(to lines: inout MemoryLines) {
    lines.add(
      "text", address.description, title, reviewEvery?.description, newest.description, digest, hasTemplate.sign,
      hasChanges.sign, bases.map(\.description).joined(separator: " "))
    organisation.write(to: &lines)
    ledger.write(to: &lines)
    if let amended { lines.add("amended", amended.title, amended.owner) }
    inheritance?.write(to: &lines)
    for entry in citations {
      lines.add("cited", entry.key.table.rawValue, entry.key.name)
      for clause in entry.clauses { lines.add("clause", clause.identity.name, clause.label) }
    }
  }

  /// Takes the lines of a listing; nil where the next line starts none.
  package static func next(of lines: inout MemoryLines) throws(UnreadableMemory) -> Listing? {
    guard let text = lines.next("text") else { return nil }
    return try Listing(text, &lines)
  }
}

extension Manuscript {
  fileprivate func entries(of citations: [Citation]) -> [Listing.CitedEntry] {
    let labels = citations.isEmpty ? [:] : policy.labels(heading(of:))
    var entries: [Listing.CitedEntry] = []
    var places: [Register.Key: Int] = [:]
    for citation in citations {
      let place = places[citation.key] ?? entries.count
      if place == entries.count {
        places[citation.key] = place
        entries.append(Listing.CitedEntry(key: citation.key, clauses: []))
      }
      guard entries[place].clauses.last?.identity != citation.clause else { continue }
      entries[place].clauses.append(
        Listing.CitedEntry.Clause(identity: citation.clause, label: labels[citation.clause] ?? "¶"))
    }
    return entries
  }
}

extension Bool {
  /// Written where it is true.
  fileprivate var sign: String? { self ? "yes" : nil }
}
