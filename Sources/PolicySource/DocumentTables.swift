/// Finds what a foreign document has typed and Clausebook computes: control tables, histories and lists of contents.
struct DocumentTables {
  /// What the sections are called.
  private let sections: Set<String>

  init(_ nodes: some Sequence<MarkdownNode>) {
    sections = Set(nodes.filter { $0.headingLevel != nil }.map(\.words.sectionName))
  }

  /// What to say of a section that is left out because it holds nothing else; nil where it holds more.
  func notice(of heading: MarkdownNode, over nodes: ArraySlice<MarkdownNode>) -> String? {
    guard Self.headings.contains(heading.words.lowercased()), nodes.allSatisfy(isComputed) else { return nil }
    return notice(
      of: "the section “\(heading.words)”", quoting: nodes.flatMap { $0.kind == .table ? $0.rows : unnamed($0) })
  }

  /// What stands before the first section without its control table and its list of contents, and what to say of these.
  func cover(_ nodes: ArraySlice<MarkdownNode>) -> (rest: ArraySlice<MarkdownNode>, notices: [String]) {
    let tables = nodes.filter(\.isControlTable)
    var notices = tables.map { notice(of: "the control table", quoting: $0.rows) }
    var rest = nodes.filter { !$0.isControlTable }
    let lines = rest.filter { $0.isProse && unnamed($0).isEmpty }.flatMap(\.lines)
    if lines.count > 1 {
      notices.append(notice(of: "the list of contents", quoting: []))
      rest.removeAll { $0.isProse && (unnamed($0).isEmpty || Self.contents.contains($0.words.lowercased())) }
    }
    return (rest[...], notices)
  }

  private func notice(of table: String, quoting lines: [String]) -> String {
    "\(table), which Clausebook computes" + (lines.isEmpty ? "" : ": “\(lines.joined(separator: "; "))”")
  }

  private static let contents: Set<String> = ["contents", "table of contents"]

  static let headings = contents.union([
    "document control", "version control", "edition history", "version history", "document history",
    "revision history", "review history",
  ])

  private func isComputed(_ node: MarkdownNode) -> Bool {
    node.kind == .table || node.isRule || node.isProse && unnamed(node).allSatisfy(\.isControlEntry)
  }

  /// The lines in paragraphs and lists that are no names of sections.
  private func unnamed(_ node: MarkdownNode) -> [String] {
    guard node.kind == .paragraph else { return node.children.flatMap(unnamed) }
    return namesSection(node.prose) ? [] : node.lines.filter { !namesSection($0) }
  }

  private func namesSection(_ line: String) -> Bool { sections.contains(line.sectionName) }
}

extension MarkdownNode {
  /// Whether it may stand on a cover: lines and tables, no sentences.
  var holdsNoSentence: Bool { kind == .table || isRule || isProse && lines.allSatisfy(\.isShortLine) }

  /// Whether it is paragraphs, or lists of them, and nothing else.
  fileprivate var isProse: Bool {
    switch kind {
    case .paragraph: true
    case .list, .item: children.allSatisfy(\.isProse)
    default: false
    }
  }

  /// The lines of the paragraphs in it.
  fileprivate var lines: [String] {
    guard kind == .paragraph else { return children.flatMap(\.lines) }
    return children.split { $0.kind == .softBreak || $0.kind == .lineBreak }.map { parts in
      MarkdownNode(kind: .paragraph, line: line, column: column, children: Array(parts)).prose
    }
  }

  fileprivate var firstColumn: [String] { cells.compactMap(\.first).filter { !$0.isEmpty } }

  /// What a table says, row by row.
  fileprivate var rows: [String] {
    cells.map { $0.filter { !$0.isEmpty }.joined(separator: ": ") }.filter { !$0.isEmpty }
  }

  private var cells: [[String]] {
    var prose = DocumentProse()
    return children.map { row in row.children.map { prose.text($0).plain } }
  }

  /// Whether a table names, in its first column, what a policy's control table does.
  fileprivate var isControlTable: Bool {
    guard kind == .table, case let labels = firstColumn.filter(\.isControlLabel) else { return false }
    return labels.count > 1 && labels.count * 2 > firstColumn.count
  }
}

extension String {
  /// The words of a heading, or of its line in a list of contents, without the number before and the page behind them.
  fileprivate var sectionName: String {
    let name = dropFirst(TypedNumber(self, in: .heading)?.length ?? 0)
    var words = name.lowercased().replacing("..", with: " ").split { $0.isWhitespace || "…_".contains($0) }
    while words.count > 1, words.last!.isNumeral { words.removeLast() }
    return words.map { $0.trimmingSuffix(while: ".") }.joined(separator: " ")
  }

  /// Whether it is what a control table or a history holds, with a label, a date or a number at its end.
  fileprivate var isControlEntry: Bool {
    guard isShortLine else { return false }
    return isControlLabel || last!.isNumber
      || split { !$0.isNumber }.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
  }

  fileprivate var isControlLabel: Bool { Self.controlLabels.contains { lowercased().hasPrefix($0) } }

  private static let controlLabels = [
    "approved", "author", "date", "edition", "next review", "owner", "policy owner", "policy title", "reference",
    "review", "status", "version",
  ]
}

extension Substring {
  /// 4, 4.1., or the dots that lead to a page number
  fileprivate var isNumeral: Bool { allSatisfy { $0.isNumber || $0 == "." } }

  fileprivate func trimmingSuffix(while mark: Character) -> Substring {
    self[..<(lastIndex { $0 != mark }.map { index(after: $0) } ?? startIndex)]
  }
}
