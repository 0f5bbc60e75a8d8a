import PolicyModel
import Publishing

extension [Update] {
  /// The forks that are behind, for a terminal: on which edition each rests, and what updating it would do.
  ///
  /// - Parameter isWhole: whether all forks could be read.
  public func outdatedText(isWhole: Bool) -> String {
    guard !isEmpty else {
      return isWhole
        ? "Every fork rests on the newest edition of its base."
        : "Not every fork could be read. All others rest on the newest edition of their base."
    }
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
    let parts = [
      "\(decisions.count { $0.decidedWith == nil } - waiting) settled", waiting > 0 ? "\(waiting) to decide" : nil,
      problems.hasErrors ? "errors to mend" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
