import Amending
import PolicyModel
import PolicySource

extension Library {
  /// A text and all it rests on, ready to be resolved.
  public struct Chain: Sendable {
    /// The text with no base first.
    public var levels: [Level]
    /// What is wrong with the texts, or with the way from one to the next.
    public var diagnostics: [Diagnostic]

    /// Whether a text is missing or broken, so that the levels cannot be resolved.
    public var hasErrors: Bool { diagnostics.hasErrors }
  }

  /// Many times what counties, federations and schools come to.
  private static let longestChain = 50

  /// Follows the bases of a text up to the one that amends nothing.
  public func chain(_ address: Address) -> Chain {
    var levels: [Level] = []
    var diagnostics: [Diagnostic] = []
    var visited: [Address] = []
    var next: (address: Address, namedAt: SourcePosition?)? = (address, nil)
    while let (address, namedAt) = next {
      if visited.contains(address) {
        diagnostics.append(
          Diagnostic(
            .cycle, "\(address) amends itself" + wayOf(visited.drop { $0 != address }.dropFirst()),
            remedy: "let one of them amend another base, or nothing", at: namedAt))
        break
      }
      guard visited.count < Library.longestChain else {
        diagnostics.append(
          Diagnostic(
            .longChain, "more than \(Library.longestChain) texts amend each other in a row",
            remedy: "let \(visited[0]) amend a text farther up, such as the county's", at: namedAt))
        break
      }
      visited.append(address)
      guard let level = level(address, namedAt: namedAt, &diagnostics) else { break }
      levels.insert(level, at: 0)
      next = level.file.base.map { ($0, level.sourceMap[.frontMatter("amends")]) }
    }
    return Chain(levels: levels, diagnostics: diagnostics)
  }

  /// Resolves a text with all it rests on; every problem of the chain is among the diagnostics.
  public func resolve(_ address: Address) throws(FileFailure) -> Resolution {
    if address.choice == nil, case let problems = try undecided(address), !problems.isEmpty {
      return Resolution(resolved: nil, policy: nil, diagnostics: problems)
    }
    return resolve(chain(try choose(address)))
  }

  /// Resolves the levels of a chain, unless one of them is missing or broken.
  func resolve(_ chain: Chain) -> Resolution {
    guard !chain.hasErrors else { return Resolution(resolved: nil, policy: nil, diagnostics: chain.diagnostics) }
    guard let stack = stack(chain.levels) else {
      return Resolution(resolved: nil, policy: nil, diagnostics: chain.diagnostics)
    }
    var resolution = Amending.resolve(stack)
    resolution.diagnostics = chain.diagnostics + resolution.diagnostics
    return resolution
  }

  /// Why no text of a policy can be chosen: a ledger that cannot be read, or editions of which none is approved.
  func undecided(_ policy: Address) throws(FileFailure) -> [Diagnostic] {
    guard exists(folder(of: policy)) else { return [] }
    let ledger = ledger(of: policy)
    if ledger.diagnostics.hasErrors { return ledger.diagnostics }
    let (editions, hasDraft) = try texts(of: policy)
    guard let oldest = editions.first, !hasDraft, try choose(policy).choice == .draft else { return [] }
    return [unfinishedRatification(of: policy, oldest, ledger.sourceMap)]
  }

  private func level(
    _ address: Address, namedAt: SourcePosition?, _ diagnostics: inout [Diagnostic]
  ) -> Level? {
    guard exists(path(of: address)) else {
      diagnostics.append(missing(address, namedAt: namedAt))
      return nil
    }
    let text = text(address).text
    diagnostics += text.diagnostics
    guard let file = text.value else { return nil }
    diagnostics += problems(of: file, at: address, text.sourceMap)
    let organisation: Organisation?
    if address.edition != nil {
      organisation = file.organisation
    } else {
      let current = self.organisation(address.organisation)
      diagnostics += current.diagnostics
      organisation = current.value
    }
    return organisation.map { Level(address: address, file: file, sourceMap: text.sourceMap, organisation: $0) }
  }

  /// What an edition must hold so that it depends on nothing that may change.
  func problems(of file: PolicyFile, at address: Address, _ sourceMap: SourceMap) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    func report(_ rule: Rule, _ message: String, _ remedy: String, _ subject: Subject) {
      problems.append(Diagnostic(rule, message, remedy: remedy, at: sourceMap.nearest(subject)))
    }
    guard let edition = address.edition else { return [] }
    if file.edition != edition {
      report(
        .wrongEdition, "the file is named \(edition), but says edition \(file.edition?.description ?? "nothing")",
        "write edition: \"\(edition)\"", .frontMatter("edition"))
    }
    if file.organisation == nil {
      report(
        .unfrozenEdition, "the edition does not hold its organisation's name",
        "write organisation: with name: and kind:, as organisation.yaml has them", .frontMatter("organisation"))
    }
    if let base = file.base, base.edition == nil {
      report(
        .restsOnDraft, "a ratified text cannot amend the draft \(base)",
        "ratify the base first, then amend that edition",
        .frontMatter("amends"))
    }
    for place in sourceMap.unidentified {
      problems.append(
        Diagnostic(
          .missingIdentity, "this clause of a ratified text has no identity",
          remedy: "run “clausebook format” on the draft before ratifying it", at: place))
    }
    return problems
  }

  private func wayOf(_ addresses: ArraySlice<Address>) -> String {
    addresses.isEmpty ? "" : ", by way of " + addresses.map(\.description).joined(separator: ", ")
  }

  private func missing(_ address: Address, namedAt: SourcePosition?) -> Diagnostic {
    let folder = location(folder(of: address))
    let (editions, hasDraft) = (try? texts(of: address)) ?? ([], false)
    let there = (editions.map(\.description) + (hasDraft ? ["draft"] : [])).joined(separator: ", ")
    let known = ((try? policies().addresses) ?? []).map(\.description)
    let address = files.exists(folder) || namedAt != nil ? address : address.policyAddress
    let remedy =
      files.exists(folder)
      ? (there.isEmpty
        ? strays(of: address).first.map { "call \($0) in its folder draft.md" } ?? "put a draft.md into its folder"
        : "its texts are: \(there)")
      : nearest(to: address.policyAddress.description, among: known).map { "did you mean \($0)?" }
        ?? "the policies are: \(known.joined(separator: ", "))"
    return Diagnostic(
      namedAt == nil ? .unknownAddress : .missingBase,
      namedAt == nil ? "there is no \(address)" : "the base \(address) is not found", remedy: remedy, at: namedAt)
  }
}
