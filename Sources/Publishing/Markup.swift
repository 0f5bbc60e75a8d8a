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
