import PolicyModel

/// What the organisations that amend a policy made of it: the newest text of each, whichever edition it rests on.
struct Adoption {
  /// An organisation's text that amends the policy.
  struct Fork {
    let publication: Publication
    let variations: Variations
    /// How many ratified editions of the policy are newer than the one amended.
    let behind: Int

    /// The text amended.
    var base: Address { variations.base.address }
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
  }

  /// A clause of the policy with those who changed it.
  struct Amended {
    let row: Row
    let by: [Fork]
    let leftOutBy: [Fork]

    var count: Int { by.count + leftOutBy.count }
  }

  /// The newest text of the policy.
  let publication: Publication
  /// By the names of the organisations.
  let forks: [Fork]
  /// Every clause of the newest text in its order; clauses that only older texts have, if they are still amended, where they stood.
  let rows: [Row]

  init(_ publication: Publication, forks: [Fork]) {
    self.publication = publication
    self.forks = forks
    let older = Dictionary(forks.map { ($0.base, $0.variations.base) }) { first, _ in first }
      .filter { $0.key != publication.address }
      .sorted { ($1.key.edition?.parts ?? []).lexicographicallyPrecedes($0.key.edition?.parts ?? []) }
    let union = ClauseUnion([publication.policy] + older.map(\.value))
    rows = union.clauses.map { entry in
      Row(
        clause: entry.clause, depth: entry.depth, text: entry.text, label: entry.label,
        treatments: forks.map { $0.variations.treatments[entry.clause.identity] })
    }
  }

  /// The forks that did something to a clause.
  func forks(of row: Row, where isMeant: (Treatment) -> Bool) -> [Fork] {
    zip(forks, row.treatments).compactMap { fork, treatment in
      treatment.map(isMeant) ?? false ? fork : nil
    }
  }

  /// The clauses that forks amended or left out, those with most of them first.
  var mostAmended: [Amended] {
    let all = rows.map { row in
      Amended(
        row: row, by: forks(of: row) { $0.words == .amended }, leftOutBy: forks(of: row) { $0.words == .leftOut })
    }
    let touched = all.filter { $0.count > 0 }.enumerated()
    return touched.sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
  }

  /// Where its page stands in the site, without the ending that tells the format.
  var path: String { "\(publication.address.organisation)/\(publication.address.policy)/adoption" }
}

extension Site {
  /// One for each policy that others amend, by address.
  var adoptions: [Adoption] {
    let current = current
    var forks: [Address: [Adoption.Fork]] = [:]
    for publication in current {
      guard let variations = publication.variations else { continue }
      let base = variations.base.address
      let ledger = current.first { $0.address.policyAddress == base.policyAddress }?.ledger
      let newer = ledger?.records.filter { record in
        record.event == .approved && base.edition.map { $0 < record.edition } ?? false
      }
      forks[base.policyAddress, default: []].append(
        Adoption.Fork(publication: publication, variations: variations, behind: newer?.count ?? 0))
    }
    return current.compactMap { publication in
      forks[publication.address.policyAddress].map { forks in
        Adoption(publication, forks: forks.sorted { $0.sortingName < $1.sortingName })
      }
    }
  }
}

extension Adoption.Fork {
  fileprivate var sortingName: String { "\(publication.owner.lowercased()) \(publication.address)" }
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
    for text in texts {
      let labels = text.labels
      var next = 0
      for (clause, depth) in text.flat {
        if let index = clauses.firstIndex(where: { $0.clause.identity == clause.identity }) {
          next = index + 1
        } else {
          clauses.insert(
            Entry(clause: clause, depth: depth, text: text.address, label: labels[clause.identity] ?? ""), at: next)
          next += 1
        }
      }
    }
  }
}
