import PolicyModel

/// Sorts the clauses of a fork and its base by what the fork made of them.
struct VariationSorting {
  private(set) var amended: [(section: ResolvedClause?, clauses: [RedlineNode])] = []
  private(set) var own: [RedlineNode] = []
  private(set) var leftOut: [RedlineNode] = []
  private(set) var shifted: [RedlineNode] = []
  private(set) var treatments: [Identity: Treatment] = [:]
  /// The clauses of the base as it is published.
  let base: [Identity: ResolvedClause]

  init(base: [Identity: ResolvedClause]) {
    self.base = base
  }

  /// - Parameters:
  ///   - section: the one in which the clauses stand now.
  ///   - isPart: whether they are told of together with the clause above them.
  mutating func sort(_ nodes: [RedlineNode], in section: ResolvedClause?, isPart: Bool = false) {
    for node in nodes {
      let place = node.new.flatMap { $0.content.isSection ? $0 : nil } ?? section
      switch node.state {
      case .lasting(let old, _):
        let treatment = Treatment(node, base: base[old.identity])
        treatments[old.identity] = treatment
        if treatment.words == .amended { add(node, in: place) }
        if treatment.isMoved || treatment.isRenumbered { shifted.append(node) }
      case .inserted: if !isPart { own.append(node) }
      case .omitted(let old):
        treatments[old.identity] = Treatment(words: .leftOut)
        if !isPart { leftOut.append(node) }
      case .departed: continue
      }
      sort(node.children, in: place, isPart: node.isLone && (isPart || node.isPassage))
    }
  }

  private mutating func add(_ node: RedlineNode, in section: ResolvedClause?) {
    if let last = amended.last, last.section?.identity == section?.identity {
      amended[amended.count - 1].clauses.append(node)
    } else {
      amended.append((section, [node]))
    }
  }
}

extension RedlineNode {
  /// Whether it stands in one of the two texts alone.
  var isLone: Bool {
    switch state {
    case .inserted, .omitted: true
    case .lasting, .departed: false
    }
  }

  /// Whether it is read as one with what stands below it; the clauses of a section speak for themselves.
  fileprivate var isPassage: Bool { !clause.content.isSection || clause.content.isForm }

  /// The clause with what is told of together with it: whatever below it stands in the same text alone.
  var passage: [RedlineNode] { [self] + (isPassage ? children.flatMap(\.withLone) : []) }

  private var withLone: [RedlineNode] { isLone ? [self] + children.flatMap(\.withLone) : [] }
}
