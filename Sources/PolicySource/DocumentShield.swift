/// Keeps what published documents say in HTML from being lost, and takes out what only readers are told.
enum DocumentShield {
  /// The source with anchors and line breaks as control characters, and without remarks such as `<sub>amended</sub>`.
  static func protected(_ source: String) -> String {
    guard source.contains("<") else { return source }
    var result = ""
    var rest = source[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      if let (anchor, length) = anchor(rest) {
        result += "\(DocumentProse.anchorOpen)\(anchor)\(DocumentProse.anchorClose)"
        rest = rest.dropFirst(length)
      } else if let length = remark(rest) {
        rest = rest.dropFirst(length)
      } else if let tag = ["<br>", "<br/>", "<br />"].first(where: { rest.hasPrefix($0) }) {
        result.append(DocumentProse.lineBreak)
        rest = rest.dropFirst(tag.count)
      } else {
        result.append("<")
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  /// `<a id="scope"></a>`
  private static func anchor(_ text: Substring) -> (name: Substring, length: Int)? {
    guard let start = ["<a id=\"", "<a name=\""].first(where: { text.hasPrefix($0) }) else { return nil }
    let name = text.dropFirst(start.count).prefix { $0 != "\"" && $0 != "\n" && $0 != "<" }
    let rest = text[name.endIndex...]
    guard let end = ["\"></a>", "\" />", "\"/>"].first(where: { rest.hasPrefix($0) }) else { return nil }
    return (name, start.count + name.count + end.count)
  }

  /// ` <sub>inherited, moved</sub>` at the end of a line.
  private static func remark(_ text: Substring) -> Int? {
    guard text.hasPrefix("<sub>") else { return nil }
    let words = text.dropFirst(5).prefix { $0 != "<" && $0 != "\n" }
    let rest = text[words.endIndex...]
    guard rest.hasPrefix("</sub>"), rest.dropFirst(6).first.map({ $0.isNewline }) ?? true else { return nil }
    return 11 + words.count
  }
}
