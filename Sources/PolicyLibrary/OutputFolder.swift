import PolicyModel
import Publishing

/// The folder that is published into: replaced as a whole in one step, without touching what another hand put there.
struct OutputFolder {
  /// Absolute, without links.
  private let path: String
  private let files: any FileSystem

  /// The list of the files that publishing wrote, kept in the folder itself.
  private static let manifest = ".clausebook"

  /// Refuses a folder that holds, or lies in, what policies are made of.
  init(path: String, workspace: String, files: any FileSystem) throws(FileFailure) {
    self.path = files.resolved(path)
    self.files = files
    let root = files.resolved(workspace)
    let sources = ["/Policies", "/Templates"].map { root + $0 }
    let holdsSources = self.path == root || root.hasPrefix(self.path + "/") || self.path == "/"
    if holdsSources || sources.contains(where: { self.path == $0 || self.path.hasPrefix($0 + "/") }) {
      throw FileFailure(
        path: path, reason: .other("this is no place for output; name a folder that holds nothing else"))
    }
  }

  /// Puts new files in the place of those written before.
  ///
  /// - Parameter policies: where only some policies are published, whose documents go; those of others stay.
  func replace(with new: [RenderedFile], onlyOf policies: Set<Address>?) throws(FileFailure) {
    try files.alone(in: parent) { () throws(FileFailure) in try exchange(with: new, onlyOf: policies) }
  }

  private func exchange(with new: [RenderedFile], onlyOf policies: Set<Address>?) throws(FileFailure) {
    let written = try writtenBefore()
    let present = files.exists(path) ? try contents(below: path, "") : []
    let newPaths = Set(new.map(\.path))
    if let foreign = present.first(where: { newPaths.contains($0) && !written.contains($0) }) {
      throw FileFailure(
        path: "\(path)/\(foreign)",
        reason: .other("this file stands in the way and was not written by clausebook; move it"))
    }
    let kept = present.filter { file in
      guard !newPaths.contains(file), file != OutputFolder.manifest else { return false }
      guard written.contains(file) else { return true }
      guard let policies else { return false }
      return !policies.contains { file.hasPrefix("\($0.organisation)/\($0.policy)/") }
    }
    if files.exists(staging) { try files.remove(staging) }
    do {
      for file in new { try files.write(file.bytes, to: "\(staging)/\(file.path)") }
      for file in kept { try keep(file) }
      let list = newPaths.union(kept.filter(written.contains)).sorted().joined(separator: "\n") + "\n"
      try files.write(Array(list.utf8), to: "\(staging)/\(OutputFolder.manifest)")
      try files.exchange(staging, with: path)
    } catch {
      try? files.remove(staging)
      throw error
    }
    // The new output stands; what is left of the old one is cleared away now, or by the next publishing.
    try? files.remove(staging)
  }

  private func keep(_ entry: String) throws(FileFailure) {
    if entry.hasSuffix("/") {
      try files.makeFolder("\(staging)/\(entry.dropLast())")
    } else {
      try files.duplicate("\(path)/\(entry)", to: "\(staging)/\(entry)")
    }
  }

  private var parent: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }

  /// Beside the output, so that the exchange stays on one disk.
  private var staging: String { "\(parent)/.\(path.dropFirst(parent.count + 1)).publishing" }

  private func writtenBefore() throws(FileFailure) -> Set<String> {
    let manifest = "\(path)/\(OutputFolder.manifest)"
    guard files.exists(manifest) else { return [] }
    let bytes = try files.contents(of: manifest, limit: 100_000_000)
    return Set(String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) })
  }

  /// Every file, and every empty folder with a slash behind its name.
  private func contents(below folder: String, _ prefix: String) throws(FileFailure) -> [String] {
    var found: [String] = []
    for entry in try files.entries(of: folder) {
      guard entry.isFolder else {
        found.append(prefix + entry.name)
        continue
      }
      let inner = try contents(below: "\(folder)/\(entry.name)", prefix + entry.name + "/")
      found += inner.isEmpty ? [prefix + entry.name + "/"] : inner
    }
    return found
  }
}
