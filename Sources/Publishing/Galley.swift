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
  /// Of the clause whose type is added.
  private var numbers = Numbers(of: nil)
  /// What terms print, marked up already.
  ///
  /// There are few, so that the first that is the same is found sooner than a place by its hash.
  private var terms: [(use: TermUse, type: [UInt8])] = []

  /// Type whose gaps stay open.
  init(_ markup: Markup) {
    self.markup = markup
    staysOpen = true
    filling = nil
  }

  /// Type for one text.
  ///
  /// - Parameter words: what its terms and references print; nil where they show as they are written.
  init(_ markup: Markup, filledWith words: (any PrintedWords)?) {
    self.markup = markup
    staysOpen = false
    filling = words
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  // MARK: Ready for readers

  /// Adds one after the other, without a string of them all together in between.
  mutating func add(_ parts: String...) {
    for part in parts { add(part) }
  }

  /// Adds three, as most tags are made of, without a list of them either.
  mutating func add(_ start: String, _ middle: String, _ end: String) {
    add(start)
    add(middle)
    add(end)
  }

  mutating func add(_ part: consuming String) {
    part.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Adds what is set already.
  ///
  /// - Parameter clause: what it shows, with all below it.
  mutating func add(_ galley: Galley, numberedAs clause: ResolvedClause) {
    numbers = Numbers(of: clause)
    galley.bytes.withUnsafeBufferPointer { type in
      var start = 0
      for (place, gap) in galley.gaps {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: type[start..<place]))
        fill(gap)
        start = place
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: type[start...]))
    }
  }

  // MARK: Plain words

  /// Adds words that show as they are.
  mutating func add(escaping words: String) { add(markup.escaped(words)) }

  mutating func add(number: String, of clause: Identity) {
    if staysOpen { gaps.append((bytes.count, .number(clause))) } else { add(escaping: number) }
  }

  // MARK: Gaps

  private mutating func add(_ gap: Gap) {
    if staysOpen { gaps.append((bytes.count, gap)) } else { fill(gap) }
  }

  private mutating func fill(_ gap: Gap) {
    switch gap {
    case .number(let clause): if let number = numbers.next(of: clause) { add(escaping: number) }
    case .term(let use): bytes += terms[place(of: use)].type
    case .opening(let digits, let use):
      add((digits + String(decoding: terms[place(of: use)].type, as: UTF8.self)).markdownLineStartsEscaped)
    case .reference(let reference, let clause):
      guard let filling, let clause else { return add(escaping: reference.written) }
      if !filling.forEachPart(of: reference, in: clause, { add($0) }) { add(markup.blank(nil)) }
    }
  }

  private mutating func place(of use: TermUse) -> Int {
    if let place = terms.firstIndex(where: { $0.use == use }) { return place }
    let words = filling.map { $0.words(of: use) } ?? use.written
    terms.append((use, Array((words.map(markup.escaped) ?? markup.blank(use.name)).utf8)))
    return terms.count - 1
  }

  private mutating func add(_ part: ReferencePart) {
    guard let target = part.target else { return add(escaping: part.words) }
    switch markup {
    case .html:
      add("<a href=\"#", target.name, "\">")
      add(escaping: part.words)
      add("</a>")
    case .markdown:
      add("[")
      add(escaping: part.words)
      add("](#", target.name, ")")
    }
  }

  // MARK: Prose

  /// Adds a line of prose.
  ///
  /// - Parameters:
  ///   - clause: where the line stands; nil where nothing is known of references.
  ///   - isTableCell: whether bars in code must be escaped in Markdown.
  mutating func add(_ text: Text, in clause: Identity?, isTableCell: Bool = false) {
    let runs = text.runs
    var nesting = StyleNesting(runs)
    for index in add(startOf: runs)..<runs.count {
      if let styles = nesting.change(before: index) { change(styles) }
      add(runs[index].content, in: clause, isTableCell: isTableCell)
    }
    if let styles = nesting.change(before: runs.count) { change(styles) }
  }

  /// Adds what a line of Markdown begins with, where it might make a list or heading of the line.
  ///
  /// - Returns: how many runs that was.
  private mutating func add(startOf runs: [Text.Run]) -> Int {
    guard markup == .markdown, let first = runs.first, first.style.isPlain else { return 0 }
    switch first.content {
    case .term(let use): add(.opening(digits: "", use))
    case .words(let words):
      if words.isNumber, runs.count > 1, runs[1].style.isPlain, case .term(let use) = runs[1].content {
        add(.opening(digits: words, use))
        return 2
      }
      add(words.markdownEscaped.markdownLineStartsEscaped)
    case .code, .blank, .reference, .lineBreak: return 0
    }
    return 1
  }

  private mutating func change(_ styles: (ending: [StyleNesting.Part], beginning: [StyleNesting.Part])) {
    for style in styles.ending { end(style) }
    for style in styles.beginning { begin(style) }
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

  private mutating func add(_ content: Text.Content, in clause: Identity?, isTableCell: Bool) {
    switch content {
    case .words(let words): add(escaping: words)
    case .code(let code) where markup == .html: add("<code>", code.htmlEscaped, "</code>")
    case .code(let code):
      add(isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan)
    case .lineBreak: add("<br>")
    case .blank(let name): add(markup.blank(name))
    case .term(let use): add(.term(use))
    case .reference(let reference): add(.reference(reference, in: clause))
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
}

extension String {
  fileprivate var isNumber: Bool { utf8.allSatisfy { (48...57).contains($0) } }
}

/// The numbers of a clause and of all below it, asked for in the order in which they stand.
private struct Numbers {
  private let clause: ResolvedClause?
  /// Those not yet come to; nil as long as none but the clause's own was asked for, as of most.
  private var below: ArraySlice<ResolvedClause>?

  init(of clause: ResolvedClause?) { self.clause = clause }

  /// Nil where none is printed.
  mutating func next(of identity: Identity) -> String? {
    guard let clause, clause.identity != identity else { return clause?.number }
    var rest = below ?? clause.descendants[...]
    defer { below = rest }
    while let next = rest.popFirst() {
      if next.identity == identity { return next.number }
    }
    return nil
  }
}

extension ResolvedClause {
  /// All below it, in document order.
  fileprivate var descendants: [ResolvedClause] {
    var descendants: [ResolvedClause] = []
    func walk(_ clauses: [ResolvedClause]) {
      for clause in clauses {
        descendants.append(clause)
        walk(clause.clauses)
      }
    }
    walk(clauses)
    return descendants
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
