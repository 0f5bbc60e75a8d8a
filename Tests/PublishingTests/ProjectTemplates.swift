import Foundation
import Publishing

extension Templates {
  /// Those that come with Clausebook.
  static let ofTheProject: Templates = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Templates")
    let names = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []).filter {
      $0.contains(".")
    }
    return Templates.read(
      names.sorted().map { ($0, Array((try? Data(contentsOf: folder.appendingPathComponent($0))) ?? Data())) },
      folder: "Templates"
    ).0
  }()
}
