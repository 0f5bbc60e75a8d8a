import PolicyModel

extension Text {
  /// The prose as Markdown that reads back as the same text.
  ///
  /// - Parameter isTableCell: whether bars must be escaped.
  package func markdown(isTableCell: Bool = false) -> String {
    var printer = TextPrinter(isTableCell: isTableCell)
    for run in runs { printer.add(run) }
    return printer.finished()
  }
}

private struct TextPrinter {
  let isTableCell: Bool
  private var output = ""
  /// The styles that are open, outermost first.
  private var open: [Opening] = []

  init(isTableCell: Bool) {
    self.isTableCell = isTableCell
  }

  private enum Opening: Equatable {
    case link(String)
    case emphasis
    case strong
  }

  mutating func add(_ run: Text.Run) {
    change(to: run.style)
    switch run.content {
    case .words(let words):
      // A bar behind a blank would part a row of fields.
      let isBar =
        words.utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
        && output.utf8.suffix(4).elementsEqual("____".utf8)
      output += isBar ? escaped(words).replacing("|", with: "\\|", maxReplacements: 1) : escaped(words)
    case .term(let use): output += use.written
    case .reference(let reference): output += reference.written
    case .blank(let name): output += name.map { "[\(escaped($0))]" } ?? "____"
    case .lineBreak: output += isTableCell ? " " : "\\\n"
    case .code(let code):
      output += isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan
    }
  }

  mutating func finished() -> String {
    change(to: Text.Style())
    return output.markdownLineStartsEscaped
  }

  private mutating func change(to style: Text.Style) {
    if open.isEmpty, style == Text.Style() { return }
    var wanted: [Opening] = []
    if let link = style.link { wanted.append(.link(link)) }
    if style.isEmphasised { wanted.append(.emphasis) }
    if style.isStrong { wanted.append(.strong) }
    // What stays open keeps its place, so that a style inside another does not close it.
    let kept = open.prefix { wanted.contains($0) }
    for opening in open[kept.count...].reversed() { output += close(opening) }
    open = Array(kept)
    for opening in wanted where !open.contains(opening) {
      switch opening {
      case .link: output += "["
      case .emphasis: output += "*"
      case .strong: output += "**"
      }
      open.append(opening)
    }
  }

  private func close(_ opening: Opening) -> String {
    switch opening {
    case .link(let destination): "](\(destination))"
    case .emphasis: "*"
    case .strong: "**"
    }
  }

  /// 1 for one of these, else 0: \ ` * _ [ ] < > & { |
  private static func isSpecial(_ byte: UInt8) -> UInt8 {
    same(byte, 0x5C) | same(byte, 0x60) | same(byte, 0x2A) | same(byte, 0x5F) | same(byte, 0x5B) | same(byte, 0x5D)
      | same(byte, 0x3C) | same(byte, 0x3E) | same(byte, 0x26) | same(byte, 0x7B) | same(byte, 0x7C)
  }

  private func escaped(_ words: String) -> String {
    guard words.holds({ TextPrinter.isSpecial($0) }) else { return words }
    var result = ""
    let scalars = Array(words.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<": result += "\\"
      case "&" where next.properties.isAlphabetic || next == "#": result += "\\"
      case "{" where next != " ": result += "\\"
      case "|" where isTableCell: result += "\\"
      default: break
      }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
