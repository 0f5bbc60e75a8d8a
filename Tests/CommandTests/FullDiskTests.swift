import Foundation
import Testing

/// A disk that takes no more: whatever a command was about to write, it says so, and what stood there stands.
@Suite struct FullDiskTests {
  /// Room for nothing, for some of the files, for all of them, in pages of 4 kB.
  private static let rooms = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256]

  @Test(.enabled(if: FullDiskTests.canMount, "only root may mount a disk"), arguments: Writing.commands)
  func aFullDiskLeavesWhatWas(command: String) throws {
    try Writing.inWorkspace { original in
      let workspace = original.deletingLastPathComponent().appendingPathComponent("disk")
      let folder = original.deletingLastPathComponent()
      #expect(try Shell.run("mkdir disk && mount -t tmpfs -o size=8m none disk", in: folder) == "")
      defer { _ = try? Shell.run("umount -l disk", in: folder) }
      try expect(command, of: original, in: workspace, limits: Self.rooms) { command, room in
        """
        free=$(df --output=avail --block-size=4096 . | tail -1)
        head -c $(( (free - \(room)) * 4096 )) /dev/zero > filler || exit 3
        \(command)
        code=$?; rm filler; exit $code
        """
      } told: {
        $0.contains("the disk is full")
      }
    }
  }

  @Test(arguments: Writing.commands)
  func aFileThatMayNotGrowLeavesWhatWas(command: String) throws {
    try Writing.inWorkspace { original in
      let workspace = original.deletingLastPathComponent().appendingPathComponent("copy")
      try expect(command, of: original, in: workspace, limits: [0, 1, 2, 4, 8, 16, 32, 64]) { command, kilobytes in
        // Behind a pipe, so that what is told goes to a file without a limit.
        "(trap '' XFSZ; ulimit -f \(kilobytes); exec \(command)) 2>&1 | cat; exit ${PIPESTATUS[0]}"
      } told: { _ in
        true
      }
    }
  }

  /// Gives a command ever more room until it succeeds.
  private func expect(
    _ command: String, of original: URL, in workspace: URL, limits: [Int], limited: (String, Int) -> String,
    told: (String) -> Bool
  ) throws {
    let command = "clausebook \(command)"
    let fill = "rm -rf \(workspace.path)/* && mkdir -p \(workspace.path) && cp -r . \(workspace.path)"
    #expect(try Shell.run(fill, in: original) == "")
    let old = try Tree.visible(workspace)
    #expect(try !Shell.run(command, in: workspace).contains("error"))
    let new = try Tree.visible(workspace)
    #expect(old != new)
    var refusals = 0
    for limit in limits {
      #expect(try Shell.run(fill, in: original) == "")
      let answer = try Shell.run(limited(command, limit), in: workspace)
      guard answer.hasSuffix("[exit 2]") else {
        #expect(!answer.contains("error") && !answer.hasSuffix("]"), "\(answer)")
        #expect(try Tree.visible(workspace) == new)
        break
      }
      refusals += 1
      #expect(answer.contains("error: \(workspace.path)/") && told(answer), "\(answer)")
      let found = try Tree.visible(workspace)
      #expect(found == old, "\(answer): \(found.keys.filter { found[$0] != old[$0] })")
      #expect(try leftovers(workspace) == [], "\(answer)")
      #expect(try !Shell.run(command, in: workspace).contains("error"))
      #expect(try Tree.visible(workspace) == new)
    }
    #expect(0 < refusals && refusals < limits.count)
  }

  /// What was begun in the folders of the policies and not cleared away.
  private func leftovers(_ workspace: URL) throws -> [String] {
    try Tree.contents(workspace.appendingPathComponent("Policies")).keys.filter { $0.hasSuffix(".part") }
  }

  private static let canMount: Bool = {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("clausebook-\(UUID().uuidString)/disk")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    return (try? Shell.run("mount -t tmpfs none . && umount -l '\(folder.path)'", in: folder)) == ""
  }()
}
