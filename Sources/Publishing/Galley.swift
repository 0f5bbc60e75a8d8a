import PolicyModel

/// Prose set in type, with gaps where numbers, terms and references go: filled at once for one text, or left open in type
/// that is set once and printed for every fork.
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
  /// All that is set, as if there were no open gaps.
  private(set) var bytes: [UInt8] = []
  /// Each open gap with how many bytes go before it.
  private var gaps: [(place: Int, gap: Gap)] = []
  private let staysOpen: Bool
  /// What gaps are filled with as they come; nil where they show what was written.
  private let filling: (any PrintedWords)?
  /// What terms print, marked up already.
  ///
  /// There are few, so that the first that is the same is found sooner than a place by its hash.
  private var terms: [(use: TermUse, words: String)] = []

  /// Type whose gaps stay open.
  init(_ markup: Markup) {
    self.markup = markup
    staysOpen = true
    filling = nil
  }

  /// Type for one text.
  ///
  /// - Parameter words: what its numbers, terms and references print; nil where they show as they are written.
  init(_ markup: Markup, filledWith words: (any PrintedWords)?) {
    self.markup = markup
    staysOpen = false
    filling = words
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds one after the other, without a string of them all together in between.
  mutating func add(_ parts: String...) {
    for part in parts { add(part) }
  }

  mutating func add(_ part: String) { bytes += part.utf8 }

  mutating func add(_ gap: Gap) {
    guard !staysOpen else { return gaps.append((bytes.count, gap)) }
    switch gap {
    case .number(let clause): if let number = filling?.number(of: clause) { add(markup.escaped(number)) }
    case .term(let use): add(term(use))
    case .opening(let digits, let use): add((digits + term(use)).markdownLineStartsEscaped)
    case .reference(let reference, let clause):
      if let filling, let clause {
        add(printed: filling.runs(of: reference, in: clause, style: Text.Style()))
      } else {
        add(markup.escaped(reference.written))
      }
    }
  }

  private mutating func term(_ use: TermUse) -> String {
    if let known = terms.first(where: { $0.use == use }) { return known.words }
    let words = filling.map { $0.words(of: use) } ?? use.written
    let term = words.map(markup.escaped) ?? markup.blank(use.name)
    terms.append((use, term))
    return term
  }

  /// Adds what is set already.
  mutating func add(_ galley: Galley) {
    var start = 0
    for (place, gap) in galley.gaps {
      bytes += galley.bytes[start..<place]
      add(gap)
      start = place
    }
    bytes += galley.bytes[start...]
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
    add(markup.escaped(more).markdownLineStartsEscaped)
  }

  /// Adds what a reference prints: words, and numbers that are links.
  private mutating func add(printed runs: [Text.Run]) {
    for run in runs {
      let link = run.style.link.map { StyleNesting.Part.link($0) }
      if let link { begin(link) }
      add(run, in: nil, isTableCell: false)
      if let link { end(link) }
    }
  }

  private mutating func change(_ styles: (ending: [StyleNesting.Part], beginning: [StyleNesting.Part])) {
    styles.ending.forEach { end($0) }
    styles.beginning.forEach { begin($0) }
  }

  private mutating func begin(_ style: StyleNesting.Part) {
    switch (style, markup) {
    case (.link(let destination), .html): add("<a href=\"", destination.htmlEscaped, "\">")
    case (.emphasis, .html): add("<em>")
    case (.strong, .html): add("<strong>")
    case (.link, .markdown): add("[")
    case (.emphasis, .markdown): add("*")
    case (.strong, .markdown): add("**")
    }
  }

  private mutating func end(_ style: StyleNesting.Part) {
    switch (style, markup) {
    case (.link, .html): add("</a>")
    case (.emphasis, .html): add("</em>")
    case (.strong, .html): add("</strong>")
    case (.link(let destination), .markdown): add("](", destination, ")")
    case (.emphasis, .markdown): add("*")
    case (.strong, .markdown): add("**")
    }
  }

  private mutating func add(_ run: Text.Run, in clause: Identity?, isTableCell: Bool) {
    switch (run.content, markup) {
    case (.words(let more), _): add(markup.escaped(more))
    case (.code(let code), .html): add("<code>", code.htmlEscaped, "</code>")
    case (.code(let code), .markdown):
      add(isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan)
    case (.lineBreak, _): add("<br>")
    case (.blank(let name), _): add(markup.blank(name))
    case (.term(let use), _): add(.term(use))
    case (.reference(let reference), _): add(.reference(reference, in: clause))
    }
  }
}

extension Text {
  /// The prose as it is published; of an open text, its terms and references as they are written.
  ///
  /// - Parameter isTableCell: whether bars in code must be escaped in Markdown.
  func printed(as markup: Markup, isTableCell: Bool = false) -> String {
    var galley = Galley(markup, filledWith: nil)
    galley.add(self, in: nil, isTableCell: isTableCell)
    return galley.text
  }

  /// The term with which a line begins, but for some digits before it.
  fileprivate var opening: (digits: String, use: TermUse, index: Int)? {
    for (index, run) in runs.prefix(2).enumerated() {
      guard run.style == Style() else { return nil }
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
