import PolicyModel
import Publishing

/// The folder that is published into: replaced as a whole in one step, without touching what another hand put there.
struct OutputFolder: Sendable {
  /// Absolute, without links.
  let path: String
  /// Where the new output is made: beside the old one, so that the exchange stays on one disk.
  let staging: String
  let files: any FileSystem

  /// The list of the files that publishing wrote, kept in the folder itself.
  static let manifest = ".clausebook"
  /// What they were made of; it may be deleted at any time.
  static let memory = ".clausebook-memory"

  /// Refuses a folder that holds, or lies in, what policies are made of.
  init(path: String, workspace: String, files: any FileSystem) throws(FileFailure) {
    self.path = files.resolved(path)
    staging = OutputFolder.beside(self.path, "publishing")
    self.files = files
    let root = files.resolved(workspace)
    let sources = ["/Policies", "/Templates"].map { files.resolved(root + $0) }
    let holdsSources = self.path == root || root.hasPrefix(self.path + "/") || self.path == "/"
    if holdsSources || sources.contains(where: { self.path == $0 || self.path.hasPrefix($0 + "/") }) {
      throw FileFailure(
        path: path, reason: .other("this is no place for output; name a folder that holds nothing else"))
    }
  }

  /// Keeps other processes from publishing into the folder: by a folder beside it, since it is exchanged itself.
  func lock() throws(FileFailure) -> FileLock {
    let (sign, files) = (OutputFolder.beside(path, "publishing-lock"), files)
    do {
      let lock = try files.lock(sign)
      return FileLock {
        try? files.remove(sign)
        lock.release()
      }
    } catch {
      throw error.path == sign ? FileFailure(path: path, reason: error.reason) : error
    }
  }

  /// The path of what stands hidden beside a folder.
  private static func beside(_ folder: String, _ ending: String) -> String {
    let name = folder.lastIndex(of: "/").map { folder.index(after: $0) } ?? folder.startIndex
    return "\(folder[..<name]).\(folder[name...]).\(ending)"
  }

  /// What went wrong with the new output, as said of the place that it was to take.
  func told(_ error: any Error) -> any Error {
    guard let failure = error as? FileFailure, failure.path.hasPrefix(staging) else { return error }
    return FileFailure(path: path + failure.path.dropFirst(staging.count), reason: failure.reason)
  }

  /// The files that publishing wrote, as far as they are listed.
  func writtenBefore() throws(FileFailure) -> Set<String> {
    let manifest = "\(path)/\(OutputFolder.manifest)"
    guard files.exists(manifest) else { return [] }
    let bytes = try files.contents(of: manifest, limit: 100_000_000)
    // Git may have given the lines other ends.
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return Set(lines.map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) })
  }

  /// Every file, and every empty folder with a slash behind its name, but for what publishing keeps for itself.
  ///
  /// - Parameter folder: the output, or what stood in its place before.
  func contents(of folder: String) async throws -> [String] {
    guard files.exists(folder) else { return [] }
    let entries = try files.entries(of: folder).filter {
      ![OutputFolder.manifest, OutputFolder.memory].contains($0.name)
    }
    return try await sideBySide(entries) { try contents(of: $0, in: folder, named: $0.name) }.flatMap { $0 }
  }

  private func contents(of entry: FolderEntry, in folder: String, named name: String) throws(FileFailure) -> [String] {
    guard entry.isFolder else { return [name] }
    let folder = "\(folder)/\(entry.name)"
    var found: [String] = []
    for inner in try files.entries(of: folder) {
      found += try contents(of: inner, in: folder, named: "\(name)/\(inner.name)")
    }
    return found.isEmpty ? [name + "/"] : found
  }

  /// Puts new files in the place of those written before; what was written of others stays.
  func replace(with new: [RenderedFile]) async throws {
    let lock = try lock()
    defer { lock.release() }
    let staging = try Staging(of: self)
    do {
      _ = try staging.write(new)
      try await staging.commit(Set(new.map(\.path)), keeping: { _ in true }, memory: nil)
    } catch {
      await staging.discard()
      throw told(error)
    }
  }
}
