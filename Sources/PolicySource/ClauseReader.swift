import PolicyModel

/// Builds clauses from the blocks of a document.
struct ClauseReader {
  let source: SourceText
  var texts: TextReader
  var sourceMap: SourceMap
  var diagnostics: [Diagnostic] = []
  /// Where each identity was given first, to find duplicates.
  var firstPlaces: [Identity: SourcePosition] = [:]

  init(source: SourceText, shielded: [UInt8], sourceMap: SourceMap) {
    self.source = source
    texts = TextReader(source: source, shielded: shielded)
    self.sourceMap = sourceMap
  }

  /// The first problems of the text, in its order.
  var allDiagnostics: [Diagnostic] {
    Array((diagnostics + texts.diagnostics).inOrder.prefix(Diagnostic.most))
  }

  /// Whether fields outside a form are allowed: under an amendment the landing place decides.
  var requiresForms = true

  /// The clause that prose without an identity of its own will belong to: the target of an amendment.
  var owner: Identity?

  /// Forgets which identities were given, where the same one may be restated.
  mutating func allowIdentitiesAgain() { firstPlaces.removeAll(keepingCapacity: true) }

  /// The clauses of a run of blocks whose outermost headings have a level.
  mutating func clauses(_ nodes: ArraySlice<MarkdownNode>, outermostLevel: Int) -> [Clause] {
    var open: [Clause] = []
    var finished: [Clause] = []
    var itemsWanted = [false]
    /// Where the blocks start that are not read yet.
    var start = nodes.startIndex

    func close(to depth: Int) {
      while open.count > depth {
        let section = open.removeLast()
        itemsWanted.removeLast()
        if open.isEmpty { finished.append(section) } else { open[open.count - 1].clauses.append(section) }
      }
    }
    func settle(before end: Int, _ reader: inout ClauseReader) {
      guard start < end else { return }
      let inForm = open.contains(where: \.isForm)
      let children = reader.sectionContent(nodes[start..<end], itemsWanted: itemsWanted.last!, inForm: inForm)
      if open.isEmpty { finished += children } else { open[open.count - 1].clauses += children }
    }

    for (index, node) in zip(nodes.indices, nodes) {
      guard case .heading(let level) = node.kind else { continue }
      settle(before: index, &self)
      start = index + 1
      let position = position(node)
      let depth = min(level - outermostLevel, open.count)
      if depth < 0 || depth < level - outermostLevel {
        let wanted = String(repeating: "#", count: outermostLevel + max(0, depth))
        diagnostics.append(
          Diagnostic(
            .headingLevel, "a heading of level \(level) cannot stand here",
            remedy: "start it with “\(wanted)”"
              + (outermostLevel == 2 ? "; the title of the policy stands in the front matter" : ""), at: position))
      }
      close(to: max(0, depth))
      let (section, wantsItems) = section(node, at: position)
      open.append(section)
      itemsWanted.append(wantsItems)
    }
    settle(before: nodes.endIndex, &self)
    close(to: 0)
    return finished
  }

  // MARK: Sections

  private mutating func section(_ node: MarkdownNode, at position: SourcePosition) -> (Clause, wantsItems: Bool) {
    refuseUnderlined(node, at: position)
    var marked = texts.heading(of: node.children, at: position)
    var clause = Clause(
      kind: .section(
        Clause.Section(isAppendix: marked.mark.takeFlag("appendix"), isForm: marked.mark.takeFlag("form"))),
      heading: marked.text)
    let wantsItems = marked.mark.takeFlag("items")
    if clause.heading.isEmpty {
      diagnostics.append(
        Diagnostic(.emptyHeading, "a section needs words in its heading", remedy: "write its name", at: position))
    }
    clause.word = marked.mark.takeValue("word")
    apply(marked.mark, to: &clause, at: marked.mark.isEmpty && clause.word == nil ? position : marked.position)
    return (clause, wantsItems)
  }

  mutating func refuseUnderlined(_ heading: MarkdownNode, at position: SourcePosition) {
    guard !source.line(heading.line).drop(while: { $0 == 0x20 }).starts(with: [UInt8(ascii: "#")]) else { return }
    diagnostics.append(
      Diagnostic(
        .underlinedHeading, "a line of dashes turns the paragraph above into a heading",
        remedy: "write headings with “##”, or put an empty line before the dashes", at: position))
  }

  /// What stands below a heading, before the next.
  private mutating func sectionContent(
    _ nodes: ArraySlice<MarkdownNode>, itemsWanted: Bool, inForm: Bool
  ) -> [Clause] {
    var clauses: [Clause] = []
    var mayTakeItems = false
    for (index, node) in zip(nodes.indices, nodes) {
      switch node.kind {
      case .list(let isOrdered):
        if mayTakeItems {
          clauses[clauses.count - 1].clauses = list(node, kind: .item, inForm: false)
        } else {
          clauses += list(node, kind: isOrdered && !itemsWanted && !inForm ? .clause : .item, inForm: inForm)
        }
        mayTakeItems = false
      default:
        if index > nodes.startIndex, isBareMark(nodes[index - 1]), node.isTableOrQuotation { continue }
        let next = index + 1 < nodes.endIndex ? nodes[index + 1] : nil
        guard let (clause, takesItems) = unnumbered(node, before: next) else {
          mayTakeItems = false
          continue
        }
        clauses.append(clause)
        mayTakeItems = takesItems && !inForm
      }
    }
    return clauses
  }

  /// A paragraph, quotation or table with no list mark; whether the list behind it is its items.
  mutating func unnumbered(_ node: MarkdownNode, before next: MarkdownNode?) -> (Clause, takesItems: Bool)? {
    let position = position(node)
    guard node.kind == .paragraph else {
      guard let block = block(node) else { return nil }
      var clause = Clause(blocks: [block], numbering: .none)
      apply(Mark(), to: &clause, at: position)
      return (clause, false)
    }
    var parts = texts.markedTexts(of: node.children, at: position)
    refuseRow(parts)
    guard !parts.isEmpty else { return nil }
    if parts[0].hasBox { refuseBox(position) }
    let takesItems = parts[0].mark.takeFlag("items") || parts[0].text.endsInColon
    guard !parts[0].text.isEmpty else {
      if let next, next.isTableOrQuotation, let block = block(next) {
        var clause = Clause(blocks: [block], numbering: .none)
        apply(parts[0].mark, to: &clause, at: parts[0].position)
        return (clause, false)
      }
      report(.emptyClause, "a clause needs words", "write them behind the mark, or delete the mark", position)
      return nil
    }
    var clause = Clause(blocks: [.paragraph(parts[0].text)], numbering: .none)
    apply(parts[0].mark, to: &clause, at: parts[0].position)
    return (clause, takesItems)
  }

  // MARK: Lists

  mutating func list(_ node: MarkdownNode, kind: Clause.Kind, inForm: Bool) -> [Clause] {
    node.children.flatMap { entry($0, kind: kind, inForm: inForm) }
  }

  /// One entry of a list: a clause or item, or the fields of a row.
  private mutating func entry(_ node: MarkdownNode, kind: Clause.Kind, inForm: Bool) -> [Clause] {
    guard let first = node.children.first, first.kind == .paragraph else {
      report(
        .emptyClause, "a list entry starts with words", "write the words of the clause, or delete the list mark",
        position(node))
      return []
    }
    let parts = texts.markedTexts(of: first.children, at: position(first))
    let hasOtherWords = node.children.dropFirst().first?.isTableOrQuotation == true
    guard let lead = parts.first, !lead.text.isEmpty || hasOtherWords else {
      report(.emptyClause, "a clause needs words", "write them, or delete the list mark", position(node))
      return []
    }
    if kind != .clause, isField(lead, followedBy: node.children.dropFirst()) || (inForm && !lead.hasBox) {
      return fields(parts, below: node.children.dropFirst(), inForm: inForm)
    }
    refuseRow(parts)
    if lead.hasBox, kind != .option, requiresForms { refuseBox(position(first)) }
    var clause = Clause(
      kind: lead.hasBox ? .option : kind, blocks: lead.text.isEmpty ? [] : [.paragraph(lead.text)])
    apply(lead.mark, to: &clause, at: lead.position)
    readBelow(node.children.dropFirst(), into: &clause)
    let isBareOption = kind == .option && lead.hasBox && clause.clauses.isEmpty && clause.blocks.count == 1
    if kind == .option, !isBareOption {
      report(
        .fieldContent, "only options stand below a field, each one line behind a box",
        "write “- [ ]” before an option, and other words as a note of their own: - {#… .note} …", position(first))
    }
    return [clause]
  }

  /// What is indented below the first paragraph of an entry: further blocks, items, then unnumbered clauses.
  mutating func readBelow(_ nodes: ArraySlice<MarkdownNode>, into clause: inout Clause) {
    var mayTakeItems = false
    for (index, node) in zip(nodes.indices, nodes) {
      switch node.kind {
      case .list:
        let items = list(node, kind: .item, inForm: false)
        if mayTakeItems, let last = clause.clauses.indices.last {
          clause.clauses[last].clauses = items
        } else {
          clause.clauses += items
        }
        mayTakeItems = false
      case .paragraph where !clause.clauses.isEmpty || startsWithMark(node):
        if let (child, takesItems) = unnumbered(node, before: index + 1 < nodes.endIndex ? nodes[index + 1] : nil) {
          clause.clauses.append(child)
          mayTakeItems = takesItems
        }
      case .quotation where isBareMark(nodes[max(nodes.startIndex, index - 1)]),
        .table where isBareMark(nodes[max(nodes.startIndex, index - 1)]):
        mayTakeItems = false
      case .quotation where !clause.clauses.isEmpty, .table where !clause.clauses.isEmpty:
        if let (child, _) = unnumbered(node, before: nil) { clause.clauses.append(child) }
        mayTakeItems = false
      case .paragraph, .quotation, .table:
        if let block = block(node) { clause.blocks.append(block) }
        record(texts.takeUses(), of: clause.identity)
        mayTakeItems = false
      case .heading:
        report(.headingLevel, "a heading cannot stand in a list", "move it to the start of a line", position(node))
      default:
        _ = block(node)
      }
    }
  }

  /// Whether a paragraph is a mark alone, which then belongs to the table or quotation behind it.
  private func isBareMark(_ node: MarkdownNode) -> Bool {
    guard startsWithMark(node), node.children.count == 1, case .text(let literal) = node.children[0].kind else {
      return false
    }
    return literal.utf8.firstIndex(of: Shield.markClose) == literal.utf8.index(before: literal.utf8.endIndex)
  }

  private func startsWithMark(_ node: MarkdownNode) -> Bool {
    if case .text(let literal)? = node.children.first?.kind { return literal.utf8.first == Shield.markOpen }
    return false
  }

  // MARK: Blocks

  mutating func block(_ node: MarkdownNode) -> Block? {
    let position = position(node)
    switch node.kind {
    case .paragraph:
      return .paragraph(texts.text(of: node.children, at: position))
    case .quotation:
      let paragraphs = node.children.compactMap { child -> Text? in
        guard child.kind == .paragraph else {
          diagnostics.append(
            Diagnostic(
              .unwelcomeMarkdown, "only paragraphs stand in a quotation", remedy: "write the quotation as paragraphs",
              at: self.position(child)))
          return nil
        }
        return texts.text(of: child.children, at: self.position(child))
      }
      return paragraphs.isEmpty ? nil : .quotation(paragraphs)
    case .table:
      let rows = node.children.map { row in
        row.children.map { texts.text(of: $0.children, at: self.position($0)) }
      }
      guard let header = rows.first else { return nil }
      return .table(Table(header: header, rows: Array(rows.dropFirst())))
    case .unwelcome(let name):
      diagnostics.append(unwelcome(name, at: position))
      return nil
    default:
      diagnostics.append(unwelcome("this construct", at: position))
      return nil
    }
  }

  mutating func report(_ rule: Rule, _ message: String, _ remedy: String, _ position: SourcePosition) {
    diagnostics.append(Diagnostic(rule, message, remedy: remedy, at: position))
  }

  func position(_ node: MarkdownNode) -> SourcePosition {
    source.position(line: node.line, column: node.column)
  }
}

extension MarkdownNode {
  fileprivate var isTableOrQuotation: Bool {
    switch kind {
    case .table, .quotation: true
    default: false
    }
  }
}
