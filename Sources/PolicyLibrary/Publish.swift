import PolicyModel
import PolicySource
import Publishing

/// What publishing asks for.
public struct PublishRequest: Sendable {
  /// What documents are published as.
  public typealias Format = Publishing.Format
  /// What is published beside a document.
  public typealias Companion = Publishing.Companion

  /// The texts wanted; all of them where none is named.
  public var addresses: [Address]
  /// What each document is published as; everything there is, unless told.
  public var formats: Set<Format>
  /// What is published beside each document; everything there is, unless told.
  public var companions: Set<Companion>
  /// Whether drafts are published beside editions.
  public var includesDrafts: Bool
  /// The day by which reviews are due; the newest in the ledgers where none is given.
  public var asAt: PartialDate?
  /// Which part of the policies is published, without the pages around the documents; all of it where nil.
  public var shard: Shard?
  /// Folders into which parts were published, absolute; what they hold is taken over from there.
  public var parts: [String]

  public init(
    addresses: [Address] = [], formats: Set<Format> = Set(Format.allCases),
    companions: Set<Companion> = Set(Companion.allCases), includesDrafts: Bool = false, asAt: PartialDate? = nil,
    shard: Shard? = nil, parts: [String] = []
  ) {
    self.addresses = addresses
    self.formats = formats
    self.companions = companions
    self.includesDrafts = includesDrafts
    self.asAt = asAt
    self.shard = shard
    self.parts = parts
  }

  /// One of several parts of about the same size that together hold every policy once.
  public struct Shard: Hashable, Sendable {
    /// From 1 to the count.
    public let number: Int
    public let count: Int

    /// Reads `2/8`; nil for anything that is no part of a whole.
    public init?(_ text: String) {
      let numbers = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard numbers.count == 2, let number = numbers[0], let count = numbers[1], number > 0, number <= count else {
        return nil
      }
      self.number = number
      self.count = count
    }

    func part<Element>(of all: [Element]) -> [Element] {
      all.enumerated().filter { $0.offset % count == number - 1 }.map(\.element)
    }
  }

  /// What of it is seen in every document.
  var common: [String] {
    [
      formats.map(\.rawValue).sorted().joined(separator: ","),
      companions.map(\.rawValue).sorted().joined(separator: ","), "\(includesDrafts)",
      addresses.filter { $0.choice == .draft }.map(\.description).sorted().joined(separator: ","),
    ]
  }
}

/// What publishing did.
public struct PublishReport: Sendable {
  /// How many texts were published; 0 where publishing was refused.
  public var documents = 0
  /// How many files the output holds of them, the pages around the documents included; 0 where publishing was refused.
  public var files = 0
  /// How many of the files were made anew; the others were made of the same sources before.
  public var rendered = 0
  /// Every problem met, each once; a single error keeps all from being published.
  public var diagnostics: [Diagnostic] = []

  /// Whether the output was left as it was because of errors.
  public var isRefused: Bool { diagnostics.hasErrors }
}

extension Library {
  /// Publishes policies into a folder, all at once or not at all.
  ///
  /// What was made before of the same sources is not made again.
  ///
  /// - Parameters:
  ///   - output: the folder, absolute; what another hand put there stays.
  ///   - progress: told how many policies of how many are published.
  /// - Throws: when the workspace cannot be listed or the output cannot be written; the old output then stands whole.
  public func publish(
    _ request: PublishRequest, to output: String, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> PublishReport {
    let folder = try OutputFolder(path: output, workspace: root, files: files)
    let lock = try folder.lock()
    defer { lock.release() }
    let reading = try share()
    defer { reading.release() }
    let (policies, strays) = try policies()
    let (register, registerProblems) = register()
    let shells = try templateFiles()
    let (templates, templateProblems) = Templates.read(shells, folder: "Templates")
    let problems = strays + registerProblems + templateProblems + request.addresses.flatMap(unknown)

    let folders = try await sideBySide(policies) { ($0, try folderDigests(of: $0)) }
    let digests = SourceDigests(
      common: request.common + [program ?? ""] + (try registerDigests())
        + shells.flatMap { [$0.path, digest($0.bytes)] },
      folders: Dictionary(uniqueKeysWithValues: folders))
    let formers = try formerOutputs([output] + request.parts)
    let plans = try await sideBySide(policies) { try plan($0, request, digests, formers) }
    let chosen = request.shard?.part(of: plans) ?? plans
    let site = Site(
      addresses: Set(plans.flatMap(\.texts)), register: register,
      // The newest day in the ledgers, so that the same sources give the same bytes on any day.
      asAt: request.asAt ?? plans.compactMap(\.newestDecision).max() ?? PartialDate(year: 2000)!,
      formats: request.formats, companions: request.companions)
    if let own = formers.first, own.folder.path == folder.path, own.holdsAll(of: chosen, asAt: site.asAt),
      !problems.hasErrors
    {
      return PublishReport(
        documents: chosen.filter(\.isWanted).reduce(0) { $0 + $1.texts.count },
        files: own.memory.parts.values.reduce(0) { $0 + $1.files.count }, diagnostics: problems)
    }
    let publisher = Publisher(
      library: self, site: site, templates: templates, digests: digests, staging: try Staging(of: folder),
      isRefused: problems.hasErrors, formers: formers)
    do {
      let outcomes = try await sideBySide(chosen, progress: progress) { try publisher.documents($0) }
      let diagnostics = (problems + outcomes.flatMap(\.diagnostics)).unique
      guard !diagnostics.hasErrors else {
        publisher.staging.discard()
        return PublishReport(diagnostics: diagnostics)
      }
      let overview = Overview(outcomes.flatMap(\.listings), in: site, templates) {
        organisation($0).value
      } text: {
        let library = focused(on: $0.policyAddress)
        return library.resolve(library.chain($0)).resolved
      }
      let sources = DocumentSources(outcomes.map { ($0.policy, $0.sources) })
      let groups = request.shard == nil ? overview.pages : overview.pagesOfPart
      let pages = try await sideBySide(groups) { try publisher.pages($0, around: sources) }
      let made = outcomes.compactMap(\.made) + pages
      let wanted = Set(request.addresses.map { "\($0.organisation)/\($0.policy)/" })
      try publisher.commit(made, to: folder) { path in
        !wanted.isEmpty && !wanted.contains { path.hasPrefix($0) }
      }
      return PublishReport(
        documents: chosen.filter(\.isWanted).reduce(0) { $0 + $1.texts.count },
        files: made.reduce(0) { $0 + $1.part.files.count },
        rendered: made.reduce(0) { $0 + ($1.former == nil ? $1.part.files.count : 0) }, diagnostics: diagnostics)
    } catch {
      publisher.staging.discard()
      throw folder.told(error)
    }
  }

  private func unknown(_ address: Address) -> [Diagnostic] {
    let isThere = files.exists(location(address.choice == nil ? folder(of: address) : path(of: address)))
    return isThere ? [] : chain(address).diagnostics
  }

  // MARK: What was published before

  private func formerOutputs(_ folders: [String]) throws(FileFailure) -> [FormerOutput] {
    // What another program made may differ from what this one would make of the same sources.
    guard program != nil else { return [] }
    var found: [FormerOutput] = []
    for folder in folders {
      if let former = FormerOutput(try OutputFolder(path: folder, workspace: root, files: files)) {
        found.append(former)
      }
    }
    return found
  }

  /// Tells the running program from others; nil where the system does not say.
  private var program: String? {
    (try? files.stamp(of: "/proc/self/exe")).map { "\($0.bytes) \($0.written)" }
  }

  private func registerDigests() throws(FileFailure) -> [String] {
    let folder = "Policies/registers"
    guard files.exists(location(folder)) else { return [] }
    return try files.entries(of: location(folder)).filter { !$0.isFolder }
      .flatMap { [$0.name, fileDigest("\(folder)/\($0.name)")] }
  }

  // MARK: Templates

  func templates() throws(FileFailure) -> (Templates, [Diagnostic]) {
    Templates.read(try templateFiles(), folder: "Templates")
  }

  private func templateFiles() throws(FileFailure) -> [(path: String, bytes: [UInt8])] {
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
    try collect(location("Templates"), "")
    return found
  }
}

extension Ledger {
  var newestDecision: PartialDate? { records.compactMap(\.on).max() }
}

extension Array where Element: Hashable {
  /// Each once, in the order found: a base shared by many forks is complained of by each.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
