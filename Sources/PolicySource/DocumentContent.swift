import PolicyModel

/// Makes clauses of what stands below the headings of a foreign document.
struct DocumentContent {
  var prose = DocumentProse()
  /// The identities that the document gives.
  private(set) var named: Set<Identity> = []
  private var typed: [Identity: ForeignDocument.TypedNumber] = [:]
  /// The sorts of clauses of which at least one has a typed number.
  private var numbered: Set<Sort> = []
  private var sorts: [Identity: Sort] = [:]
  private var count = 0

  enum Sort { case section, appendix, clause, item }

  /// The typed numbers; that a clause has none tells something only where others of its sort have one.
  var numbers: [Identity: ForeignDocument.TypedNumber] {
    sorts.reduce(into: [:]) { numbers, entry in
      if let number = typed[entry.key] {
        numbers[entry.key] = number
      } else if numbered.contains(entry.value) {
        numbers[entry.key] = ForeignDocument.TypedNumber.none
      }
    }
  }

  // MARK: Sections

  mutating func heading(_ node: MarkdownNode) -> Clause {
    let line = prose.lines(node, in: .heading).first ?? DocumentLine(text: Text(""))
    let isAppendix = line.number.map { $0.first.map { "AS".contains($0) } ?? false && $0.count > 5 } ?? false
    let heading = line.text.isEmpty ? Text("Untitled") : line.text.onOneLine.withoutCommonStyle
    return clause(
      line, isAppendix ? .appendix : .section, kind: .section(Clause.Section(isAppendix: isAppendix)),
      heading: heading, blocks: [])
  }

  /// A section whose content is complete: a form where it holds things to fill in and nothing that a form cannot hold.
  func settled(_ section: Clause) -> Clause {
    var section = section
    let isPlain = section.clauses.allSatisfy {
      $0.isField || $0.isSection || $0.kind == .clause && $0.numbering == .none
    }
    if isPlain, section.clauses.contains(where: \.isField), case .section(var kind) = section.kind {
      kind.isForm = true
      section.kind = .section(kind)
    }
    return section
  }

  // MARK: Clauses

  /// The clauses that blocks between two headings make up.
  mutating func clauses(_ nodes: [MarkdownNode]) -> [Clause] {
    var clauses: [Clause] = []
    for (index, node) in nodes.enumerated() {
      switch node.kind {
      case .paragraph, .heading:
        for line in prose.lines(node, in: .paragraph) { add(line, to: &clauses) }
      case .list(let isOrdered):
        let followsParagraph = index > 0 && nodes[index - 1].kind == .paragraph
        add(node, isOrdered: isOrdered, followsParagraph: followsParagraph, to: &clauses)
      case .quotation: add(.quotation(prose.texts(node)), to: &clauses)
      case .table: addTable(node, to: &clauses)
      case .unwelcome(let name):
        let words = node.prose
        if !words.isEmpty { prose.leaveOut("\(name) “\(words)”") }
      case .document, .item, .tableRow, .tableCell, .text, .code, .softBreak, .lineBreak, .emphasis, .strong, .link:
        break
      }
    }
    return clauses.filter { !$0.blocks.isEmpty || !$0.clauses.isEmpty }
  }

  private mutating func add(_ line: DocumentLine, to clauses: inout [Clause]) {
    if line.number == nil, line.identity == nil, line.text.isBlank, let last = clauses.indices.last {
      clauses[last].addLine()
      return
    }
    guard !line.text.isEmpty || line.number != nil || line.identity != nil else { return }
    if line.number == nil, line.identity == nil, clauses.takeBlock(.paragraph(line.text)) { return }
    let isBracketed = line.number.map { $0.hasPrefix("(") || $0.hasSuffix(")") } ?? false
    if isBracketed || line.hasBullet, let last = clauses.indices.last {
      clauses[last].clauses.append(clause(line, .item, kind: .item))
      return
    }
    guard line.number == nil, line.text.endsInBlank, !line.text.withoutEndBlank.isEmpty else {
      clauses.append(clause(line, .clause, kind: .clause, numbering: line.number == nil ? .none : .automatic))
      return
    }
    var label = line
    label.text = line.text.withoutEndBlank
    let field = Field(.line).taking(&label.text)
    clauses.append(clause(label, .clause, kind: .field(field)))
  }

  private mutating func add(_ block: Block, to clauses: inout [Clause]) {
    guard block.texts.contains(where: { !$0.isEmpty }) else { return }
    guard !clauses.takeBlock(block) else { return }
    var clause = clause(DocumentLine(text: Text("")), .clause, kind: .clause, numbering: .none)
    clause.blocks = [block]
    clauses.append(clause)
  }

  private mutating func addTable(_ node: MarkdownNode, to clauses: inout [Clause]) {
    let rows = node.children.map { row in row.children.map { prose.text($0).onOneLine } }
    guard let header = rows.first else { return }
    if let lines = numberedLines(rows) {
      for line in lines { add(line, to: &clauses) }
    } else if header.map(\.plain) == ["Name", "Signature", "Date"], let last = clauses.indices.last,
      clauses[last].isLabel
    {
      clauses[last].makeField(.signature)
    } else {
      add(.table(Table(header: header, rows: Array(rows.dropFirst()))), to: &clauses)
    }
  }

  /// The clauses of a table that has their numbers in its first column and their words in its second; nil for any other.
  private func numberedLines(_ rows: [[Text]]) -> [DocumentLine]? {
    let lines = rows.compactMap { row -> DocumentLine? in
      guard row.count == 2, case let number = row[0].plain.filter({ !$0.isWhitespace }) else { return nil }
      guard number.isEmpty || TypedNumber(number, in: .paragraph) != nil else { return nil }
      var line = DocumentLine(number: number.isEmpty ? nil : number, text: row[1])
      line.takeBullet()
      return line
    }
    return lines.count == rows.count && lines.contains { $0.number != nil } ? lines : nil
  }

  mutating func clause(
    _ line: DocumentLine, _ sort: Sort, kind: Clause.Kind, heading: Text = Text(""), blocks: [Block]? = nil,
    numbering: Numbering = .automatic
  ) -> Clause {
    var identity = Identity.madeUp(count)
    if let name = line.identity, !name.isMadeUp, named.insert(name).inserted { identity = name }
    count += 1
    sorts[identity] = sort
    if let number = line.number {
      typed[identity] = .printed(number)
      numbered.insert(sort)
    }
    return Clause(
      identity, kind: kind, heading: heading,
      blocks: blocks ?? (line.text.isEmpty ? [] : [.paragraph(line.text)]), numbering: numbering)
  }

  func hasNumber(_ clause: Clause) -> Bool { typed[clause.identity!] != nil }

  /// Leaves open what number a clause has.
  mutating func forgetNumber(of clause: Clause) { sorts[clause.identity!] = nil }
}
