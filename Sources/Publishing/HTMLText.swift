import PolicyModel

extension String {
  /// Safe as the text of an element and as the value of an attribute.
  var htmlEscaped: String {
    guard holds(isSpecialInHTML) else { return self }
    var escaped: [UInt8] = []
    escaped.append(htmlEscaping: self)
    return String(decoding: escaped, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Adds words, safe as the text of an element and as the value of an attribute.
  mutating func append(htmlEscaping words: String) {
    var words = words
    words.withUTF8 { words in
      guard words.holds(isSpecialInHTML) else { return append(contentsOf: words) }
      for byte in words {
        switch byte {
        case 38: append(contentsOf: "&amp;".utf8)
        case 60: append(contentsOf: "&lt;".utf8)
        case 62: append(contentsOf: "&gt;".utf8)
        case 34: append(contentsOf: "&quot;".utf8)
        default: append(byte)
        }
      }
    }
  }
}

/// 1 for one of these, else 0: & < > "
@inline(__always)
private func isSpecialInHTML(_ byte: UInt8) -> UInt8 {
  same(byte, 38) | same(byte, 60) | same(byte, 62) | same(byte, 34)
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
    let head = header.map { "<th scope=\"col\">\($0.printed(as: .html))</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.map { "<td>\($0.printed(as: .html))</td>" }.joined() + "</tr>"
    }
    let name = "Table: \(header.map(\.plain).joined(separator: ", "))".htmlEscaped
    return """
      <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      """
  }
}
