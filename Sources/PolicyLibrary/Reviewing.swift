import PolicyModel
import Publishing

/// What making a meeting pack did.
public struct ReviewReport: Sendable {
  /// The text that the pack is about; nil where none was made.
  public var address: Address?
  /// The files written, below the folder: the page, then the Markdown; none where the folder was left as it was.
  public var files: [String]
  /// What stands in the way of a pack, and what is to be known of the texts besides.
  public var diagnostics: [Diagnostic]

  /// Whether the folder was left as it was.
  public var isRefused: Bool { files.isEmpty }
}

extension Library {
  /// Writes the pack with which a board decides on a text, as one page and as Markdown, both or none.
  ///
  /// - Parameters:
  ///   - address: the text; where none is chosen, the draft, or the edition in force where there is no draft.
  ///   - date: the day on which it is judged.
  ///   - output: the folder, absolute; what another hand put there and other packs stay.
  /// - Throws: when the workspace cannot be read or the folder cannot be written; it then is as it was.
  public func review(
    _ address: Address, asAt date: PartialDate, to output: String
  ) async throws -> ReviewReport {
    let folder = try OutputFolder(path: output, workspace: root, files: files)
    let (templates, broken) = try templates()
    let (pack, problems) = try pack(for: address, asAt: date)
    let diagnostics = (broken + problems).unique
    guard let pack, !diagnostics.hasErrors else {
      return ReviewReport(address: nil, files: [], diagnostics: diagnostics)
    }
    let rendered = templates.render(pack)
    try await folder.replace(with: rendered)
    return ReviewReport(address: pack.publication.address, files: rendered.map(\.path), diagnostics: diagnostics)
  }

  private func pack(
    for address: Address, asAt date: PartialDate
  ) throws(FileFailure) -> (pack: ReviewPack?, diagnostics: [Diagnostic]) {
    let reading = try share()
    defer { reading.release() }
    let policy = address.policyAddress
    guard exists(folder(of: policy)) else { return (nil, chain(address).diagnostics) }
    let latest = try latest(policy)
    let text = address.choice == nil ? latest : address
    let (register, entries, strays) = placedRegister()
    let outcome = publication(text)
    let problems =
      try strays + verify(policy) + superseded(text) + [ledger(of: policy).refusal(of: date)].compactMap { $0 }
      + outcome.diagnostics.filter { $0.severity == .error }
    guard var publication = outcome.publication, !problems.hasErrors else { return (nil, problems) }
    publication.digest = publication.manuscript.filled.digest
    let sources = Dictionary(publication.manuscript.policy.bases.map { (path(of: $0), $0) }) { first, _ in first }
    let chain = chain(text)
    let checker = Checker(library: self, register: register, entries: entries, date: date)
    let obstacles = obstacles(to: chain, on: date)
    let findings = checker.ownFindings(of: chain).filter { finding in !obstacles.contains { $0.problem == finding } }
    let pack = ReviewPack(
      publication: publication,
      findings: findings.map { ReviewPack.Finding($0, writtenIn: $0.position.flatMap { sources[$0.path] }) },
      obstacles: obstacles,
      proposedEdition: text == policy.at(.draft) ? chain.levels.last?.file.edition : nil,
      base: try standing(of: publication, isLatest: text == latest), register: register, asAt: date)
    return (pack, problems)
  }

  /// What would keep a draft from being ratified; the same of many clauses once.
  private func obstacles(to chain: Chain, on date: PartialDate) -> [ReviewPack.Finding] {
    guard let level = chain.levels.last, level.address.choice == .draft else { return [] }
    let edition = level.file.edition ?? Edition("1.0")!
    let found = obstacles(to: chain, resolve(chain).policy) + obstacles(in: level, as: edition)
    let errors = errors(in: chain, as: edition, on: date).map { ReviewPack.Finding($0, writtenIn: nil) }
    let messages = found.map(\.message)
    return found.enumerated().filter { messages.firstIndex(of: $1.message) == $0 }.map { _, problem in
      ReviewPack.Finding(problem, writtenIn: nil, times: messages.count { $0 == problem.message })
    } + errors
  }

  /// Nobody decides on an edition that another one took the place of.
  private func superseded(_ text: Address) -> [Diagnostic] {
    guard let edition = text.edition, let ledger = ledger(of: text).value, ledger.approval(of: edition) != nil,
      let newest = ledger.newest, edition < newest
    else { return [] }
    return [
      Diagnostic(
        .notInForce, "edition \(edition) of \(text.policyAddress) was superseded by edition \(newest)",
        remedy: "review the text in force: clausebook review \(text.at(.edition(newest)))",
        at: SourcePosition(path: ledgerPath(of: text), line: 1, column: 1))
    ]
  }

  /// What a draft takes from its base that the text in force does not have; nil where both rest on one edition.
  private func news(of base: Address, since former: Address?) throws(FileFailure) -> BaseNews? {
    guard let former, former.policyAddress == base.policyAddress, let old = former.edition, let new = base.edition,
      old < new
    else { return nil }
    let behind = try texts(of: base).editions.count { old < $0 && $0 <= new }
    return BaseNews(
      from: former, to: base, behind: behind, redline: try compare(former, base).redline, meetings: [])
  }

  /// - Parameter isLatest: whether it is the text that would be updated.
  private func standing(of publication: Publication, isLatest: Bool) throws(FileFailure) -> BaseStanding {
    let text = publication.manuscript.policy
    guard let base = text.bases.first else { return .ownText }
    guard isLatest else {
      let newest = try choose(base.policyAddress)
      let why = "What taking \(newest.choice ?? .draft) would do is told of the draft: leave out the edition."
      return newest == base ? .current(base) : .unknown(base, why: why)
    }
    let (updates, problems) = try prospect(of: text.address)
    guard let update = updates.last, update.address == text.address else {
      return problems.hasErrors
        ? .unknown(base, why: "What taking it would do cannot be told: \(problems[0].message).")
        : try news(of: base, since: publication.redline?.old.bases.first).map { .taken($0) } ?? .current(base)
    }
    let meetings = zip(update.numbers, update.decisions).map { (place: $0 ?? $1.target, decision: $1) }
    let redline = update.to.edition == nil ? nil : try compare(update.from, update.to).redline
    return .behind(
      BaseNews(from: update.from, to: update.to, behind: update.editionsBehind, redline: redline, meetings: meetings))
  }
}
