import PolicyModel

/// A picture of what each fork made of each clause of a policy, as SVG: clauses down, organisations across.
///
/// It is drawn in parts that stand below one another, each with the names and the key, so that a part is readable without the
/// others and fits on a sheet of paper. `<view>` elements name the parts, for pages that show them one by one.
struct AdoptersPicture {
  /// Some rows that are shown together.
  struct Part {
    /// The name of its view.
    let id: String
    let rows: ArraySlice<Adopters.Row>
    /// Where it begins in the picture, and how high it is, both in pixels.
    let top: Int
    let height: Int

    /// What it shows, in words.
    var description: String {
      let (first, last) = (rows.first?.label ?? "", rows.last?.label ?? "")
      return first == last ? "clause \(first)." : "clauses \(first) to \(last)."
    }
  }

  private enum Size {
    static let row = 17
    /// The column of the clauses, at least, and together with those of few organisations.
    static let labels = 240
    static let narrow = 312
    static let number = 52
    static let key = 20
    static let margin = 12
    /// How many rows a part has at most, on upright paper and on paper laid across.
    static let mostRows = (upright: 38, across: 30)
    /// How wide a picture fits on upright paper.
    static let upright = 640
  }

  let parts: [Part]
  let width: Int
  private let adopters: Adopters
  private let column: Int
  private let head: Int
  private let labels: Int
  private let names: [String]

  init(_ adopters: Adopters) {
    self.adopters = adopters
    let count = adopters.forks.count
    column = max(15, min(32, 320 / max(1, count)))
    labels = max(Size.labels, Size.narrow - count * column)
    width = labels + count * column + Size.margin
    names = adopters.forks.map { $0.listing.owner.shortened(to: 30) }
    let longest = names.map(\.count).max() ?? 0
    head = max(AdoptionMark.allCases.count * Size.key + Size.margin, longest * 6 + 2 * Size.margin)
    var parts: [Part] = []
    let mostRows = width > Size.upright ? Size.mostRows.across : Size.mostRows.upright
    for rows in AdoptersPicture.divided(adopters.rows, at: mostRows) {
      let top = parts.last.map { $0.top + $0.height } ?? 0
      parts.append(
        Part(
          id: "part_\(parts.count + 1)", rows: rows, top: top, height: head + rows.count * Size.row + Size.margin))
    }
    self.parts = parts
  }

  /// Whether it is too wide for upright paper.
  var isWide: Bool { width > Size.upright }

  /// The rows of each part: sections that fit together; one that is too long by itself is cut.
  private static func divided(_ rows: [Adopters.Row], at most: Int) -> [ArraySlice<Adopters.Row>] {
    var parts: [ArraySlice<Adopters.Row>] = []
    var start = 0
    var lastSection = 0
    for (index, row) in rows.enumerated() {
      // A heading stays with what it heads.
      if row.clause.content.isSection, index == 0 || !rows[index - 1].clause.content.isSection { lastSection = index }
      guard index - start == most else { continue }
      let end = lastSection > start ? lastSection : index
      parts.append(rows[start..<end])
      start = end
    }
    return parts + (start < rows.count ? [rows[start...]] : [])
  }

  // MARK: Drawing

  var svg: String {
    let height = parts.last.map { $0.top + $0.height } ?? 0
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\" role=\"img\" font-family=\"-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif\" font-size=\"12\" fill=\"#1a222a\">",
        "<title>What \(adopters.forks.count == 1 ? "one organisation" : "\(adopters.forks.count) organisations") made of each clause</title>",
        "<desc>\(description.htmlEscaped)</desc>",
      ] + parts.map { "<view id=\"\($0.id)\" viewBox=\"0 \($0.top) \(width) \($0.height)\"/>" }
      + ["<rect width=\"\(width)\" height=\"\(height)\" fill=\"#ffffff\"/>"]
    return (lines + parts.flatMap(drawn) + ["</svg>", ""]).joined(separator: "\n")
  }

  /// What the whole of it shows, in words.
  var description: String {
    let listing = adopters.listing
    let counts = adopters.forks.map { fork in
      let count = fork.count
      return
        "\(fork.listing.owner): \(count[.inherited]) inherited, \(count[.termsOnly]) with only terms filled in, \(count[.amended]) amended, \(count[.leftOut]) left out, \(count.moved) moved."
    }
    return
      "Every clause of the \(listing.title) of \(listing.owner) in a row, every organisation that amends it in a column. "
      + counts.joined(separator: " ")
  }

  private func drawn(_ part: Part) -> [String] {
    var lines = key(at: part.top) + heads(at: part.top)
    let top = part.top + head
    var marks: [AdoptionMark: String] = [:]
    for (index, row) in part.rows.enumerated() {
      let y = top + index * Size.row
      if index.isMultiple(of: 2) {
        lines.append("<path d=\"M0 \(y)h\(width - Size.margin)v\(Size.row)H0z\" fill=\"#f2f5f8\"/>")
      }
      lines += label(row, y: y + 12)
      for (place, treatment) in row.treatments.enumerated() {
        guard let treatment else { continue }
        let (mark, centre) = (AdoptionMark(treatment), labels + place * column + column / 2)
        marks[mark, default: ""] += mark.path(x: centre, y: y + 8)
      }
    }
    return lines + AdoptionMark.allCases.compactMap { mark in marks[mark].map { "<path d=\"\($0)\" \(mark.style)/>" } }
  }

  private func key(at top: Int) -> [String] {
    AdoptionMark.allCases.enumerated().flatMap { index, mark -> [String] in
      let y = top + Size.margin + index * Size.key + 6
      return [
        "<path d=\"\(mark.path(x: 14, y: y))\" \(mark.style)/>",
        "<text x=\"30\" y=\"\(y + 4)\">\(mark.words)</text>",
      ]
    }
  }

  private func heads(at top: Int) -> [String] {
    names.enumerated().map { index, name in
      let (x, y) = (labels + index * column + column / 2 + 4, top + head - 8)
      return "<text transform=\"translate(\(x) \(y))rotate(-90)\">\(name.htmlEscaped)</text>"
    }
  }

  private func label(_ row: Adopters.Row, y: Int) -> [String] {
    let isSection = row.clause.content.isSection
    let weight = isSection ? " font-weight=\"600\"" : ""
    let origin = row.text == adopters.listing.address ? "" : " (only in \(row.text.choice ?? .draft))"
    let indent = min(3, max(0, row.depth - 2)) * 10
    var lines: [String] = []
    var x = 6
    if let number = row.clause.number {
      lines.append("<text x=\"6\" y=\"\(y)\"\(weight)>\(number.htmlEscaped)</text>")
      x = max(Size.number, number.count * 7 + 12)
    } else {
      x = isSection ? 6 : Size.number + indent
    }
    let room = (labels - x - 8) * 10 / (isSection ? 64 : 58)
    let words = row.clause.content.texts.first?.plain ?? ""
    let shown = words.shortened(to: room - origin.count) + origin
    return lines + ["<text x=\"\(x)\" y=\"\(y)\"\(weight)>\(shown.htmlEscaped)</text>"]
  }
}
