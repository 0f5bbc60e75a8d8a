import PolicyModel

extension Text {
  /// Reads quoted words; where its terms and references stand is exact as long as no backslash comes before them.
  ///
  /// - Parameters:
  ///   - markBytes: how long the quotation mark at the position is.
  ///   - checksPrint: whether prose that could not be written down again is refused.
  static func parse(
    _ words: ArraySlice<UInt8>, at position: SourcePosition, markBytes: Int, checksPrint: Bool = true
  ) -> (text: Text, uses: [(TextReader.Use, SourcePosition)], diagnostics: [Diagnostic]) {
    if words.count <= SourceText.Limit.paragraphBytes, !words.holds(meansSomething) {
      return (Text(String(decoding: words, as: UTF8.self)), [], [])
    }
    var problems: [Diagnostic] = []
    guard let source = SourceText(path: position.path, bytes: Array(words), diagnostics: &problems) else {
      return (Text(""), [], problems)
    }
    if var problem = source.overfullLine() {
      problem.position = position
      return (Text(""), [], [problem])
    }
    let shielded = Shield.protected(source.bytes)
    let tree: MarkdownNode
    do {
      // A word in front keeps “1. ” and “- ” from being read as lists.
      tree = try Markdown.parse(Array("x ".utf8) + shielded)
    } catch {
      return (Text(""), [], [nestedTooDeep(at: position)])
    }
    var reader = TextReader(source: source, shielded: shielded, checksPrint: checksPrint)
    let nodes = tree.children.first?.children ?? []
    let text = Text(reader.text(of: nodes, at: source.position(line: 1, column: 1)).dropping(prefix: "x"))
    func placed(_ inner: SourcePosition) -> SourcePosition {
      position.moved(toColumn: position.column + markBytes + inner.column - 1)
    }
    let diagnostics = reader.diagnostics.map { problem in
      var problem = problem
      problem.position = problem.position.map(placed)
      return problem
    }
    return (text, reader.takeUses().map { ($0.0, placed($0.1)) }, diagnostics)
  }

  /// Whether it is the same when it is printed and read again.
  var readsBack: Bool {
    let position = SourcePosition(path: "", line: 1, column: 1)
    return Text.parse(ArraySlice(markdown().utf8), at: position, markBytes: 0, checksPrint: false).text == self
  }

  /// What may be read otherwise when it is printed.
  enum Doubt {
    case emphasis, code
  }

  /// The one doubt that there is, or the first; nil of most prose, which surely reads back.
  var doubtInPrint: Doubt? { hasEmphasisWithinWords ? .emphasis : hasBraceInCode ? .code : nil }

  /// Whether a mark may begin in code, where nothing can be escaped.
  private var hasBraceInCode: Bool {
    runs.contains { run in
      guard case .code(let code) = run.content else { return false }
      return code.utf8.contains(UInt8(ascii: "{"))
    }
  }

  /// Whether emphasis starts or ends with no space around: only there may Markdown take its marks for others.
  private var hasEmphasisWithinWords: Bool {
    runs.indices.dropFirst().contains { index in
      let (left, right) = (runs[index - 1], runs[index])
      let isSame = left.style.isEmphasised == right.style.isEmphasised && left.style.isStrong == right.style.isStrong
      return !isSame && !left.endsWithSpace && !right.startsWithSpace
    }
  }

  /// Whether a byte may be more than itself in Markdown or in the marks of the format, or is refused.
  private static func meansSomething(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0..<0x20, 0x7F, UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "{"),
      UInt8(ascii: "|"):
      1
    default: 0
    }
  }
}

extension Text.Run {
  fileprivate var startsWithSpace: Bool {
    if case .words(let words) = content { words.utf8.first == UInt8(ascii: " ") } else { false }
  }
  fileprivate var endsWithSpace: Bool {
    if case .words(let words) = content { words.utf8.last == UInt8(ascii: " ") } else { false }
  }
}
