import Amending
import PolicyModel
import PolicySource
import Publishing

/// What publishing asks for.
public struct PublishRequest: Sendable {
  /// What documents are published as.
  public typealias Format = Publishing.Format

  /// The texts wanted; all of them where none is named.
  public var addresses: [Address]
  /// What each document is published as; everything there is, unless told.
  public var formats: Set<Format>
  /// Whether drafts are published beside editions.
  public var includesDrafts: Bool
  /// The day by which reviews are due; the newest in the ledgers where none is given.
  public var asAt: PartialDate?

  public init(
    addresses: [Address] = [], formats: Set<Format> = Set(Format.allCases), includesDrafts: Bool = false,
    asAt: PartialDate? = nil
  ) {
    self.addresses = addresses
    self.formats = formats
    self.includesDrafts = includesDrafts
    self.asAt = asAt
  }
}

/// What publishing did.
public struct PublishReport: Sendable {
  /// How many texts were published; 0 where the output was left as it was.
  public var documents: Int
  /// How many files were written, the pages around the documents included; 0 where the output was left as it was.
  public var files: Int
  /// Every problem met, each once; a single error keeps all from being published.
  public var diagnostics: [Diagnostic]

  /// Whether the output was left as it was.
  public var isRefused: Bool { diagnostics.hasErrors }
}

extension Library {
  /// Publishes policies into a folder, all at once or not at all.
  ///
  /// - Parameters:
  ///   - output: the folder, absolute; what another hand put there stays.
  ///   - progress: told how many texts of how many are resolved.
  /// - Throws: when the workspace cannot be listed or the output cannot be written; the old output then stands whole.
  public func publish(
    _ request: PublishRequest, to output: String, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> PublishReport {
    let folder = try OutputFolder(path: output, workspace: root, files: files)
    let reading = try share()
    defer { reading.release() }
    let (policies, strays) = try policies()
    let (register, registerProblems) = register()
    let (templates, templateProblems) = try templates()
    var diagnostics = strays + registerProblems + templateProblems
    // The register lists every policy, whichever documents are wanted, and none may be wrong.
    for address in request.addresses { diagnostics += unknown(address) }
    for policy in policies { diagnostics += try verify(policy) }
    let texts = try texts(policies, request)
    let outcomes = await resolveAll(texts, progress: progress)
    diagnostics = (diagnostics + outcomes.flatMap(\.diagnostics)).unique
    guard !diagnostics.hasErrors else { return PublishReport(documents: 0, files: 0, diagnostics: diagnostics) }
    let publications = outcomes.compactMap(\.publication)
    let site = Site(
      publications: publications, organisations: organisations(of: publications), register: register,
      asAt: request.asAt ?? newestDecision(publications), formats: request.formats)
    let named = request.addresses.isEmpty ? nil : Set(request.addresses.map(\.policyAddress))
    let wanted = texts.filter { named?.contains($0.policyAddress) ?? true }
    let rendered = site.render(templates, documentsOf: Set(wanted))
    try folder.replace(with: rendered, onlyOf: named)
    return PublishReport(documents: wanted.count, files: rendered.count, diagnostics: diagnostics)
  }

  // MARK: Which texts

  /// Every edition, and the drafts that are asked for, put before readers, or that nothing else stands for.
  private func texts(_ policies: [Address], _ request: PublishRequest) throws(FileFailure) -> [Address] {
    var chosen: [Address] = []
    for policy in policies {
      let (editions, hasDraft) = try texts(of: policy)
      chosen += editions.map { policy.at(.edition($0)) }
      guard hasDraft else { continue }
      let draft = policy.at(.draft)
      let isAskedFor = request.includesDrafts || request.addresses.contains(draft)
      if isAskedFor || editions.isEmpty || isProposal(draft) { chosen.append(draft) }
    }
    return chosen
  }

  /// Whether a draft is put before readers ahead of the decision; one that cannot be read is not passed over in silence.
  private func isProposal(_ draft: Address) -> Bool {
    let file = text(draft).text.value
    return file == nil || file?.proposal != nil
  }

  private func unknown(_ address: Address) -> [Diagnostic] {
    let isThere = files.exists(location(address.choice == nil ? folder(of: address) : path(of: address)))
    return isThere ? [] : chain(address).diagnostics
  }

  /// What became of one text.
  struct Outcome: Sendable {
    var publication: Publication?
    var diagnostics: [Diagnostic]
  }

  /// The one place where work runs side by side: texts do not depend on one another once their bases are read.
  private func resolveAll(_ addresses: [Address], progress: @Sendable (Int, Int) -> Void) async -> [Outcome] {
    await withTaskGroup(of: (Int, Outcome).self) { group in
      var results = [Outcome?](repeating: nil, count: addresses.count)
      var next = 0
      func startNext() {
        guard next < addresses.count else { return }
        let (index, address) = (next, addresses[next])
        group.addTask { (index, publication(address)) }
        next += 1
      }
      for _ in 0..<atOnce { startNext() }
      var done = 0
      while let (index, result) = await group.next() {
        results[index] = result
        done += 1
        progress(done, addresses.count)
        startNext()
      }
      return results.compactMap { $0 }
    }
  }

  /// A text with what surrounds it when it is published, or why it cannot be.
  func publication(_ address: Address) -> Outcome {
    let chain = chain(address)
    guard !chain.hasErrors, let last = chain.levels.last else {
      return Outcome(publication: nil, diagnostics: chain.diagnostics)
    }
    let resolution = Amending.resolve(chain.levels)
    let diagnostics = chain.diagnostics + resolution.diagnostics
    guard let resolved = resolution.resolved else { return Outcome(publication: nil, diagnostics: diagnostics) }
    let template = last.file.isTemplate ? Amending.resolve(chain.levels, asTemplate: true).resolved : nil
    let publication = Publication(
      policy: resolved, template: template, ledger: ledger(of: address).value ?? Ledger(),
      newest: (try? choose(address.policyAddress))?.choice ?? .draft,
      digest: resolved.digest, redline: redline(to: resolution, of: address),
      variations: variations(of: resolution, chain.levels))
    return Outcome(publication: publication, diagnostics: diagnostics)
  }

  /// What changed since the edition before; of a draft, since the newest one.
  private func redline(to new: Resolution, of address: Address) -> Redline? {
    guard let editions = try? texts(of: address).editions,
      let before = editions.last(where: { edition in address.edition.map { edition < $0 } ?? true }),
      case let chain = chain(address.at(.edition(before))), !chain.hasErrors
    else { return nil }
    return Amending.redline(from: Amending.resolve(chain.levels), to: new)
  }

  /// What a fork says otherwise than the nearest text of another policy on which it rests.
  private func variations(of fork: Resolution, _ levels: [Level]) -> Variations? {
    guard let own = levels.last?.address.policyAddress, let written = fork.policy,
      let base = levels.lastIndex(where: { $0.address.policyAddress != own })
    else { return nil }
    let texts = Array(levels[...base])
    let (plain, filled) = (Amending.resolve(texts), Amending.filledIn(texts, by: fork))
    guard let resolved = plain.resolved, let terms = plain.policy?.terms,
      let redline = Amending.redline(from: filled, to: fork)
    else { return nil }
    return Variations(from: resolved, terms: terms, redline: redline, written: written)
  }

  /// How many texts are under way at once: enough for the cores of a small machine, few enough to hold in memory.
  private var atOnce: Int { 8 }

  // MARK: What surrounds them

  private func organisations(of publications: [Publication]) -> [String: Organisation] {
    var organisations: [String: Organisation] = [:]
    for name in Set(publications.map(\.policy.address.organisation)) { organisations[name] = organisation(name).value }
    return organisations
  }

  /// The newest day in the ledgers, so that the same sources give the same bytes on any day.
  private func newestDecision(_ publications: [Publication]) -> PartialDate {
    publications.flatMap { $0.ledger.records.compactMap(\.on) }.max() ?? PartialDate(year: 2000)!
  }

  func templates() throws(FileFailure) -> (Templates, [Diagnostic]) {
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
    return Templates.read(found, folder: "Templates")
  }
}

extension Array where Element: Hashable {
  /// Each once, in the order found: a base shared by many forks is complained of by each.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
