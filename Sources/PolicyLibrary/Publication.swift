import Amending
import PolicyModel
import Publishing

extension Library {
  /// A text with what surrounds it when it is published, or why it cannot be.
  func publication(
    _ address: Address, with companions: Set<Companion> = Set(Companion.allCases)
  ) -> (publication: Publication?, diagnostics: [Diagnostic]) {
    let chain = chain(address)
    guard !chain.hasErrors, let last = chain.levels.last, let text = resolved(chain.levels) else {
      return (nil, chain.diagnostics)
    }
    let base = resolved(chain.levels.dropLast())
    let publication = Publication(
      text.manuscript,
      template: last.file.isTemplate ? Amending.manuscript(of: text.stack, asTemplate: true).manuscript : nil,
      standing: base?.standingType,
      ledger: ledger(of: address).value ?? Ledger(),
      newest: (try? choose(address.policyAddress))?.choice ?? .draft,
      digest: text.digest,
      amended: (base?.manuscript.policy).map { AmendedText(title: $0.title, owner: $0.organisation.name.long) },
      redline: companions.contains(.changes) ? redline(to: text.resolution, of: address) : nil,
      variations: companions.contains(.variations) ? variations(of: text.resolution, chain.levels) : nil)
    return (publication, chain.diagnostics + text.diagnostics)
  }

  /// What changed since the edition before; of a draft, since the newest one.
  private func redline(to new: Resolution, of address: Address) -> Redline? {
    guard let editions = try? texts(of: address).editions,
      let before = editions.last(where: { edition in address.edition.map { edition < $0 } ?? true }),
      case let chain = chain(address.at(.edition(before))), !chain.hasErrors, let old = resolved(chain.levels)
    else { return nil }
    return Amending.redline(from: old.resolution, to: new)
  }

  /// What a fork says otherwise than the nearest text of another policy on which it rests.
  private func variations(of fork: Resolution, _ levels: [Level]) -> Variations? {
    guard let own = levels.last?.address.policyAddress, let written = fork.policy,
      let place = levels.lastIndex(where: { $0.address.policyAddress != own }),
      let base = resolved(levels[...place]), let policy = base.resolution.resolved,
      let terms = base.resolution.policy?.terms,
      let redline = Amending.redline(from: Amending.filledIn(base.stack, by: fork), to: fork)
    else { return nil }
    return Variations(from: policy, terms: terms, redline: redline, written: written)
  }
}
