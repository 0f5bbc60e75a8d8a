import FoundationEssentials
import Glibc

/// The files of this machine.
public struct LocalFileSystem: FileSystem {
  public init() {}

  public func contents(of path: String, limit: Int) throws(FileFailure) -> [UInt8] {
    // Nothing may ever come out of what is no file.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure(path: path, reason: .other("this is not a file"))
    }
    guard status.st_size <= limit else { throw FileFailure(path: path, reason: .tooLarge(bytes: Int(status.st_size))) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let read = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + count, $0.count - count) }
      guard read >= 0 else { throw failure(path) }
      if read == 0 { break }
      count += read
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  public func entries(of folder: String) throws(FileFailure) -> [FolderEntry] {
    guard let stream = opendir(folder) else { throw failure(folder) }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      let (name, isText) = withUnsafePointer(to: entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          (String(cString: $0), String(validatingCString: $0) != nil)
        }
      }
      guard name != ".", name != ".." else { continue }
      guard isText else {
        throw FileFailure(
          path: "\(folder)/\(name)",
          reason: .other("this name is not UTF-8, so that the file cannot be named; rename it"))
      }
      let kind = Int(entry.pointee.d_type)
      entries.append(
        FolderEntry(
          name: name, isFolder: kind == DT_DIR || kind == DT_UNKNOWN && isFolder("\(folder)/\(name)")))
    }
    return entries.sorted { $0.name < $1.name }
  }

  private func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  private func isLink(_ path: String) -> Bool { kind(of: path) == S_IFLNK }

  private func kind(of path: String) -> mode_t? {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  public func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  public func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    try write(bytes, to: path, by: "\(path).\(getpid()).part") { _ in 0 }
  }

  public func store(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    // A link stays, and the file is written to which it leads.
    let path = isLink(path) ? resolved(path) : path
    let folder = parent(of: path)
    // One name for all, so that what a killed process left behind is known as such.
    let temporary = "\(folder)/.\(path.dropFirst(folder.count + 1))\(FolderEntry.leftoverEnding)"
    try write(bytes, to: path, by: temporary, settle: fsync)
    // The folder holds the new name. Once that stands the file is written, so that nothing may fail any more.
    let descriptor = open(folder, O_RDONLY)
    fsync(descriptor)
    close(descriptor)
  }

  public func place(_ bytes: [UInt8], at path: String) throws(FileFailure) -> FileStamp {
    var descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    if descriptor < 0, errno == ENOENT {
      try makeFolder(parent(of: path))
      descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    }
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    var count = 0
    while count < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + count, $0.count - count) }
      guard written > 0 else { throw failure(path) }
      count += written
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path) }
    return stamp(status)
  }

  private func write(
    _ bytes: [UInt8], to path: String, by temporary: String, settle: (CInt) -> CInt
  ) throws(FileFailure) {
    try makeFolder(parent(of: path))
    // Another user's leftover cannot be opened, but goes all the same.
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    // It is the folder that takes no further file.
    guard descriptor >= 0 else { throw failure(parent(of: path)) }
    func abandoned() -> FileFailure {
      let reason = failure(path)
      close(descriptor)
      unlink(temporary)
      return reason
    }
    // Who may read and change the file does not change with its words.
    var former = stat()
    if stat(path, &former) == 0 { fchmod(descriptor, former.st_mode & 0o777) }
    var count = 0
    while count < bytes.count {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress! + count, $0.count - count) }
      guard written > 0 else { throw abandoned() }
      count += written
    }
    guard settle(descriptor) == 0 else { throw abandoned() }
    guard close(descriptor) == 0, rename(temporary, path) == 0 else {
      let reason = failure(path)
      unlink(temporary)
      throw reason
    }
  }

  public func duplicate(_ path: String, to other: String) throws(FileFailure) {
    if link(path, other) == 0 { return }
    try makeFolder(parent(of: other))
    if link(path, other) == 0 { return }
    try write(contents(of: path, limit: .max), to: other)
  }

  public func exchange(_ folder: String, with other: String) throws(FileFailure) {
    guard exists(other) else {
      guard rename(folder, other) == 0 else { throw failure(other) }
      return
    }
    if let exchange = LocalFileSystem.renameat2 {
      let exchangeFlag: UInt32 = 2
      guard exchange(AT_FDCWD, folder, AT_FDCWD, other, exchangeFlag) != 0 else { return }
      guard errno == EINVAL || errno == ENOSYS else { throw failure(other) }
    }
    // A file system that cannot exchange: two steps, the old folder kept beside until the new one stands.
    let aside = "\(other).\(getpid()).old"
    guard rename(other, aside) == 0 else { throw failure(other) }
    guard rename(folder, other) == 0 else {
      let reason = failure(other)
      rename(aside, other)
      throw reason
    }
    guard rename(aside, folder) == 0 else { throw failure(folder) }
  }

  /// Linux's call that exchanges two names in one step; its header hides it from Swift.
  private static let renameat2 = dlsym(nil, "renameat2").map {
    unsafeBitCast(
      $0,
      to: (@convention(c) (CInt, UnsafePointer<CChar>, CInt, UnsafePointer<CChar>, CUnsignedInt) -> CInt).self)
  }

  public func giveAccess(of folder: String, to other: String) {
    var status = stat()
    guard stat(folder, &status) == 0 else { return }
    // Not everybody may give a folder away, but to a group of one's own.
    if chown(other, status.st_uid, status.st_gid) != 0 { _ = chown(other, .max, status.st_gid) }
    chmod(other, status.st_mode & 0o7777)
  }

  public func disk(below folder: String) -> String? {
    let mounts = (try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8)) ?? ""
    return mounts.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ", maxSplits: 5)
      return words.count == 6 ? String(words[4]).replacing("\\040", with: " ") : nil
    }.first { $0.hasPrefix(folder + "/") }
  }

  public func remove(_ path: String) throws(FileFailure) {
    if unlink(path) == 0 { return }
    guard errno == EISDIR else { throw failure(path) }
    try removeFolder(path)
  }

  private func removeFolder(_ path: String) throws(FileFailure) {
    for entry in try entries(of: path) {
      let inner = "\(path)/\(entry.name)"
      if entry.isFolder { try removeFolder(inner) } else if unlink(inner) != 0 { throw failure(inner) }
    }
    guard rmdir(path) == 0 else { throw failure(path) }
  }

  public func makeFolder(_ path: String) throws(FileFailure) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    // It is the folder above that takes no further one.
    guard errno == ENOENT else { throw failure(parent(of: path)) }
    try makeFolder(parent(of: path))
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path) }
  }

  public func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  public func lock(_ folder: String) throws(FileFailure) -> FileLock {
    try makeFolder(folder)
    return try lock(folder, LOCK_EX)
  }

  public func share(_ folder: String) throws(FileFailure) -> FileLock { try lock(folder, LOCK_SH) }

  /// Waits as long as somebody at a terminal would.
  private func lock(_ folder: String, _ kind: CInt) throws(FileFailure) -> FileLock {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if descriptor < 0, errno == ENOENT, kind == LOCK_EX, !isLink(folder) { return try lock(folder) }
    guard descriptor >= 0 else { throw failure(folder) }
    let end = ContinuousClock.now + .seconds(5)
    while flock(descriptor, kind | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK, ContinuousClock.now < end else {
        let reason = errno == EWOULDBLOCK ? FileFailure(path: folder, reason: .busy) : failure(folder)
        close(descriptor)
        throw reason
      }
      usleep(10_000)
    }
    // Whoever held the folder before may have removed it.
    var (locked, named) = (stat(), stat())
    guard fstat(descriptor, &locked) == 0, stat(folder, &named) == 0, locked.st_ino == named.st_ino else {
      close(descriptor)
      return kind == LOCK_EX ? try lock(folder) : try share(folder)
    }
    // The lock goes with the process, however it ends.
    return FileLock { close(descriptor) }
  }

  public func stamp(of path: String) throws(FileFailure) -> FileStamp {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure(path) }
    return stamp(status)
  }

  private func stamp(_ status: stat) -> FileStamp {
    // Beyond the year 2262 it starts again: a clock may say anything.
    FileStamp(bytes: Int(status.st_size), written: status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec)
  }

  private func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private func failure(_ path: String) -> FileFailure {
    let reason: FileFailure.Reason =
      switch errno {
      case ENOENT: .missing
      case ENOTDIR: .notAFolder
      case EACCES, EPERM: .notPermitted
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .diskFull
      case EBUSY, EXDEV:
        .other("this is a disk of its own, or part of a container's image, and stays as it is; name a new folder in it")
      default: .other(String(cString: strerror(errno)))
      }
    return FileFailure(path: path, reason: reason)
  }
}
