import PolicyModel

/// What a fork made of one clause of its base.
struct Treatment: Hashable {
  /// What became of its words; an output remembers the raw values.
  enum Words: Int, CaseIterable {
    /// They stand as in the base.
    case inherited
    /// They differ in the values of terms alone.
    case termsOnly
    /// They differ from the base with the fork's terms filled in, were it only in spelling or order.
    case amended
    /// The fork has no such clause.
    case leftOut
  }

  var words: Words
  /// Whether it was moved by itself; a clause that went along with its section was not.
  var isMoved = false
  /// Whether it was given another number; one whose number follows from what stands before it was not.
  var isRenumbered = false

  /// Whether more was done than to fill in terms.
  var goesFurther: Bool { words == .amended || words == .leftOut || isMoved || isRenumbered }
}

extension Treatment {
  /// What was made of a clause that stands in both texts.
  ///
  /// - Parameters:
  ///   - node: the clause of the base with the fork's terms filled in, and that of the fork.
  ///   - base: the same clause of the base as it is published.
  init(_ node: RedlineNode, base: ResolvedClause?) {
    let kinds = node.changes.map(\.change).filter { !$0.isMove(of: node.old, to: node.new) }.map(\.kind)
    let isFilledIn = base?.content.texts.map(\.plain) != node.old?.content.texts.map(\.plain)
    words = kinds.contains(where: \.isOfWords) ? .amended : isFilledIn ? .termsOnly : .inherited
    isMoved = node.isMoved
    isRenumbered = kinds.contains(.renumbered)
  }
}

extension Change.Class {
  /// Whether it is about the words; those that only went elsewhere are missed where they stood, and a term that was put in the
  /// place of another was not filled in.
  fileprivate var isOfWords: Bool {
    switch self {
    case .stronger, .weaker, .substantive, .term, .moved, .editorial: true
    case .renumbered, .metadata: false
    }
  }
}

/// How many clauses a fork inherited, amended, left out and added.
///
/// Every clause counts: sections, items, fields and options too. The first four together are all clauses of the base.
struct TreatmentCount: Hashable {
  /// By the raw values of what became of the words.
  private var byWords = Array(repeating: 0, count: Treatment.Words.allCases.count)
  /// How many clauses of the base were moved, whatever became of their words.
  private(set) var moved = 0
  /// How many clauses of the base were treated in a way that goes further than filling in terms.
  private(set) var further = 0
  /// How many clauses the fork has of its own.
  let added: Int

  init(_ treatments: some Sequence<Treatment>, added: Int) {
    self.added = added
    further = added
    for treatment in treatments {
      byWords[treatment.words.rawValue] += 1
      if treatment.isMoved { moved += 1 }
      if treatment.goesFurther { further += 1 }
    }
  }

  subscript(words: Treatment.Words) -> Int { byWords[words.rawValue] }

  /// How many clauses the base has.
  var total: Int { byWords.reduce(0, +) }

  /// “Of the 163 clauses of the base, 65 are inherited word for word, …”
  var summary: String {
    let parts = [
      (self[.inherited], "inherited word for word"), (self[.termsOnly], "different in terms alone"),
      (self[.amended], "amended"), (self[.leftOut], "left out"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? "is" : "are") \($0.1)" }
    let more = [
      added > 0 ? "\(added) of its own \(added == 1 ? "is" : "are") added" : nil,
      moved > 0 ? "\(moved) \(moved == 1 ? "stands" : "stand") in another place" : nil,
    ].compactMap { $0 }
    return "Of the \(total) clauses of the base, \(parts.inWords)"
      + (more.isEmpty ? "." : "; \(more.inWords).")
      + " Sections, list items and the fields of forms count as clauses too."
  }
}
