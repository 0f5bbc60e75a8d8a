import PolicyModel

extension String {
  /// Safe as the text of an element and as the value of an attribute.
  var htmlEscaped: String {
    guard holds({ same($0, 38) | same($0, 60) | same($0, 62) | same($0, 34) }) else { return self }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      switch byte {
      case 38: result += "&amp;".utf8
      case 60: result += "&lt;".utf8
      case 62: result += "&gt;".utf8
      case 34: result += "&quot;".utf8
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Text {
  /// The prose as HTML, links and emphasis nested in one order.
  var html: String {
    var html = ""
    write(to: &html)
    return html
  }

  /// Adds the prose to a page that is being written: on the way to a whole document no string is made of a part.
  func write(to html: inout String) {
    for run in runs {
      if let link = run.style.link { html.add("<a href=\"", link.htmlEscaped, "\">") }
      if run.style.isEmphasised { html += "<em>" }
      if run.style.isStrong { html += "<strong>" }
      switch run.content {
      case .words(let words): html += words.htmlEscaped
      case .code(let code): html += "<code>\(code.htmlEscaped)</code>"
      case .lineBreak: html += "<br>"
      case .blank(let name?): html += "<span class=\"blank\">[\(name.replacing("-", with: " ").htmlEscaped)]</span>"
      case .blank(nil): html += "<span class=\"blank\"><span class=\"unseen\">blank to fill in</span></span>"
      // A resolved text holds neither; an open one shows what is written.
      case .term(let use): html += use.written.htmlEscaped
      case .reference(let reference): html += reference.written.htmlEscaped
      }
      if run.style.isStrong { html += "</strong>" }
      if run.style.isEmphasised { html += "</em>" }
      if run.style.link != nil { html += "</a>" }
    }
  }
}

extension Block {
  var html: String {
    var html = ""
    write(to: &html)
    return html
  }

  /// Adds the block to a page that is being written.
  func write(to html: inout String) {
    switch self {
    case .paragraph(let text):
      html += "<p>"
      text.write(to: &html)
      html += "</p>"
    case .quotation(let texts):
      html += "<blockquote>"
      for text in texts { Block.paragraph(text).write(to: &html) }
      html += "</blockquote>"
    case .table(let table):
      let head = table.header.map { "<th scope=\"col\">\($0.html)</th>" }.joined()
      let rows = table.rows.map { "<tr>" + $0.map { "<td>\($0.html)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
      let name = "Table: \(table.header.map(\.plain).joined(separator: ", "))".htmlEscaped
      html += """
        <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table>
        <thead><tr>\(head)</tr></thead>
        <tbody>
        \(rows)
        </tbody></table></div>
        """
    }
  }
}
