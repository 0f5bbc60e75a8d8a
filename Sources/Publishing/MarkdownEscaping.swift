import PolicyModel

extension String {
  /// Whether a character of it may have a meaning in Markdown.
  var holdsMarkdown: Bool {
    holds {
      same($0, 0x5C) | same($0, 0x60) | same($0, 0x2A) | same($0, 0x5F) | same($0, 0x5B) | same($0, 0x5D)
        | same($0, 0x3C) | same($0, 0x3E) | same($0, 0x26) | same($0, 0x7C) | same($0, 0x7E) | same($0, 0x23)
    }
  }

  /// Plain words as Markdown that shows them as they are.
  var markdownEscaped: String {
    guard holdsMarkdown else { return self }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(utf8.count + 16)
    for byte in utf8 {
      switch UnicodeScalar(byte) {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#": escaped.append(UInt8(ascii: "\\"))
      default: break
      }
      escaped.append(byte)
    }
    return String(decoding: escaped, as: UTF8.self)
  }
}
