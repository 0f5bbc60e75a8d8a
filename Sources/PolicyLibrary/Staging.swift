import PolicyModel
import Publishing

/// The new output while it is made, beside the old one that stands until it is committed.
///
/// Files may be written from many tasks at once, each by one of them.
struct Staging: Sendable {
  private let output: OutputFolder
  private var files: any FileSystem { output.files }

  /// Clears away what a publishing that was stopped left behind.
  init(of output: OutputFolder) throws(FileFailure) {
    self.output = output
    if output.files.exists(output.staging) { try output.files.remove(output.staging) }
    try output.files.makeFolder(output.staging)
    // What is made in it belongs to the group that the folder says.
    files.giveAccess(of: output.path, to: output.staging)
  }

  /// Writes new files.
  func write(_ new: [RenderedFile]) throws(FileFailure) -> [WrittenFile] {
    var written: [WrittenFile] = []
    for file in new {
      let stamp = try files.place(file.bytes, at: "\(output.staging)/\(file.path)")
      written.append(WrittenFile(path: file.path, stamp: stamp))
    }
    return written
  }

  /// Takes over files that were published before.
  ///
  /// - Parameter folder: the output that holds them.
  func keep(_ kept: [WrittenFile], of folder: String) throws(FileFailure) {
    for file in kept { try files.duplicate("\(folder)/\(file.path)", to: "\(output.staging)/\(file.path)") }
  }

  /// Puts the new output in the place of the old one.
  ///
  /// - Parameters:
  ///   - new: the paths of all files that were written or kept.
  ///   - isKept: whether an old file that publishing wrote stays although it is not among the new ones.
  ///   - memory: what the files were made of.
  func commit(_ new: Set<String>, keeping isKept: (String) -> Bool, memory: [UInt8]?) async throws {
    if let disk = files.disk(below: output.path) {
      throw FileFailure(
        path: disk, reason: .other("this disk stands in what is published as a whole; mount it elsewhere"))
    }
    let written = try output.writtenBefore()
    let present = try await output.contents(of: output.path)
    let folders = Set(new.flatMap(\.foldersAbove))
    if let foreign = present.first(where: { entry in
      !written.contains(entry)
        && (new.contains(entry) || folders.contains(entry) || entry.foldersAbove.contains(where: new.contains))
    }) {
      throw FileFailure(
        path: "\(output.path)/\(foreign)",
        reason: .other("this file stands in the way and was not written by clausebook; move it"))
    }
    let kept = present.filter { !new.contains($0) && (!written.contains($0) || isKept($0)) }
    for file in kept { try keep(file) }
    let foreign = Set(kept.filter { !written.contains($0) }.flatMap(\.foldersAbove)).subtracting(folders)
    for folder in foreign { files.giveAccess(of: "\(output.path)/\(folder)", to: "\(output.staging)/\(folder)") }
    let list = new.union(kept.filter(written.contains)).sorted().joined(separator: "\n") + "\n"
    try files.write(Array(list.utf8), to: "\(output.staging)/\(OutputFolder.manifest)")
    if let memory { try files.write(memory, to: "\(output.staging)/\(OutputFolder.memory)") }
    try files.exchange(output.staging, with: output.path)
    try await takeOver(but: written.union(new))
    // The new output stands; what is left of the old one is cleared away now, or by the next publishing.
    await discard()
  }

  /// Takes over what another hand put into the old output, or put others in the place of, while the new one was made.
  private func takeOver(but written: Set<String>) async throws {
    for entry in try await output.contents(of: output.staging) where !written.contains(entry) {
      let (old, new) = ("\(output.staging)/\(entry)", "\(output.path)/\(entry)")
      if entry.hasSuffix("/") {
        try files.makeFolder(new)
      } else if (try? files.stamp(of: old)) != (try? files.stamp(of: new)) {
        if files.exists(new) { try files.remove(new) }
        try files.duplicate(old, to: new)
      }
    }
  }

  private func keep(_ entry: String) throws(FileFailure) {
    if entry.hasSuffix("/") {
      try files.makeFolder("\(output.staging)/\(entry.dropLast())")
    } else {
      try files.duplicate("\(output.path)/\(entry)", to: "\(output.staging)/\(entry)")
    }
  }

  /// Leaves the old output as it is.
  func discard() async {
    // To remove what a county's schools published takes a tenth of the time in which it is made.
    let (files, folder) = (files, output.staging)
    _ = try? await sideBySide(files.entries(of: folder)) { try files.remove("\(folder)/\($0.name)") }
    try? files.remove(folder)
  }
}

extension String {
  /// The folders in which a path lies, from the outermost.
  fileprivate var foldersAbove: [String] {
    utf8.indices.filter { utf8[$0] == UInt8(ascii: "/") }.map { String(self[..<$0]) }
  }
}
