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
