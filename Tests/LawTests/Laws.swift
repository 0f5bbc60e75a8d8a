import Foundation

/// What the random laws are held on.
enum Laws {
  /// Those that `LAW_SEEDS` names; else one that stays, so that a change fails by what it changes alone.
  static let seeds = named.split(separator: " ").map { UInt64($0)! }
  private static let named = ProcessInfo.processInfo.environment["LAW_SEEDS"] ?? "2026"

  /// How many policies a law looks at for one seed; some look at fewer, or more.
  static let cases = 600
}
