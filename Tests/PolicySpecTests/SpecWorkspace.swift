import PolicyLibrary

/// The workspace of an example: its files, and a plain organisation for each folder that has none.
enum SpecWorkspace {
  static func library(_ files: [String: String]) -> Library { Library(root: "", files: fileSystem(files)) }

  static func fileSystem(_ files: [String: String]) -> MemoryFileSystem {
    var all: [String: String] = [:]
    for (path, text) in files {
      all["/" + path] = text
      let parts = path.split(separator: "/")
      guard parts.count > 2, parts[0] == "Policies", parts[1] != "registers" else { continue }
      let organisation = "Policies/\(parts[1])/organisation.yaml"
      if files[organisation] == nil { all["/" + organisation] = "name: Hill Primary School\nkind: school\n" }
    }
    return MemoryFileSystem(all)
  }
}
