import PolicyModel
import Synchronization

/// The files of policies while nobody changes them: each folder is listed once, and each file is read once as long as its
/// policy is worked on.
final class SourceCache: Sendable {
  private let entries = Mutex<[String: [FolderEntry]]>([:])
  private let contents = Mutex<[String: [UInt8]]>([:])
  private let ledgers = Mutex<[Address: Sourced<Ledger>]>([:])
  private let organisations = Mutex<[String: Sourced<Organisation>]>([:])
  /// Where only what one policy is made of is kept here: its address and folder, and where all others are.
  private let others: (policy: Address, folder: String, cache: SourceCache)?

  init() { others = nil }

  /// A cache for as long as one policy is worked on, so that its files are forgotten when that is done.
  init(of policy: Address, in folder: String, within cache: SourceCache) { others = (policy, folder, cache) }

  func entries(
    of folder: String, list: () throws(FileFailure) -> [FolderEntry]
  ) throws(FileFailure) -> [FolderEntry] {
    if let others { return try others.cache.entries(of: folder, list: list) }
    return try entries.value(of: folder, make: list)
  }

  /// Whether something stands at a path, as far as that is known.
  func knows(_ path: String) -> Bool? {
    if let others { return others.cache.knows(path) }
    return entries.withLock { entries in
      if entries[path] != nil { return true }
      guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      let name = path[path.utf8.index(after: slash)...]
      return entries[String(path[..<slash])]?.contains { $0.name == name }
    }
  }

  func contents(of path: String, read: () throws(FileFailure) -> [UInt8]) throws(FileFailure) -> [UInt8] {
    if let others, !path.hasPrefix(others.folder) { return try others.cache.contents(of: path, read: read) }
    return try contents.value(of: path, make: read)
  }

  func ledger(of policy: Address, read: () -> Sourced<Ledger>) -> Sourced<Ledger> {
    if let others, others.policy != policy { return others.cache.ledger(of: policy, read: read) }
    return ledgers.value(of: policy, make: read)
  }

  func organisation(_ name: String, read: () -> Sourced<Organisation>) -> Sourced<Organisation> {
    if let others, others.policy.organisation != name { return others.cache.organisation(name, read: read) }
    return organisations.value(of: name, make: read)
  }
}
