/// The one seam to the outside: every file that is read or written goes through it, so that tests can swap it.
public protocol FileSystem: Sendable {
  /// The bytes of a file; fails on a file longer than the limit without reading it.
  func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8]

  /// The entries of a folder, sorted by name; hidden ones are left out.
  func entries(of folder: String) throws(FileFailure) -> [FolderEntry]

  /// Whether a file or folder stands at a path.
  func exists(_ path: String) -> Bool

  /// Writes a file as a whole or not at all; makes the folders above it.
  func write(_ bytes: [UInt8], to path: String) throws(FileFailure)

  /// Gives the file a further name in another place, as cheaply as the disk allows.
  func duplicate(_ path: String, to other: String) throws(FileFailure)

  /// Puts a folder in the place of another in one step; what stood there is then found under the first path.
  func exchange(_ folder: String, with other: String) throws(FileFailure)

  /// Removes a file, or a folder with all in it.
  func remove(_ path: String) throws(FileFailure)
}

public struct FolderEntry: Hashable, Sendable {
  public let name: String
  public let isFolder: Bool

  public init(name: String, isFolder: Bool) {
    self.name = name
    self.isFolder = isFolder
  }
}

/// Why a file could not be read or written.
public struct FileFailure: Error, Hashable, CustomStringConvertible {
  public enum Reason: Hashable, Sendable {
    case missing
    case tooLarge(bytes: Int)
    case notPermitted
    case diskFull
    case other(String)
  }

  public let path: String
  public let reason: Reason

  public init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }

  public var description: String {
    switch reason {
    case .missing: "\(path): there is no such file or folder"
    case .tooLarge(let bytes): "\(path): the file holds \(bytes) bytes, more than can be read"
    case .notPermitted: "\(path): this may not be read or written; ask whoever owns it for access"
    case .diskFull: "\(path): the disk is full; nothing was changed"
    case .other(let message): "\(path): \(message)"
    }
  }
}
