/// Keeps what documents say in other ways than Markdown from being lost, and takes out what only readers are told.
enum DocumentShield {
  /// The source with anchors and line breaks as control characters, with tildes around deletions, with lists for typed bullets,
  /// and without attributes and remarks such as `<sub>amended</sub>`.
  static func protected(_ source: String) -> String {
    var result = ""
    var rest = withTypedNumbers(DocumentBullets(source.withoutAttributes.withoutOuterLinks).source)[...]
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
      } else if let tag = deletions.first(where: { rest.hasPrefix($0) }) {
        result += "~~"
        rest = rest.dropFirst(tag.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  /// What stands around struck-out words, where it is not tildes.
  private static let deletions = ["<del>", "</del>", "<s>", "</s>", "<strike>", "</strike>"]

  /// A number that is typed behind a bullet opens no list of its own: “- 4. Keep passwords safe.”
  private static func withTypedNumbers(_ source: String) -> String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Substring in
      let words = line.split(separator: " ", maxSplits: 2)
      guard words.count == 3, ["-", "*", "+"].contains(words[0]), let mark = words[1].indices.last,
        ".)".contains(line[mark]), Int(words[1][..<mark]) != nil
      else { return line }
      return line[..<mark] + "\\" + line[mark...]
    }
    return lines.joined(separator: "\n")
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
