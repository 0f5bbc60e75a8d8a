import PolicyLibrary
import Synchronization

/// A few small files in memory.
final class MemoryFileSystem: FileSystem {
  private let files: Mutex<[String: [UInt8]]>

  init(_ files: [String: String]) {
    self.files = Mutex(files.mapValues { Array($0.utf8) })
  }

  var everything: [String: [UInt8]] { files.withLock { $0 } }

  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    guard let bytes = files.withLock({ $0[path] }) else { throw FileFailure(path: path, reason: .missing) }
    guard bytes.count <= limit else { throw FileFailure(path: path, reason: .tooLarge(bytes: bytes.count)) }
    return bytes
  }

  func entries(of folder: String) throws(FileFailure) -> [FolderEntry] {
    let below = files.withLock { Array($0.keys) }.filter { $0.hasPrefix(folder + "/") }
    guard !below.isEmpty else { throw FileFailure(path: folder, reason: .missing) }
    let entries = below.map { path in
      let rest = path.dropFirst(folder.count + 1)
      let name = rest.prefix { $0 != "/" }
      return FolderEntry(name: String(name), isFolder: name.count < rest.count)
    }
    return Set(entries).sorted { $0.name < $1.name }
  }

  func exists(_ path: String) -> Bool {
    files.withLock { $0.keys.contains { $0 == path || $0.hasPrefix(path + "/") } }
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    files.withLock { $0[path] = bytes }
  }

  func duplicate(_ path: String, to other: String) throws(FileFailure) {
    try write(contents(of: path, limit: .max), to: other)
  }

  func makeFolder(_ path: String) throws(FileFailure) {}

  func resolved(_ path: String) -> String { path }

  func lock(_ folder: String) throws(FileFailure) -> FileLock { FileLock {} }
  func share(_ folder: String) throws(FileFailure) -> FileLock { FileLock {} }

  func stamp(of path: String) throws(FileFailure) -> FileStamp {
    FileStamp(bytes: try contents(of: path, limit: .max).count, written: 0)
  }

  func exchange(_ folder: String, with other: String) throws(FileFailure) {
    files.withLock { files in
      files = Dictionary(
        uniqueKeysWithValues: files.map { path, bytes in
          if path.hasPrefix(folder + "/") { return (other + path.dropFirst(folder.count), bytes) }
          if path.hasPrefix(other + "/") { return (folder + path.dropFirst(other.count), bytes) }
          return (path, bytes)
        })
    }
  }

  func remove(_ path: String) throws(FileFailure) {
    files.withLock { files in files = files.filter { $0.key != path && !$0.key.hasPrefix(path + "/") } }
  }
}
