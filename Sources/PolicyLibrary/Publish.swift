import PolicyModel
import PolicySource
import Publishing

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
    return try await undisturbed().publish(request, into: folder, progress: progress)
  }

  private func publish(
    _ request: PublishRequest, into folder: OutputFolder, progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> PublishReport {
    let (policies, strays) = try policies()
    let shells = try templateFiles()
    let fingerprints = SourceFingerprints(common: try common(request, shells))
    let formers = try formerOutputs([folder.path] + request.parts)
    let plans = try await sideBySide(policies) { try plan($0, request, fingerprints, formers) }
    let chosen = request.shard?.part(of: plans) ?? plans
    // The newest day in the ledgers, so that the same sources give the same bytes on any day.
    let asAt = request.asAt ?? plans.compactMap(\.newestDecision).max() ?? PartialDate(year: 2000)!
    let unknown = request.addresses.flatMap(unknown)
    var report = PublishReport(documents: chosen.filter(\.isWanted).reduce(0) { $0 + $1.texts.count })
    let staging = try Staging(of: folder)
    if let own = formers.first, own.holdsAll(of: chosen, isPart: request.shard != nil, in: folder, asAt: asAt),
      !(strays + unknown).hasErrors
    {
      report.files = own.memory.parts.values.reduce(0) { $0 + $1.files.count }
      report.diagnostics = strays + unknown
      await staging.discard()
      return report
    }
    let (register, registerProblems) = register()
    let (templates, templateProblems) = Templates.read(shells, folder: "Templates")
    let problems = strays + registerProblems + templateProblems + unknown
    let site = Site(
      addresses: Set(plans.flatMap(\.texts)), register: register, asAt: asAt, formats: request.formats,
      companions: request.companions)
    // What is asked of some policies says nothing of the site.
    let manner =
      request.addresses.isEmpty ? request.manner : formers.first?.memory.manner ?? PublishRequest().manner
    let publisher = Publisher(
      library: self, site: site, manner: manner, templates: templates, fingerprints: fingerprints,
      staging: staging, isRefused: problems.hasErrors, formers: formers)
    do {
      let outcomes = try await sideBySide(chosen, progress: progress) { try publisher.documents($0) }
      report.diagnostics = (problems + outcomes.flatMap(\.diagnostics)).unique
      guard !report.isRefused else {
        await staging.discard()
        return PublishReport(diagnostics: report.diagnostics)
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
      let wanted = Set(request.addresses.map { $0.names + "/" })
      // What is wrong with registers and templates is told again each time.
      try await publisher.commit(made, remembering: (registerProblems + templateProblems).isEmpty) { path in
        !wanted.isEmpty && !wanted.contains { path.hasPrefix($0) }
      }
      report.files = made.reduce(0) { $0 + $1.part.files.count }
      let used = Set(made.compactMap { $0.former?.folder.path })
      report.uselessParts = request.parts.filter { !used.contains(files.resolved($0)) }
      report.rendered = made.filter { $0.former == nil }.reduce(0) { $0 + $1.part.files.count }
      return report
    } catch {
      await staging.discard()
      throw folder.told(error)
    }
  }

  /// What to ask for so that a folder is published into as it was before; everything there is where that is not known.
  public func request(asPublishedTo output: String) throws(FileFailure) -> PublishRequest {
    let former = FormerOutput(try OutputFolder(path: output, workspace: root, files: files))
    return former.flatMap { PublishRequest(manner: $0.memory.manner) } ?? PublishRequest()
  }

  private func unknown(_ address: Address) -> [Diagnostic] {
    let isThere = exists(address.choice == nil ? folder(of: address) : path(of: address))
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

  /// Of what all documents have in common.
  private func common(
    _ request: PublishRequest, _ shells: [(path: String, bytes: [UInt8])]
  ) throws(FileFailure) -> Fingerprint {
    var sources = Fingerprint()
    for word in request.common + [program ?? ""] { sources.add(word) }
    if exists("Policies/registers") { try addFiles(in: "Policies/registers", to: &sources) }
    for (path, bytes) in shells {
      sources.add(path)
      sources.add(bytes)
    }
    return sources
  }
}

extension Ledger {
  /// The newest day that has come for certain: of a decision in 2026 no more is known than that the year has begun.
  var newestDecision: PartialDate? { records.compactMap(\.on?.earliest).max() }
}
