import PolicyLibrary
import Synchronization

/// Files in memory on a disk that fails when told to.
final class FailingFileSystem: FileSystem {
  private let memory: MemoryFileSystem
  private let failures = Mutex(
    (
      reading: [String: FileFailure.Reason](), writesLeft: Int.max, reason: FileFailure.Reason.diskFull,
      changesLeft: Int.max, saves: [String: String]()
    ))

  init(_ files: [String: String]) {
    memory = MemoryFileSystem(files)
  }

  var everything: [String: [UInt8]] { memory.everything }

  func fail(reading path: String, because reason: FileFailure.Reason) {
    failures.withLock { $0.reading[path] = reason }
  }

  /// Lets some writes pass, then fails the next one.
  func fail(writing count: Int, because reason: FileFailure.Reason) {
    failures.withLock { ($0.writesLeft, $0.reason) = (count - 1, reason) }
  }

  /// Lets some changes pass, then fails every one, as when the machine stops: nothing is cleared up any more.
  func stop(after count: Int) { failures.withLock { $0.changesLeft = count } }

  /// Lets somebody save other words as soon as a file has been read.
  func save(_ text: String, onceReadAt path: String) {
    failures.withLock { $0.saves[path] = text }
  }

  private func change(_ path: String) throws(FileFailure) {
    let isStopped = failures.withLock { failures in
      failures.changesLeft -= 1
      return failures.changesLeft < 0
    }
    if isStopped { throw FileFailure(path: path, reason: .other("the machine has stopped")) }
  }

  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    if let reason = failures.withLock({ $0.reading[path] }) { throw FileFailure(path: path, reason: reason) }
    let bytes = try memory.contents(of: path, limit: limit)
    if let text = failures.withLock({ $0.saves.removeValue(forKey: path) }) {
      try memory.write(Array(text.utf8), to: path)
    }
    return bytes
  }

  func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let reason = failures.withLock { failures -> FileFailure.Reason? in
      defer { failures.writesLeft -= 1 }
      return failures.writesLeft == 0 ? failures.reason : nil
    }
    if let reason { throw FileFailure(path: path, reason: reason) }
    try change(path)
    try memory.write(bytes, to: path)
  }

  func makeFolder(_ path: String) throws(FileFailure) { try memory.makeFolder(path) }
  func resolved(_ path: String) -> String { path }
  func lock(_ folder: String) throws(FileFailure) -> FileLock { try memory.lock(folder) }
  func stamp(of path: String) throws(FileFailure) -> FileStamp { try memory.stamp(of: path) }
  func share(_ folder: String) throws(FileFailure) -> FileLock { try memory.share(folder) }
  func entries(of folder: String) throws(FileFailure) -> [FolderEntry] { try memory.entries(of: folder) }
  func exists(_ path: String) -> Bool { memory.exists(path) }
  func duplicate(_ path: String, to other: String) throws(FileFailure) { try memory.duplicate(path, to: other) }
  func exchange(_ folder: String, with other: String) throws(FileFailure) { try memory.exchange(folder, with: other) }
  func remove(_ path: String) throws(FileFailure) {
    try change(path)
    try memory.remove(path)
  }
}
