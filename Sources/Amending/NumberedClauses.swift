import PolicyModel

/// The clauses of a policy with their numbers.
struct NumberedClauses: Sendable {
  let tree: ClauseTree
  private let numbers: [PrintedNumber]
  private let places: [Int]

  init(_ tree: ClauseTree, by scheme: NumberingScheme) {
    var counter = ClauseCounter(tree, by: scheme)
    counter.count()
    self.tree = tree
    (numbers, places) = (counter.numbers, counter.places)
  }

  init(of policy: Policy) { self.init(ClauseTree(policy.clauses), by: policy.numbering) }

  subscript(node: ClauseTree.Node) -> PrintedNumber { numbers[places[node]] }

  subscript(identity: Identity) -> PrintedNumber? { tree.node(identity).map { self[$0] } }

  /// The number of a clause as it is printed; nil where none is.
  func printed(_ node: ClauseTree.Node) -> String? { numbers[places[node]].printed }

  /// The clauses that print a number, in document order.
  func clauses(printing number: String) -> [Identity] {
    tree.all.filter { printed($0) == number }.compactMap { tree.identity($0) }
  }
}

/// Counts through a policy: sections and clauses share their parent's count, appendices have their own, items theirs.
private struct ClauseCounter {
  /// What leads the numbers below a clause, and how many ordinals it holds.
  private struct Path {
    var lead = ""
    var level = 0
  }

  /// How the sections or the appendices are numbered, and what stands below them.
  private struct Body {
    let isAppendices: Bool
    let top: NumberPattern
    let below: NumberPattern
  }

  private let tree: ClauseTree
  private let body: Body
  private let appendices: Body
  private let items: NumberPattern
  /// In the order of counting, behind that of clauses without one.
  private(set) var numbers = [PrintedNumber.none]
  /// Where the number of each node stands among them.
  private(set) var places: [Int]

  init(_ tree: ClauseTree, by scheme: NumberingScheme) {
    self.tree = tree
    body = Body(isAppendices: false, top: scheme[.section], below: scheme[.clause])
    appendices = Body(isAppendices: true, top: scheme[.appendix], below: scheme[.appendixClause])
    items = scheme[.item]
    places = Array(repeating: 0, count: tree.count)
    numbers.reserveCapacity(tree.count + 1)
  }

  mutating func count() {
    var (sections, appendices) = (0, 0)
    for node in tree.children(of: nil) {
      if tree.isAppendix(node) {
        count([node], under: Path(), of: self.appendices, ordinal: &appendices)
      } else {
        count([node], under: Path(), of: body, ordinal: &sections)
      }
    }
  }

  /// - Parameter nodes: what stands directly below a clause; at the top of the document one alone.
  private mutating func count(
    _ nodes: [ClauseTree.Node], under path: Path, of body: Body, ordinal: inout Int
  ) {
    var items = 0
    for node in nodes {
      let numbering = tree.numbering(node)
      switch tree.kind(node) {
      // The groups of a form carry no numbers.
      case .section where tree.withAncestors(node).dropFirst().contains(where: tree.isForm):
        add(PrintedNumber(printed: tree.label(node), bare: nil, noun: noun(of: node)), of: node)
        count(tree.children(of: node), under: path, of: body, ordinal: &ordinal)
      case .section, .clause:
        guard numbering != .none else {
          add(PrintedNumber(printed: tree.label(node), bare: nil, noun: noun(of: node)), of: node)
          if tree.isSection(node) {
            count(tree.children(of: node), under: path, of: body, ordinal: &ordinal)
          } else {
            countBelow(node, path: path, of: body)
          }
          continue
        }
        ordinal = numbering.ordinal ?? ordinal + 1
        add(number(of: node, numbering, ordinal, under: path, of: body), of: node)
        if !tree.children(of: node).isEmpty {
          countBelow(node, path: self.path(below: ordinal, under: path, of: body), of: body)
        }
      case .item:
        if numbering != .none { items = numbering.ordinal ?? items + 1 }
        add(number(ofItem: node, numbering, items), of: node)
        countBelow(node, path: path, of: body)
      case .field, .option:
        countBelow(node, path: path, of: body)
      }
    }
  }

  private mutating func add(_ number: PrintedNumber, of node: ClauseTree.Node) {
    places[node] = numbers.count
    numbers.append(number)
  }

  private mutating func countBelow(_ node: ClauseTree.Node, path: Path, of body: Body) {
    var ordinal = 0
    count(tree.children(of: node), under: path, of: body, ordinal: &ordinal)
  }

  private func path(below ordinal: Int, under path: Path, of body: Body) -> Path {
    guard case .example(let example) = body.below else { return Path(level: path.level + 1) }
    return Path(
      lead: example.lead(to: example.bare(ordinal, at: path.level, behind: path.lead)), level: path.level + 1)
  }

  private func number(
    of node: ClauseTree.Node, _ numbering: Numbering, _ ordinal: Int, under path: Path, of body: Body
  ) -> PrintedNumber {
    let isTop = path.level == 0
    var (printed, bare, prefix) =
      isTop
      ? body.top.number(ordinal, at: path.level, behind: path.lead)
      : body.below.number(ordinal, at: path.level, behind: path.lead)
    if numbering == .hidden { printed = nil }
    let label = tree.label(node)
    guard body.isAppendices, isTop else {
      return PrintedNumber(printed: label ?? printed, bare: bare, noun: noun(of: node))
    }
    if let label { (printed, bare, prefix) = (label, label, "") }
    return PrintedNumber(printed: printed, bare: bare, noun: .appendix(prefix: prefix))
  }

  private func noun(of node: ClauseTree.Node) -> PrintedNumber.Noun {
    tree.isSection(node) ? .section(prefix: tree.word(node).map { $0 + " " } ?? "section ") : .clause
  }

  private func number(ofItem node: ClauseTree.Node, _ numbering: Numbering, _ ordinal: Int) -> PrintedNumber {
    var printed: String?
    var bare: String?
    if numbering != .none, case .example(let example) = tree.parent(of: node).flatMap(tree.items) ?? items {
      let number = example.bare(ordinal, at: 0, behind: "")
      printed = example.dressed(number)
      bare = example.prefix == "(" ? printed : number
    }
    if numbering == .hidden { printed = nil }
    return PrintedNumber(printed: tree.label(node) ?? printed, bare: bare, noun: .item)
  }
}

extension NumberPattern {
  /// The number of an ordinal, as printed and as references give it, with what stands before it; neither where none is
  /// printed.
  fileprivate func number(
    _ ordinal: Int, at level: Int, behind lead: String
  ) -> (printed: String?, bare: String?, prefix: String) {
    guard case .example(let example) = self else { return (nil, nil, "") }
    let number = example.bare(ordinal, at: level, behind: lead)
    return (example.dressed(number), number, example.prefix)
  }
}

extension NumberPattern.Example {
  /// A number with what stands before and after it.
  fileprivate func dressed(_ number: String) -> String {
    prefix.isEmpty && suffix.isEmpty ? number : prefix + number + suffix
  }
}
