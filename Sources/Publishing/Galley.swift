import PolicyModel

/// A line of prose set in type, with gaps where terms and references go: set once, it is printed for every fork.
struct Galley: Sendable {
  /// What differs from fork to fork.
  enum Gap: Sendable {
    case term(TermUse)
    case reference(Reference)
  }

  let markup: Markup
  /// All that is set, as if there were no gaps.
  private(set) var words = ""
  /// Each gap with its place among the words.
  private(set) var gaps: [(place: String.Index, gap: Gap)] = []
  /// Whether the first gap decides if the line would start a list or heading in Markdown.
  private(set) var startsOpen = false

  /// - Parameter isTableCell: whether bars in code must be escaped in Markdown.
  init(_ text: Text, as markup: Markup, isTableCell: Bool = false) {
    self.init(text.runs, as: markup, isTableCell: isTableCell)
    guard markup == .markdown else { return }
    // What a line starts with tells whether it would be taken for a list or heading.
    startsOpen = (gaps.first?.place).map { words.utf8[..<$0].allSatisfy { (48...57).contains($0) } } ?? false
    if !startsOpen { escapeStart() }
  }

  /// Some runs within a line.
  init(_ runs: [Text.Run], as markup: Markup, isTableCell: Bool = false) {
    self.markup = markup
    var nesting = StyleNesting(runs)
    for index in runs.indices {
      change(nesting.change(before: index))
      add(runs[index], isTableCell: isTableCell)
    }
    change(nesting.change(before: runs.count))
  }

  private mutating func escapeStart() {
    let escaped = words.markdownLineStartsEscaped
    let added = escaped.utf8.count - words.utf8.count
    words = escaped
    for index in gaps.indices { gaps[index].place = escaped.utf8.index(gaps[index].place, offsetBy: added) }
  }

  private mutating func change(_ styles: (ending: [StyleNesting.Part], beginning: [StyleNesting.Part])) {
    for style in styles.ending {
      switch (style, markup) {
      case (.link, .html): words += "</a>"
      case (.emphasis, .html): words += "</em>"
      case (.strong, .html): words += "</strong>"
      case (.link(let destination), .markdown): words.add("](", destination, ")")
      case (.emphasis, .markdown): words += "*"
      case (.strong, .markdown): words += "**"
      }
    }
    for style in styles.beginning {
      switch (style, markup) {
      case (.link(let destination), .html): words.add("<a href=\"", destination.htmlEscaped, "\">")
      case (.emphasis, .html): words += "<em>"
      case (.strong, .html): words += "<strong>"
      case (.link, .markdown): words += "["
      case (.emphasis, .markdown): words += "*"
      case (.strong, .markdown): words += "**"
      }
    }
  }

  private mutating func add(_ run: Text.Run, isTableCell: Bool) {
    switch (run.content, markup) {
    case (.words(let more), _): words += markup.escaped(more)
    case (.code(let code), .html): words.add("<code>", code.htmlEscaped, "</code>")
    case (.code(let code), .markdown):
      words += isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan
    case (.lineBreak, _): words += "<br>"
    case (.blank(let name), _): words += markup.blank(name)
    case (.term(let use), _): add(.term(use))
    case (.reference(let reference), _): add(.reference(reference))
    }
  }

  private mutating func add(_ gap: Gap) {
    gaps.append((words.endIndex, gap))
  }
}

extension Markup {
  /// A gap to be filled in by hand.
  func blank(_ name: String?) -> String {
    let name = name.map { escaped($0.replacing("-", with: " ")) }
    return switch self {
    case .html:
      "<span class=\"blank\">" + (name.map { "[\($0)]" } ?? "<span class=\"unseen\">blank to fill in</span>")
        + "</span>"
    case .markdown: name.map { "**\\[\($0)\\]**" } ?? String(repeating: "\\_", count: 20)
    }
  }
}
