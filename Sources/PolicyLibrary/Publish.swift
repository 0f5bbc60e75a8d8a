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
  public var documents: Int
  public var files: Int
  public var diagnostics: [Diagnostic]

  /// Whether the output was left as it was.
  public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }
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
    let (policies, strays) = try policies()
    let (register, registerProblems) = register()
    let (templates, templateProblems) = try templates()
    var diagnostics = strays + registerProblems + templateProblems
    let wanted = try chosenTexts(request.addresses.isEmpty ? policies : request.addresses, request, &diagnostics)
    for policy in Set(wanted.map(\.policyAddress)).sorted(by: { $0.description < $1.description }) {
      diagnostics += try verify(policy)
    }
    // The register lists every policy, whichever documents are wanted.
    let all = Set(wanted).union(try chosenTexts(policies, request, &diagnostics)).sorted {
      $0.description < $1.description
    }
    let results = await resolveAll(all, progress: progress)
    for (address, result) in zip(all, results) where wanted.contains(address) { diagnostics += result.diagnostics }
    diagnostics = diagnostics.unique
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
      return PublishReport(documents: 0, files: 0, diagnostics: diagnostics)
    }
    let publications = results.filter { !$0.hasErrors }.compactMap(\.publication)
    let site = Site(
      publications: publications, organisations: organisations(of: publications), register: register,
      asAt: request.asAt ?? newestDecision(publications))
    let files = site.render(templates, formats: request.formats, documentsOf: Set(wanted))
    let replaced = request.addresses.isEmpty ? nil : Set(wanted.map(\.policyAddress))
    try OutputFolder(path: output, files: self.files).replace(with: files, onlyOf: replaced)
    return PublishReport(documents: wanted.count, files: files.count, diagnostics: diagnostics)
  }

  // MARK: Which texts

  private func chosenTexts(
    _ named: [Address], _ request: PublishRequest, _ diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> [Address] {
    var chosen: [Address] = []
    for address in named {
      guard files.exists(location(folder(of: address))) else {
        diagnostics += chain(address).diagnostics
        continue
      }
      if address.choice != nil {
        chosen.append(address)
        continue
      }
      let (editions, hasDraft) = try texts(of: address)
      chosen += editions.map { address.at(.edition($0)) }
      if hasDraft, request.includesDrafts || editions.isEmpty { chosen.append(address.at(.draft)) }
    }
    return chosen
  }

  private struct Result: Sendable {
    var publication: Publication?
    var diagnostics: [Diagnostic]

    var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
  }

  /// The one place where work runs side by side: texts do not depend on one another once their bases are read.
  private func resolveAll(_ addresses: [Address], progress: @Sendable (Int, Int) -> Void) async -> [Result] {
    await withTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: addresses.count)
      var next = 0
      func startNext() {
        guard next < addresses.count else { return }
        let (index, address) = (next, addresses[next])
        group.addTask { (index, publication(address)) }
        next += 1
      }
      for _ in 0..<8 { startNext() }
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

  private func publication(_ address: Address) -> Result {
    let chain = chain(address)
    guard !chain.hasErrors, let last = chain.levels.last else {
      return Result(publication: nil, diagnostics: chain.diagnostics)
    }
    let resolution = Amending.resolve(chain.levels)
    let diagnostics = chain.diagnostics + resolution.diagnostics
    guard let resolved = resolution.resolved else { return Result(publication: nil, diagnostics: diagnostics) }
    let template = last.file.isTemplate ? Amending.resolve(chain.levels, asTemplate: true).resolved : nil
    let (editions, hasDraft) = (try? texts(of: address)) ?? ([], false)
    let publication = Publication(
      policy: resolved, template: template, ledger: ledger(of: address).value ?? Ledger(),
      texts: editions.map { .edition($0) } + (hasDraft ? [.draft] : []),
      newest: (try? choose(address.policyAddress))?.choice ?? .draft,
      digest: digest(Array(resolved.flattened.canonicalText.utf8)))
    return Result(publication: publication, diagnostics: diagnostics)
  }

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

  private func templates() throws(FileFailure) -> (Templates, [Diagnostic]) {
    var found: [(path: String, text: String)] = []
    func collect(_ folder: String, _ prefix: String) throws(FileFailure) {
      for entry in try files.entries(of: folder) {
        if entry.isFolder {
          try collect("\(folder)/\(entry.name)", prefix + entry.name + "/")
        } else {
          let bytes = try files.contents(of: "\(folder)/\(entry.name)", limit: largestPolicyFile)
          found.append((prefix + entry.name, String(decoding: bytes, as: UTF8.self)))
        }
      }
    }
    try collect(location("Templates"), "")
    return Templates.read(found, folder: "Templates")
  }
}

extension [Diagnostic] {
  /// Each problem once, in the order found: a base shared by many forks is complained of by each.
  fileprivate var unique: [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
  }
}
