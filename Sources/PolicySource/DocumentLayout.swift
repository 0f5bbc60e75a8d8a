/// The blocks of a foreign document without what stands on every page, and with headings where it has bold lines instead.
struct DocumentLayout {
  private(set) var nodes: [MarkdownNode]
  /// What was taken out, in words.
  private(set) var leftOut: [String] = []
  /// A line that stands so often is printed on every page.
  private static let often = 3

  init(_ nodes: [MarkdownNode]) {
    self.nodes = nodes.filter { !$0.isFootnote }
    dropRunningHeads()
    leftOut += nodes.filter(\.isFootnote).map { "the footnote “\($0.prose)”" }
    // The title alone is often styled as a heading, and what stands over its sections only made bold.
    if nodes.count(where: { $0.headingLevel != nil }) < 2 { self.nodes = self.nodes.map(\.asHeading) }
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
  /// A short line that is no sentence, label or gap, with its digits alike, so that those of several pages are the same.
  fileprivate var runningHead: String? {
    guard kind == .paragraph, !isBold, case let words = words, words.isShortLine, !words.contains("__") else {
      return nil
    }
    let hasDigit = words.contains(where: \.isNumber)
    guard hasDigit || words.split(separator: " ").count >= 3 else { return nil }
    return words.split(separator: " ").map { $0.allSatisfy(\.isNumber) ? "0" : $0 }.joined(separator: " ")
  }

  private var isBold: Bool { children.count == 1 && children[0].kind == .strong }

  /// A short bold line as a heading, as deep as its number.
  fileprivate var asHeading: MarkdownNode {
    guard kind == .paragraph, isBold, words.isShortLine else { return self }
    var prose = DocumentProse()
    let heading = MarkdownNode(kind: .heading(level: 2), line: line, column: column, children: children[0].children)
    let parts = prose.lines(heading, in: .heading).first?.number?.split(separator: ".").count ?? 1
    return MarkdownNode(
      kind: .heading(level: min(6, parts + 1)), line: line, column: column, children: children[0].children)
  }
}

extension String {
  /// Whether it could be a heading or a label: no sentence, nor the start of a list.
  var isShortLine: Bool { !isEmpty && count <= 90 && !".,:;?!".contains(last!) }
}
