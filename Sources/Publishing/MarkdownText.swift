import PolicyModel

extension String {
  /// Plain words as Markdown that shows them as they are.
  var markdownEscaped: String {
    guard holds({ String.isMarkdown($0) }) else { return self }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      if String.isMarkdown(byte) == 1 { escaped.append(UInt8(ascii: "\\")) }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// 1 for one of these, else 0: \ ` * _ [ ] < > & | ~ #
  private static func isMarkdown(_ byte: UInt8) -> UInt8 {
    same(byte, 0x5C) | same(byte, 0x60) | same(byte, 0x2A) | same(byte, 0x5F) | same(byte, 0x5B) | same(byte, 0x5D)
      | same(byte, 0x3C) | same(byte, 0x3E) | same(byte, 0x26) | same(byte, 0x7C) | same(byte, 0x7E) | same(byte, 0x23)
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
