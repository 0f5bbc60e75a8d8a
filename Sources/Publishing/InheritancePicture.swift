import PolicyModel

/// A picture of who amends whom and how much is inherited, as SVG.
struct InheritancePicture {
  /// One text, or those of many that amend another and are amended by none: they are drawn as one.
  private struct Row {
    let listings: [Listing]
    /// In its tree.
    let depth: Int
    /// The row of the text that it amends; nil for the root of a tree.
    let base: Int?

    var first: Listing { listings[0] }
    var isOne: Bool { listings.count == 1 }

    var owner: String {
      let organisations = Set(listings.map(\.address.organisation)).count
      return organisations == 1 ? first.owner : "\(organisations) organisations"
    }

    /// How many clauses are inherited, were it with terms of its own, amended and added, of many on average; nil for what amends
    /// no other policy.
    var parts: [(inheritance: Inheritance, count: Int)]? {
      guard first.inheritance != nil else { return nil }
      let counts = listings.compactMap(\.inheritance?.count)
      func mean(_ count: (TreatmentCount) -> Int) -> Int {
        (counts.reduce(0) { $0 + count($1) } + counts.count / 2) / counts.count
      }
      return [
        (.inherited, mean { $0[.inherited] + $0[.termsOnly] }), (.amended, mean { $0[.amended] }),
        (.added, mean(\.added)),
      ]
    }
  }

  /// How many texts that amend the same one, and are amended by none, are drawn one by one.
  private static let mostForks = 24

  /// In the order drawn.
  private let rows: [Row]

  init(_ overview: Overview) {
    var rows: [Row] = []
    func add(_ listings: [Listing], below base: Int?) {
      let place = rows.count
      rows.append(Row(listings: listings, depth: base.map { rows[$0].depth + 1 } ?? 0, base: base))
      guard rows[place].isOne else { return }
      let forks = overview.forks(of: rows[place].first.address)
      func isLast(_ fork: Listing) -> Bool { fork.inheritance != nil && overview.forks(of: fork.address).isEmpty }
      let last = forks.filter(isLast)
      let areMany = last.count > InheritancePicture.mostForks
      for fork in forks where !areMany || !isLast(fork) { add([fork], below: place) }
      if areMany { add(last, below: place) }
    }
    for root in overview.listings where root.bases.first.flatMap(overview.listing) == nil { add([root], below: nil) }
    self.rows = rows
  }

  /// What the picture shows, in words.
  var description: String {
    rows.map { row in
      let name = "\(row.owner), \(row.isOne ? row.first.address.textName : "\(row.listings.count) texts")"
      guard let base = row.base.map({ rows[$0] }) else {
        return name + (row.first.bases.first.map { " amends \($0)." } ?? " has a text of its own.")
      }
      let start = "\(name) \(row.isOne ? "amends" : "amend") \(base.owner), \(base.first.address.textName)"
      guard let parts = row.parts else { return start + "." }
      return start + ": \(row.isOne ? "" : "on average ")\(words(parts))."
    }.joined(separator: " ")
  }

  private enum Size {
    static let row = 94
    static let box = 78
    static let indent = 22
    /// Narrow, so that a phone shows all of it.
    static let width = 400
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

  private func drawn(_ row: Row, index: Int) -> [String] {
    let text =
      row.isOne
      ? "\(row.first.title), \(row.first.address.choice ?? .draft)" : "\(row.listings.count) texts, on average"
    // Deeper levels are drawn as the sixth is, so that their boxes keep room for words.
    let depth = min(row.depth, 5)
    let (x, y) = (8 + depth * Size.indent, 8 + index * Size.row)
    let width = Size.width - 8 - x
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
      "<text x=\"\(x + 12)\" y=\"\(y + 20)\" font-size=\"15\" font-weight=\"600\" fill=\"#14202b\">\(row.owner.shortened(to: (width - 24) * 2 / 15).htmlEscaped)</text>"
    )
    lines.append(
      "<text x=\"\(x + 12)\" y=\"\(y + 37)\" font-size=\"13\" fill=\"#3d4a57\">\(text.shortened(to: (width - 24) / 7).htmlEscaped)</text>"
    )
    return lines + bar(row, x: x + 12, width: width - 24, y: y)
  }

  private func bar(_ row: Row, x: Int, width: Int, y: Int) -> [String] {
    func told(_ words: String, below line: Int) -> String {
      "<text x=\"\(x)\" y=\"\(y + line)\" font-size=\"13\" fill=\"#3d4a57\">\(words)</text>"
    }
    guard let parts = row.parts else {
      return [told(row.first.bases.first.map { "amends \($0)" } ?? "a text of its own", below: 58)]
    }
    let total = parts.reduce(0) { $0 + $1.count }
    var lines: [String] = []
    var left = x
    for (inheritance, count) in parts where count > 0 {
      let part = max(4, count * width / total)
      lines.append(
        "<rect x=\"\(left)\" y=\"\(y + 44)\" width=\"\(part)\" height=\"10\" fill=\"\(inheritance.colour)\" stroke=\"#ffffff\"/>"
      )
      left += part
    }
    return lines + [told(words(parts), below: 70)]
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
