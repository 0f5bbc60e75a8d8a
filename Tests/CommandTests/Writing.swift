import Foundation

/// Every command that writes, and a workspace in which each has something to write.
enum Writing {
  static let commands = [
    "publish", "ratify county/uniform --edition 3.0 --approved-by Cabinet --on 2025", "update hill/uniform",
    "fork county/uniform --for vale --name 'Vale School' --no-publish", "review county/uniform --as-at 2025-01-01",
    "format", "adopt copy.md --amends county/uniform --for lake",
  ]

  /// The county's policy in two editions with a draft of the third that is not in the canonical form, a school that amends
  /// the first, and a copy that a school made by hand.
  static func inWorkspace(_ test: (URL) throws -> Void) throws {
    let workspace = try Shell.freshWorkspace()
    defer { try? FileManager.default.removeItem(at: workspace.deletingLastPathComponent()) }
    let minute = String(repeating: "as in the minutes, ", count: 100)
    let made = try Shell.run(
      """
      set -e
      clausebook format > /dev/null
      draft=Policies/county/uniform/draft.md
      cp $draft ../next.md
      clausebook ratify county/uniform --edition 1.0 --approved-by Cabinet --on 2023 --minute '\(minute)' > /dev/null
      sed 's/black/brown/' ../next.md > $draft
      clausebook ratify county/uniform --edition 2.0 --approved-by Cabinet --on 2024 > /dev/null
      sed 's/black/blue/; s/^- {#no-heels}/* {#no-heels}/; s/^   - /   * /' ../next.md > $draft
      sed -i 's/uniform@draft/uniform@1.0/' Policies/hill/uniform/draft.md
      mkdir Policies/lake
      printf 'name: Lake School\\nkind: school\\n' > Policies/lake/organisation.yaml
      clausebook show county/uniform --format md > copy.md
      rm ../next.md
      """, in: workspace)
    guard made.isEmpty else { throw CocoaError(.fileWriteUnknown, userInfo: ["told": made]) }
    try test(workspace)
  }
}
