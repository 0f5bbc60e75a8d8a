import PolicyModel

/// Collects runs into marked texts.
struct TextBuilder {
  private var parts: [MarkedProse] = []
  private var current: MarkedProse
  private var runs: [Text.Run] = []
  private let acceptsMarkAtEnd: Bool
  /// Whether a bar behind a blank parts the fields of a row; else it is a bar.
  private let partsRows: Bool
  private var isMarked = false
  private(set) var hasWordsBehindMark = false

  var markPosition: SourcePosition { current.position }

  init(position: SourcePosition, acceptsMarkAtEnd: Bool = false, partsRows: Bool = false) {
    current = MarkedProse(position: position)
    self.acceptsMarkAtEnd = acceptsMarkAtEnd
    self.partsRows = partsRows
  }

  mutating func add(_ content: Text.Content, _ style: Text.Style) {
    if acceptsMarkAtEnd, isMarked, !content.isSpace { hasWordsBehindMark = true }
    // Only words at the start, and those behind a blank, may be more than words.
    guard case .words(let words) = content, runs.isEmpty || endsInBlank else {
      runs.append(Text.Run(content, style: style))
      return
    }
    let trimmed =
      words.utf8.first == UInt8(ascii: " ") ? Substring(words.utf8.drop { $0 == UInt8(ascii: " ") }) : words[...]
    if runs.isEmpty, !isMarked, !acceptsMarkAtEnd, trimmed.utf8.first == UInt8(ascii: "["),
      trimmed.hasPrefix("[ ]") || trimmed.hasPrefix("[x]")
    {
      current.hasBox = true
      add(.words(String(trimmed.dropFirst(3))), style)
    } else if endsInBlank, trimmed.hasPrefix("\\\u{6}") {
      runs.append(Text.Run(.words(words.replacing("\\\u{6}", with: "|")), style: style))
    } else if partsRows, endsInBlank, trimmed.hasPrefix("|") {
      endPart()
      add(.words(String(trimmed.dropFirst())), style)
    } else if !runs.isEmpty {
      runs.append(Text.Run(content, style: style))
    } else if !trimmed.isEmpty {
      runs.append(Text.Run(.words(String(trimmed)), style: style))
    }
  }

  private var endsInBlank: Bool { if case .blank? = runs.last?.content { true } else { false } }

  /// False where no mark may stand.
  mutating func add(_ mark: Mark, position: SourcePosition) -> Bool {
    guard !isMarked, acceptsMarkAtEnd || runs.isEmpty else { return false }
    current.mark = mark
    current.position = position
    isMarked = true
    return true
  }

  private mutating func endPart() {
    current.text = Text(runs)
    parts.append(current)
    current = MarkedProse(position: current.position)
    runs = []
    isMarked = false
  }

  consuming func finished() -> [MarkedProse] {
    endPart()
    return parts
  }
}

extension Text.Content {
  fileprivate var isSpace: Bool {
    if case .words(let words) = self { words.utf8.allSatisfy { $0 == UInt8(ascii: " ") } } else { false }
  }
}
