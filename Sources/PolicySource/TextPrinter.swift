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
      let isBar = output.hasSuffix("____") && words.drop { $0 == " " }.hasPrefix("|")
      output += isBar ? escaped(words).replacing("|", with: "\\|", maxReplacements: 1) : escaped(words)
    case .term(let use): output += use.written
    case .reference(let reference): output += reference.written
    case .blank(let name): output += name.map { "[\(escaped($0))]" } ?? "____"
    case .lineBreak: output += isTableCell ? " " : "\\\n"
    case .code(let code): output += isTableCell ? fenced(code).replacing("|", with: "\\|") : fenced(code)
    }
  }

  mutating func finished() -> String {
    change(to: Text.Style())
    return escapedAtLineStarts(output)
  }

  private mutating func change(to style: Text.Style) {
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
    case .link(let destination):
      "](\(destination.contains(where: { " ()<>".contains($0) }) ? "<\(destination)>" : destination))"
    case .emphasis: "*"
    case .strong: "**"
    }
  }

  private func fenced(_ code: String) -> String {
    var longest = 0
    var current = 0
    for character in code {
      current = character == "`" ? current + 1 : 0
      longest = max(longest, current)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let padding = code.hasPrefix("`") || code.hasSuffix("`") ? " " : ""
    return fence + padding + code + padding + fence
  }

  private func escaped(_ words: String) -> String {
    guard words.utf8.contains(where: { "\\`*_[]<>&{|".utf8.contains($0) }) else { return words }
    var result = ""
    let characters = Array(words)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      switch character {
      case "\\", "`", "*", "_", "[", "]", "<": result += "\\\(character)"
      case "&" where next.isLetter || next == "#": result += "\\&"
      case "{" where next != " ": result += "\\{"
      case "|" where isTableCell: result += "\\|"
      default: result.append(character)
      }
    }
    return result
  }

  /// Escapes what would start a list, heading or quotation at the start of a line.
  private func escapedAtLineStarts(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      guard let first = line.first else { return "" }
      if "#>=~+-".contains(first) { return "\\" + line }
      let digits = line.prefix { $0.isASCII && $0.isNumber }
      if !digits.isEmpty, digits.count <= 9, let mark = line.dropFirst(digits.count).first, mark == "." || mark == ")" {
        return digits + "\\" + line.dropFirst(digits.count)
      }
      return String(line)
    }.joined(separator: "\n")
  }
}
