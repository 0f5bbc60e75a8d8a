import PolicyModel

extension String {
  /// Plain words as Markdown that shows them as they are.
  var markdownEscaped: String {
    var escaped = ""
    for scalar in unicodeScalars {
      if "\\`*_[]<>&|~#".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}

extension Text {
  /// The prose as Markdown for a published document.
  ///
  /// - Parameter isTableCell: whether bars in code must be escaped.
  func published(isTableCell: Bool = false) -> String {
    runs.map { run in
      var markdown: String
      switch run.content {
      case .words(let words): markdown = words.markdownEscaped
      case .code(let code):
        markdown = isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan
      case .lineBreak: markdown = "<br>"
      case .blank(let name?): markdown = "**\\[\(name.replacing("-", with: " ").markdownEscaped)\\]**"
      case .blank(nil): markdown = String(repeating: "\\_", count: 20)
      // A resolved text holds neither; an open one shows what is written.
      case .term(let use): markdown = use.written.markdownEscaped
      case .reference(let reference): markdown = reference.written.markdownEscaped
      }
      if run.style.isStrong { markdown = "**\(markdown)**" }
      if run.style.isEmphasised { markdown = "*\(markdown)*" }
      if let link = run.style.link { markdown = "[\(markdown)](\(link))" }
      return markdown
    }.joined().markdownLineStartsEscaped
  }
}
