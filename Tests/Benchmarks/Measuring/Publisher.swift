import Foundation

/// Publishes one workspace again and again with the command `clausebook`.
struct Publisher {
  /// What is published.
  enum Extent {
    /// Documents and index pages.
    case documents
    /// All there is: changes, variations and duties of each as well.
    case everything
  }

  let workspace: URL
  let forks: Int
  private let clausebook: String
  /// Whether the command can leave out what accompanies documents.
  let canPublishDocumentsOnly: Bool

  init(forks: Int, in scratch: URL) throws {
    self.forks = forks
    workspace = scratch.appendingPathComponent("workspace-\(forks)")
    clausebook = try ChildProcess.clausebook()
    let help = try ChildProcess(arguments: [clausebook, "publish", "--help"]).run().output
    canPublishDocumentsOnly = help.contains("--with")
    // In a process of its own, so that this one stays small: a child counts its parent's memory as its own.
    _ = try ChildProcess(arguments: [ChildProcess.beside("benchmark"), "workload", "\(forks)", workspace.path]).run()
  }

  /// Publishes into an empty folder, without anything that an earlier run left.
  func whole(_ extent: Extent = .documents, cores: Int? = nil) throws -> ChildProcess.Cost {
    for entry in try FileManager.default.contentsOfDirectory(atPath: workspace.path)
    where !["Policies", "Templates"].contains(entry) {
      try FileManager.default.removeItem(at: workspace.appendingPathComponent(entry))
    }
    return try again(extent, cores: cores)
  }

  /// Publishes over what was published.
  func again(_ extent: Extent = .documents, cores: Int? = nil) throws -> ChildProcess.Cost {
    let bound = cores.map { ["taskset", "-c", $0 == 1 ? "0" : "0-\($0 - 1)"] } ?? []
    let only = extent == .documents && canPublishDocumentsOnly ? ["--with", "none"] : []
    let publish = [clausebook, "publish", "--workspace", workspace.path] + only
    return try ChildProcess(arguments: bound + publish).run()
  }

  /// Takes every fork to the newest edition of its base, without writing it down.
  func outdated() throws -> ChildProcess.Cost {
    try ChildProcess(arguments: [clausebook, "outdated", "--workspace", workspace.path], accepted: 0...1).run()
  }

  func edit() throws {
    try Workspace.edit(school: forks / 2, in: workspace)
  }

  func editBase(isCorrected: Bool) throws {
    try Workspace.ratify(County(isCorrected: isCorrected), in: workspace)
  }

  func remove() { try? FileManager.default.removeItem(at: workspace) }
}
