import PolicyModel

extension ResolvedPolicy {
  /// The policy for a terminal: numbers in front, items indented, lines of at most a width.
  ///
  /// - Parameter showsProvenance: whether each clause says where it comes from.
  public func terminalText(width: Int = 80, showsProvenance: Bool = false) -> String {
    var lines = [title, "\(organisation.name.long.capitalisedFirst), \(address)"]
    for clause in clauses { lines += clause.terminalLines(depth: 1, indent: "", width: width, showsProvenance) }
    return lines.joined(separator: "\n")
  }
}

extension ResolvedClause {
  fileprivate func terminalLines(depth: Int, indent: String, width: Int, _ showsProvenance: Bool) -> [String] {
    var lines: [String] = []
    if content.isSection {
      lines.append("")
      let heading = [number, content.heading.plain].compactMap { $0 }.joined(separator: "  ")
      lines.append(depth == 1 ? heading.uppercased() : heading)
    }
    let lead = leadingMark.map { $0 + " " } ?? ""
    for (index, text) in content.blocks.flatMap(\.texts).enumerated() {
      let first = indent + (index == 0 ? lead : String(repeating: " ", count: lead.count))
      lines += wrapped(text.plain, first: first, rest: indent + String(repeating: " ", count: lead.count), width: width)
    }
    if showsProvenance { lines.append("\(indent)    \(provenanceLine)") }
    let inner = content.isSection ? indent : indent + "  "
    return lines + clauses.flatMap { $0.terminalLines(depth: depth + 1, indent: inner, width: width, showsProvenance) }
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

/// Words in lines of at most a width; a word longer than a line stands alone.
package func wrapped(_ text: String, first: String, rest: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = first
  var isEmpty = true
  for word in text.split(separator: " ") {
    if !isEmpty, line.count + 1 + word.count > width {
      lines.append(line)
      line = rest + word
    } else {
      line += (isEmpty ? "" : " ") + word
    }
    isEmpty = false
  }
  return lines + [line]
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
