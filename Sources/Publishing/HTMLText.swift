import PolicyModel

extension String {
  /// Whether a character of it has a meaning in HTML.
  var holdsHTML: Bool { holds { same($0, 38) | same($0, 60) | same($0, 62) | same($0, 34) } }

  /// Safe as the text of an element and as the value of an attribute.
  var htmlEscaped: String {
    guard holdsHTML else { return self }
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

extension Block {
  var html: String {
    switch self {
    case .paragraph(let text): "<p>\(text.printed(as: .html))</p>"
    case .quotation(let texts):
      "<blockquote>\(texts.map { Block.paragraph($0).html }.joined())</blockquote>"
    case .table(let table): table.html
    }
  }
}

extension Table {
  fileprivate var html: String {
    html(header: header.map { $0.printed(as: .html) }, rows: rows.map { $0.map { $0.printed(as: .html) } })
  }

  /// The table with its cells as they are given, to be scrolled with the keyboard where it is too wide.
  func html(header cells: [String], rows: [[String]]) -> String {
    let head = cells.map { "<th scope=\"col\">\($0)</th>" }.joined()
    let body = rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
    let name = "Table: \(header.map(\.plain).joined(separator: ", "))".htmlEscaped
    return """
      <div class="scroll" role="group" tabindex="0" aria-label="\(name)"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      """
  }
}
