import PolicyModel

extension String {
  /// Plain words as Markdown that shows them as they are.
  var markdownEscaped: String {
    guard holds({ String.isMarkdown($0) }) else { return self }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if String.isMarkdown(byte) { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Whether it is one of these: \ ` * _ [ ] < > & | ~ #
  private static func isMarkdown(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x3E, 0x26, 0x7C, 0x7E, 0x23: true
    default: false
    }
  }
}

extension Text {
  /// The prose as Markdown for a published document.
  ///
  /// - Parameter isTableCell: whether bars in code must be escaped.
  func published(isTableCell: Bool = false) -> String {
    var markdown = ""
    for run in runs {
      if run.style.link != nil { markdown += "[" }
      if run.style.isEmphasised { markdown += "*" }
      if run.style.isStrong { markdown += "**" }
      switch run.content {
      case .words(let words): markdown += words.markdownEscaped
      case .code(let code):
        markdown += isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan
      case .lineBreak: markdown += "<br>"
      case .blank(let name?): markdown += "**\\[\(name.replacing("-", with: " ").markdownEscaped)\\]**"
      case .blank(nil): markdown += String(repeating: "\\_", count: 20)
      // A resolved text holds neither; an open one shows what is written.
      case .term(let use): markdown += use.written.markdownEscaped
      case .reference(let reference): markdown += reference.written.markdownEscaped
      }
      if run.style.isStrong { markdown += "**" }
      if run.style.isEmphasised { markdown += "*" }
      if let link = run.style.link { markdown.add("](", link, ")") }
    }
    return markdown.markdownLineStartsEscaped
  }
}
