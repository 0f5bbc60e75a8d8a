import Foundation

/// What was measured, and how it stands to what is aimed at.
struct Row {
  let what: String
  let measured: String
  var target = ""
  /// Nil where there is no target, or none that can be judged here.
  var isMet: Bool?
  /// What must not grow by more than a tenth from one version to the next; the less, the better.
  var ratio: Double?
}

extension Row {
  /// So many times something, of which there may be a limit.
  static func times(_ what: String, _ ratio: Double, of thing: String, atMost limit: Double? = nil) -> Row {
    Row(
      what: what, measured: "\(ratio.shown) × \(thing)", target: limit.map { "at most \($0.round)" } ?? "",
      isMet: limit.map { ratio <= $0 }, ratio: ratio)
  }

  /// A figure for orientation.
  static func figure(_ what: String, _ value: Double, _ unit: String) -> Row {
    Row(what: what, measured: "\(value.shown) \(unit)")
  }
}

extension Double {
  /// As somebody would write a target.
  var round: String { String(format: "%g", self) }

  /// With three figures that count.
  var shown: String {
    guard isFinite else { return "—" }
    return switch abs(self) {
    case 0: "0"
    case 100...: String(format: "%.0f", self)
    case 10...: String(format: "%.1f", self)
    case 1...: String(format: "%.2f", self)
    default: String(format: "%.3f", self)
    }
  }
}

/// The rows of one run, with where and when they were measured.
struct Table {
  var rows: [Row] = []
  let forks: Int
  let repetitions: Int
  let memory: String

  var text: String {
    let date = Date().formatted(.iso8601.year().month().day())
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let lines = rows.map { row in
      "| \(row.what) | \(row.measured) | \(row.target) | \(row.isMet.map { $0 ? "yes" : "no" } ?? "") |"
    }
    return """
      \(date), \(cores) core\(cores == 1 ? "" : "s"), \(forks) forks, medians of at least \(repetitions), files in \(memory).

      | what | measured | target | met |
      |---|---|---|---|
      \(lines.joined(separator: "\n"))
      """
  }
}
