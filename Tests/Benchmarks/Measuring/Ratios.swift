import Foundation

/// The ratios of a run, kept beside the sources, so that the next one can tell what became worse.
struct Ratios: Codable {
  var forks: Int
  var ratios: [String: Double]

  init(_ table: Table) {
    forks = table.forks
    let known = table.rows.compactMap { row in row.ratio.flatMap { $0.isFinite ? (row.what, $0.rounded(to: 4)) : nil } }
    ratios = Dictionary(known) { $1 }
  }

  private static let file = Workspace.repository.appendingPathComponent("Tests/Benchmarks/ratios.json")

  static func recorded() -> Ratios? {
    (try? Data(contentsOf: file)).flatMap { try? JSONDecoder().decode(Ratios.self, from: $0) }
  }

  func record() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try (encoder.encode(self) + Data("\n".utf8)).write(to: Ratios.file)
  }

  /// What is worse by more than a tenth than it was, in sentences.
  func regressions(since before: Ratios) -> [String] {
    ratios.sorted { $0.key < $1.key }.compactMap { what, now in
      guard let then = before.ratios[what], now > then * 1.1 else { return nil }
      return "\(what): \(now.shown), recorded \(then.shown)"
    }
  }
}

extension Double {
  fileprivate func rounded(to figures: Int) -> Double { Double(String(format: "%.\(figures)g", self)) ?? self }
}
