import PolicyModel

/// Turns inline nodes of a foreign document into lines of prose, leaving out what a policy cannot hold.
struct DocumentProse {
  /// Stand for the anchors of a published document, which cmark would give away with all other HTML; the second is a sign, and
  /// that of a line break a space, so that emphasis may open behind them.
  static let anchorOpen: Character = "\u{1}"
  static let anchorClose: Character = "\u{204B}"
  static let lineBreak: Character = "\u{C}"

  /// What no policy can hold, by name, and how often it stood there.
  private(set) var unwelcome: [String: Int] = [:]

  mutating func leaveOut(_ name: String) { unwelcome[name, default: 0] += 1 }

  /// The lines of a paragraph: one, or several where numbers are typed at the start of further lines.
  mutating func lines(_ node: MarkdownNode, in place: TypedNumber.Place) -> [DocumentLine] {
    var parts: [[Text.Run]] = [[]]
    for child in unstruck(node.children) {
      if case .softBreak = child.kind {
        parts.append([])
      } else {
        parts[parts.count - 1] += runs([child], style: Text.Style())
      }
    }
    var lines: [DocumentLine] = []
    /// The runs of each line, made a text only once, and the last character so far.
    var runs: [[Text.Run]] = []
    var end: Character?
    for part in parts {
      let line = line(part, in: place)
      if !lines.isEmpty, !startsClause(line, behind: end, in: place) {
        let text = Text(part)
        runs[runs.count - 1] += (end == nil ? [] : [Text.Run(.words(" "))]) + text.runs
        end = text.plain.last ?? end
      } else {
        lines.append(line)
        runs.append(line.text.runs)
        end = line.text.plain.last
      }
    }
    for (index, runs) in runs.enumerated() { lines[index].text = Text(runs) }
    return lines
  }

  /// Whether a line is a clause of its own: a number at the start of a line may be part of a sentence.
  private func startsClause(_ line: DocumentLine, behind end: Character?, in place: TypedNumber.Place) -> Bool {
    guard place != .heading, line.number != nil else { return false }
    return end.map { ".;:!?,".contains($0) } ?? true
  }

  /// The paragraphs of a block that holds others.
  mutating func texts(_ node: MarkdownNode) -> [Text] {
    switch node.kind {
    case .paragraph, .heading: [text(node)].filter { !$0.isEmpty }
    default: node.children.flatMap { texts($0) }
    }
  }

  /// All the words below a node, without numbers or names.
  mutating func text(_ node: MarkdownNode) -> Text { line(runs(node.children, style: Text.Style())).text }

  private func line(_ runs: [Text.Run], in place: TypedNumber.Place? = nil) -> DocumentLine {
    var line = DocumentLine(text: Text(""))
    var kept = runs
    if case .words(let words)? = runs.first?.content, words.first == DocumentProse.anchorOpen,
      let end = words.firstIndex(of: DocumentProse.anchorClose)
    {
      line.identity = Identity(String(words[words.index(after: words.startIndex)..<end]))
      kept[0].content = .words(String(words[words.index(after: end)...]))
    }
    line.text = Text(kept.map(\.withoutAnchors))
    line.takeMark(atEnd: place == .heading)
    line.takeBox()
    if let place, !line.hasBox, let typed = line.text.typedNumber(in: place) {
      line.number = typed.number
      line.text = line.text.dropping(characters: typed.length)
    }
    return line
  }

  private mutating func runs(_ nodes: [MarkdownNode], style: Text.Style) -> [Text.Run] {
    var runs: [Text.Run] = []
    for node in unstruck(nodes) {
      var inner = style
      switch node.kind {
      case .text(let literal): runs += DocumentProse.words(literal, style)
      case .softBreak: runs.append(Text.Run(.words(" "), style: style))
      case .lineBreak: runs.append(Text.Run(.lineBreak, style: style))
      case .code(let literal): runs.append(Text.Run(.code(literal), style: style))
      case .emphasis:
        inner.isEmphasised = true
        runs += self.runs(node.children, style: inner)
      case .strong:
        inner.isStrong = true
        runs += self.runs(node.children, style: inner)
      case .link(let destination, _):
        inner.link = DocumentProse.link(destination) ?? style.link
        runs += self.runs(node.children, style: inner)
      case .unwelcome(let name):
        // Of HTML within a line only the tags go: the words between them stay.
        if name == "an image" { leaveOut(name) }
      default: runs += self.runs(node.children, style: style)
      }
    }
    return runs
  }

  private mutating func unstruck(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    let struck = StruckWords(nodes)
    for words in struck.words { leaveOut("the struck-out words “\(words)”") }
    return struck.kept
  }

  /// Where a link leads that may stand in a policy.
  private static func link(_ destination: String) -> String? {
    if destination.hasPrefix("#") {
      return Identity(String(destination.dropFirst())).map { $0.description }
    }
    return destination.isSafeLink ? destination.markdownDestination : nil
  }

  /// Words with the blanks and line breaks among them.
  private static func words(_ literal: String, _ style: Text.Style) -> [Text.Run] {
    var runs: [Text.Run] = []
    var words = ""
    func flush() {
      if !words.isEmpty { runs.append(Text.Run(.words(words), style: style)) }
      words = ""
    }
    var rest = literal[...]
    while let first = rest.first {
      if let gap = rest.gapLength {
        flush()
        runs.append(Text.Run(.blank(nil)))
        rest = rest.dropFirst(gap)
      } else if first == lineBreak {
        flush()
        runs.append(Text.Run(.lineBreak, style: style))
        rest = rest.dropFirst()
      } else {
        words.append(first == "\u{A0}" ? " " : first)
        rest = rest.dropFirst()
      }
    }
    flush()
    return runs
  }
}

extension Substring {
  /// How many signs at its start are a gap to write in: four underscores, ten dots, or more.
  fileprivate var gapLength: Int? {
    let line = prefix { $0 == "_" }.count
    if line > 0 { return line >= 4 ? line : nil }
    let dots = prefix { ".…".contains($0) }
    return dots.reduce(0) { $0 + ($1 == "…" ? 3 : 1) } >= 10 ? dots.count : nil
  }
}

extension Text.Run {
  /// Names within a line name no clause.
  fileprivate var withoutAnchors: Text.Run {
    guard case .words(let words) = content, words.contains(DocumentProse.anchorOpen) else { return self }
    var kept = ""
    var isInside = false
    for character in words {
      if character == DocumentProse.anchorOpen { isInside = true }
      if !isInside { kept.append(character) }
      if character == DocumentProse.anchorClose { isInside = false }
    }
    return Text.Run(.words(kept), style: style)
  }
}
