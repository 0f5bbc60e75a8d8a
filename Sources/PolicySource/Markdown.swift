import CMarkGFM

/// A node of the CommonMark tree: what the readers need of it, as a value.
struct MarkdownNode {
  enum Kind: Equatable {
    case document, paragraph, quotation, item, table, tableRow, tableCell
    case heading(level: Int)
    case list(isOrdered: Bool)
    case text(String)
    case code(String)
    case softBreak, lineBreak, emphasis, strong
    case link(destination: String, isTitled: Bool)
    /// What a policy has no use for, by the name a clerk knows it by.
    case unwelcome(String)
  }

  let kind: Kind
  /// Counted from 1; exact for blocks only.
  let line: Int
  let column: Int
  let children: [MarkdownNode]
}

/// Runs libcmark-gfm with tables: autolink and strikethrough change global state while parsing.
enum Markdown {
  /// Where the nesting passes the limit.
  struct TooDeep: Error {
    let line: Int
    let column: Int
  }

  /// - Parameter isForeign: whether `[^1]` is a footnote's sign, the notes then standing at the end, and words that are set in
  ///   from the edge are paragraphs rather than code.
  static func parse(_ bytes: [UInt8], isForeign: Bool = false) throws(TooDeep) -> MarkdownNode {
    registered
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS | (isForeign ? CMARK_OPT_FOOTNOTES : 0)
    let parser = cmark_parser_new(options)
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, table) }
    bytes.withUnsafeBytes { buffer in
      cmark_parser_feed(parser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
    }
    // cmark gives up the whole program before it gives no node.
    let root = cmark_parser_finish(parser)!
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    return try node(root, depth: 0, isForeign: isForeign)
  }

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  /// - Parameter depth: how many nodes it stands in; bounded, since the input decides how deep it goes.
  private static func node(_ node: OpaquePointer, depth: Int, isForeign: Bool) throws(TooDeep) -> MarkdownNode {
    var children: [MarkdownNode] = []
    var child = cmark_node_first_child(node)
    guard child == nil || depth < SourceText.Limit.nesting else {
      throw TooDeep(line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    }
    while let current = child {
      if isForeign, isSetIn(current) {
        children += try parse(Array(literal(current).withoutMargin.utf8), isForeign: true).children
      } else {
        children.append(try Markdown.node(current, depth: depth + 1, isForeign: isForeign))
      }
      child = cmark_node_next(current)
    }
    let (line, column) = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
    if let words = unreadWords(node) {
      let words = MarkdownNode(kind: .text(words), line: line, column: column, children: [])
      children = [MarkdownNode(kind: .paragraph, line: line, column: column, children: [words])]
    }
    return MarkdownNode(kind: kind(node), line: line, column: column, children: children)
  }

  /// What stands in a block that is no Markdown.
  private static func unreadWords(_ node: OpaquePointer) -> String? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK: literal(node).withoutTags
    case CMARK_NODE_CODE_BLOCK: literal(node)
    default: nil
    }
  }

  /// Whether it is code by nothing but its margin.
  private static func isSetIn(_ node: OpaquePointer) -> Bool {
    var (length, offset, fence): (Int32, Int32, CChar) = (0, 0, 0)
    return cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK
      && cmark_node_get_fenced(node, &length, &offset, &fence) == 0
  }

  private static func kind(_ node: OpaquePointer) -> MarkdownNode.Kind {
    let type = cmark_node_get_type(node)
    switch type {
    case CMARK_NODE_DOCUMENT: return .document
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_BLOCK_QUOTE: return .quotation
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_HEADING: return .heading(level: Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_LIST: return .list(isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
    case CMARK_NODE_TEXT: return .text(literal(node))
    case CMARK_NODE_CODE: return .code(literal(node))
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        destination: cmark_node_get_url(node).map { String(cString: $0) } ?? "",
        isTitled: cmark_node_get_title(node).map { $0.pointee != 0 } ?? false)
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: return .unwelcome("raw HTML")
    case CMARK_NODE_FOOTNOTE_DEFINITION, CMARK_NODE_FOOTNOTE_REFERENCE: return .unwelcome("a footnote")
    case CMARK_NODE_IMAGE: return .unwelcome("an image")
    case CMARK_NODE_CODE_BLOCK: return .unwelcome("a code block")
    case CMARK_NODE_THEMATIC_BREAK: return .unwelcome("a dividing line")
    default: break
    }
    switch UInt16(type.rawValue) {
    case cmark_table_node_type(): return .table
    case cmark_table_row_node_type(): return .tableRow
    case cmark_table_cell_node_type(): return .tableCell
    default: return .unwelcome("this construct")
    }
  }

  private static func literal(_ node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }
}

extension String {
  fileprivate var withoutMargin: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " || $0 == "\t" } }
      .joined(separator: "\n")
  }

  /// The words of HTML, without what only a browser reads.
  fileprivate var withoutTags: String {
    var words = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      words += rest[..<open] + " "
      rest = rest[open...]
      guard let tag = rest.firstRange(of: rest.hasPrefix("<!--") ? "-->" : ">") else { break }
      rest = rest[tag.upperBound...]
    }
    return words + rest
  }
}
