import Amending
import PolicyModel

/// What is found in many texts, each finding once with all the texts that have it.
struct MergedFindings {
  /// A text stands there as often as it has the finding.
  private var texts: [Diagnostic: [Address]] = [:]
  private var order: [Diagnostic] = []
  /// Which text stands in a file.
  private var files: [String: Address] = [:]

  mutating func add(_ found: [Diagnostic], of address: Address?, from levels: [Level]) {
    for level in levels { files[level.sourceMap.path] = level.address }
    for diagnostic in found {
      if texts[diagnostic] == nil { order.append(diagnostic) }
      texts[diagnostic, default: []] += [address].compactMap { $0 }
    }
  }

  /// In the order of their places.
  var findings: [Finding] { order.inOrder.map(finding) }

  private func finding(_ diagnostic: Diagnostic) -> Finding {
    let addresses = (texts[diagnostic] ?? []).unique
    guard let owner = diagnostic.position.flatMap({ files[$0.path] }) else { return Finding(diagnostic, in: addresses) }
    let heirs = addresses.filter { $0 != owner }
    guard !heirs.isEmpty else { return Finding(diagnostic, in: addresses) }
    var diagnostic = diagnostic
    let note =
      addresses.contains(owner)
      ? "\(list(heirs)) \(heirs.count == 1 ? "inherits" : "inherit") this"
      : "\(list(heirs)) \(heirs.count == 1 ? "has" : "have") this from \(owner): mend it there, or amend it in the fork"
    diagnostic.notes.append(Diagnostic.Note(note))
    return Finding(diagnostic, in: (addresses.contains(owner) ? [owner] : []) + heirs)
  }

  private func list(_ addresses: [Address]) -> String {
    let shown = addresses.prefix(addresses.count > 4 ? 3 : 4).map(\.description)
    let others = addresses.count - shown.count
    return (shown + (others > 0 ? ["\(others) other texts"] : [])).inWords
  }
}
