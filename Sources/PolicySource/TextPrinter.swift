import PolicyModel

extension Text {
  /// The prose as Markdown that reads back as the same text.
  ///
  /// - Parameter isTableCell: whether bars must be escaped.
  package func markdown(isTableCell: Bool = false) -> String {
    var printer = TextPrinter(isTableCell: isTableCell)
    // Plain words, as most texts are, open no style.
    if runs.count == 1, runs[0].style.isPlain {
      printer.add(runs[0])
      return printer.finished
    }
    var nesting = StyleNesting(runs)
    for (index, run) in runs.enumerated() {
      if let styles = nesting.change(before: index) { printer.add(styles) }
      printer.add(run)
    }
    if let styles = nesting.change(before: runs.count) { printer.add(styles) }
    return printer.finished
  }
}

private struct TextPrinter {
  let isTableCell: Bool
  private var output = ""

  init(isTableCell: Bool) {
    self.isTableCell = isTableCell
  }

  mutating func add(_ styles: (ending: [StyleNesting.Part], beginning: [StyleNesting.Part])) {
    for style in styles.ending {
      switch style {
      case .link(let destination): output += "](\(destination))"
      case .emphasis: output += "*"
      case .strong: output += "**"
      }
    }
    for style in styles.beginning {
      switch style {
      case .link: output += "["
      case .emphasis: output += "*"
      case .strong: output += "**"
      }
    }
  }

  mutating func add(_ run: Text.Run) {
    switch run.content {
    case .words(let words):
      // A bar behind a blank would part a row of fields; in a table every bar is told apart as it is.
      let isBar =
        !isTableCell && words.utf8.first { $0 != UInt8(ascii: " ") } == UInt8(ascii: "|")
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

  var finished: String { output.markdownLineStartsEscaped }

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
