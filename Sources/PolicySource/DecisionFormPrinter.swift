import PolicyModel

extension DecisionForm {
  /// The form as it stands in a file.
  ///
  /// - Parameters:
  ///   - heading: what whoever fills it in is told first, line by line.
  ///   - explanation: what is said above an entry, line by line.
  package func canonicalSource(heading: [String], explanation: (Entry) -> [String]) -> String {
    var lines = heading.map(comment)
    lines += ["update: \(update.address)", "from: \(from.address)", "to: \(to.address)", "digests:"]
    lines += [("update", update), ("from", from), ("to", to)].map { "  \($0.0): \($0.1.digest)" }
    lines.append("decisions:")
    for entry in entries { lines += [""] + explanation(entry).map(comment) + self.lines(entry) }
    return (lines + [""]).joined(separator: "\n")
  }

  private func comment(_ line: String) -> String { line.isEmpty ? "#" : "# " + line }

  private func lines(_ entry: Entry) -> [String] {
    func field(_ key: String, _ words: String?) -> String {
      words.map { "  \(key): \(FrontMatterPrinter.scalar($0))" } ?? "  \(key):"
    }
    var lines = [
      "- amendment: \(entry.amendment + 1)", field("clause", entry.target),
      field("decision", entry.choice?.verdict.rawValue),
      field("reason", (entry.choice?.reason ?? entry.reason)?.markdown()),
    ]
    if case .rewrite(let words, _) = entry.choice { lines.append(field("wording", words.markdown())) }
    return lines
  }
}
