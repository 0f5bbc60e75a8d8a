import Amending
import PolicyModel

/// What is found in many texts, each finding once with all the texts that have it.
struct MergedFindings {
  /// A text that has a finding, as it tells it.
  private struct Holder {
    let address: Address?
    let finding: TextFinding
  }

  /// A text stands there as often as it has the finding; by the finding as the text tells it that writes the words.
  private var holders: [Diagnostic: [Holder]] = [:]
  private var order: [Diagnostic] = []
  /// Which text stands in a file.
  private var files: [String: Address] = [:]

  /// - Parameter texts: the text, where there is one, and those that it rests on, with their files.
  mutating func add(
    _ found: [TextFinding], of address: Address? = nil, in texts: [(file: String, text: Address)] = []
  ) {
    for (file, text) in texts { files[file] = text }
    for finding in found {
      if holders[finding.origin] == nil { order.append(finding.origin) }
      holders[finding.origin, default: []].append(Holder(address: address, finding: finding))
    }
  }

  /// In the order of their places.
  var findings: [Finding] { order.inOrder.map(finding) }

  /// As the text tells it that writes the words; where that is not asked for, as the first of those that have it.
  private func finding(_ origin: Diagnostic) -> Finding {
    let holders = holders[origin] ?? []
    let addresses = holders.compactMap(\.address).unique
    guard let owner = origin.position.flatMap({ files[$0.path] }) else { return Finding(origin, in: addresses) }
    let heirs = addresses.filter { $0 != owner }
    guard !heirs.isEmpty else { return Finding(origin, in: addresses) }
    let isOwnersToo = addresses.contains(owner)
    var told = isOwnersToo ? origin : holders[0].finding.own
    let names = list(heirs) { heir in
      let finding = holders.first { $0.address == heir }?.finding
      return "\(heir)" + (finding?.own.message == told.message ? "" : finding?.name.map { " (there \($0))" } ?? "")
    }
    let place = owner.edition == nil ? "there" : "in its next edition"
    let remedy = "mend it \(place)" + (holders.contains { $0.finding.isLocked } ? "" : ", or amend it in the fork")
    let note =
      isOwnersToo
      ? "\(names) \(heirs.count == 1 ? "inherits" : "inherit") this"
      : "\(names) \(heirs.count == 1 ? "has" : "have") this from \(owner): \(remedy)"
    told.notes.append(Diagnostic.Note(note))
    return Finding(told, in: (isOwnersToo ? [owner] : []) + heirs)
  }

  private func list(_ heirs: [Address], _ name: (Address) -> String) -> String {
    let shown = heirs.prefix(heirs.count > 4 ? 3 : 4).map(name)
    let others = heirs.count - shown.count
    return (shown + (others > 0 ? ["\(others) other texts"] : [])).inWords
  }
}
