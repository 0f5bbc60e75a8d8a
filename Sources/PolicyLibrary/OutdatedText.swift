import PolicyModel
import Publishing

extension [Update] {
  /// The forks that are behind, for a terminal: on which edition each rests, and what updating it would do.
  public var outdatedText: String {
    guard !isEmpty else { return "Every fork rests on the newest edition of its base." }
    let rows = map { update in
      [
        update.address.description, "\(update.from.choice ?? .draft) → \(update.to.choice ?? .draft)",
        update.editionsBehind == 1 ? "1 edition" : "\(update.editionsBehind) editions", update.effort,
      ]
    }
    let table = [["Fork", "Base", "Behind", "Updating it"]] + rows
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: Swift.max(0, $1 - $0.count)) }
        .joined(separator: "  ").trimmedAtEnd
    }.joined(separator: "\n")
  }
}

extension Update {
  /// How much somebody would have to decide.
  fileprivate var effort: String {
    let waiting = open.count
    let settled = decisions.count - waiting
    return waiting == 0 ? "\(settled) settled" : "\(settled) settled, \(waiting) to decide"
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
