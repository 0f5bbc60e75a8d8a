import PolicyModel

extension String {
  /// Safe as the text of an element and as the value of an attribute.
  var htmlEscaped: String {
    guard utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 }) else { return self }
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
    runs.map { run in
      var html: String
      switch run.content {
      case .words(let words): html = words.htmlEscaped
      case .code(let code): html = "<code>\(code.htmlEscaped)</code>"
      case .lineBreak: html = "<br>"
      case .blank(let name?): html = "<span class=\"blank\">[\(name.replacing("-", with: " ").htmlEscaped)]</span>"
      case .blank(nil): html = "<span class=\"blank\"><span class=\"unseen\">blank to fill in</span></span>"
      // A resolved text holds neither; an open one shows what is written.
      case .term(let use): html = use.written.htmlEscaped
      case .reference(let reference): html = reference.written.htmlEscaped
      }
      if run.style.isStrong { html = "<strong>\(html)</strong>" }
      if run.style.isEmphasised { html = "<em>\(html)</em>" }
      if let link = run.style.link { html = "<a href=\"\(link.htmlEscaped)\">\(html)</a>" }
      return html
    }.joined()
  }
}

extension Block {
  var html: String {
    switch self {
    case .paragraph(let text): return "<p>\(text.html)</p>"
    case .quotation(let texts):
      return "<blockquote>\(texts.map { "<p>\($0.html)</p>" }.joined())</blockquote>"
    case .table(let table):
      let head = table.header.map { "<th scope=\"col\">\($0.html)</th>" }.joined()
      let rows = table.rows.map { "<tr>" + $0.map { "<td>\($0.html)</td>" }.joined() + "</tr>" }.joined(separator: "\n")
      let name = "Table: \(table.header.map(\.plain).joined(separator: ", "))".htmlEscaped
      return """
        <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table>
        <thead><tr>\(head)</tr></thead>
        <tbody>
        \(rows)
        </tbody></table></div>
        """
    }
  }
}
