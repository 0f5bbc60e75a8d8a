import Foundation

/// What stands in a folder.
enum Tree {
  /// Every file below a folder with its bytes, but for what is hidden.
  static func visible(_ folder: URL) throws -> [String: Data] {
    try contents(folder).filter { path, _ in !path.hasPrefix(".") && !path.contains("/.") }
  }

  /// Every file below a folder with its bytes.
  static func contents(_ folder: URL) throws -> [String: Data] {
    var found: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
      var isFolder: ObjCBool = false
      let file = folder.appendingPathComponent(path)
      guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      found[path] = try Data(contentsOf: file)
    }
    return found
  }

  /// Puts files in the place of all that stands in a folder.
  static func replace(_ folder: URL, by files: [String: Data]) throws {
    try? FileManager.default.removeItem(at: folder)
    for (path, bytes) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try bytes.write(to: file)
    }
  }
}
