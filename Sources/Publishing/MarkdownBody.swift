import PolicyModel

/// The clauses of a policy as GitHub-flavoured Markdown, readable as it stands.
///
/// All is written to the end of one string, since the bodies are most of what publishing writes.
struct MarkdownBody {
  private let manuscript: Manuscript
  /// Where the policy is a fork: its address, by which clauses are known to be its own.
  private let fork: Address?
  private let standing: StandingType?
  private var press: Press
  /// Lines with their ends between them; the last one may still grow.
  private(set) var markdown = ""
  /// Whether a blank line goes before the next one.
  private var isBlankLineDue = false

  /// - Parameter standing: the type of a base with which it may share lines.
  init(_ manuscript: Manuscript, sharing standing: StandingType?) {
    self.manuscript = manuscript
    fork = manuscript.policy.bases.isEmpty ? nil : manuscript.policy.address
    self.standing = standing
    press = Press(.markdown, words: manuscript.words)
    // Of most policies; what a larger one has besides is made room for on the way.
    markdown.reserveCapacity(65_536)
    write(manuscript.policy.clauses, depth: 1, indent: "")
    settle()
  }

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, indent: String) {
    for index in clauses.indices {
      let clause = clauses[index]
      switch clause.content.kind {
      case .section: section(clause, depth: depth)
      case .clause: paragraphs(clause, depth: depth, indent: indent)
      case .item: item(clause, depth: depth, indent: indent)
      case .field(let field): self.field(clause, field)
      case .option: break
      }
    }
    blankLine()
  }

  private mutating func section(_ clause: ResolvedClause, depth: Int) {
    blankLine()
    line(String(repeating: "#", count: min(6, depth + 1)))
    markdown += " "
    anchor(clause)
    if let number = clause.number { markdown.add(number.markdownEscaped, " ") }
    print(standing?.heading(of: clause, as: .markdown) ?? Galley(clause.content.heading, as: .markdown), in: clause)
    origin(clause, showsInherited: false)
    blankLine()
    write(clause.clauses, depth: depth + 1, indent: "")
  }

  private mutating func paragraphs(_ clause: ResolvedClause, depth: Int, indent: String) {
    blankLine()
    let kept = standing?.paragraphs(of: clause, as: .markdown)
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { blankLine() }
      line(indent)
      if index == 0 {
        anchor(clause)
        if let number = clause.number { markdown.add("**", number.markdownEscaped, "** ") }
      }
      if let galley = kept?[index] {
        print(galley, in: clause)
      } else {
        add(block, of: clause, indent: indent, isLed: index == 0)
      }
    }
    origin(clause, showsInherited: true)
    blankLine()
    write(clause.clauses, depth: depth + 1, indent: indent)
  }

  private mutating func item(_ clause: ResolvedClause, depth: Int, indent: String) {
    let kept = standing?.paragraphs(of: clause, as: .markdown)
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { blankLine() }
      let indent = index == 0 ? indent : indent + "  "
      line(indent)
      if index == 0 {
        markdown += "- "
        anchor(clause)
        if let number = clause.number { markdown.add(number.markdownEscaped, " ") }
      }
      if let galley = kept?[index] {
        print(galley, in: clause)
      } else {
        add(block, of: clause, indent: indent, isLed: index == 0)
      }
    }
    origin(clause, showsInherited: false)
    write(clause.clauses, depth: depth + 1, indent: indent + "  ")
    isBlankLineDue = false
  }

  private mutating func field(_ clause: ResolvedClause, _ field: Field) {
    let hints = [field.when.map { "only if: \($0.markdownEscaped)" }, field.minimum.map { "at least \($0)" }].compactMap
    { $0 }
    blankLine()
    line("")
    label(clause)
    if !hints.isEmpty { markdown += " (\(hints.joined(separator: "; ")))" }
    switch field.kind {
    case .note: break
    case .line, .date: markdown += MarkdownBody.rule
    case .lines(let count):
      for _ in 0..<min(3, count) {
        line("")
        line(MarkdownBody.longRule)
      }
    case .choice:
      line("")
      for option in clause.clauses {
        line("- ")
        label(option, box: "☐ ")
      }
    case .signature: markdown += "\n\n| Name | Signature | Date |\n| --- | --- | --- |\n| &nbsp; | &nbsp; | &nbsp; |"
    }
  }

  private static let rule = " " + String(repeating: "\\_", count: 30)
  private static let longRule = String(repeating: "\\_", count: 60)

  private mutating func label(_ clause: ResolvedClause, box: String = "") {
    anchor(clause)
    markdown += box
    if let text = clause.fieldWords { print(Galley(text, as: .markdown), in: clause) }
  }

  /// Adds a block to the line that has begun.
  ///
  /// - Parameter isLed: whether more than the indent stands in that line.
  private mutating func add(_ block: Block, of clause: ResolvedClause, indent: String, isLed: Bool) {
    if case .paragraph(let text) = block {
      print(Galley(text, as: .markdown), in: clause)
      return
    }
    if isLed {
      line("")
      line(indent)
    }
    switch block {
    case .paragraph: break
    case .quotation(let texts):
      for (index, text) in texts.enumerated() {
        if index > 0 { markdown += "\n\(indent)>\n\(indent)" }
        markdown += "> "
        print(Galley(text, as: .markdown), in: clause)
      }
    case .table(let table):
      cells(table.header, of: clause)
      line(indent)
      markdown += "|" + String(repeating: " --- |", count: table.header.count)
      for row in table.rows {
        line(indent)
        cells(row, of: clause)
      }
    }
  }

  private mutating func cells(_ cells: [Text], of clause: ResolvedClause) {
    markdown += "|"
    for cell in cells {
      markdown += " "
      print(Galley(cell, as: .markdown, isTableCell: true), in: clause)
      markdown += " |"
    }
  }

  private mutating func print(_ galley: Galley, in clause: ResolvedClause) {
    press.print(galley, in: clause.identity, to: &markdown)
  }

  private mutating func anchor(_ clause: ResolvedClause) {
    markdown.add("<a id=\"", clause.identity.name, "\"></a>")
  }

  private mutating func origin(_ clause: ResolvedClause, showsInherited: Bool) {
    guard let fork, !markdown.isEmpty else { return }
    let inheritance = Inheritance(clause.provenance, of: fork)
    guard inheritance != .inherited, showsInherited || inheritance != .moved else { return }
    settle()
    markdown.add(" <sub>", inheritance.word.lowercased(), "</sub>")
  }

  // MARK: Lines

  /// Begins a line.
  private mutating func line(_ start: String) {
    settle()
    if !markdown.isEmpty { markdown += "\n" }
    markdown += start
  }

  private mutating func blankLine() { isBlankLineDue = !markdown.isEmpty }

  private mutating func settle() {
    if isBlankLineDue, markdown.utf8.last != UInt8(ascii: "\n") { markdown += "\n" }
    isBlankLineDue = false
  }
}

extension Manuscript {
  /// The policy's clauses as Markdown, to be put into a document.
  ///
  /// - Parameter standing: the type of a base with which it may share lines.
  package func markdown(sharing standing: StandingType? = nil) -> String {
    MarkdownBody(self, sharing: standing).markdown
  }
}

extension ResolvedPolicy {
  /// The policy's title and clauses as Markdown, without the letterhead and control tables of a published document.
  public var markdown: String { "# \(title.markdownEscaped)\n\n" + Manuscript(self).markdown() }
}
