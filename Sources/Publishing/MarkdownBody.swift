import PolicyModel

/// The clauses of a policy as GitHub-flavoured Markdown, readable as it stands.
struct MarkdownBody {
  private let policy: ResolvedPolicy
  private var lines: [String] = []

  init(_ policy: ResolvedPolicy) {
    self.policy = policy
    write(policy.clauses, depth: 1, indent: "")
  }

  var markdown: String { lines.joined(separator: "\n") }

  private mutating func write(_ clauses: [ResolvedClause], depth: Int, indent: String) {
    for clause in clauses {
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
    let number = clause.number.map { $0.markdownEscaped + " " } ?? ""
    let hashes = String(repeating: "#", count: min(6, depth + 1))
    lines.append(
      "\(hashes) \(anchor(clause))\(number)\(clause.content.heading.published())\(origin(clause, showsInherited: false))"
    )
    blankLine()
    write(clause.clauses, depth: depth + 1, indent: "")
  }

  private mutating func paragraphs(_ clause: ResolvedClause, depth: Int, indent: String) {
    blankLine()
    let number = clause.number.map { "**\($0.markdownEscaped)** " } ?? ""
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { blankLine() }
      add(block, indent: indent, lead: index == 0 ? anchor(clause) + number : "")
    }
    append(origin(clause, showsInherited: true))
    blankLine()
    write(clause.clauses, depth: depth + 1, indent: indent)
  }

  private mutating func item(_ clause: ResolvedClause, depth: Int, indent: String) {
    let number = clause.number.map { "\($0.markdownEscaped) " } ?? ""
    for (index, block) in clause.content.blocks.enumerated() {
      if index > 0 { blankLine() }
      add(block, indent: indent + (index == 0 ? "" : "  "), lead: index == 0 ? "- \(anchor(clause))\(number)" : "")
    }
    append(origin(clause, showsInherited: false))
    write(clause.clauses, depth: depth + 1, indent: indent + "  ")
    if lines.last == "" { lines.removeLast() }
  }

  private mutating func field(_ clause: ResolvedClause, _ field: Field) {
    let label = anchor(clause) + (clause.content.blocks.first?.texts.first?.published() ?? "")
    let hints = [field.when.map { "only if: \($0.markdownEscaped)" }, field.minimum.map { "at least \($0)" }].compactMap
    { $0 }
    let hint = hints.isEmpty ? "" : " (\(hints.joined(separator: "; ")))"
    blankLine()
    switch field.kind {
    case .note: lines.append(label + hint)
    case .line, .date: lines.append("\(label)\(hint) \(MarkdownBody.rule)")
    case .lines(let count):
      lines.append(label + hint)
      for _ in 0..<min(3, count) { lines += ["", String(repeating: "\\_", count: 60)] }
    case .choice:
      lines += [label + hint, ""]
      for option in clause.clauses {
        lines.append("- \(anchor(option))☐ \(option.content.blocks.first?.texts.first?.published() ?? "")")
      }
    case .signature:
      lines += [label + hint, "", "| Name | Signature | Date |", "| --- | --- | --- |", "| &nbsp; | &nbsp; | &nbsp; |"]
    }
  }

  private static let rule = String(repeating: "\\_", count: 30)

  private mutating func add(_ block: Block, indent: String, lead: String) {
    switch block {
    case .paragraph(let text): lines.append(indent + lead + text.published())
    case .quotation(let texts):
      if !lead.isEmpty { lines += [indent + lead, ""] }
      lines.append(contentsOf: texts.flatMap { ["\(indent)> \($0.published())", "\(indent)>"] }.dropLast())
    case .table(let table):
      if !lead.isEmpty { lines += [indent + lead, ""] }
      lines.append(indent + "|" + table.header.map { " \($0.published(isTableCell: true)) |" }.joined())
      lines.append(indent + "|" + table.header.map { _ in " --- |" }.joined())
      lines += table.rows.map { indent + "|" + $0.map { " \($0.published(isTableCell: true)) |" }.joined() }
    }
  }

  private func anchor(_ clause: ResolvedClause) -> String { "<a id=\"\(clause.identity.name)\"></a>" }

  private func origin(_ clause: ResolvedClause, showsInherited: Bool) -> String {
    guard let inheritance = Inheritance(clause, in: policy), inheritance != .inherited,
      showsInherited || inheritance != .moved
    else { return "" }
    return " <sub>\(inheritance.word.lowercased())</sub>"
  }

  private mutating func append(_ words: String) {
    guard !words.isEmpty, let last = lines.indices.last else { return }
    lines[last] += words
  }

  private mutating func blankLine() {
    if let last = lines.last, last != "" { lines.append("") }
  }
}

extension ResolvedPolicy {
  /// The policy's title and clauses as Markdown, without the letterhead and control tables of a published document.
  public var markdown: String { "# \(title.markdownEscaped)\n\n" + MarkdownBody(self).markdown }
}
