/// How words are marked up for readers.
enum Markup {
  case html, markdown

  /// Plain words that show as they are.
  func escaped(_ words: String) -> String {
    switch self {
    case .html: words.htmlEscaped
    case .markdown: words.markdownEscaped
    }
  }
}

extension Markup {
  /// Whether plain words would not show as they are.
  func mustEscape(_ words: String) -> Bool {
    switch self {
    case .html: words.holdsHTML
    case .markdown: words.holdsMarkdown
    }
  }

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
