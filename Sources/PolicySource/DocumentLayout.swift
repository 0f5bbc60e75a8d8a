/// The blocks of a foreign document without what stands on every page, and with headings where it has bold or numbered
/// lines instead.
struct DocumentLayout {
  private(set) var nodes: [MarkdownNode]
  /// What was taken out, in words.
  private(set) var leftOut: [String] = []
  /// A line that stands so often is printed on every page.
  private static let often = 3

  init(_ nodes: [MarkdownNode]) {
    self.nodes = nodes.filter { !$0.isFootnote }.flatMap(\.withoutMargin)
    dropRunningHeads()
    leftOut += nodes.filter(\.isFootnote).map { "the footnote “\($0.prose)”" }
    // The title alone is often styled as a heading, and what stands over its sections only made bold.
    if nodes.count(where: { $0.headingLevel != nil }) < 2 { self.nodes = self.nodes.map(\.asHeading) }
    findHeadings()
  }

  /// Makes headings of the lines that no style tells from the clauses below them: “1 Planning” before 1.1.
  ///
  /// A list of contents has such lines too, but before the text.
  private mutating func findHeadings() {
    var lines: [String: Int] = [:]
    var known = Set(nodes.filter { $0.headingLevel != nil }.compactMap(\.typedNumber))
    var below: String?
    for index in nodes.indices.reversed() {
      let node = nodes[index]
      if let number = node.sectionNumber, below == number + ".1", known.insert(number).inserted {
        lines[number] = index
      }
      if let number = node.typedNumber { below = number } else if node.headingLevel != nil { below = nil }
    }
    let sections = lines.sorted { $0.value < $1.value }.compactMap { Int($0.key) }
    guard sections.count > 1, zip(sections, sections.dropFirst()).allSatisfy(<) else { return }
    let level = nodes.first { $0.headingLevel != nil && $0.typedNumber != nil }?.headingLevel ?? 2
    for (number, index) in lines {
      nodes[index] = nodes[index].heading(level: level + number.split(separator: ".").count - 1)
    }
  }

  private mutating func dropRunningHeads() {
    let heads = nodes.map(\.runningHead)
    var counts: [String: Int] = [:]
    for case let head? in heads { counts[head, default: 0] += 1 }
    let recurring = counts.filter { $0.value >= Self.often }
    guard !recurring.isEmpty else { return }
    var named: Set<String> = []
    for case let (node, head?) in zip(nodes, heads) {
      guard let count = recurring[head], named.insert(head).inserted else { continue }
      leftOut.append("“\(node.words)”, which stands there \(count) times")
    }
    nodes = zip(nodes, heads).filter { $1.map { recurring[$0] == nil } ?? true }.map(\.0)
  }
}

extension MarkdownNode {
  /// A short line that is no sentence, label or gap, with its digits alike, so that those of several pages are the same. One
  /// with a name is a clause.
  fileprivate var runningHead: String? {
    guard kind == .paragraph, !isBold, !isNamed, case let words = words, words.isShortLine, !words.contains("__") else {
      return nil
    }
    let hasDigit = words.contains(where: \.isNumber)
    guard hasDigit || words.split(separator: " ").count >= 3 else { return nil }
    return words.split(separator: " ").map { $0.allSatisfy(\.isNumber) ? "0" : $0 }.joined(separator: " ")
  }

  private var isNamed: Bool {
    var prose = DocumentProse()
    return prose.lines(self, in: .paragraph).first?.identity != nil
  }

  /// The paragraphs of a quotation that is none, since they bear the numbers of clauses: converters write a margin as one.
  fileprivate var withoutMargin: [MarkdownNode] {
    isMargin ? children.flatMap(\.withoutMargin) : [self]
  }

  private var isMargin: Bool {
    kind == .quotation && children.contains { $0.isMargin || $0.typedNumber?.contains(".") ?? false }
  }

  private var isBold: Bool { children.count == 1 && children[0].kind == .strong }

  /// A short bold line as a heading, as deep as its number.
  fileprivate var asHeading: MarkdownNode {
    guard kind == .paragraph, isBold, words.isShortLine else { return self }
    var prose = DocumentProse()
    let parts = prose.lines(heading(level: 2), in: .heading).first?.number?.split(separator: ".").count ?? 1
    return heading(level: parts + 1)
  }

  fileprivate func heading(level: Int) -> MarkdownNode {
    MarkdownNode(
      kind: .heading(level: min(6, level)), line: line, column: column,
      children: isBold ? children[0].children : children
    )
  }

  /// The number of a paragraph that could be a heading.
  fileprivate var sectionNumber: String? { kind == .paragraph && words.isShortLine ? number(in: .heading) : nil }

  /// The number of a heading, or of a paragraph that is a clause.
  var typedNumber: String? { number(in: headingLevel == nil ? .paragraph : .heading) }

  private func number(in place: TypedNumber.Place) -> String? {
    guard kind == .paragraph || headingLevel != nil else { return nil }
    var prose = DocumentProse()
    let number = prose.lines(self, in: place).first?.number
    return number.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
  }
}

extension String {
  /// Whether it could be a heading or a label: no sentence, nor the start of a list.
  var isShortLine: Bool { !isEmpty && count <= 90 && !".,:;?!".contains(last!) }
}
