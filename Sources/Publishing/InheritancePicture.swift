import PolicyModel

/// A picture of who amends whom and how much is inherited, as SVG.
struct InheritancePicture {
  private struct Row {
    let listing: Listing
    /// In its tree.
    let depth: Int
    /// The row of the text that it amends; nil for the root of a tree.
    let base: Int?
  }

  /// In the order drawn.
  private let rows: [Row]

  init(_ overview: Overview) {
    var rows: [Row] = []
    func add(_ listing: Listing, below base: Int?) {
      let place = rows.count
      rows.append(Row(listing: listing, depth: base.map { rows[$0].depth + 1 } ?? 0, base: base))
      for fork in overview.forks(of: listing.address) { add(fork, below: place) }
    }
    for root in overview.listings where root.bases.first.flatMap(overview.listing) == nil { add(root, below: nil) }
    self.rows = rows
  }

  /// What the picture shows, in words.
  var description: String {
    rows.map { row in
      let listing = row.listing
      guard let base = listing.bases.first else { return "\(name(listing)) has a text of its own." }
      guard let inheritance = listing.inheritance else { return "\(name(listing)) amends \(base)." }
      return "\(name(listing)) amends \(inheritance.base): \(words(parts(inheritance)))."
    }.joined(separator: " ")
  }

  private enum Size {
    static let row = 62
    static let box = 46
    static let indent = 48
    static let width = 760
    static let bar = 250
  }

  var svg: String {
    let height = rows.count * Size.row + 46
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Size.width) \(height)\" role=\"img\" font-family=\"-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif\">",
      "<title>Who amends whom</title>",
      "<desc>\(description.htmlEscaped)</desc>",
      "<rect width=\"\(Size.width)\" height=\"\(height)\" fill=\"#ffffff\"/>",
    ]
    for (index, row) in rows.enumerated() { lines += drawn(row, index: index) }
    lines += legend(y: rows.count * Size.row + 22)
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  private func name(_ listing: Listing) -> String { "\(listing.owner), \(listing.address.textName)" }

  private func drawn(_ row: Row, index: Int) -> [String] {
    let listing = row.listing
    // Deeper levels are drawn as the sixth is, so that their boxes keep room for words.
    let depth = min(row.depth, 5)
    let (x, y) = (8 + depth * Size.indent, 8 + index * Size.row)
    let width = Size.width - Size.bar - 40 - x
    var lines: [String] = []
    if let parent = row.base {
      let (lineX, top, middle) = (x - Size.indent / 2, 8 + parent * Size.row + Size.box, y + Size.box / 2)
      lines.append(
        "<path d=\"M\(lineX) \(top) V\(middle) H\(x)\" fill=\"none\" stroke=\"#4a5562\" stroke-width=\"2\"/>")
    }
    lines.append(
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(Size.box)\" rx=\"4\" fill=\"#f3f5f7\" stroke=\"#4a5562\"/>"
    )
    lines.append(
      "<text x=\"\(x + 12)\" y=\"\(y + 20)\" font-size=\"15\" font-weight=\"600\" fill=\"#14202b\">\(listing.owner.shortened(to: width / 9).htmlEscaped)</text>"
    )
    lines.append(
      "<text x=\"\(x + 12)\" y=\"\(y + 37)\" font-size=\"13\" fill=\"#3d4a57\">\("\(listing.title), \(listing.address.choice ?? .draft)".shortened(to: width / 7).htmlEscaped)</text>"
    )
    return lines + bar(listing, x: Size.width - Size.bar - 12, y: y)
  }

  private func bar(_ listing: Listing, x: Int, y: Int) -> [String] {
    func told(_ words: String) -> [String] {
      ["<text x=\"\(x)\" y=\"\(y + 28)\" font-size=\"13\" fill=\"#3d4a57\">\(words)</text>"]
    }
    guard let inheritance = listing.inheritance else {
      return told(listing.bases.first.map { "amends \($0)" } ?? "a text of its own")
    }
    let parts = parts(inheritance)
    let total = parts.reduce(0) { $0 + $1.count }
    var lines: [String] = []
    var left = x
    for (inheritance, count) in parts where count > 0 {
      let width = max(4, count * Size.bar / total)
      lines.append(
        "<rect x=\"\(left)\" y=\"\(y + 4)\" width=\"\(width)\" height=\"18\" fill=\"\(inheritance.colour)\" stroke=\"#ffffff\"/>"
      )
      left += width
    }
    lines.append("<text x=\"\(x)\" y=\"\(y + 39)\" font-size=\"13\" fill=\"#3d4a57\">\(words(parts))</text>")
    return lines
  }

  /// How many clauses of a fork are inherited, were it with terms of its own, amended and added.
  private func parts(_ inheritance: InheritanceSummary) -> [(inheritance: Inheritance, count: Int)] {
    let count = inheritance.count
    return [(.inherited, count[.inherited] + count[.termsOnly]), (.amended, count[.amended]), (.added, count.added)]
  }

  private func words(_ parts: [(inheritance: Inheritance, count: Int)]) -> String {
    parts.map { "\($0.count) \($0.inheritance.rawValue)" }.joined(separator: ", ")
  }

  private func legend(y: Int) -> [String] {
    var x = 8
    return [Inheritance.inherited, .amended, .added].flatMap { inheritance -> [String] in
      defer { x += 110 }
      return [
        "<rect x=\"\(x)\" y=\"\(y - 11)\" width=\"14\" height=\"14\" fill=\"\(inheritance.colour)\"/>",
        "<text x=\"\(x + 20)\" y=\"\(y)\" font-size=\"13\" fill=\"#3d4a57\">\(inheritance.rawValue)</text>",
      ]
    }
  }
}

extension Inheritance {
  fileprivate var colour: String {
    switch self {
    case .inherited, .moved: "#1d5a8a"
    case .amended: "#b8671a"
    case .added: "#2f7d4f"
    }
  }
}
