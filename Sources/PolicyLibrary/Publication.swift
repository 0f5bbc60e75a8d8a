import Amending
import PolicyModel
import Publishing

extension Library {
  /// A text with what surrounds it when it is published, or why it cannot be.
  func publication(
    _ address: Address, with companions: Set<Companion> = Set(Companion.allCases)
  ) -> (publication: Publication?, diagnostics: [Diagnostic]) {
    let chain = chain(address)
    guard !chain.hasErrors, let last = chain.levels.last else { return (nil, chain.diagnostics) }
    let resolution = Amending.resolve(chain.levels)
    let diagnostics = chain.diagnostics + resolution.diagnostics
    guard let resolved = resolution.resolved else { return (nil, diagnostics) }
    let publication = Publication(
      policy: resolved,
      template: last.file.isTemplate ? Amending.resolve(chain.levels, asTemplate: true).resolved : nil,
      ledger: ledger(of: address).value ?? Ledger(),
      newest: (try? choose(address.policyAddress))?.choice ?? .draft,
      digest: resolved.digest,
      amended: amended(by: chain.levels),
      redline: companions.contains(.changes) ? redline(to: resolution, of: address) : nil,
      variations: companions.contains(.variations) ? variations(of: resolution, chain.levels) : nil)
    return (publication, diagnostics)
  }

  private func amended(by levels: [Level]) -> AmendedText? {
    guard let base = Amending.resolve(levels.dropLast()).resolved else { return nil }
    return AmendedText(title: base.title, owner: base.organisation.name.long)
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
}
