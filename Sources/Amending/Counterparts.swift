import PolicyModel

/// Which clause of a base each clause of a foreign document is: by name, else as comparing finds it.
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
    matchTwins()
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
}

/// Clauses by name with what stands above and below them.
private struct Family {
  var inOrder: [Identity] = []
  var parents: [Identity: Identity?] = [:]
  /// Under nil what stands directly in the document.
  var children: [Identity?: [Identity]] = [:]
  var words: [Identity: String] = [:]

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
