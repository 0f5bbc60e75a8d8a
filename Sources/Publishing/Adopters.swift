import PolicyModel

/// What the organisations that amend a policy made of it: the newest text of each, whichever edition it rests on.
struct Adopters {
  /// An organisation's text that amends the policy.
  struct Fork {
    let listing: Listing
    let inheritance: InheritanceSummary
    /// How many clauses were treated in which way.
    let count: TreatmentCount
    /// How many ratified editions of the policy are newer than the one amended.
    let behind: Int

    /// The text amended.
    var base: Address { inheritance.base }
  }

  /// A clause of the policy.
  struct Row {
    let clause: ResolvedClause
    let depth: Int
    /// The newest text that has it.
    let text: Address
    /// By what a reader finds it there.
    let label: String
    /// What each fork made of it, in the order of the forks; nil where the text it amends has no such clause.
    let treatments: [Treatment?]

    /// The places, among all forks, of those that treated it so: of a county's policy there are thousands.
    func places(where isMeant: (Treatment) -> Bool) -> [Int] {
      treatments.indices.filter { treatments[$0].map(isMeant) ?? false }
    }
  }

  /// A clause of the policy with the places of those who changed it.
  struct Amended {
    let row: Row
    let by: [Int]
    let leftOutBy: [Int]

    var count: Int { by.count + leftOutBy.count }
  }

  /// The newest text of the policy.
  let listing: Listing
  /// By the names of the organisations.
  let forks: [Fork]
  /// Every clause of the newest text in its order; clauses that only older texts have, if they are still amended, where they stood.
  let rows: [Row]

  /// - Parameters:
  ///   - adopters: the newest text of each organisation that amends the policy.
  ///   - text: the words of the policy's own texts.
  init(_ listing: Listing, adoptedBy adopters: [Listing], text: (Address) -> ResolvedPolicy?) {
    self.listing = listing
    let forks = adopters.compactMap { Fork($0, of: listing) }.sorted { $0.sortingName < $1.sortingName }
    let older = Set(forks.map(\.base)).subtracting([listing.address])
      .sorted { ($1.edition?.parts ?? []).lexicographicallyPrecedes($0.edition?.parts ?? []) }
    let texts = ([listing.address] + older).compactMap(text)
    let places = texts.map { text in
      Dictionary(zip(text.flat.map(\.clause.identity), 0...)) { first, _ in first }
    }
    let treatments = forks.map { fork in
      (of: texts.firstIndex { $0.address == fork.base }, all: fork.inheritance.treatments)
    }
    rows = ClauseUnion(texts).clauses.map { entry in
      let place = places.map { $0[entry.clause.identity] }
      return Row(
        clause: entry.clause, depth: entry.depth, text: entry.text, label: entry.label,
        treatments: treatments.map { text, treatments in
          text.flatMap { place[$0] }.flatMap { treatments[$0] }
        })
    }
    self.forks = forks
  }

  /// The clauses that forks amended or left out, those with most of them first.
  var mostAmended: [Amended] {
    let all = rows.map { row in
      Amended(
        row: row, by: row.places { $0.words == .amended }, leftOutBy: row.places { $0.words == .leftOut })
    }
    let touched = all.filter { $0.count > 0 }.enumerated()
    return touched.sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// Whether they are too many for a picture, or to be named clause by clause.
  var areMany: Bool { forks.count > 200 }

  /// Where its page stands in the site, without the ending that tells the format.
  var path: String { listing.address.names + "/adoption" }
}

extension Adopters.Fork {
  /// Nil for a text that amends nothing.
  fileprivate init?(_ listing: Listing, of policy: Listing) {
    guard let inheritance = listing.inheritance else { return nil }
    self.listing = listing
    self.inheritance = inheritance
    count = inheritance.count
    behind = policy.ledger.records.count { record in
      record.event.isApproval && inheritance.base.edition.map { $0 < record.edition } ?? false
    }
  }

  fileprivate var sortingName: String { "\(listing.owner.lowercased()) \(listing.address)" }
}

/// The clauses of several texts of one policy in one order.
private struct ClauseUnion {
  struct Entry {
    let clause: ResolvedClause
    let depth: Int
    let text: Address
    let label: String
  }

  private(set) var clauses: [Entry] = []

  /// - Parameter texts: the newest first; clauses of others are put behind the one they follow there.
  init(_ texts: [ResolvedPolicy]) {
    for text in texts { add(text) }
  }

  private mutating func add(_ text: ResolvedPolicy) {
    let labels = text.labels
    let places = Dictionary(zip(clauses.map(\.clause.identity), 0...)) { first, _ in first }
    // What comes before each of the clauses so far, and behind the last.
    var gaps = Array(repeating: [Entry](), count: clauses.count + 1)
    var next = 0
    for (clause, depth) in text.flat {
      if let place = places[clause.identity] {
        next = place + 1
      } else {
        gaps[next].append(
          Entry(clause: clause, depth: depth, text: text.address, label: labels[clause.identity] ?? ""))
      }
    }
    clauses = zip(gaps, clauses).flatMap { $0 + [$1] } + gaps[clauses.count]
  }
}
