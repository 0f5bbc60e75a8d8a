extension String {
  /// The text without the attributes that converters write behind words and links: “[words]{.underline}”.
  ///
  /// Those behind a heading may be its name, and are read with it.
  var withoutAttributes: String {
    guard contains("]{") || contains("){") else { return self }
    let source = Array(self)
    var isKept = Array(repeating: true, count: source.count)
    var brackets: [Int] = []
    var index = 0
    while index < source.count {
      let next = index + 1
      switch source[index] {
      case "\\": index = next
      case "\n" where source[next...].first == "\n": brackets = []
      case "[": brackets.append(index)
      case "]":
        guard let open = brackets.popLast(), let length = source[next...].attributesLength else { break }
        isKept[open] = false
        for place in index...index + length { isKept[place] = false }
        index += length
      case ")":
        guard let length = source[next...].attributesLength else { break }
        for place in next..<next + length { isKept[place] = false }
        index += length
      default: break
      }
      index += 1
    }
    return String(zip(source, isKept).filter(\.1).map(\.0))
  }
}

extension String {
  /// The text with links alone that stand in other links, as the page numbers do in a word processor's list of contents:
  /// “[1 Planning [2](#_Toc1)](#_Toc1)”.
  var withoutOuterLinks: String {
    guard contains(")](#") else { return self }
    return replacing(/\[([^\[\]]*\[[^\[\]]*\]\(#[^()\s]*\))\]\(#[^()\s]*\)/) { $0.1 }
  }
}

extension ArraySlice<Character> {
  /// How long the attributes are that stand at the start: `{#h.1 .c9 style="color:red"}`.
  fileprivate var attributesLength: Int? {
    guard first == "{", let end = prefix(500).firstIndex(of: "}") else { return nil }
    let inner = self[..<end].dropFirst()
    return inner.first == "#" || inner.first == "." || inner.contains("=") ? end - startIndex + 1 : nil
  }
}
