import Foundation
import PolicyLibrary
import PolicyModel
import PolicySource

/// A folder of policies on the disk: a county's in two editions, and the drafts of schools that amend the first.
enum Workspace {
  /// Why none was made.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Writes it, the same each time, in place of what was there.
  static func write(to root: URL, forks: Int) throws {
    let files = FileManager.default
    try? files.removeItem(at: root)
    try files.createDirectory(at: root.appendingPathComponent("Policies"), withIntermediateDirectories: true)
    for shared in ["Templates", "Policies/registers"] {
      try files.copyItem(
        at: repository.appendingPathComponent(shared), to: root.appendingPathComponent(shared))
    }
    try write(County.organisation.canonicalSource, to: root, "\(County.folder)/organisation.yaml")
    let county = County()
    try ratify(county, in: root)
    for index in 0..<forks {
      let school = School(index, amending: county.outline)
      try write(school.organisation.canonicalSource, to: root, "\(school.folder)/organisation.yaml")
      try write(
        school.file(amending: County.first).canonicalSource, to: root, "\(school.folder)/\(County.policy)/draft.md")
    }
  }

  /// Takes the county's editions anew, as if they had been written and approved so from the start.
  static func ratify(_ county: County, in root: URL) throws {
    let folder = root.appendingPathComponent("Policies/\(County.folder)/\(County.policy)")
    try? FileManager.default.removeItem(at: folder)
    let library = Library(root: root.path)
    for (edition, text, year) in [("1.0", county.outline, 2025), ("2.0", county.next.outline, 2026)] {
      try write(
        PolicyFile(.policy(text.policy)).canonicalSource, to: root, "\(County.folder)/\(County.policy)/draft.md")
      let approval = Ratification(
        .approval(of: Edition(edition)!), of: County.address, by: "Cabinet",
        on: PartialDate(year: year, month: 4, day: 1)!)
      let report = try library.ratify(approval!)
      guard !report.isRefused else {
        throw Failure(description: report.diagnostics.map { "\($0)" }.joined(separator: "\n"))
      }
    }
  }

  /// Puts another word into the draft of one school, or takes it away again.
  static func edit(school index: Int, in root: URL) throws {
    let school = School(index, amending: County().outline)
    let path = root.appendingPathComponent("Policies/\(school.folder)/\(County.policy)/draft.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let mark = "\n## At the end of #section-0 insert\n\n1. {#own-edit} Staff must keep the edit.\n"
    try (text.hasSuffix(mark) ? String(text.dropLast(mark.count)) : text + mark)
      .write(to: path, atomically: true, encoding: .utf8)
  }

  private static func write(_ text: String, to root: URL, _ path: String) throws {
    let file = root.appendingPathComponent("Policies/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Where this program's sources stand.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
