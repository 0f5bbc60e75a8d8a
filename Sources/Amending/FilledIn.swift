import PolicyModel

/// A base as it reads with the terms of a fork filled in: what the fork would say if it did no more than that.
///
/// - Parameters:
///   - base: the base with all it rests on, kept for its forks.
///   - fork: the text that fills in the terms, with its organisation.
package func filledIn(_ base: LevelStack, by fork: Resolution) -> Resolution {
  guard let organisation = fork.resolved?.organisation, let terms = fork.policy?.terms else {
    return Resolution(resolved: nil, policy: nil, diagnostics: [])
  }
  let address = base.levels.last!.address
  let settings = terms.sorted { $0.key < $1.key }.map { Amendment(.setDocument(.term($0, $1))) }
  let filling = Level(
    address: address, file: PolicyFile(.instrument(Instrument(base: address, amendments: settings))),
    organisation: organisation)
  return resolve(base.adding(filling))
}
