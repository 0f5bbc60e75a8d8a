import PolicyModel

extension ResolvedPolicy {
  /// The policy for a terminal: numbers in front, items indented, lines that every terminal shows.
  ///
  /// - Parameter showsProvenance: whether each clause says where it comes from.
  public func terminalText(showsProvenance: Bool = false) -> String {
    var lines = [title, "\(organisation.name.long.capitalisedFirst), \(address)"]
    for clause in clauses { lines += clause.terminalLines(depth: 1, indent: "", showsProvenance) }
    return lines.joined(separator: "\n")
  }
}

extension ResolvedClause {
  fileprivate func terminalLines(depth: Int, indent: String, _ showsProvenance: Bool) -> [String] {
    var lines: [String] = []
    if content.isSection {
      lines.append("")
      let heading = [number, content.heading.plain].compactMap { $0 }.joined(separator: "  ")
      lines.append(depth == 1 ? heading.uppercased() : heading)
    }
    let lead = leadingMark.map { $0 + " " } ?? ""
    for (index, line) in content.blocks.flatMap(\.terminalLines).enumerated() {
      let first = indent + (index == 0 ? lead : String(repeating: " ", count: lead.count))
      lines += wrapped(
        line, first: first, rest: indent + String(repeating: " ", count: lead.count), width: terminalWidth)
    }
    if showsProvenance { lines.append("\(indent)    \(provenanceLine)") }
    let inner = content.isSection ? indent : indent + "  "
    return lines + clauses.flatMap { $0.terminalLines(depth: depth + 1, indent: inner, showsProvenance) }
  }

  private var leadingMark: String? {
    switch content.kind {
    case .section: nil
    case .clause: number
    case .item: number ?? "•"
    case .field: "·"
    case .option: "☐"
    }
  }

  private var provenanceLine: String {
    let touches = provenance.amendedBy.map { "\($0.operation.participle) by \($0.by)" }
    return "[#\(identity.name): \(([provenance.origin.description] + touches).joined(separator: "; "))]"
  }
}

extension Block {
  /// A line for each text, of a table for each row.
  fileprivate var terminalLines: [String] {
    switch self {
    case .paragraph, .quotation: texts.map(\.plain)
    case .table(let table): ([table.header] + table.rows).map { $0.map(\.plain).joined(separator: " | ") }
    }
  }
}

extension Provenance.Verb {
  fileprivate var participle: String {
    switch self {
    case .substitute: "substituted"
    case .insert: "inserted"
    case .omit: "omitted"
    case .move: "moved"
    case .renumber: "renumbered"
    case .reword: "reworded"
    case .set: "set"
    }
  }
}
