import PolicyModel

/// The clauses of a policy as GitHub-flavoured Markdown, readable as it stands.
///
/// All is set to the end of one galley, since the bodies are most of what publishing writes.
struct MarkdownBody: ~Copyable {
  private let manuscript: Manuscript
  private let lineage: Lineage
  private var standing: StandingType.Reader?
  /// Lines with their ends between them; the last one may still grow.
  private(set) var galley: Galley
  /// How many bytes go before the first line.
  private var start: Int
  /// Whether a blank line goes before the next one.
  private var isBlankLineDue = false

  /// - Parameters:
  ///   - standing: the type of its base.
  ///   - page: what goes before it.
  init(_ manuscript: Manuscript, sharing standing: StandingType?, behind page: consuming Sheet = Sheet()) {
    self.manuscript = manuscript
    lineage = Lineage(of: manuscript.policy)
    self.standing = standing.map(StandingType.Reader.init)
    start = page.count
    galley = Galley(.markdown, filledWith: manuscript.words, behind: page, sharing: standing?.markdown)
    write(manuscript.policy.clauses, depth: 1, indent: "")
    settle()
  }

  /// None yet: clauses will be set as all forks show them that leave them alone, their numbers open.
  init(standingTypeOf manuscript: Manuscript) {
    self.manuscript = manuscript
    lineage = .inherited
    standing = nil
    start = 0
    galley = Galley(.markdown)
  }

  /// - Parameter clause: one directly in a section, or a section.
  mutating func keep(_ clause: ResolvedClause, depth: Int) -> OpenType.Stretch {
    (start, isBlankLineDue) = (galley.sheet.count, false)
    galley.startStretch(for: clause)
    write([clause], depth: depth, indent: "")
    return galley.stretch
  }

  consuming func finished() -> Sheet { galley.finished() }

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, indent: String) {
    for index in clauses.indices {
      // None is copied that stands already.
      switch clauses[index].content.kind {
      case .section, .clause:
        if indent.isEmpty, let kept = standing?.kept(for: clauses, at: index, depth: depth) {
          blankLine()
          line()
          galley.add(kept.markdown, of: standing!.type.markdown, numberedAs: clauses, at: index)
          blankLine()
        } else if clauses[index].content.isSection {
          section(clauses[index], depth: depth)
        } else {
          paragraphs(clauses[index], depth: depth, indent: indent)
        }
      case .item: item(clauses[index], depth: depth, indent: indent)
      case .field(let field): self.field(clauses[index], field)
      case .option: break
      }
    }
    blankLine()
  }

  private mutating func section(_ clause: ResolvedClause, depth: Int) {
    blankLine()
    line(String(repeating: "#", count: min(6, depth + 1)))
    galley.add(" ")
    anchor(clause)
    number(of: clause, before: "", behind: " ")
    galley.add(clause.content.heading, in: clause.identity)
    origin(clause, showsInherited: false)
    blankLine()
    write(clause.clauses, depth: depth + 1, indent: "")
  }

  private mutating func paragraphs(_ clause: ResolvedClause, depth: Int, indent: String) {
    blankLine()
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { blankLine() }
      line(indent)
      if index == 0 {
        anchor(clause)
        number(of: clause, before: "**", behind: "** ")
      }
      add(block, of: clause, indent: indent, isLed: index == 0)
    }
    origin(clause, showsInherited: true)
    blankLine()
    write(clause.clauses, depth: depth + 1, indent: indent)
  }

  private mutating func item(_ clause: ResolvedClause, depth: Int, indent: String) {
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { blankLine() }
      let indent = index == 0 ? indent : indent + "  "
      line(indent)
      if index == 0 {
        galley.add("- ")
        anchor(clause)
        number(of: clause, before: "", behind: " ")
      }
      add(block, of: clause, indent: indent, isLed: index == 0)
    }
    origin(clause, showsInherited: false)
    write(clause.clauses, depth: depth + 1, indent: indent + "  ")
    isBlankLineDue = false
  }

  private mutating func field(_ clause: ResolvedClause, _ field: Field) {
    let hints = [field.when.map { "only if: \($0.markdownEscaped)" }, field.minimum.map { "at least \($0)" }].compactMap
    { $0 }
    blankLine()
    line()
    label(clause)
    if !hints.isEmpty { galley.add(" (", hints.joined(separator: "; "), ")") }
    switch field.kind {
    case .note: break
    case .line, .date: galley.add(markedUp: MarkdownBody.rule)
    case .lines(let count):
      for _ in 0..<min(3, count) {
        line()
        line(MarkdownBody.longRule)
      }
    case .choice:
      line()
      for option in clause.clauses {
        line("- ")
        label(option, box: "☐ ")
      }
    case .signature: galley.add("\n\n| Name | Signature | Date |\n| --- | --- | --- |\n| &nbsp; | &nbsp; | &nbsp; |")
    }
  }

  private static let rule = " " + String(repeating: "\\_", count: 30)
  private static let longRule = String(repeating: "\\_", count: 60)

  private mutating func label(_ clause: ResolvedClause, box: String = "") {
    anchor(clause)
    galley.add(markedUp: box)
    if let text = clause.fieldWords { galley.add(text, in: clause.identity) }
  }

  /// Adds a block to the line that has begun.
  ///
  /// - Parameter isLed: whether more than the indent stands in that line.
  private mutating func add(_ block: Block, of clause: ResolvedClause, indent: String, isLed: Bool) {
    if case .paragraph(let text) = block {
      galley.add(text, in: clause.identity)
      return
    }
    if isLed {
      line()
      line(indent)
    }
    switch block {
    case .paragraph: break
    case .quotation(let texts):
      for (index, text) in texts.enumerated() {
        if index > 0 { galley.add("\n", indent, ">\n", indent) }
        galley.add("> ")
        galley.add(text, in: clause.identity)
      }
    case .table(let table):
      cells(table.header, of: clause)
      line(indent)
      galley.add("|", String(repeating: " --- |", count: table.header.count))
      for row in table.rows {
        line(indent)
        cells(row, of: clause)
      }
    }
  }

  private mutating func cells(_ cells: [Text], of clause: ResolvedClause) {
    galley.add("|")
    for cell in cells {
      galley.add(" ")
      galley.add(cell, in: clause.identity, isTableCell: true)
      galley.add(" |")
    }
  }

  private mutating func number(of clause: ResolvedClause, before: StaticString, behind: StaticString) {
    guard let number = clause.number else { return }
    galley.add(before)
    galley.add(number: number, of: clause.identity)
    galley.add(behind)
  }

  private mutating func anchor(_ clause: ResolvedClause) {
    galley.add("<a id=\"", clause.identity.name, "\"></a>")
  }

  private mutating func origin(_ clause: ResolvedClause, showsInherited: Bool) {
    guard hasBegun, let inheritance = lineage.inheritance(of: clause) else { return }
    guard inheritance != .inherited, showsInherited || inheritance != .moved else { return }
    settle()
    galley.add(" <sub>", inheritance.word.lowercased(), "</sub>")
  }

  // MARK: Lines

  private var hasBegun: Bool { galley.sheet.count > start }

  /// Begins a line.
  private mutating func line(_ start: String = "") {
    settle()
    if hasBegun { galley.add("\n") }
    galley.add(markedUp: start)
  }

  private mutating func blankLine() { isBlankLineDue = hasBegun }

  private mutating func settle() {
    if isBlankLineDue, galley.sheet.last != UInt8(ascii: "\n") { galley.add("\n") }
    isBlankLineDue = false
  }
}

extension Manuscript {
  /// Adds the policy's clauses as Markdown to a document in UTF-8.
  ///
  /// - Parameter standing: the type of its base.
  package func addMarkdown(to document: inout Sheet, sharing standing: StandingType? = nil) {
    document = MarkdownBody(self, sharing: standing, behind: document).finished()
  }
}

extension ResolvedPolicy {
  /// The policy's title and clauses as Markdown, without the letterhead and control tables of a published document.
  public var markdown: String { "# \(title.markdownEscaped)\n\n" + markdownOfClauses }

  var markdownOfClauses: String { MarkdownBody(Manuscript(self), sharing: nil).galley.sheet.text }
}
