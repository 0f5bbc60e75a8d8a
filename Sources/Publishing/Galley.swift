import PolicyModel

/// A line of prose set in type, with gaps where terms and references go: set once, it is printed for every fork.
struct Galley: Sendable {
  /// What differs from fork to fork.
  enum Gap: Sendable {
    case term(TermUse)
    case reference(Reference)
  }

  let markup: Markup
  /// Each gap behind what goes before it.
  private(set) var gaps: [(words: String, gap: Gap)] = []
  /// What goes behind the last gap; without gaps, all there is.
  private(set) var words = ""
  /// Whether the first gap decides if the line would start a list or heading in Markdown.
  private(set) var startsOpen = false

  /// - Parameter isTableCell: whether bars in code must be escaped in Markdown.
  init(_ text: Text, as markup: Markup, isTableCell: Bool = false) {
    self.init(text.runs, as: markup, isTableCell: isTableCell)
    guard markup == .markdown else { return }
    if gaps.isEmpty {
      words = words.markdownLineStartsEscaped
    } else if gaps[0].words.utf8.allSatisfy({ (48...57).contains($0) }) {
      startsOpen = true
    } else {
      gaps[0].words = gaps[0].words.markdownLineStartsEscaped
    }
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
    gaps.append((words, gap))
    words = ""
  }
}

extension Markup {
  /// A gap to be filled in by hand.
  func blank(_ name: String?) -> String {
    let name = name.map { escaped($0.replacing("-", with: " ")) }
    return switch self {
    case .html:
      "<span class=\"blank\">" + (name.map { "[\($0)]" } ?? "<span class=\"unseen\">blank to fill in</span>") + "</span>"
    case .markdown: name.map { "**\\[\($0)\\]**" } ?? String(repeating: "\\_", count: 20)
    }
  }
}
