/// How the styles of a line stand inside each other: which end and which begin before each of its runs.
package struct StyleNesting {
  /// One of the styles that a run may have.
  package enum Part: Equatable {
    case link(String)
    case emphasis
    case strong
  }

  private let runs: [Text.Run]
  /// The styles that are open, outermost first.
  private var open: [Part] = []

  package init(_ runs: [Text.Run]) {
    self.runs = runs
  }

  /// What changes before a run, or at the end of the line; asked for one after the other.
  ///
  /// What stays open keeps its place, and what lasts longer goes outside, so that no style ends in order to begin again.
  ///
  /// - Returns: what ends, innermost first, and what begins, outermost first; nil where nothing changes.
  package mutating func change(before index: Int) -> (ending: [Part], beginning: [Part])? {
    let isPlain = index == runs.count || runs[index].style.isPlain
    // Most words are plain, and most others stand between such.
    if isPlain, open.isEmpty { return nil }
    let wanted = isPlain ? [] : runs[index].style.parts
    if open.isEmpty {
      open = byLength(wanted, from: index)
      return ([], open)
    }
    if wanted.isEmpty {
      defer { open = [] }
      return (open.reversed(), [])
    }
    let kept = open.prefix { wanted.contains($0) }.count
    let ending = Array(open[kept...].reversed())
    open.removeSubrange(kept...)
    let beginning = byLength(wanted.filter { !open.contains($0) }, from: index)
    open += beginning
    return (ending, beginning)
  }

  /// Some styles that begin at a run, the one that lasts longest first.
  private func byLength(_ parts: [Part], from index: Int) -> [Part] {
    guard parts.count > 1 else { return parts }
    return parts.enumerated()
      .map { place, part in (part, place, length: runs[index...].prefix { $0.style.parts.contains(part) }.count) }
      .sorted { ($1.length, $0.1) < ($0.length, $1.1) }.map(\.0)
  }
}

extension Text.Style {
  fileprivate var parts: [StyleNesting.Part] {
    var parts: [StyleNesting.Part] = link.map { [.link($0)] } ?? []
    if isEmphasised { parts.append(.emphasis) }
    if isStrong { parts.append(.strong) }
    return parts
  }
}
