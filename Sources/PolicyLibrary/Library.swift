import Amending
import PolicyModel
import PolicySource
import Publishing

/// A folder of policies: finds texts by their address and resolves them.
///
/// Reads files when they are asked for; texts, on which many others may rest, once.
public struct Library: Sendable {
  /// The folder that holds `Policies` and `Templates`.
  public let root: String
  let files: any FileSystem
  private(set) var cache = TextCache()
  /// Nil where files may be changed at any time.
  private var sources: SourceCache?

  public init(root: String, files: any FileSystem = LocalFileSystem()) {
    self.root = root
    self.files = files
  }

  /// The same folder, whose texts of one policy are remembered only as long as the result is.
  func focused(on policy: Address) -> Library {
    var library = self
    library.cache = TextCache(of: policy, within: cache)
    library.sources = sources.map { SourceCache(of: policy, in: folder(of: policy) + "/", within: $0) }
    return library
  }

  /// The same folder while nobody changes it, as it is found now: what was read is not read again.
  func undisturbed() -> Library {
    var library = self
    (library.cache, library.sources) = (TextCache(), SourceCache())
    return library
  }

  /// The nearest folder, from one upwards, that holds a folder `Policies`; nil where there is none.
  public static func root(above folder: String, files: any FileSystem = LocalFileSystem()) -> String? {
    var folder = folder
    while true {
      if files.exists(folder + "/Policies") { return folder }
      guard let slash = folder.lastIndex(of: "/") else { return nil }
      folder = String(folder[..<slash])
    }
  }

  /// A path in the workspace as this machine knows it.
  func location(_ path: String) -> String { root + "/" + path }

  /// Does work that changes policies, while no other process changes any or reads them as a whole.
  func alone<Value>(_ work: () throws(FileFailure) -> Value) throws(FileFailure) -> Value {
    try files.alone(in: location("Policies")) { () throws(FileFailure) in try afresh(work) }
  }

  /// The same for work on one policy, in whose folder nothing is left then of what a killed process began to write.
  func alone<Value>(
    with policy: Address, _ work: () throws(FileFailure) -> Value
  ) throws(FileFailure) -> Value {
    try alone { () throws(FileFailure) in
      clearLeftovers(of: policy)
      return try work()
    }
  }

  func clearLeftovers(of policy: Address) {
    let folder = location(folder(of: policy))
    for entry in (try? files.entries(of: folder)) ?? [] where entry.isLeftover {
      try? files.remove("\(folder)/\(entry.name)")
    }
  }

  /// Keeps other processes from changing policies while they are read as a whole.
  func share() throws(FileFailure) -> FileLock { try files.share(location("Policies")) }

  /// Does work that sees the files as they are by now, whatever was read before, and is not remembered.
  func afresh<Value>(_ work: () throws(FileFailure) -> Value) throws(FileFailure) -> Value {
    cache.clear()
    defer { cache.clear() }
    return try work()
  }

  // MARK: What there is

  /// The policies of all organisations, sorted, and what does not belong among them.
  public func policies() throws(FileFailure) -> (addresses: [Address], diagnostics: [Diagnostic]) {
    var addresses: [Address] = []
    var diagnostics: [Diagnostic] = []
    for organisation in try folders(in: "Policies") where organisation != "registers" {
      let folder = "Policies/\(organisation)"
      if var problem = Library.reservedName(organisation) {
        problem.position = SourcePosition(path: folder, line: 1, column: 1)
        diagnostics.append(problem)
        continue
      }
      for policy in try folders(in: folder) {
        if let address = Address(organisation: organisation, policy: policy) {
          addresses.append(address)
        } else {
          diagnostics.append(malformedName("\(folder)/\(policy)"))
        }
      }
    }
    return (addresses, diagnostics)
  }

  /// The folders in a folder, those of links included.
  private func folders(in folder: String) throws(FileFailure) -> [String] {
    var found: [String] = []
    for entry in try files.entries(of: location(folder)) where !entry.isHidden {
      guard !entry.isFolder else {
        found.append(entry.name)
        continue
      }
      if !entry.name.contains("."), try leadsToFolder("\(folder)/\(entry.name)") { found.append(entry.name) }
    }
    return found
  }

  private func leadsToFolder(_ path: String) throws(FileFailure) -> Bool {
    guard exists(path) else {
      throw FileFailure(
        path: path, reason: .other("this link leads to nothing; bring back what it stands for, or remove it"))
    }
    return (try? files.entries(of: location(path))) != nil
  }

  /// The editions of a policy that stand in its folder, oldest first, and whether it has a draft.
  public func texts(of policy: Address) throws(FileFailure) -> (editions: [Edition], hasDraft: Bool) {
    let texts = try entries(of: folder(of: policy)).compactMap { $0.isFolder ? nil : TextChoice(file: $0.name) }
    return (texts.compactMap(\.edition).sorted(), texts.contains(.draft))
  }

  /// The files of a policy's folder whose names are nearly those of texts, so that nobody reads them: `draft.md.txt`.
  func strays(of policy: Address) -> [String] {
    ((try? entries(of: folder(of: policy))) ?? []).map(\.name).filter { name in
      name.lowercased().contains(".md") && !name.hasPrefix(".") && TextChoice(file: name) == nil
    }
  }

  /// The address with the text chosen: the newest edition in the ledger, or the draft where there is none yet.
  ///
  /// What is wrong with the ledger is for `resolve` and `verify` to say.
  public func choose(_ address: Address) throws(FileFailure) -> Address {
    guard address.choice == nil, exists(folder(of: address)) else { return address }
    let ledger = ledger(of: address).value ?? Ledger()
    let (editions, _) = try texts(of: address)
    guard let newest = editions.last(where: { ledger.approval(of: $0) != nil }) else { return address.at(.draft) }
    return address.at(.edition(newest))
  }

  func folder(of address: Address) -> String { "Policies/" + address.names }

  static func organisationPath(_ name: String) -> String { "Policies/\(name)/organisation.yaml" }

  func ledgerPath(of policy: Address) -> String { folder(of: policy) + "/ledger.yaml" }

  /// Where the file of a text stands in the workspace.
  func path(of address: Address) -> String {
    "\(folder(of: address))/\(address.choice ?? .draft).md"
  }

  /// Why an organisation cannot have a name; nil where it can.
  static func reservedName(_ organisation: String) -> Diagnostic? {
    let reason: String
    switch organisation {
    case "registers": reason = "the folder holds what clauses cite"
    case "concordance": reason = "the site keeps there what compares policies"
    default: return nil
    }
    return Diagnostic(
      .malformedName, "“\(organisation)” cannot name an organisation: \(reason)", remedy: "choose another name")
  }

  private func malformedName(_ path: String) -> Diagnostic {
    Diagnostic(
      .malformedName, "“\(path)” is not named as a policy's folder is",
      remedy: "use lower-case letters, digits and single hyphens", at: SourcePosition(path: path, line: 1, column: 1))
  }

  /// That nobody reads the strays of a policy.
  func unread(of policy: Address) -> [Diagnostic] {
    strays(of: policy).map { name in
      Diagnostic(
        .malformedName, "“\(name)” is not named as a text is, and is not read",
        remedy: "if it is one, call it draft.md, or by its edition, such as 1.0.md",
        at: SourcePosition(path: "\(folder(of: policy))/\(name)", line: 1, column: 1), severity: .note)
    }
  }

  // MARK: Reading

  /// What stands in a folder of the workspace.
  func entries(of folder: String) throws(FileFailure) -> [FolderEntry] {
    guard let sources else { return try files.entries(of: location(folder)) }
    return try sources.entries(of: folder) { () throws(FileFailure) in try files.entries(of: location(folder)) }
  }

  /// Whether a file or folder stands in the workspace.
  func exists(_ path: String) -> Bool { sources?.knows(path) ?? files.exists(location(path)) }

  /// The bytes of a file of the workspace.
  func contents(of path: String) throws(FileFailure) -> [UInt8] {
    let read = { () throws(FileFailure) in try files.contents(of: location(path), limit: largestPolicyFile) }
    guard let sources else { return try read() }
    return try sources.contents(of: path, read: read)
  }

  /// Whether a file of the workspace is still the one that was read.
  ///
  /// - Parameter former: the digest of what was read; nil where no file was there.
  func isStill(_ former: String?, at path: String) throws(FileFailure) -> Bool {
    let file = location(path)
    guard files.exists(file) else { return former == nil }
    return try former == digest(files.contents(of: file, limit: largestPolicyFile))
  }

  /// Writes a file in the place of the one that was read, so that nothing is lost that somebody saved since.
  ///
  /// - Parameter former: the digest of what was read; nil where no file was there.
  func store(_ bytes: [UInt8], at path: String, inPlaceOf former: String?) throws(FileFailure) {
    guard try isStill(former, at: path) else { throw FileFailure(path: location(path), reason: .changed) }
    try files.store(bytes, to: location(path))
  }

  /// A text as it stands in its file, with the bytes it was read from.
  func text(_ address: Address) -> (text: Sourced<PolicyFile>, bytes: [UInt8]) {
    cache.text(address) {
      let path = path(of: address)
      return read(path) { bytes in
        (parse(bytes, path: path), bytes)
      } refused: {
        (Sourced(nil, SourceMap(path: path), [$0]), [])
      }
    }
  }

  /// Every approval and review of a policy.
  public func ledger(of policy: Address) -> Sourced<Ledger> {
    let path = ledgerPath(of: policy)
    let reading = {
      guard exists(path) else { return Sourced(Ledger(), SourceMap(path: path), []) }
      return read(path) {
        parseLedger($0, path: path)
      } refused: {
        Sourced(nil, SourceMap(path: path), [$0])
      }
    }
    return sources?.ledger(of: policy.policyAddress, read: reading) ?? reading()
  }

  /// An organisation as it is today.
  public func organisation(_ name: String) -> Sourced<Organisation> {
    let path = Library.organisationPath(name)
    let reading = {
      read(path) {
        parseOrganisation($0, path: path)
      } refused: {
        Sourced(nil, SourceMap(path: path), [$0.rule == .missingFile ? noOrganisation(name) : $0])
      }
    }
    return sources?.organisation(name, read: reading) ?? reading()
  }

  /// What clauses cite; empty where the workspace has no registers.
  public func register() -> (register: Register, diagnostics: [Diagnostic]) {
    let (register, _, diagnostics) = placedRegister()
    return (register, diagnostics)
  }

  /// The register, where its entries stand, and what is wrong with its files.
  func placedRegister() -> (register: Register, places: SourceMap, diagnostics: [Diagnostic]) {
    var places = SourceMap(path: "Policies/registers")
    var diagnostics: [Diagnostic] = []
    func entries<Entry>(_ name: String, _ parse: ([UInt8], String) -> Sourced<[Entry]>) -> [Entry] {
      let path = "Policies/registers/\(name).yaml"
      guard exists(path) else { return [] }
      let sourced = read(path) {
        parse($0, path)
      } refused: {
        Sourced(nil, SourceMap(path: path), [$0])
      }
      places.merge(sourced.sourceMap)
      diagnostics += sourced.diagnostics
      return sourced.value ?? []
    }
    let register = Register(
      legislation: entries("legislation") { parseLegislation($0, path: $1) },
      bodies: entries("bodies") { parseBodies($0, path: $1) },
      services: entries("services") { parseServices($0, path: $1) },
      documents: entries("documents") { parseRelatedDocuments($0, path: $1) },
      topics: entries("topics") { parseTopics($0, path: $1) })
    return (register, places, diagnostics)
  }

  /// Reads a file, which stands in the workspace unless it is said where.
  func read<Value>(
    _ path: String, at file: String? = nil, _ parse: ([UInt8]) -> Value, refused: (Diagnostic) -> Value
  ) -> Value {
    do {
      guard let file else { return parse(try contents(of: path)) }
      return parse(try files.contents(of: file, limit: largestPolicyFile))
    } catch {
      if case .tooLarge(let bytes) = error.reason { return refused(tooLarge(path: path, bytes: bytes)) }
      return refused(
        Diagnostic(
          error.reason == .missing ? .missingFile : .unreadableFile,
          error.reason == .missing ? "\(path) is not there" : "\(path) cannot be read: \(error.explanation)",
          remedy: error.reason == .missing
            ? "check the name, or put the file there" : "put a text file there that may be read",
          at: SourcePosition(path: path, line: 1, column: 1)))
    }
  }
}
