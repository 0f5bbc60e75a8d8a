import PolicyModel
import Publishing

/// The folder that is published into: replaced as a whole in one step, without touching what another hand put there.
struct OutputFolder {
  let path: String
  let files: any FileSystem

  /// The list of the files that publishing wrote, kept in the folder itself.
  private static let manifest = ".clausebook"

  /// Puts new files in the place of those written before.
  ///
  /// - Parameter policies: where only some policies are published, whose documents go; those of others stay.
  func replace(with new: [RenderedFile], onlyOf policies: Set<Address>?) throws(FileFailure) {
    let written = try writtenBefore()
    let present = files.exists(path) ? try allFiles(below: path, "") : []
    let newPaths = Set(new.map(\.path))
    if let foreign = present.first(where: { newPaths.contains($0) && !written.contains($0) }) {
      throw FileFailure(
        path: "\(path)/\(foreign)",
        reason: .other("this file stands in the way and was not written by clausebook; move it"))
    }
    let kept = present.filter { file in
      guard !newPaths.contains(file) else { return false }
      guard written.contains(file) else { return true }
      guard let policies else { return false }
      return !policies.contains { file.hasPrefix("\($0.organisation)/\($0.policy)/") }
    }
    let staging = stagingPath
    if files.exists(staging) { try files.remove(staging) }
    do {
      for file in new { try files.write(file.bytes, to: "\(staging)/\(file.path)") }
      for file in kept { try files.duplicate("\(path)/\(file)", to: "\(staging)/\(file)") }
      let list = newPaths.union(kept.filter(written.contains)).sorted().joined(separator: "\n") + "\n"
      try files.write(Array(list.utf8), to: "\(staging)/\(OutputFolder.manifest)")
      try files.exchange(staging, with: path)
    } catch {
      try? files.remove(staging)
      throw error
    }
    if files.exists(staging) { try files.remove(staging) }
  }

  /// Beside the output, so that the exchange stays on one disk.
  private var stagingPath: String {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    return "\(path[..<slash]).\(path[slash...]).publishing"
  }

  private func writtenBefore() throws(FileFailure) -> Set<String> {
    let manifest = "\(path)/\(OutputFolder.manifest)"
    guard files.exists(manifest) else { return [] }
    let bytes = try files.contents(of: manifest, limit: 100_000_000)
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) })
  }

  private func allFiles(below folder: String, _ prefix: String) throws(FileFailure) -> [String] {
    var found: [String] = []
    for entry in try files.entries(of: folder) {
      if entry.isFolder {
        found += try allFiles(below: "\(folder)/\(entry.name)", prefix + entry.name + "/")
      } else {
        found.append(prefix + entry.name)
      }
    }
    return found
  }
}
