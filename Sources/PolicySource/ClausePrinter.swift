import PolicyModel

/// Prints clauses in the canonical source format.
///
/// All is written to the end of one string: the digest of every published text is taken of it.
struct ClausePrinter {
  /// Lines with their ends between them; the last one may still grow.
  private var output = ""
  /// Whether a blank line goes before the next one.
  private var isBlankLineDue = false
  /// Lines without an empty one between them, of which no more may be than can be read.
  private var run = Run()

  private struct Run {
    /// Where the first of them begins.
    var start = 0
    /// How many square brackets open in the entries of lists among them.
    var brackets = 0
  }

  /// The clauses, with headings that start at a level and without a final line end.
  static func print(_ clauses: [Clause], outermostLevel: Int) -> String {
    var printer = ClausePrinter()
    printer.content(clauses, level: outermostLevel, itemsHaveDigits: false, inForm: false)
    return printer.output
  }

  // MARK: Sections

  private mutating func content(_ clauses: [Clause], level: Int, itemsHaveDigits: Bool, inForm: Bool) {
    /// The marker of the list just written; a list of the same kind behind it must look different.
    var previous: Marker?
    var ordinal = 0
    let isParagraph = paragraphs(among: clauses, inForm: inForm)
    for (index, clause) in clauses.enumerated() {
      if clause.isSection {
        section(clause, level: level, inForm: inForm || clause.isForm)
        previous = nil
        continue
      }
      if isParagraph[index] {
        paragraph(clause, indent: "")
        previous = clause.clauses.isEmpty ? nil : .bullet("-")
        continue
      }
      let isNumbered = clause.kind == .clause || itemsHaveDigits && clause.kind == .item
      let follows = index > 0 && !clauses[index - 1].isSection && !isParagraph[index - 1]
      if !follows || previous?.isDigits != isNumbered {
        blankLine()
        if isNumbered { previous = .digits } else { previous = .bullet(previous == .bullet("-") ? "*" : "-") }
      }
      if isNumbered { ordinal += 1 }
      if case .field(let field) = clause.kind, field.sharesRow, follows, joinRow(clause, behind: clauses[index - 1]) {
        continue
      }
      entry(clause, marker: previous!.text(ordinal), indent: "")
    }
    blankLine()
  }

  private mutating func section(_ clause: Clause, level: Int, inForm: Bool) {
    blankLine()
    var flags: [String] = []
    if clause.isAppendix { flags.append("appendix") }
    if clause.isForm { flags.append("form") }
    let itemsHaveDigits = clause.itemsCount && holdsOnlyItems(clause.clauses, inForm: inForm)
    if itemsHaveDigits { flags.append("items") }
    let mark = mark(clause, flags: flags, values: clause.word.map { [("word", $0)] } ?? [])
    line(String(repeating: "#", count: level) + " ")
    // A heading without words keeps its space, and a mark its own.
    output += clause.heading.headingMarkdown
    if let mark { output += " " + mark }
    blankLine()
    content(clause.clauses, level: level + 1, itemsHaveDigits: itemsHaveDigits, inForm: inForm)
  }

  /// Whether what stands in a list is items, one at least.
  private func holdsOnlyItems(_ clauses: [Clause], inForm: Bool) -> Bool {
    let listed = zip(clauses, paragraphs(among: clauses, inForm: inForm)).filter { !$0.isSection && !$1 }
    return !listed.isEmpty && listed.allSatisfy { $0.0.kind == .item }
  }

  /// Which of some clauses are written as plain paragraphs, without a list mark.
  ///
  /// One that ends in a colon would take the list behind it for its items, so it depends on what follows; not so in a form.
  private func paragraphs(among clauses: [Clause], inForm: Bool) -> [Bool] {
    var isParagraph = [Bool](repeating: false, count: clauses.count)
    for (index, clause) in clauses.enumerated().reversed() where clause.couldBeParagraph {
      let next = index + 1 < clauses.count ? clauses[index + 1] : nil
      let listFollows = next.map { !$0.isSection && !isParagraph[index + 1] } ?? false
      isParagraph[index] = inForm || !(clause.wouldTakeList && listFollows)
    }
    return isParagraph
  }

  private mutating func paragraph(_ clause: Clause, indent: String) {
    blankLine()
    guard case .paragraph(let text)? = clause.blocks.first else {
      if let mark = mark(clause) { line(indent + mark) }
      if let first = clause.blocks.first { block(first, indent: indent) }
      blankLine()
      return
    }
    let needsFlag = !clause.clauses.isEmpty && !text.endsInColon
    line(indent)
    words([mark(clause, flags: needsFlag ? ["items"] : []), text.markdown()], indent: indent)
    list(clause.clauses, digits: clause.itemsCount, indent: indent)
    blankLine()
  }

  // MARK: Lists

  private enum Marker: Equatable {
    case digits
    case bullet(String)

    var isDigits: Bool { self == .digits }

    func text(_ ordinal: Int) -> String {
      switch self {
      case .digits: "\(ordinal). "
      case .bullet(let sign): "\(sign) "
      }
    }
  }

  private mutating func list(_ clauses: [Clause], digits: Bool, indent: String) {
    guard !clauses.isEmpty else { return }
    blankLine()
    for (index, clause) in clauses.enumerated() {
      entry(clause, marker: digits ? "\(index + 1). " : "- ", indent: indent)
    }
  }

  private mutating func entry(_ clause: Clause, marker: String, indent: String) {
    var flags: [String] = []
    var values: [(String, String)] = []
    var first = clause.blocks.first
    if case .field(let field) = clause.kind { (flags, values) = field.marks }
    if clause.kind == .clause, clause.numbering == .none { values.append(("number", "none")) }
    let box = clause.kind == .option ? "[ ]" : nil
    var text: String?
    if case .paragraph(let words)? = first { text = words.markdown() } else { first = nil }
    var blank: String?
    if case .field(let field) = clause.kind, field.takesBlank { blank = "____" }
    let inner = indent + String(repeating: " ", count: marker.utf8.count)
    line(indent)
    let (start, before) = (output.utf8.count - indent.utf8.count, run)
    output += marker
    words([box, mark(clause, flags: flags, values: values), text, blank], indent: inner)
    setApart(from: start, behind: before)
    for further in clause.blocks.dropFirst(first == nil ? 0 : 1) {
      blankLine()
      block(further, indent: inner)
      blankLine()
    }
    below(clause, indent: inner)
    if run.start == before.start { setApart(from: start, behind: before) }
  }

  /// Puts an empty line before the entry that was printed last, where it makes the lines before it too many.
  private mutating func setApart(from start: Int, behind before: Run) {
    let brackets = output.withBytes { $0[start...].count { $0 == UInt8(ascii: "[") } }
    run.brackets = before.brackets + brackets
    guard start > before.start,
      output.utf8.count - before.start > SourceText.Limit.paragraphBytes || run.brackets > SourceText.Limit.brackets
    else { return }
    output.insert("\n", at: output.utf8.index(output.startIndex, offsetBy: start))
    run = Run(start: start + 1, brackets: brackets)
  }

  /// Items first in one list; an unnumbered clause among them stands as a paragraph.
  private mutating func below(_ clause: Clause, indent: String) {
    var items: [Clause] = []
    for child in clause.clauses {
      if child.kind == .clause {
        list(items, digits: clause.itemsCount, indent: indent)
        items = []
        paragraph(child, indent: indent)
      } else {
        items.append(child)
      }
    }
    list(items, digits: clause.itemsCount, indent: indent)
    if clause.clauses.contains(where: { $0.kind == .clause }) { blankLine() }
  }

  /// Puts a field behind the one before it; false where that is no field of a single line.
  private mutating func joinRow(_ clause: Clause, behind before: Clause) -> Bool {
    guard !isBlankLineDue, case .field = before.kind, before.clauses.isEmpty, before.blocks.count < 2,
      case .field(let field) = clause.kind
    else { return false }
    let (flags, values) = field.marks
    var text: String?
    if case .paragraph(let words)? = clause.blocks.first { text = words.markdown() }
    output += " | "
    words([mark(clause, flags: flags, values: values), text, field.takesBlank ? "____" : nil], indent: "")
    below(clause, indent: "  ")
    return true
  }

  // MARK: Blocks

  private mutating func block(_ block: Block, indent: String) {
    switch block {
    case .paragraph(let text):
      line(indent)
      words([text.markdown()], indent: indent)
    case .quotation(let texts):
      for (index, text) in texts.enumerated() {
        if index > 0 { line(indent + ">") }
        line(indent + "> ")
        words([text.markdown()], indent: indent + "> ")
      }
    case .table(let table):
      blankLine()
      line(indent + row(table.header))
      line(indent + "|" + String(repeating: " --- |", count: table.header.count))
      for cells in table.rows { line(indent + row(cells)) }
    }
  }

  private func row(_ cells: [Text]) -> String {
    "|" + cells.map { " \($0.markdown(isTableCell: true)) |" }.joined()
  }

  // MARK: Lines

  /// Begins a line.
  private mutating func line(_ start: String) {
    let isApart = isBlankLineDue || output.isEmpty
    if isBlankLineDue, output.utf8.last != newline { output += "\n" }
    isBlankLineDue = false
    if !output.isEmpty { output += "\n" }
    if isApart { run = Run(start: output.utf8.count) }
    output += start
  }

  /// Goes on with words, a space between them; what takes more lines is indented below.
  private mutating func words(_ parts: [String?], indent: String) {
    var isFirst = true
    for case let part? in parts where !part.isEmpty {
      if !isFirst { output += " " }
      isFirst = false
      guard part.holds({ same($0, newline) }) else {
        output += part
        continue
      }
      output += part.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + indent)
    }
  }

  private mutating func blankLine() { isBlankLineDue = !output.isEmpty }

  // MARK: Marks

  private func mark(_ clause: Clause, flags: [String] = [], values: [(String, String)] = []) -> String? {
    var mark = Mark()
    mark.identity = clause.identity?.name
    mark.flags = (clause.tailoring == .adapt ? [] : [clause.tailoring.rawValue]) + flags
    let isUnnumbered = clause.kind == .clause && clause.numbering == .none
    if !isUnnumbered, let number = clause.numbering.written { mark.values.append(("number", number)) }
    if let label = clause.label { mark.values.append(("label", label)) }
    if let items = clause.items { mark.values.append(("items", items.description)) }
    mark.values += values
    if let topic = clause.topic { mark.values.append(("topic", topic)) }
    if !clause.excuses.isEmpty { mark.values.append(("excuse", clause.excuses.written)) }
    return mark.written.map { "{\($0)}" }
  }
}

extension Clause {
  /// Whether nothing but what follows keeps it from being a plain paragraph.
  fileprivate var couldBeParagraph: Bool {
    guard kind == .clause, numbering == .none, blocks.count == 1 else { return false }
    guard case .paragraph = blocks[0] else { return clauses.isEmpty }
    return clauses.allSatisfy { $0.kind == .item }
  }

  fileprivate var wouldTakeList: Bool {
    guard case .paragraph(let text)? = blocks.first else { return false }
    return clauses.isEmpty && text.endsInColon
  }

  /// Whether the items directly below are numbered by a pattern of their own.
  fileprivate var itemsCount: Bool {
    if case .example? = items { true } else { false }
  }
}

extension Field {
  /// How the mark of the field says what kind it is.
  fileprivate var marks: (flags: [String], values: [(String, String)]) {
    var flags: [String] = []
    var values: [(String, String)] = []
    switch kind {
    case .line, .choice(one: false): break
    case .lines(let lines): values.append(("lines", String(lines)))
    case .date, .signature, .note, .choice(one: true): flags.append(kind.flag)
    }
    if let minimum { values.append(("min", String(minimum))) }
    if let when { values.append(("when", when)) }
    return (flags, values)
  }
}

extension Text {
  /// Whether a list behind the text would be read as its items.
  var endsInColon: Bool {
    switch runs.last?.content {
    case .words(let words), .code(let words): words.utf8.last == UInt8(ascii: ":")
    case .term, .reference, .blank, .lineBreak, nil: false
    }
  }

  /// As Markdown in a heading, where no line can break and trailing number signs would vanish.
  fileprivate var headingMarkdown: String {
    let words = Text(runs.map { $0.content == .lineBreak ? Text.Run(.words(" "), style: $0.style) : $0 }).markdown()
    return words.hasSuffix("#") ? words.dropLast() + "\\#" : words
  }
}
