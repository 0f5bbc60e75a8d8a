import PolicyModel

/// The lists of a foreign document.
extension DocumentContent {
  mutating func add(
    _ list: MarkdownNode, isOrdered: Bool, followsParagraph: Bool, to clauses: inout [Clause]
  ) {
    let entries = items(list)
    let isBoxes = entries.contains { $0.kind == .option }
    let areLettered = isOrdered && entries.allSatisfy(hasNumber)
    let last = followsParagraph || areLettered ? clauses.indices.last : nil
    if let last, isBoxes, clauses[last].isLabel {
      clauses[last].makeField(.choice(one: false))
      clauses[last].clauses = entries.map(\.asOption)
    } else if let last, case let lead = clauses[last], lead.kind == .clause,
      areLettered || lead.endsInColon || lead.numbering != .none
    {
      clauses[last].clauses += entries.map(\.withoutBox)
    } else {
      clauses +=
        isOrdered ? entries.map { $0.numberedClause } : entries.map(\.withoutBox)
    }
  }

  private mutating func items(_ list: MarkdownNode) -> [Clause] {
    list.children.flatMap { entry -> [Clause] in
      guard let first = entry.children.first, first.kind == .paragraph,
        case let lines = prose.lines(first, in: .item), let line = lines.first
      else { return clauses(entry.children) }
      var item = clause(line, .item, kind: line.hasBox ? .option : .item)
      // A list digit says that a clause counts, not what its number is.
      if list.kind == .list(isOrdered: true), line.number == nil { forgetNumber(of: item) }
      for further in lines.dropFirst() { item.clauses.append(clause(further, .item, kind: .item)) }
      for node in entry.children.dropFirst() {
        switch node.kind {
        case .list: item.clauses += items(node).map(\.withoutBox)
        case .paragraph:
          for line in prose.lines(node, in: .item) where !line.text.isEmpty {
            if item.clauses.isEmpty, line.identity == nil, line.number == nil {
              item.blocks.append(.paragraph(line.text))
            } else {
              item.clauses.append(clause(line, .clause, kind: .clause, numbering: .none))
            }
          }
        case .quotation where item.clauses.isEmpty: item.blocks.append(.quotation(prose.texts(node)))
        default: item.clauses += clauses([node])
        }
      }
      return item.blocks.isEmpty ? item.clauses : [item]
    }
  }
}
