import PolicyModel

/// Puts the sections of a foreign document together.
struct DocumentReader {
  var title: String?
  private var letterhead: [String] = []
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
    takeLetterhead(&nodes)
    if title == nil { takeTitle(&nodes) }
    if let contents = nodes.firstIndex(where: { $0.isHeading("contents") }),
      nodes[..<contents].contains(where: { $0.isHeading("document control") }),
      let imprint = nodes.lastIndex(where: \.isImprint), imprint > contents
    {
      // A published document: its letterhead and tables stand before the text, its imprint behind it.
      leftOut.append("the letterhead and the control tables of the published document")
      nodes = nodes[contents..<imprint].dropFirst().drop(while: \.isContents)
    }
    read(nodes)
  }

  /// The headings at the head with nothing below them, where no section without a number is as high: the name of the school and
  /// the title, in most documents the last of them.
  private mutating func takeLetterhead(_ nodes: inout ArraySlice<MarkdownNode>) {
    guard let first = nodes.firstIndex(where: { $0.headingLevel != nil }) else { return }
    let lines = nodes[first...].prefix { $0.isRule || $0.namesNoSection }
    let headings = nodes.filter(\.namesNoSection)
    var heads = headings.prefix(lines.count { !$0.isRule })
    // A heading with content of its own is a section, unless that is a cover's, as is one below the first level without numbers.
    if !nodes[lines.endIndex...].isBelowTitle(heads.last) { heads = heads.dropLast().prefix { $0.headingLevel == 1 } }
    let sections = headings.dropFirst(heads.count).compactMap(\.headingLevel).min() ?? .max
    heads = heads.prefix { $0.headingLevel! < sections }
    let titles = heads.compactMap { content.prose.lines($0, in: .heading).first?.text.plain }.filter { !$0.isEmpty }
    title = titles.last
    if titles.count > 1 {
      letterhead = titles
      leftOut.append("the headings \(letterhead.map { "“\($0)”" }.joined(separator: ", ")), but for the title")
    }
    var rest = heads.count
    nodes.removeAll { node in
      guard rest > 0, node.headingLevel != nil else { return false }
      rest -= 1
      return true
    }
  }

  /// The first heading, where it is the only one of its level, stands over numbered ones with a cover's words at most between, or
  /// is called a policy.
  private mutating func takeTitle(_ nodes: inout ArraySlice<MarkdownNode>) {
    let levels = nodes.compactMap(\.headingLevel)
    guard let first = nodes.firstIndex(where: { $0.headingLevel != nil }), let level = levels.first,
      level == levels.min()
    else { return }
    let line = content.prose.lines(nodes[first], in: .heading).first
    let isOnly = levels.count { $0 == level } == 1
    let rest = nodes[(first + 1)...].drop { $0.headingLevel == nil && $0.holdsNoSentence }
    let isOverNumbers = rest.first?.headingLevel == level && rest.first?.typedNumber != nil
    guard let line, line.number == nil,
      isOnly && level == 1 || isOverNumbers || line.text.plain.lowercased().hasSuffix("policy")
    else { return }
    title = line.text.plain
    nodes.remove(at: first)
  }

  private mutating func read(_ nodes: ArraySlice<MarkdownNode>) {
    let tables = DocumentTables(nodes)
    var rest = nodes
    let cover = tables.cover(rest.takeContent())
    leftOut += cover.notices
    take(cover.rest)
    while let heading = rest.popFirst(), let level = heading.headingLevel {
      let below = rest.takeContent()
      close(to: level)
      if let notice = tables.notice(of: heading, over: below) {
        leftOut.append(notice)
      } else {
        sections.append(Section(level: level, clause: content.heading(heading)))
        take(below)
      }
    }
    close(to: 0)
  }

  /// Reads what stands below a heading before the next.
  private mutating func take(_ nodes: ArraySlice<MarkdownNode>) {
    let clauses = content.clauses(Array(nodes))
    if sections.isEmpty { loose += clauses } else { sections[sections.count - 1].clause.clauses += clauses }
  }

  private mutating func close(to level: Int) {
    while let last = sections.last, last.level >= level {
      sections.removeLast()
      let clause = content.settled(last.clause)
      if sections.isEmpty { loose.append(clause) } else { sections[sections.count - 1].clause.clauses.append(clause) }
    }
  }

  var document: ForeignDocument {
    let unwelcome = content.prose.unwelcome.sorted { $0.key < $1.key }
    return ForeignDocument(
      title: title, letterhead: letterhead, clauses: loose, numbers: content.numbers, named: content.named,
      leftOut: leftOut + unwelcome.map { $1 == 1 ? $0 : "\($0) (\($1) times)" })
  }
}

extension ArraySlice<MarkdownNode> {
  /// Whether it is sections, with a cover's words at most before the first, which then has a number and is lower than the title.
  fileprivate func isBelowTitle(_ title: MarkdownNode?) -> Bool {
    guard first?.headingLevel == nil else { return true }
    guard let title, let section = first(where: { !$0.holdsNoSentence }), let level = section.headingLevel else {
      return false
    }
    return section.typedNumber != nil && level > title.headingLevel!
  }

  /// Takes off what stands before the next heading.
  fileprivate mutating func takeContent() -> ArraySlice {
    let content = prefix { $0.headingLevel == nil }
    self = self[content.endIndex...]
    return content
  }
}

extension MarkdownNode {
  var headingLevel: Int? { if case .heading(let level) = kind { level } else { nil } }

  var isRule: Bool { kind == .unwelcome("a dividing line") }

  var isFootnote: Bool { kind == .unwelcome("a footnote") }

  /// Whether it may be a title: a heading with no number, and none over what Clausebook computes.
  fileprivate var namesNoSection: Bool {
    headingLevel != nil && typedNumber == nil && !DocumentTables.headings.contains(words.lowercased())
  }

  /// The words below, without styles, names and numbers.
  var words: String {
    var prose = DocumentProse()
    return prose.lines(self, in: .heading).map(\.text.plain).joined(separator: " ")
  }

  /// Whether it is the line at the foot of a published document.
  fileprivate var isImprint: Bool { kind == .paragraph && words.contains(". Next review: ") }

  /// Whether it is a list of links, as a published document has for its contents.
  fileprivate var isContents: Bool {
    guard case .list = kind, case .link? = children.first?.children.first?.children.first?.kind else { return false }
    return true
  }

  fileprivate func isHeading(_ name: String) -> Bool { headingLevel != nil && words.lowercased() == name }
}
