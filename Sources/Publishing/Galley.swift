import PolicyModel

/// Prose set in type: gaps are filled as they come, or left open.
struct Galley: ~Copyable {
  let markup: Markup
  /// All that is set.
  private(set) var sheet: Sheet
  private let staysOpen: Bool
  /// What gaps are filled with as they come; nil where they show what was written.
  private let filling: (any PrintedWords)?

  /// The clause that is set with its gaps open, and all below it.
  private var clauses: [Identity] = []
  /// What was set before it.
  private var start = (bytes: 0, gaps: 0)
  private(set) var gaps: [(place: Int, gap: OpenType.Gap)] = []
  /// There are few, so that the first that is the same is found sooner than a place by its hash.
  private(set) var terms: [TermUse] = []
  /// What terms print, marked up already, one behind the other.
  private var types: [UInt8] = []
  /// Where that of each term ends.
  private var ends = [0]
  private(set) var openings: [OpenType.Opening] = []
  private(set) var references: [(reference: Reference, clause: Identity)] = []

  /// Type whose gaps stay open.
  init(_ markup: Markup) {
    self.markup = markup
    sheet = Sheet()
    staysOpen = true
    filling = nil
  }

  /// Type for one text.
  ///
  /// - Parameters:
  ///   - words: what its terms and references print; nil where they show as they are written.
  ///   - page: what goes before it.
  ///   - open: type of which parts will be added.
  init(
    _ markup: Markup, filledWith words: (any PrintedWords)?, behind page: consuming Sheet = Sheet(),
    sharing open: OpenType? = nil
  ) {
    self.markup = markup
    sheet = page
    staysOpen = false
    filling = words
    guard let open else { return }
    // A fork is seldom much longer than its base.
    sheet.makeRoom(for: open.bytes.count / 4 * 5)
    for use in open.terms { add(use) }
  }

  /// All that is set, to be taken on by another.
  consuming func finished() -> Sheet { sheet }

  // MARK: Ready for readers

  mutating func add(_ tag: StaticString) { sheet.add(tag) }

  /// Adds a tag that names something.
  mutating func add(_ start: StaticString, _ name: String, _ end: StaticString) {
    sheet.add(start)
    sheet.add(words: name)
    sheet.add(end)
  }

  /// Adds one after the other, without a string of them all together in between.
  mutating func add(_ first: String, _ second: String, _ others: String...) {
    sheet.add(words: first)
    sheet.add(words: second)
    for part in others { sheet.add(words: part) }
  }

  /// Adds what is marked up already.
  mutating func add(markedUp words: String) { sheet.add(words: words) }

  // MARK: Plain words

  /// Adds words that show as they are.
  mutating func add(escaping words: String) {
    // Most are added in place, without another string.
    if markup.mustEscape(words) { sheet.add(words: markup.escaped(words)) } else { sheet.add(words: words) }
  }

  mutating func add(number: String, of clause: Identity) {
    if staysOpen { open(.number(clauses.firstIndex(of: clause)!)) } else { add(escaping: number) }
  }

  // MARK: Gaps

  /// Begins to set a clause with its gaps open.
  mutating func startStretch(for clause: ResolvedClause) {
    clauses = [clause.identity] + clause.descendants.map(\.identity)
    start = (sheet.count, gaps.count)
  }

  /// What was set since the stretch was started.
  var stretch: OpenType.Stretch { OpenType.Stretch(bytes: start.bytes..<sheet.count, gaps: start.gaps..<gaps.count) }

  /// Adds what is set already, with its gaps filled.
  ///
  /// - Parameters:
  ///   - open: the type that is shared.
  ///   - clauses: one of them is shown, with all below it.
  mutating func add(
    _ stretch: OpenType.Stretch, of open: OpenType, numberedAs clauses: [ResolvedClause], at index: Int
  ) {
    // Most have no numbers but their own.
    lazy var below = clauses[index].descendants
    open.bytes.withUnsafeBufferPointer { type in
      var start = stretch.bytes.lowerBound
      for next in stretch.gaps {
        let (place, gap) = open.gaps[next]
        sheet.add(UnsafeBufferPointer(rebasing: type[start..<place]))
        start = place
        switch gap {
        case .number(0): if let number = clauses[index].number { add(escaping: number) }
        case .number(let place): if let number = below[place - 1].number { add(escaping: number) }
        case .term(let term): fill(term)
        case .opening(let opening): fill(open.openings[opening])
        case .reference(let place): fill(open.references[place].reference, in: open.references[place].clause)
        }
      }
      sheet.add(UnsafeBufferPointer(rebasing: type[start..<stretch.bytes.upperBound]))
    }
  }

  private mutating func open(_ gap: OpenType.Gap) { gaps.append((sheet.count, gap)) }

  private mutating func add(term use: TermUse) {
    let term = place(of: use)
    if staysOpen { open(.term(term)) } else { fill(term) }
  }

  private mutating func add(opening digits: String, _ use: TermUse) {
    let opening = OpenType.Opening(digits: digits, term: place(of: use))
    guard staysOpen else { return fill(opening) }
    open(.opening(openings.count))
    openings.append(opening)
  }

  private mutating func fill(_ opening: OpenType.Opening) {
    let start = opening.digits + String(decoding: types[type(of: opening.term)], as: UTF8.self)
    add(markedUp: start.markdownLineStartsEscaped)
  }

  private mutating func fill(_ term: Int) {
    let type = type(of: term)
    types.withUnsafeBufferPointer { sheet.add(UnsafeBufferPointer(rebasing: $0[type])) }
  }

  /// Where stands what a term prints.
  private func type(of term: Int) -> Range<Int> { ends[term]..<ends[term + 1] }

  private mutating func add(_ reference: Reference, in clause: Identity?) {
    // Nothing is known of references outside a text.
    guard let clause else { return add(escaping: reference.written) }
    guard staysOpen else { return fill(reference, in: clause) }
    open(.reference(references.count))
    references.append((reference, clause))
  }

  private mutating func fill(_ reference: Reference, in clause: Identity) {
    guard let filling else { return add(escaping: reference.written) }
    if !filling.forEachPart(of: reference, in: clause, { add($0) }) { add(markedUp: markup.blank(nil)) }
  }

  private mutating func place(of use: TermUse) -> Int {
    terms.firstIndex(of: use) ?? add(use)
  }

  @discardableResult
  private mutating func add(_ use: TermUse) -> Int {
    let words = filling.map { $0.words(of: use) } ?? use.written
    terms.append(use)
    types += (words.map(markup.escaped) ?? markup.blank(use.open)).utf8
    ends.append(types.count)
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
      if let styles = nesting.change(before: index) { change(styles, at: runs[index...]) }
      add(runs[index].content, in: clause, isTableCell: isTableCell)
    }
    if let styles = nesting.change(before: runs.count) { change(styles, at: []) }
  }

  /// Adds what a line of Markdown begins with, where it might make a list or heading of the line.
  ///
  /// - Returns: how many runs that was.
  private mutating func add(startOf runs: [Text.Run]) -> Int {
    guard markup == .markdown, let first = runs.first, first.style.isPlain else { return 0 }
    switch first.content {
    case .term(let use): add(opening: "", use)
    case .words(let words):
      if words.isNumber, runs.count > 1, runs[1].style.isPlain, case .term(let use) = runs[1].content {
        add(opening: words, use)
        return 2
      }
      add(markedUp: words.markdownEscaped.markdownLineStartsEscaped)
    case .code, .blank, .reference, .lineBreak: return 0
    }
    return 1
  }

  private mutating func change(
    _ styles: (ending: [StyleNesting.Part], beginning: [StyleNesting.Part]), at rest: ArraySlice<Text.Run>
  ) {
    for style in styles.ending { end(style) }
    for style in styles.beginning { begin(style, at: rest) }
  }

  private mutating func begin(_ style: StyleNesting.Part, at rest: ArraySlice<Text.Run>) {
    switch (style, markup) {
    case (.link(let destination), .html):
      // Paper shows where a link leads, unless that is what it says.
      let isAddress = if case .words(let words)? = rest.first?.content { words.spells(destination) } else { false }
      add("<a href=\"", destination.htmlEscaped, isAddress ? "\" class=\"address\">" : "\">")
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
      add(markedUp: isTableCell ? code.markdownCodeSpan.replacing("|", with: "\\|") : code.markdownCodeSpan)
    case .lineBreak: add("<br>")
    case .blank(let name): add(markedUp: markup.blank(name))
    case .term(let use): add(term: use)
    case .reference(let reference): add(reference, in: clause)
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
    return galley.sheet.text
  }
}

extension String {
  fileprivate var isNumber: Bool { utf8.allSatisfy { (48...57).contains($0) } }

  /// Whether it is an address itself, with the scheme or without.
  fileprivate func spells(_ address: String) -> Bool {
    let (said, meant) = (split(separator: "/"), address.split(separator: "/"))
    return said == meant || said[...] == meant.dropFirst()
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
