/// The one seam to the outside: every file that is read or written goes through it, so that tests can swap it.
public protocol FileSystem: Sendable {
  /// The bytes of a file; fails on a file longer than the limit without reading it.
  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8]

  /// The entries of a folder, hidden ones too, sorted by name.
  func entries(of folder: String) throws(FileFailure) -> [FolderEntry]

  /// Whether a file or folder stands at a path.
  func exists(_ path: String) -> Bool

  /// Writes a file that nobody reads before all is written, and tells its stamp; makes the folders above it.
  func place(_ bytes: [UInt8], at path: String) throws(FileFailure) -> FileStamp

  /// Writes a file as a whole or not at all; makes the folders above it.
  func write(_ bytes: [UInt8], to path: String) throws(FileFailure)

  /// Writes a file that cannot be made again: as a whole or not at all even when the power fails.
  ///
  /// Who may read and change the file stays as it was, and so does a link to it.
  /// For work that is done alone. What a killed process leaves of it is a leftover (see `FolderEntry.isLeftover`).
  func store(_ bytes: [UInt8], to path: String) throws(FileFailure)

  /// Makes a folder and those above it, where they are not there yet.
  func makeFolder(_ path: String) throws(FileFailure)

  /// The path without links, dots and slashes at its end.
  func resolved(_ path: String) -> String

  /// Keeps other processes from working in a folder, which is made where it is not there.
  ///
  /// Waits a little for another that is at it, then fails.
  func lock(_ folder: String) throws(FileFailure) -> FileLock

  /// Keeps other processes from locking a folder, but not from sharing it; waits as `lock` does.
  func share(_ folder: String) throws(FileFailure) -> FileLock

  /// By what a change of a file is noticed without reading it.
  func stamp(of path: String) throws(FileFailure) -> FileStamp

  /// Gives the file a further name in another place, as cheaply as the disk allows.
  func duplicate(_ path: String, to other: String) throws(FileFailure)

  /// Puts a folder in the place of another in one step; what stood there is then found under the first path.
  func exchange(_ folder: String, with other: String) throws(FileFailure)

  /// Lets the same people into a folder as into another one, as far as this process may.
  func giveAccess(of folder: String, to other: String)

  /// Where another disk stands somewhere in a folder; nil where none does.
  func disk(below folder: String) -> String?

  /// Removes a file, or a folder with all in it.
  func remove(_ path: String) throws(FileFailure)
}

extension FileSystem {
  /// Does work that no other process may do in a folder at the same time.
  public func alone<Value>(in folder: String, _ work: () throws(FileFailure) -> Value) throws(FileFailure) -> Value {
    let lock = try lock(folder)
    defer { lock.release() }
    return try work()
  }

  public func store(_ bytes: [UInt8], to path: String) throws(FileFailure) { try write(bytes, to: path) }

  public func giveAccess(of folder: String, to other: String) {}

  public func disk(below folder: String) -> String? { nil }

  public func place(_ bytes: [UInt8], at path: String) throws(FileFailure) -> FileStamp {
    try write(bytes, to: path)
    return try stamp(of: path)
  }
}

/// The right to work in a folder without being disturbed, until it is released or the process ends.
public struct FileLock: Sendable {
  /// Lets others in.
  public let release: @Sendable () -> Void

  public init(release: @escaping @Sendable () -> Void) {
    self.release = release
  }
}

/// How long a file is and when it was written, in nanoseconds since 1970.
public struct FileStamp: Hashable, Sendable {
  public let bytes: Int
  public let written: Int

  public init(bytes: Int, written: Int) {
    self.bytes = bytes
    self.written = written
  }
}

/// What stands in a folder under one name.
public struct FolderEntry: Hashable, Sendable {
  /// The last part of its path, without slashes.
  public let name: String
  /// Whether it is a folder; a link to one is not.
  public let isFolder: Bool

  var isHidden: Bool { name.hasPrefix(".") }

  /// Whether it is what a killed process began to store; nobody reads it.
  var isLeftover: Bool { isHidden && name.hasSuffix(FolderEntry.leftoverEnding) && !isFolder }

  static let leftoverEnding = ".part"

  public init(name: String, isFolder: Bool) {
    self.name = name
    self.isFolder = isFolder
  }
}

/// Why a file could not be read or written.
public struct FileFailure: Error, Hashable, CustomStringConvertible {
  /// What stood in the way.
  public enum Reason: Hashable, Sendable {
    case missing
    /// Longer than may be read; the length is that of the file.
    case tooLarge(bytes: Int)
    case notPermitted
    /// The disk may be read, but not written.
    case readOnly
    case diskFull
    case notAFolder
    /// Another process is at work in the folder.
    case busy
    /// The file is another than the one that was read.
    case changed
    /// Anything else, in the words printed behind the path.
    case other(String)
  }

  /// The file or folder that was asked for.
  public let path: String
  /// What stood in the way, so that a program can tell the cases apart.
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "\(path): \(explanation)" }

  /// What is wrong, without the path.
  var explanation: String {
    switch reason {
    case .missing: "there is no such file or folder"
    case .tooLarge(let bytes): "the file holds \(bytes) bytes, more than can be read"
    case .notPermitted: "permission denied; ask whoever owns it for access"
    case .notAFolder: "this is not a folder"
    case .busy: "another clausebook command is at work in this folder; wait until it is done, then give this one again"
    case .readOnly: "this disk can be read but not written; ask whoever looks after it, or work on a copy"
    case .changed: "the file was changed just now; give the command again"
    case .diskFull: "the disk is full, and this was not written; make room, then give the command again"
    case .other(let message): message
    }
  }
}
