import PolicyModel

/// How a clause of a fork relates to its base; what the bases did among themselves is theirs.
enum Inheritance: String, CaseIterable {
  case inherited, moved, amended, added

  /// Nil for a text that amends nothing.
  init?(_ clause: ResolvedClause, in policy: ResolvedPolicy) {
    guard !policy.bases.isEmpty else { return nil }
    self.init(clause.provenance, of: policy.address)
  }

  init(_ provenance: Provenance, of fork: Address) {
    guard provenance.origin != fork else {
      self = .added
      return
    }
    self = .inherited
    let touches = provenance.amendedBy
    for index in touches.indices where touches[index].by == fork {
      switch touches[index].operation {
      case .move: self = .moved
      case .renumber: continue
      case .substitute, .insert, .omit, .reword, .set:
        self = .amended
        return
      }
    }
  }

  var word: String {
    switch self {
    case .inherited: "Inherited"
    case .moved: "Inherited, moved"
    case .amended: "Amended"
    case .added: "Added"
    }
  }
}

/// How a text stands to others: by that, its clauses are told to be its own or not.
enum Lineage: Equatable {
  /// It amends nothing.
  case own
  case fork(Address)
  /// It is shown as forks show it that leave it alone.
  case inherited

  init(of policy: ResolvedPolicy) { self = policy.bases.isEmpty ? .own : .fork(policy.address) }

  /// The address of a fork.
  var fork: Address? { if case .fork(let address) = self { address } else { nil } }

  /// Nil where clauses are not told apart.
  func inheritance(of clause: ResolvedClause) -> Inheritance? {
    switch self {
    case .own: nil
    case .fork(let address): Inheritance(clause.provenance, of: address)
    case .inherited: .inherited
    }
  }

  /// Why the fork amended a clause, where it says so.
  func reason(for clause: ResolvedClause) -> Text? {
    fork.flatMap { fork in clause.provenance.amendedBy.last { $0.reason != nil && $0.by == fork }?.reason }
  }
}

/// How many of some clauses of a fork are inherited, amended and added.
///
/// An item directly in a section counts, since it stands for a clause there; items of clauses and forms do not.
struct InheritanceCount {
  private(set) var inherited = 0
  private(set) var amended = 0
  private(set) var added = 0

  /// - Parameter clauses: those to count, each with what stands below it.
  init(_ clauses: [ResolvedClause], in policy: ResolvedPolicy) {
    func walk(_ clauses: [ResolvedClause], inSection: Bool) {
      for clause in clauses where !clause.content.isForm {
        let counts = clause.content.kind == .clause || clause.content.kind == .item && inSection
        if counts, let inheritance = Inheritance(clause, in: policy) {
          switch inheritance {
          case .inherited, .moved: inherited += 1
          case .amended: amended += 1
          case .added: added += 1
          }
        }
        walk(clause.clauses, inSection: clause.content.isSection)
      }
    }
    walk(clauses, inSection: true)
  }
}
