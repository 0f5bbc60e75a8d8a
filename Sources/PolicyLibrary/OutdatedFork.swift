import PolicyModel
import Publishing

/// A fork that rests on an edition before the newest of its base, and how much updating it would ask of somebody.
public struct OutdatedFork: Sendable {
  /// The draft where there is one, else the newest edition.
  public let address: Address
  /// The edition that it rests on.
  public let from: Address
  /// The newest of its base.
  public let to: Address
  /// How many editions of the base came since.
  public let editionsBehind: Int
  /// How many amendments meet the newest edition in each way, those that are decided together counted once.
  public let counts: [Decision.Outcome: Int]
  /// How many of them wait for a decision.
  public let open: Int
  /// Whether the updated fork would have something to be mended.
  public let hasErrors: Bool

  init(_ update: Update) {
    (address, from, to, editionsBehind) = (update.address, update.from, update.to, update.editionsBehind)
    (counts, open, hasErrors) = (update.counts, update.open.count, update.problems.hasErrors)
  }
}

extension [OutdatedFork] {
  /// The forks for a terminal: on which edition each rests, and what updating it would do.
  ///
  /// - Parameter isWhole: whether all forks could be read.
  public func text(isWhole: Bool) -> String {
    guard !isEmpty else {
      return isWhole
        ? "Every fork rests on the newest edition of its base."
        : "Not every fork could be read. All others rest on the newest edition of their base."
    }
    let rows = map { fork in
      [
        fork.address.description, "\(fork.from.choice ?? .draft) → \(fork.to.choice ?? .draft)",
        fork.editionsBehind == 1 ? "1 edition" : "\(fork.editionsBehind) editions", fork.effort,
      ]
    }
    let table = [["Fork", "Base", "Behind", "Updating it"]] + rows
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    let lines = table.map { row in
      zip(row, widths).map { $0.padded(to: $1) }.joined(separator: "  ").trimmedAtEnd
    }
    return (lines + (count > 1 ? ["", total] : [])).joined(separator: "\n")
  }

  private var total: String {
    let open = filter { $0.open > 0 }.count
    return
      "\(count) forks are behind; \(open == 0 ? "none" : "\(open)") of them \(open == 1 ? "has" : "have") something to decide."
  }

  /// The forks for a program, without a final line end.
  ///
  /// Shape: `[{address, base, latest, behind, decisions: {outcome: n}}]`; `behind` counts editions.
  public var jsonText: String { JSON.list(map(\.json)).text }
}

extension OutdatedFork {
  /// How much somebody would have to decide.
  fileprivate var effort: String {
    let parts = [
      "\(counts.values.reduce(0, +) - open) settled", open > 0 ? "\(open) to decide" : nil,
      hasErrors ? "errors to mend" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  fileprivate var json: JSON {
    var counts: JSON.KeyValuePairs = [:]
    for outcome in Decision.Outcome.allCases { counts.add(outcome.rawValue, .number(self.counts[outcome] ?? 0)) }
    return .object([
      "address": .text(address.description), "base": .text(from.description), "latest": .text(to.description),
      "behind": .number(editionsBehind), "decisions": .object(counts),
    ])
  }
}

extension String {
  fileprivate var trimmedAtEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
