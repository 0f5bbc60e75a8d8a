import Foundation
import Testing

/// Updating every fork of a template, killed at a hundred random moments.
@Suite struct UpdateKillTests {
  @Test func aKillLeavesEachForkAsItWasOrUpdated() throws {
    var source = SystemRandomNumberGenerator()
    let workspace = try County.workspace(of: (1...8).map { _ in County.school(&source).instrument })
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    let policies = workspace.appendingPathComponent("Policies")
    let old = try Tree.contents(policies)
    var whole = try Kill.duration(of: "clausebook update", in: workspace)
    let new = try Tree.contents(policies)
    #expect(new != old)
    for (attempt, part) in Kill.moments().enumerated() {
      try Tree.replace(policies, by: old)
      if attempt.isMultiple(of: 10) {
        // Other work on the machine makes it faster or slower.
        whole = try Kill.duration(of: "clausebook update", in: workspace)
        try Tree.replace(policies, by: old)
      }
      let moment = part * whole
      try Kill.run("clausebook update", until: moment, in: workspace)
      for (path, bytes) in try Tree.contents(policies) where !path.hasSuffix(".part") {
        #expect(bytes == old[path] || bytes == new[path], "\(path), killed after \(moment) of \(whole) s")
      }
      guard attempt.isMultiple(of: 2) else { continue }
      _ = try Shell.run("clausebook update", in: workspace)
      #expect(try Tree.contents(policies) == new, "killed after \(moment) of \(whole) s")
    }
  }
}
