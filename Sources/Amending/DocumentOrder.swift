import PolicyModel

/// Where the clauses of two texts stand in one order: that of the new text, with what was left out where it stood.
struct DocumentOrder {
  /// The place of a clause of the new text, and how far behind it something stood that is gone.
  struct Place: Comparable {
    let new: Int
    let gone: Int

    static func < (left: Place, right: Place) -> Bool { (left.new, left.gone) < (right.new, right.gone) }
  }

  private var newPlaces: [Identity: Place] = [:]
  private var oldPlaces: [Identity: Place] = [:]
  private var oldParents: [Identity: ResolvedClause] = [:]
  private var newParents: [Identity: ResolvedClause] = [:]
  private let matches: [Identity: Identity]

  init(_ redline: Redline) {
    matches = redline.matches
    for (index, entry) in redline.new.flat.enumerated() {
      newPlaces[entry.clause.identity] = Place(new: index, gone: 0)
      for child in entry.clause.clauses { newParents[child.identity] = entry.clause }
    }
    let matched = Dictionary(redline.matches.map { ($1, $0) }) { first, _ in first }
    var last = Place(new: -1, gone: 0)
    for entry in redline.old.flat {
      for child in entry.clause.clauses { oldParents[child.identity] = entry.clause }
      last = matched[entry.clause.identity].flatMap { newPlaces[$0] } ?? Place(new: last.new, gone: last.gone + 1)
      oldPlaces[entry.clause.identity] = last
    }
  }

  func place(new clause: Identity) -> Place { newPlaces[clause]! }

  func place(old clause: Identity) -> Place { oldPlaces[clause]! }

  /// From where to where a clause was moved, in words.
  func journey(of clause: LastingClause) -> String {
    let (from, to) = (oldParents[clause.old.identity], newParents[clause.new.identity])
    switch (from, to) {
    case (nil, nil): return "it stands elsewhere in the document"
    case (nil, let to?): return "it stands in \(to.described) now"
    case (let from?, nil): return "it stood in \(from.described), and stands in no section now"
    case (let from?, let to?) where matches[to.identity] == from.identity:
      return "it stands elsewhere in \(to.described)"
    case (let from?, let to?): return "it stood in \(from.described), and stands in \(to.described) now"
    }
  }
}

extension ResolvedClause {
  /// “section 6 (Personal use)”, “Appendix A (Requirements)”, “4.1”.
  fileprivate var described: String {
    guard content.isSection else { return named }
    let heading = content.heading.plain
    guard let number else { return "“\(heading)”" }
    return (content.isAppendix ? "" : (content.word ?? "section") + " ") + "\(number) (\(heading))"
  }
}
