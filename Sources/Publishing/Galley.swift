import PolicyModel

/// Prose set in type, with gaps where numbers, terms and references go: set once, it is printed for every fork.
struct Galley: Sendable {
  /// What may differ from fork to fork.
  enum Gap: Sendable {
    case number(Identity)
    case term(TermUse)
    /// A term at the start of a line, but for some digits: what it prints must not make a list or heading of the line.
    case opening(digits: String, TermUse)
    /// A reference, and where it stands; nil where nothing is known of references.
    case reference(Reference, in: Identity?)
  }

  let markup: Markup
  /// All that is set, as if there were no gaps.
  private(set) var words = ""
  /// Each gap with how many bytes of the words go before it.
  private(set) var gaps: [(place: Int, gap: Gap)] = []

  init(_ markup: Markup) {
    self.markup = markup
  }

  /// Adds one after the other, without a string of them all together in between.
  mutating func add(_ parts: String...) {
    for part in parts { words += part }
  }

  mutating func add(_ gap: Gap) { gaps.append((words.utf8.count, gap)) }

  /// Adds what is set already.
  mutating func add(_ galley: Galley) {
    let start = words.utf8.count
    words += galley.words
    for (place, gap) in galley.gaps { gaps.append((start + place, gap)) }
  }

  /// Adds a line of prose.
  ///
  /// - Parameters:
  ///   - clause: where the line stands; nil where nothing is known of references.
  ///   - isTableCell: whether bars in code must be escaped in Markdown.
  mutating func add(_ text: Text, in clause: Identity?, isTableCell: Bool = false) {
    let opening = markup == .markdown ? text.opening : nil
    var nesting = StyleNesting(text.runs)
    for index in text.runs.indices {
      change(nesting.change(before: index))
      if let opening, index <= opening.index {
        if index == opening.index { add(.opening(digits: opening.digits, opening.use)) }
      } else if index == 0, markup == .markdown {
        add(startingLine: text.runs[0], in: clause, isTableCell: isTableCell)
      } else {
        add(text.runs[index], in: clause, isTableCell: isTableCell)
      }
    }
    change(nesting.change(before: text.runs.count))
  }

  private mutating func add(startingLine run: Text.Run, in clause: Identity?, isTableCell: Bool) {
    guard case .words(let more) = run.content, run.style == Text.Style() else {
      return add(run, in: clause, isTableCell: isTableCell)
    }
    words += markup.escaped(more).markdownLineStartsEscaped
  }

  /// Adds runs within a line.
  mutating func add(_ runs: [Text.Run]) {
    var nesting = StyleNesting(runs)
    for index in runs.indices {
      change(nesting.change(before: index))
      add(runs[index], in: nil, isTableCell: false)
    }
    change(nesting.change(before: runs.count))
  }

  private mutating func change(_ styles: (ending: [StyleNesting.Part], beginning: [StyleNesting.Part])) {
    for style in styles.ending {
      switch (style, markup) {
      case (.link, .html): words += "</a>"
      case (.emphasis, .html): words += "</em>"
      case (.strong, .html): words += "</strong>"
      case (.link(let destination), .markdown): add("](", destination, ")")
      case (.emphasis, .markdown): words += "*"
      case (.strong, .markdown): words += "**"
      }
    }
    for style in styles.beginning {
      switch (style, markup) {
      case (.link(let destination), .html): add("<a href=\"", destination.htmlEscaped, "\">")
      case (.emphasis, .html): words += "<em>"
      case (.strong, .html): words += "<strong>"
      case (.link, .markdown): words += "["
      case (.emphasis, .markdown): words += "*"
      case (.strong, .markdown): words += "**"
      }
    }
  }

  private mutating func add(_ run: Text.Run, in clause: Identity?, isTableCell: Bool) {
    switch (run.content, markup) {
    case (.words(let more), _): words += markup.escaped(more)
    case (.code(let code), .html): add("<code>", code.htmlEscaped, "</code>")
    case (.code(let code), .markdown):
      words += isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan
    case (.lineBreak, _): words += "<br>"
    case (.blank(let name), _): words += markup.blank(name)
    case (.term(let use), _): add(.term(use))
    case (.reference(let reference), _): add(.reference(reference, in: clause))
    }
  }
}

extension Text {
  /// The term with which a line begins, but for some digits before it.
  fileprivate var opening: (digits: String, use: TermUse, index: Int)? {
    for (index, run) in runs.prefix(2).enumerated() where run.style == Style() {
      switch run.content {
      case .term(let use):
        guard index == 1, case .words(let digits) = runs[0].content else { return index == 0 ? ("", use, 0) : nil }
        return (digits, use, 1)
      case .words(let words) where index == 0 && words.utf8.allSatisfy { (48...57).contains($0) }: continue
      default: return nil
      }
    }
    return nil
  }
}

extension Markup {
  /// A gap to be filled in by hand.
  func blank(_ name: String?) -> String {
    let name = name.map { escaped($0.replacing("-", with: " ")) }
    return switch self {
    case .html:
      "<span class=\"blank\">" + (name.map { "[\($0)]" } ?? "<span class=\"unseen\">blank to fill in</span>")
        + "</span>"
    case .markdown: name.map { "**\\[\($0)\\]**" } ?? String(repeating: "\\_", count: 20)
    }
  }
}
