import PolicyModel

/// Reads any Markdown document as clauses: what `show` and `publish` print, and what people write by hand.
///
/// Lenient where the reader of policies is strict: numbers that are typed are taken off and kept beside the clauses, and what a
/// policy cannot hold is left out and named.
///
/// - Parameters:
///   - bytes: UTF-8; line ends of any kind.
///   - path: the file's name, for diagnostics.
/// - Returns: the document, or nil and why it cannot be read.
package func parseDocument(_ bytes: [UInt8], path: String) -> (document: ForeignDocument?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  // Text taken from a PDF has a form feed where a page ends.
  let lines = bytes.map { $0 == formFeed ? newline : $0 }
  guard let source = SourceText(path: path, bytes: lines, diagnostics: &diagnostics) else { return (nil, diagnostics) }
  if let problem = source.overfullLine() { return (nil, [problem]) }
  let start = SourcePosition(path: path, line: 1, column: 1)
  // A soft hyphen only says where a word may be broken on a page.
  let text = String(decoding: source.bytes, as: UTF8.self).filter { $0 != "\u{AD}" }
  let (title, body) = withoutFrontMatter(text)
  let tree: MarkdownNode
  do {
    tree = try Markdown.parse(Array(DocumentShield.protected(body).utf8), isForeign: true)
  } catch {
    return (nil, [nestedTooDeep(at: source.position(line: error.line, column: error.column))])
  }
  let layout = DocumentLayout(tree.children)
  guard layout.nodes.contains(where: { $0.headingLevel != nil }) else {
    let problem = Diagnostic(
      .noHeadings, tree.children.isEmpty ? "the document is empty" : "the document has no headings",
      remedy: "start the name of each section with “##”: it is by its sections that a policy is read", at: start)
    return (nil, [problem])
  }
  var reader = DocumentReader(layout)
  if let title { reader.title = title }
  let document = reader.document
  guard !document.clauses.isEmpty else {
    let problem = Diagnostic(
      .noHeadings, "the document holds a title and nothing else", remedy: "check that this is the right file", at: start
    )
    return (nil, [problem])
  }
  return (document, [])
}

private let formFeed: UInt8 = 0x0C

/// The text without the YAML at its head, with the title that it gives.
private func withoutFrontMatter(_ text: String) -> (title: String?, body: String) {
  guard text.hasPrefix("---\n") else { return (nil, text) }
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  guard let end = lines.dropFirst().firstIndex(where: { $0 == "---" }) else { return (nil, text) }
  let title = lines[..<end].first { $0.hasPrefix("title:") }.map { line in
    String(line.dropFirst(6).drop { " \"'".contains($0) }.reversed().drop { " \"'".contains($0) }.reversed())
  }
  return (title.flatMap { $0.isEmpty ? nil : $0 }, lines[(end + 1)...].joined(separator: "\n"))
}
