import PolicyModel

/// What stands about an amendment between its heading and its text: `Because: …` and `Decided: …`, in either order.
struct AmendmentRemarks {
  /// The words a remark starts with.
  enum Label: String, CaseIterable {
    case because = "Because:"
    case decided = "Decided:"

    /// The label at the start of a text.
    init?(startOf text: some Sequence<UInt8>) {
      guard let label = Label.allCases.first(where: { text.starts(with: $0.rawValue.utf8) }) else { return nil }
      self = label
    }
  }

  private(set) var reason: Text?
  private(set) var decidedOn: Address?
  private var known: [Label] = []

  /// Takes the remarks off the body of an amendment.
  init(_ body: inout ArraySlice<MarkdownNode>, _ reader: inout ClauseReader) {
    while let first = body.first, first.kind == .paragraph,
      let label = label(in: reader.source, line: first.line), !known.contains(label)
    {
      body = body.dropFirst()
      read(first, label, &reader)
    }
  }

  /// Looked for in the source, where a text that starts with the same word escapes the colon.
  private func label(in source: SourceText, line: Int) -> Label? {
    Label(startOf: source.line(line).drop { $0 == 0x20 })
  }

  /// A paragraph may hold both remarks, each on lines of its own.
  private mutating func read(_ paragraph: MarkdownNode, _ first: Label, _ reader: inout ClauseReader) {
    known.append(first)
    let nodes = paragraph.children[...]
    if let second = Label.allCases.first(where: { !known.contains($0) }),
      let start = nodes.indices.dropFirst().first(where: { nodes[$0].starts(second, behind: nodes[$0 - 1]) }),
      let line = line(of: second, below: paragraph.line, in: reader.source)
    {
      known.append(second)
      take(nodes[..<start].dropLast(), as: first, at: reader.position(paragraph), &reader)
      take(nodes[start...], as: second, at: reader.source.position(line: line, column: 1), &reader)
    } else {
      take(nodes, as: first, at: reader.position(paragraph), &reader)
    }
  }

  private func line(of wanted: Label, below first: Int, in source: SourceText) -> Int? {
    (first..<source.lineCount).lazy.map { $0 + 1 }.prefix { !source.line($0).allSatisfy { $0 == 0x20 || $0 == 9 } }
      .first { label(in: source, line: $0) == wanted }
  }

  private mutating func take(
    _ nodes: ArraySlice<MarkdownNode>, as label: Label, at position: SourcePosition, _ reader: inout ClauseReader
  ) {
    let text = Text(reader.texts.text(of: Array(nodes), at: position).dropping(prefix: label.rawValue))
    reader.record(reader.texts.takeUses())
    switch label {
    case .because: reason = text
    case .decided:
      decidedOn = Address(text.plain).flatMap { $0.choice == nil ? nil : $0 }
      guard decidedOn == nil else { return }
      reader.diagnostics.append(
        Diagnostic(
          .badValue, "“\(text.plain)” names no edition",
          remedy: "name the edition of the base that was decided on, such as escc/social-media@2.0", at: position))
    }
  }
}

extension MarkdownNode {
  fileprivate func starts(_ label: AmendmentRemarks.Label, behind other: MarkdownNode) -> Bool {
    guard case .text(let words) = kind else { return false }
    return other.kind == .softBreak && words.hasPrefix(label.rawValue)
  }
}

extension Text {
  /// The runs without some words at the start, and without the space behind those.
  func dropping(prefix: String) -> [Run] {
    var runs = runs
    guard case .words(let words)? = runs.first?.content, words.utf8.starts(with: prefix.utf8) else { return runs }
    let rest = words.utf8.dropFirst(prefix.utf8.count).drop { $0 == UInt8(ascii: " ") }
    runs[0].content = .words(String(Substring(rest)))
    return runs
  }
}
