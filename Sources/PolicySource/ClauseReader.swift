import PolicyModel

/// Builds clauses from the blocks of a document.
struct ClauseReader {
  let source: SourceText
  var texts: TextReader
  var sourceMap: SourceMap
  var diagnostics: [Diagnostic] = []
  /// How often an identity has been given so far, to find duplicates.
  private var firstPlaces: [Identity: SourcePosition] = [:]

  init(source: SourceText, shielded: [UInt8]) {
    self.source = source
    texts = TextReader(source: source, shielded: shielded)
    sourceMap = SourceMap(path: source.path)
  }

  /// The first problems of the text, in its order.
  var allDiagnostics: [Diagnostic] {
    Array((diagnostics + texts.diagnostics).inOrder.prefix(Diagnostic.most))
  }

  /// The clause that prose without an identity of its own will belong to: the target of an amendment.
  var owner: Identity?

  /// Forgets which identities were given, where the same one may be restated.
  mutating func allowIdentitiesAgain() { firstPlaces = [:] }

  /// The clauses of a run of blocks whose outermost headings have a level.
  mutating func clauses(_ nodes: [MarkdownNode], outermostLevel: Int) -> [Clause] {
    var open: [Clause] = []
    var finished: [Clause] = []
    var itemsWanted = [false]
    var loose: [MarkdownNode] = []

    func close(to depth: Int) {
      while open.count > depth {
        let section = open.removeLast()
        itemsWanted.removeLast()
        if open.isEmpty { finished.append(section) } else { open[open.count - 1].clauses.append(section) }
      }
    }
    func settle(_ reader: inout ClauseReader) {
      guard !loose.isEmpty else { return }
      let inForm = open.contains(where: \.isForm)
      let children = reader.sectionContent(loose, itemsWanted: itemsWanted.last!, inForm: inForm)
      loose = []
      if open.isEmpty { finished += children } else { open[open.count - 1].clauses += children }
    }

    for node in nodes {
      guard case .heading(let level) = node.kind else {
        loose.append(node)
        continue
      }
      settle(&self)
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
    settle(&self)
    close(to: 0)
    return finished
  }

  // MARK: Sections

  private mutating func section(_ node: MarkdownNode, at position: SourcePosition) -> (Clause, wantsItems: Bool) {
    if !source.line(node.line).drop(while: { $0 == 0x20 }).starts(with: [UInt8(ascii: "#")]) {
      diagnostics.append(
        Diagnostic(
          .underlinedHeading, "a line of dashes turns the paragraph above into a heading",
          remedy: "write headings with “##”, or put an empty line before the dashes", at: position))
    }
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

  /// What stands below a heading, before the next.
  private mutating func sectionContent(_ nodes: [MarkdownNode], itemsWanted: Bool, inForm: Bool) -> [Clause] {
    var clauses: [Clause] = []
    var mayTakeItems = false
    for (index, node) in nodes.enumerated() {
      let next = index + 1 < nodes.count ? nodes[index + 1] : nil
      switch node.kind {
      case .list(let isOrdered):
        if mayTakeItems {
          clauses[clauses.count - 1].clauses = list(node, kind: .item, inForm: false)
        } else {
          clauses += list(node, kind: isOrdered && !itemsWanted && !inForm ? .clause : .item, inForm: inForm)
        }
        mayTakeItems = false
      default:
        if index > 0, isBareMark(nodes[index - 1]), node.isTableOrQuotation { continue }
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
  private mutating func unnumbered(_ node: MarkdownNode, before next: MarkdownNode?) -> (Clause, takesItems: Bool)? {
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
    let takesItems = parts[0].mark.takeFlag("items") || parts[0].text.plain.hasSuffix(":")
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

  private mutating func list(_ node: MarkdownNode, kind: Clause.Kind, inForm: Bool) -> [Clause] {
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
    return [clause]
  }

  /// What is indented below the first paragraph of an entry: further blocks, items, then unnumbered clauses.
  private mutating func readBelow(_ nodes: ArraySlice<MarkdownNode>, into clause: inout Clause) {
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

  // MARK: Forms

  private static let fieldFlags: Set<String> = ["date", "signature", "note", "one"]

  /// Whether an entry looks like something to fill in.
  private func isField(_ part: MarkedText, followedBy nodes: ArraySlice<MarkdownNode>) -> Bool {
    guard !part.hasBox else { return false }
    return part.text.endsInBlank || !ClauseReader.fieldFlags.isDisjoint(with: part.mark.flags)
      || part.mark.values.contains { $0.key == "lines" } || startsOptions(nodes.first)
  }

  private func startsOptions(_ node: MarkdownNode?) -> Bool {
    guard case .list? = node?.kind, let first = node?.children.first?.children.first,
      case .text(let literal)? = first.children.first?.kind
    else { return false }
    return literal.hasPrefix("[ ]") || literal.hasPrefix("[x]")
  }

  private mutating func fields(_ parts: [MarkedText], below: ArraySlice<MarkdownNode>, inForm: Bool) -> [Clause] {
    var fields: [Clause] = []
    for (index, part) in parts.enumerated() {
      var mark = part.mark
      let hasOptions = index == parts.count - 1 && startsOptions(below.first)
      let kind = fieldKind(&mark, part, hasOptions: hasOptions)
      var field = Field(kind, when: mark.takeValue("when"), sharesRow: index > 0)
      if let written = mark.takeValue("min") {
        field.minimum = Int(written)
        if !(1...99).contains(field.minimum ?? 0) {
          report(.badValue, "min=\(written) is not a number of answers", "write a number from 1 to 99", part.position)
        }
      }
      let label = field.takesBlank ? part.text.withoutEndBlank : part.text
      if field.takesBlank != part.text.endsInBlank || label.hasBlank {
        report(
          .fieldBlank,
          "a \(field.takesBlank ? "field has one blank, behind its label" : "field of this kind has no blank")",
          field.takesBlank
            ? "write “Label: ____”, or mark words to read with .note" : "delete the underscores", part.position)
      }
      var clause = Clause(kind: .field(field), blocks: label.isEmpty ? [] : [.paragraph(label)])
      apply(mark, to: &clause, at: part.position)
      fields.append(clause)
    }
    for node in below {
      if case .list = node.kind {
        fields[fields.count - 1].clauses += list(node, kind: .option, inForm: false)
      } else {
        report(
          .fieldContent, "only options stand below a field", "write it as a note of its own: - {#… .note} …",
          position(node))
      }
    }
    if !inForm, let first = parts.first { formRequired(first.position) }
    return fields
  }

  /// Whether fields outside a form are allowed: under an amendment the landing place decides.
  var requiresForms = true

  private mutating func formRequired(_ position: SourcePosition) {
    guard requiresForms else { return }
    report(
      .fieldOutsideForm, "a field stands in a section that is not a form",
      "mark the section's heading with .form", position)
  }

  private mutating func fieldKind(_ mark: inout Mark, _ part: MarkedText, hasOptions: Bool) -> Field.Kind {
    let kinds =
      mark.flags.filter(["date", "signature", "note", "one"].contains).map { "." + $0 }
      + (mark.values.contains { $0.key == "lines" } ? ["lines="] : [])
    if kinds.count > 1 {
      report(
        .badValue, "a field has one kind: \(kinds.joined(separator: " or ")), not both", "keep one of them",
        part.position)
      for kind in kinds.dropFirst() where !mark.takeFlag(String(kind.dropFirst())) { _ = mark.takeValue("lines") }
    }
    if mark.takeFlag("date") { return .date }
    if mark.takeFlag("signature") { return .signature }
    if mark.takeFlag("note") { return .note }
    if let written = mark.takeValue("lines") {
      guard let lines = Int(written), (1...60).contains(lines) else {
        report(.badValue, "lines=\(written) is not a number of lines", "write a number from 1 to 60", part.position)
        return .lines(1)
      }
      return .lines(lines)
    }
    let one = mark.takeFlag("one")
    return hasOptions || one ? .choice(one: one) : .line
  }

  // MARK: Blocks

  private mutating func block(_ node: MarkdownNode) -> Block? {
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

  // MARK: Marks

  private mutating func apply(_ written: Mark, to clause: inout Clause, at position: SourcePosition) {
    var mark = written
    if let name = mark.identity {
      if let identity = Identity(name) {
        if let first = firstPlaces[identity] {
          diagnostics.append(
            Diagnostic(
              .duplicateIdentity, "\(identity) is already the identity of another clause",
              remedy: "give this clause an identity of its own", at: position,
              notes: [Diagnostic.Note("the first clause with it stands here", at: first)]))
        } else {
          firstPlaces[identity] = position
        }
        clause.identity = identity
        sourceMap.record(.clause(identity), at: position)
      } else {
        report(
          .malformedIdentity, "“\(name)” is not an identity",
          "use lower-case letters, digits and single hyphens, 80 at most", position)
      }
    }
    if clause.identity == nil { sourceMap.recordUnidentified(at: position) }
    record(texts.takeUses(), of: clause.identity)
    let tailorings = Tailoring.allCases.filter { mark.takeFlag($0.rawValue) }
    clause.tailoring = tailorings.first ?? .adapt
    if tailorings.count > 1 {
      let names = tailorings.map { "“.\($0.rawValue)”" }.joined(separator: " and ")
      report(.badValue, "\(names) contradict each other", "keep one of them", position)
    }
    clause.label = mark.takeValue("label")
    clause.topic = mark.takeValue("topic")
    if let number = mark.takeValue("number") {
      if let numbering = Numbering(number) {
        clause.numbering = numbering
      } else {
        report(
          .badValue, "number=\(number) is not a number",
          "write a number from 1 to 9999, hidden, none or automatic", position)
      }
    }
    if let items = mark.takeValue("items") {
      clause.items = NumberPattern(items)
      if clause.items == nil {
        report(.badValue, "items=\(items) is not a numbering", "write 1., (a), (i) or bullet", position)
      }
    }
    if let rest = mark.flags.map({ "." + $0 }).first ?? mark.values.first.map({ $0.key + "=" }) {
      report(.unknownMark, "“\(rest)” means nothing here", ClauseReader.markHelp(rest, clause.kind), position)
    }
  }

  private static func markHelp(_ written: String, _ kind: Clause.Kind) -> String {
    var known = Tailoring.allCases.map { "." + $0.rawValue } + ["number=", "label=", "topic=", "items="]
    switch kind {
    case .section: known += [".appendix", ".form", ".items", "word="]
    case .field: known += [".date", ".signature", ".note", ".one", "lines=", "min=", "when="]
    case .clause, .item, .option: break
    }
    let suggestion = nearest(to: written, among: known).map { "did you mean \($0)? " } ?? ""
    return suggestion + "known here: " + known.joined(separator: " ")
  }

  /// Remembers where terms and references of the clause read last, or of a quotation, stand.
  mutating func record(_ uses: [(TextReader.Use, SourcePosition)], of clause: Identity? = nil) {
    let clause = clause ?? owner
    for (use, position) in uses {
      switch use {
      case .term(let name): sourceMap.record(.term(name, in: clause), at: position)
      case .reference(let identity): sourceMap.record(.reference(identity, in: clause), at: position)
      }
    }
  }

  private mutating func refuseBox(_ position: SourcePosition) {
    report(
      .misplacedBox, "a box stands in a list below a field",
      "write the question as a field above it, and indent the box below that", position)
  }

  private mutating func refuseRow(_ parts: [MarkedText]) {
    guard parts.count > 1 else { return }
    report(.fieldOutsideForm, "bars part the fields of a form", "write \\| for a bar in the text", parts[0].position)
  }

  private mutating func report(_ rule: Rule, _ message: String, _ remedy: String, _ position: SourcePosition) {
    diagnostics.append(Diagnostic(rule, message, remedy: remedy, at: position))
  }

  func position(_ node: MarkdownNode) -> SourcePosition {
    source.position(line: node.line, column: node.column)
  }
}

extension MarkdownNode {
  fileprivate var isTableOrQuotation: Bool { kind == .table || kind == .quotation }
}

extension Text {
  /// Whether the last thing is a blank to fill in.
  var endsInBlank: Bool { if case .blank? = runs.last?.content { true } else { false } }

  var hasBlank: Bool { runs.contains { if case .blank = $0.content { true } else { false } } }

  var withoutEndBlank: Text { endsInBlank ? Text(Array(runs.dropLast())) : self }
}
