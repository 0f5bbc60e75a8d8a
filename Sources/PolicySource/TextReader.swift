import PolicyModel

/// Prose with the mark before it; a field row holds several.
struct MarkedProse {
  var mark = Mark()
  /// Where the mark stands, or the text where there is none.
  var position: SourcePosition
  var hasBox = false
  var text = Text("")
}

/// Turns inline nodes into texts, recording where marks, terms and references stand.
struct TextReader {
  let source: SourceText
  /// The source with its marks shielded: the same offsets.
  let shielded: [UInt8]
  /// Everything before this offset has been read.
  private var cursor = 0
  var diagnostics: [Diagnostic] = []
  /// Where terms and references stand, in order, until the clause they belong to is known.
  private var uses: [(Use, SourcePosition)] = []
  /// Whether prose that could not be written down again is refused.
  private let checksPrint: Bool
  /// Whether it was reported of the text that is being read that “](#” stands in it.
  private var isOpenReferenceTold = false

  enum Use {
    case term(String)
    case reference(Identity)
  }

  init(source: SourceText, shielded: [UInt8], checksPrint: Bool = true) {
    self.source = source
    self.shielded = shielded
    self.checksPrint = checksPrint
  }

  mutating func takeUses() -> [(Use, SourcePosition)] {
    defer { uses.removeAll(keepingCapacity: true) }
    return uses
  }

  /// Prose without marks: a heading's words, a table cell, a quotation.
  mutating func text(of nodes: [MarkdownNode], at position: SourcePosition) -> Text {
    let prose = prose(of: nodes, TextBuilder(position: position), at: position)[0]
    if !prose.mark.isEmpty { reportMisplaced(prose.position) }
    return prose.text
  }

  /// The prose of a block with its marks: one text, or several where bars part the fields of a row.
  mutating func markedTexts(of nodes: [MarkdownNode], at position: SourcePosition) -> [MarkedProse] {
    prose(of: nodes, TextBuilder(position: position, partsRows: true), at: position)
  }

  /// A heading: its mark stands at the end.
  mutating func heading(of nodes: [MarkdownNode], at position: SourcePosition) -> MarkedProse {
    prose(of: nodes, TextBuilder(position: position, acceptsMarkAtEnd: true), at: position)[0]
  }

  /// One text, or several where the builder parts rows.
  private mutating func prose(
    of nodes: [MarkdownNode], _ builder: consuming TextBuilder, at position: SourcePosition
  ) -> [MarkedProse] {
    cursor = max(cursor, source.offset(line: position.line, column: position.column))
    read(nodes, style: Text.Style(), into: &builder)
    if builder.hasWordsBehindMark { reportMisplaced(builder.markPosition) }
    let parts = builder.finished()
    for part in parts where checksPrint {
      guard let doubt = part.text.doubtInPrint, !part.text.readsBack else { continue }
      switch doubt {
      case .emphasis:
        diagnostics.append(
          Diagnostic(
            .unwelcomeMarkdown, "this emphasis cannot be told apart from the words and marks around it",
            remedy: "put * and ** around whole words, with a space or full stop behind them", at: part.position))
      case .code:
        diagnostics.append(
          Diagnostic(
            .unwelcomeMarkdown, "a “{” in the code here begins a mark that ends outside of the code",
            remedy: "put a space behind the {, or close it within the code", at: part.position))
      }
    }
    // Marks that mean nothing may have stood between its characters.
    for part in parts where !isOpenReferenceTold && part.text.holdsOpenReference {
      reportOpenReference(at: part.position)
    }
    isOpenReferenceTold = false
    return parts
  }

  fileprivate static let openReference = Array("](#".utf8)[...]

  private mutating func reportOpenReference(at position: SourcePosition) {
    isOpenReferenceTold = true
    diagnostics.append(
      Diagnostic(
        .malformedReference, "“](#” is not closed as it should be",
        remedy: "write a reference as [](#identity), several as [](#one,#two), without spaces", at: position))
  }

  private mutating func read(_ nodes: [MarkdownNode], style: Text.Style, into builder: inout TextBuilder) {
    for node in nodes {
      switch node.kind {
      case .text(let literal): read(literal, style: style, into: &builder)
      case .softBreak: builder.add(.words(" "), style)
      case .lineBreak: builder.add(.lineBreak, style)
      case .code(let literal): builder.add(.code(Shield.revealed(literal)), style)
      case .emphasis:
        var inner = style
        inner.isEmphasised = true
        read(node.children, style: inner, into: &builder)
      case .strong:
        var inner = style
        inner.isStrong = true
        read(node.children, style: inner, into: &builder)
      case .link(let destination, let isTitled):
        if isTitled { refuse("a link's title", at: locateLink(Shield.revealed(destination), node)) }
        readLink(node, Shield.revealed(destination), style: style, into: &builder)
      case .unwelcome(let name): refuse(name, at: nearby(node))
      default: refuse("this construct", at: nearby(node))
      }
    }
  }

  private mutating func read(_ literal: String, style: Text.Style, into builder: inout TextBuilder) {
    let isPlain = !literal.holds {
      same($0, Shield.termOpen) | same($0, Shield.markOpen) | same($0, Shield.blank) | same($0, UInt8(ascii: "]"))
    }
    guard !isPlain else {
      if !literal.isEmpty { builder.add(.words(literal), style) }
      return
    }
    let bytes = Array(literal.utf8)
    /// Where the words start that are not added yet.
    var start = 0
    func addWords(before end: Int, _ builder: inout TextBuilder) {
      if start < end { builder.add(.words(String(decoding: bytes[start..<end], as: UTF8.self)), style) }
    }
    while let index = bytes.firstOffset(
      from: start, where: { same($0, Shield.termOpen) | same($0, Shield.markOpen) | same($0, Shield.blank) })
    {
      addWords(before: index, &builder)
      switch bytes[index] {
      case Shield.termOpen:
        let end = (bytes[index...].firstIndex(of: Shield.termClose) ?? bytes.count - 2) + 2
        let written = bytes[(index + 2)..<max(index + 2, end - 2)]
        readTerm(written, position: locate(bytes[index..<min(end, bytes.count)]), style, &builder)
        start = end
      case Shield.markOpen:
        let end = (bytes[index...].firstIndex(of: Shield.markClose) ?? bytes.count - 1) + 1
        let raw = bytes[index..<end]
        readMark(Shield.revealed(raw.dropFirst().dropLast()), position: locate(raw), &builder)
        start = end
      default:
        start = bytes[index...].firstIndex { $0 != Shield.blank } ?? bytes.count
        builder.add(.blank(nil), style)
      }
    }
    if bytes.firstOffset(of: TextReader.openReference, from: 0) != nil {
      reportOpenReference(at: locate(TextReader.openReference))
    }
    addWords(before: bytes.count, &builder)
  }

  private mutating func readTerm(
    _ written: ArraySlice<UInt8>, position: SourcePosition, _ style: Text.Style, _ builder: inout TextBuilder
  ) {
    guard let use = TermUse(written: written) else {
      diagnostics.append(
        Diagnostic(
          .malformedTerm, "“{{\(Shield.revealed(written))}}” is not a term",
          remedy:
            "write {{name}}, {{name.short}} or {{name.possessive}}; names are lower-case letters, digits and hyphens",
          at: position))
      return
    }
    uses.append((.term(use.name), position))
    builder.add(.term(use), style)
  }

  private mutating func readMark(_ written: String, position: SourcePosition, _ builder: inout TextBuilder) {
    guard let mark = Mark(written) else {
      diagnostics.append(
        Diagnostic(
          .malformedMark, "“{\(written)}” is not a mark",
          remedy: "write {#identity .flag key=value}, each at most once, values with spaces in quotation marks",
          at: position))
      return
    }
    if !builder.add(mark, position: position) { reportMisplaced(position) }
  }

  private mutating func readLink(
    _ node: MarkdownNode, _ destination: String, style: Text.Style, into builder: inout TextBuilder
  ) {
    guard destination.utf8.first == UInt8(ascii: "#") else {
      guard destination.isSafeLink else {
        diagnostics.append(
          Diagnostic(
            .unsafeLink, "a link to “\(destination.prefix(60))” is not allowed",
            remedy: "link to an address that starts with https:, http:, mailto: or tel:, or to a clause by #identity",
            at: locateLink(destination, node)))
        return
      }
      var inner = style
      inner.link = destination.markdownDestination
      read(node.children, style: inner, into: &builder)
      return
    }
    let position = locateLink(destination, node)
    guard let reference = Reference(written: destination) else {
      diagnostics.append(
        Diagnostic(
          .malformedReference, "“\(destination)” does not name clauses",
          remedy: "write #identity, several as #one,#two and a range as #one..#three", at: position))
      return
    }
    for identity in reference.identities { uses.append((.reference(identity), position)) }
    if node.children.isEmpty {
      builder.add(.reference(reference), style)
    } else if case .single(let identity)? = reference.targets.first, reference.targets.count == 1 {
      var inner = style
      inner.link = identity.description
      read(node.children, style: inner, into: &builder)
    } else {
      diagnostics.append(
        Diagnostic(
          .malformedReference, "words can link to one clause only",
          remedy: "leave the brackets empty to print all the numbers", at: position))
    }
  }

  private mutating func refuse(_ name: String, at position: SourcePosition) {
    diagnostics.append(unwelcome(name, at: position))
  }

  private mutating func reportMisplaced(_ position: SourcePosition) {
    diagnostics.append(
      Diagnostic(
        .misplacedMark, "a mark stands at the start of a clause or at the end of a heading",
        remedy: "move the mark there, or write \\{ for a brace in the text", at: position))
  }

  /// Finds the bytes in what is not yet read and goes on behind them.
  private mutating func locate(_ bytes: ArraySlice<UInt8>) -> SourcePosition {
    guard let offset = shielded.firstOffset(of: bytes, from: cursor) else { return source.position(ofOffset: cursor) }
    cursor = offset + bytes.count
    return source.position(ofOffset: offset)
  }

  private mutating func locateLink(_ destination: String, _ node: MarkdownNode) -> SourcePosition {
    let bytes = ArraySlice(("](" + destination).utf8)
    // No link goes on behind an empty line.
    let end = shielded.firstOffset(of: [newline, newline], from: cursor) ?? shielded.count
    guard let offset = shielded.firstOffset(of: bytes, from: cursor), offset < end else { return nearby(node) }
    if node.children.isEmpty { cursor = offset + bytes.count }
    return source.position(ofOffset: node.children.isEmpty ? offset - 1 : offset + 2)
  }

  private func nearby(_ node: MarkdownNode) -> SourcePosition {
    node.line > 0
      ? source.position(line: node.line, column: node.column) : source.position(ofOffset: cursor)
  }
}

extension Text {
  fileprivate var holdsOpenReference: Bool {
    runs.contains { run in
      guard case .words(let words) = run.content, words.holds({ same($0, UInt8(ascii: "]")) }) else { return false }
      return Array(words.utf8).firstOffset(of: TextReader.openReference, from: 0) != nil
    }
  }
}

/// The refusal of a construct that policies have no use for.
func unwelcome(_ name: String, at position: SourcePosition) -> Diagnostic {
  let line = position.excerpt
  if name == "a code block", !line.contains("```"), !line.contains("~~~") {
    return Diagnostic(
      .unwelcomeMarkdown, "a line indented too far is a code block, which cannot stand in a policy",
      remedy: "start it where the words that it belongs to start, or at the edge", at: position)
  }
  let isHTML = name == "raw HTML"
  return Diagnostic(
    isHTML ? .rawHTML : .unwelcomeMarkdown, "\(name) cannot stand in a policy",
    remedy: isHTML
      ? "write Markdown instead; a literal < is written \\<" : "use paragraphs, lists, tables and quotations",
    at: position)
}

extension String {
  /// Whether a link to it may stand in a policy.
  var isSafeLink: Bool {
    let lower = lowercased()
    return ["https://", "http://", "mailto:", "tel:"].contains { lower.hasPrefix($0) && lower != $0 }
  }
}
