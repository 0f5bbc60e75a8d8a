import PolicyModel
import PolicySource
import Publishing

extension Library {
  func templates() throws(FileFailure) -> (Templates, [Diagnostic]) {
    Templates.read(try templateFiles(), folder: "Templates")
  }

  /// Every file of the folder of templates, by its path there; none where there is no folder.
  func templateFiles() throws(FileFailure) -> [(path: String, bytes: [UInt8])] {
    var found: [(path: String, bytes: [UInt8])] = []
    func collect(_ folder: String, _ prefix: String) throws(FileFailure) {
      for entry in try files.entries(of: folder) where !entry.isHidden {
        if entry.isFolder {
          try collect("\(folder)/\(entry.name)", prefix + entry.name + "/")
        } else {
          let bytes = try files.contents(of: "\(folder)/\(entry.name)", limit: largestPolicyFile)
          found.append((prefix + entry.name, bytes))
        }
      }
    }
    if exists("Templates") { try collect(location("Templates"), "") }
    return found
  }
}
