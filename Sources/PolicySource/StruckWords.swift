/// What is struck out in a line, between two tildes and two: words that somebody deleted and left to be seen.
struct StruckWords {
  /// The line without them.
  private(set) var kept: [MarkdownNode] = []
  private(set) var words: [String] = []

  init(_ nodes: [MarkdownNode]) {
    guard nodes.contains(where: \.holdsTildes) else {
      kept = nodes
      return
    }
    var start: Int?
    for node in nodes.flatMap(\.partedAtTildes) {
      if node.isTildes, let first = start, let struck = kept[(first + 1)...].struckWords {
        words.append(struck)
        kept.removeSubrange(first...)
        start = nil
      } else {
        if node.isTildes { start = kept.count }
        kept.append(node)
      }
    }
  }
}

extension MarkdownNode {
  private static let tildes = Kind.text("~~")

  fileprivate var isTildes: Bool { kind == Self.tildes }

  fileprivate var holdsTildes: Bool { if case .text(let literal) = kind { literal.contains("~~") } else { false } }

  /// The node, or where it is text that of its parts, the tildes between them.
  fileprivate var partedAtTildes: [MarkdownNode] {
    guard case .text(let literal) = kind, holdsTildes else { return [self] }
    let texts = literal.split(separator: "~~", omittingEmptySubsequences: false).map { Kind.text(String($0)) }
    return texts.flatMap { [Self.tildes, $0] }.dropFirst().filter { $0 != .text("") }
      .map { MarkdownNode(kind: $0, line: line, column: column, children: []) }
  }
}

extension ArraySlice<MarkdownNode> {
  /// The words, where they touch the tildes on both sides.
  fileprivate var struckWords: String? {
    guard let first, let last, first.touches(\.first), last.touches(\.last) else { return nil }
    return MarkdownNode(kind: .paragraph, line: first.line, column: first.column, children: Array(self)).prose
  }
}

extension MarkdownNode {
  /// All its words, be they a number or not.
  var prose: String {
    var prose = DocumentProse()
    return prose.texts(self).map(\.plain).joined(separator: " ")
  }

  /// Whether a word stands at an end of it; three tildes strike nothing out.
  fileprivate func touches(_ end: (String) -> Character?) -> Bool {
    switch kind {
    case .softBreak, .lineBreak: false
    case .text(let literal): end(literal).map { !$0.isWhitespace && $0 != "~" } ?? false
    default: true
    }
  }
}
