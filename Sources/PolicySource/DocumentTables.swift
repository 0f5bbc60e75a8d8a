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
    let notice = "the section “\(heading.words)”, which Clausebook computes"
    let entries = nodes.flatMap(\.entries).filter { !namesSection($0) }
    return entries.isEmpty ? notice : "\(notice): “\(entries.joined(separator: "; "))”"
  }

  private static let headings: Set<String> = [
    "document control", "version control", "edition history", "version history", "document history",
    "revision history", "review history", "contents", "table of contents",
  ]

  private func isComputed(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .table: true
    case .paragraph: node.entries.allSatisfy { namesSection($0) || $0.isControlEntry }
    case .list, .item: node.children.allSatisfy(isComputed)
    default: node.isRule
    }
  }

  private func namesSection(_ line: String) -> Bool { sections.contains(line.sectionName) }
}

extension MarkdownNode {
  /// The lines that are typed in it; those of tables are not asked for.
  fileprivate var entries: [String] {
    guard kind == .paragraph else { return kind == .table ? [] : children.flatMap(\.entries) }
    return children.split { $0.kind == .softBreak || $0.kind == .lineBreak }.map { parts in
      MarkdownNode(kind: .paragraph, line: line, column: column, children: Array(parts)).prose
    }
  }
}

extension String {
  /// The words of a heading, or of its line in a list of contents, without the number before and the page behind them.
  fileprivate var sectionName: String {
    var words = lowercased().split { $0.isWhitespace || $0 == "…" }
    if words.count > 1, words[0].isNumeral { words.removeFirst() }
    while words.count > 1, words.last!.isNumeral { words.removeLast() }
    return words.map { $0.trimmingSuffix(while: ".") }.joined(separator: " ")
  }

  /// Whether it is what a control table or a history holds, with a label, a date or a number at its end.
  fileprivate var isControlEntry: Bool {
    guard isShortLine else { return false }
    return Self.controlLabels.contains { lowercased().hasPrefix($0) } || last!.isNumber
      || split { !$0.isNumber }.contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
  }

  private static let controlLabels = [
    "approved", "author", "date", "edition", "next review", "owner", "policy owner", "reference", "review", "status",
    "version",
  ]
}

extension Substring {
  /// 4, 4.1., or the dots that lead to a page number
  fileprivate var isNumeral: Bool { allSatisfy { $0.isNumber || $0 == "." } }

  fileprivate func trimmingSuffix(while mark: Character) -> Substring {
    self[..<(lastIndex { $0 != mark }.map { index(after: $0) } ?? startIndex)]
  }
}
