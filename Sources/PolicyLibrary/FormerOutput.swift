import PolicyModel
import Publishing

/// An output of a former publishing, with what its files were made of.
struct FormerOutput: Sendable {
  let folder: OutputFolder
  let memory: PublishedMemory

  /// Nil where nothing is remembered, or not in a way that can be read.
  init?(_ folder: OutputFolder) {
    let path = "\(folder.path)/\(OutputFolder.memory)"
    guard folder.files.exists(path), let bytes = try? folder.files.contents(of: path, limit: 1_000_000_000),
      let memory = try? PublishedMemory(bytes)
    else { return nil }
    self.folder = folder
    self.memory = memory
  }

  /// A part as it was made of the same sources, if all its files are as they were written.
  func part(_ name: String, of sources: Fingerprint) -> PublishedMemory.Part? {
    guard let part = memory.parts[name], part.sources == sources, isWhole(part) else { return nil }
    return part
  }

  private func isWhole(_ part: PublishedMemory.Part) -> Bool {
    part.files.allSatisfy { (try? folder.files.stamp(of: "\(folder.path)/\($0.path)")) == $0.stamp }
  }

  /// Whether the documents of some policies and the pages around them are all that is there, as they would be made now.
  ///
  /// - Parameter isPart: whether they are part of a site, without most of its pages.
  func holdsAll(of plans: [PolicyPlan], isPart: Bool, in output: OutputFolder, asAt date: PartialDate) -> Bool {
    // Without a policy nothing tells of what sources the pages were made, and what publishing some policies left of others
    // is written, but not remembered.
    !plans.isEmpty && folder.path == output.path && memory.asAt == date
      && isPart == (memory.parts[PageGroup.index] == nil)
      && memory.parts.values.count { $0.policy != nil } == plans.count
      && plans.allSatisfy { $0.former?.output.folder.path == folder.path }
      && memory.parts.values.allSatisfy { $0.policy != nil || isWhole($0) }
      && (try? folder.writtenBefore().count) == memory.parts.values.reduce(0) { $0 + $1.files.count }
  }
}
