import PolicyModel

/// Which clause of a base each clause of a foreign document is: by name, else by words, else by what stands below.
struct Counterparts {
  /// Clauses of the base by those of the document.
  private(set) var bases: [Identity: Identity]
  private let base: Family
  private let document: Family

  /// - Parameters:
  ///   - base: the base as it reads.
  ///   - document: every clause with its identity.
  init(base: [Clause], document: [Clause]) {
    let document = document.map { $0.withPlainKinds }
    let base = base.map { $0.withPlainKinds }
    self.base = Family(base)
    self.document = Family(document)
    let names = Alignment(old: ClauseTree(base), new: ClauseTree(document)).names
    bases = [:]
    for clause in self.document.inOrder {
      let name = names[clause] ?? clause
      if self.base.parents[name] != nil { bases[clause] = name }
    }
    for _ in 0..<2 { followParents() }
    matchTwins()
    matchSections()
  }

  /// Of several clauses with the same words the one below the same parent is meant.
  private mutating func followParents() {
    var partners = Dictionary(bases.map { ($1, $0) }) { first, _ in first }
    for clause in document.inOrder {
      guard let found = bases[clause], let above = document.parents[clause]!.flatMap({ bases[$0] }),
        base.parents[found]! != above, let words = base.words[found]
      else { continue }
      let twins = base.children[above, default: []].filter { base.words[$0] == words }
      guard
        let twin = twins.first(where: { twin in
          guard let partner = partners[twin] else { return true }
          return document.parents[partner]!.flatMap { bases[$0] } != above
        })
      else { continue }
      let partner = partners[twin]
      bases[clause] = twin
      partners[twin] = clause
      bases[partner ?? clause] = partner == nil ? twin : found
      partners[found] = partner
    }
  }

  /// A clause that is left over is the one with its words below the same parent.
  private mutating func matchTwins() {
    var taken = Set(bases.values)
    for clause in document.inOrder where bases[clause] == nil {
      let parent = document.parents[clause]!
      let above = parent.flatMap { bases[$0] }
      guard parent == nil || above != nil, let words = document.words[clause],
        let twin = base.children[above, default: []].first(where: { !taken.contains($0) && base.words[$0] == words })
      else { continue }
      bases[clause] = twin
      taken.insert(twin)
    }
  }

  /// A section with another heading is known by the clauses below it.
  private mutating func matchSections() {
    var taken = Set(bases.values)
    for clause in document.inOrder where bases[clause] == nil && document.sections.contains(clause) {
      let above = document.children[clause, default: []].compactMap { bases[$0] }.compactMap { base.parents[$0]! }
      let counts = above.reduce(into: [Identity: Int]()) { $0[$1, default: 0] += 1 }
      guard let (parent, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
        !taken.contains(parent), base.sections.contains(parent),
        count * 2 > document.children[clause, default: []].count
      else { continue }
      bases[clause] = parent
      taken.insert(parent)
    }
  }
}

/// Clauses by name with what stands above and below them.
private struct Family {
  var inOrder: [Identity] = []
  var parents: [Identity: Identity?] = [:]
  /// Under nil what stands directly in the document.
  var children: [Identity?: [Identity]] = [:]
  var words: [Identity: String] = [:]
  var sections: Set<Identity> = []

  init(_ clauses: [Clause]) {
    add(clauses, under: nil)
  }

  private mutating func add(_ clauses: [Clause], under parent: Identity?) {
    for clause in clauses {
      let identity = clause.identity!
      inOrder.append(identity)
      parents[identity] = .some(parent)
      children[parent, default: []].append(identity)
      words[identity] = clause.texts.map(\.plain).joined(separator: " ").lowercased()
      if clause.isSection { sections.insert(identity) }
      add(clause.clauses, under: identity)
    }
  }
}

extension Clause {
  /// A document does not tell a paragraph from a field, or an appendix from a section, as surely as its words tell.
  fileprivate var withPlainKinds: Clause {
    var clause = self
    clause.kind =
      switch kind {
      case .section: .section(Clause.Section())
      case .clause, .field: .clause
      case .item, .option: .item
      }
    clause.clauses = clauses.map(\.withPlainKinds)
    return clause
  }
}
