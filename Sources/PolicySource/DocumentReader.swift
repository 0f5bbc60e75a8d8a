import PolicyModel

/// Puts the sections of a foreign document together.
struct DocumentReader {
  var title: String?
  private var content = DocumentContent()
  private var leftOut: [String] = []
  private var sections: [Section] = []
  private var loose: [Clause] = []

  /// A heading with what stands below it, while the sections in it are still open.
  private struct Section {
    let level: Int
    var clause: Clause
  }

  init(_ layout: DocumentLayout) {
    var nodes = layout.nodes[...]
    leftOut = layout.leftOut
    takeTitle(&nodes)
    if let contents = nodes.firstIndex(where: { $0.isHeading("contents") }),
      nodes[..<contents].contains(where: { $0.isHeading("document control") })
    {
      // A published document: its letterhead and tables stand before the text, a line with its name behind it.
      leftOut.append("the letterhead and the control tables of the published document")
      nodes = nodes[nodes.index(after: contents)...].drop { $0.headingLevel == nil }
      if let rule = nodes.lastIndex(where: { $0.isRule }) { nodes = nodes[..<rule] }
    }
    read(nodes)
  }

  /// The first heading, where it is the only one of its level or the first of all and without a number.
  private mutating func takeTitle(_ nodes: inout ArraySlice<MarkdownNode>) {
    let levels = nodes.compactMap(\.headingLevel)
    guard let first = nodes.firstIndex(where: { $0.headingLevel != nil }), let level = levels.first,
      level == levels.min()
    else { return }
    let line = content.prose.lines(nodes[first], in: .heading).first
    let isOnly = levels.count { $0 == level } == 1
    guard let line, line.number == nil, isOnly && level == 1 || line.text.plain.lowercased().hasSuffix("policy")
    else { return }
    title = line.text.plain
    nodes.remove(at: first)
  }

  private mutating func read(_ nodes: ArraySlice<MarkdownNode>) {
    var run: [MarkdownNode] = []
    for (index, node) in zip(nodes.indices, nodes) {
      guard let level = node.headingLevel else {
        run.append(node)
        continue
      }
      settle(&run)
      guard !isTable(of: node, before: nodes[(index + 1)...]) else {
        close(to: level)
        sections.append(Section(level: level, clause: Clause(kind: .section(Clause.Section()))))
        continue
      }
      close(to: level)
      sections.append(Section(level: level, clause: content.heading(node)))
    }
    settle(&run)
    close(to: 0)
  }

  /// What stands below a heading before the next.
  private mutating func settle(_ run: inout [MarkdownNode]) {
    guard !run.isEmpty else { return }
    let isLeftOut = sections.last?.clause.heading.isEmpty ?? false
    if !isLeftOut {
      let clauses = content.clauses(run)
      if sections.isEmpty { loose += clauses } else { sections[sections.count - 1].clause.clauses += clauses }
    }
    run = []
  }

  private mutating func close(to level: Int) {
    while let last = sections.last, last.level >= level {
      sections.removeLast()
      guard !last.clause.heading.isEmpty else { continue }
      let clause = content.settled(last.clause)
      if sections.isEmpty { loose.append(clause) } else { sections[sections.count - 1].clause.clauses.append(clause) }
    }
  }

  /// Whether a section holds only what Clausebook computes: the control table, the history, the contents.
  private mutating func isTable(of heading: MarkdownNode, before nodes: ArraySlice<MarkdownNode>) -> Bool {
    let words = heading.words.lowercased()
    guard DocumentReader.computed.contains(words) else { return false }
    let below = nodes.prefix { $0.headingLevel == nil }
    guard !below.contains(where: { $0.kind == .paragraph && $0.words.count > 120 }) else { return false }
    leftOut.append("the section “\(heading.words)”, which Clausebook computes")
    return true
  }

  private static let computed: Set<String> = [
    "document control", "version control", "edition history", "version history", "document history",
    "revision history", "review history", "contents", "table of contents",
  ]

  var document: ForeignDocument {
    let unwelcome = content.prose.unwelcome.sorted { $0.key < $1.key }
    return ForeignDocument(
      title: title, clauses: loose, numbers: content.numbers, named: content.named,
      leftOut: leftOut + unwelcome.map { $1 == 1 ? $0 : "\($0) (\($1) times)" })
  }
}

extension MarkdownNode {
  var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }

  var isRule: Bool { kind == .unwelcome("a dividing line") }

  var isFootnote: Bool { kind == .unwelcome("a footnote") }

  /// The words below, without styles, names and numbers.
  var words: String {
    var prose = DocumentProse()
    return prose.lines(self, in: .heading).map(\.text.plain).joined(separator: " ")
  }

  func isHeading(_ name: String) -> Bool { headingLevel != nil && words.lowercased() == name }
}
