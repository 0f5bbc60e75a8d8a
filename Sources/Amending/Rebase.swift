import PolicyModel

/// Amendments on a new edition of their base, and what became of each on the way.
public struct Rebased: Hashable, Sendable {
  /// In the order of application; those that wait for a decision are not among them.
  public var amendments: [Amendment]
  /// One for each of the old amendments, in their order.
  public var decisions: [Decision]
  /// What the old edition gave terms as values that words of the fork use and to which the new one gives none.
  package var orphanedTerms: [String: TermValue] = [:]
  /// Where words of the fork refer to what may say something else now.
  package var strayReferences: [StrayReference] = []

  public init(amendments: [Amendment], decisions: [Decision]) {
    self.amendments = amendments
    self.decisions = decisions
  }

  /// The amendments with values for some terms where they give none, in the order in which a file holds them.
  package func amendments(giving terms: [String: TermValue]) -> [Amendment] {
    let given = Set(amendments.compactMap(\.operation.termValue?.name))
    let added = terms.filter { !given.contains($0.key) }.map { Amendment(.setDocument(.term($0, $1))) }
    return (amendments + added).inWrittenOrder
  }
}

/// Takes the amendments of a fork from one edition of its base to another.
///
/// An amendment that does not meet what the new edition changed stays as it is: it does not matter there who amends first.
/// Where both changed one line in different words, the changes are put together. The rest is for somebody to decide.
///
/// - Parameters:
///   - ours: amendments that apply to the old edition without an error.
///   - change: what the new edition changed.
///   - choices: what was decided, by the places of the amendments; where nothing is to be decided, a choice is passed over.
///   - edition: where the new edition is found; decided amendments name it.
///   - asOwner: whether ours may touch what is locked for forks.
///   - reading: how the words of decisions are said.
public func rebase(
  _ ours: [Amendment], over change: BaseChange, choices: [Int: Decision.Choice] = [:],
  decidedOn edition: Address? = nil, asOwner: Bool = false,
  reading: PlainReading = .asWritten
) -> Rebased {
  var rebasing = Rebasing(
    ours.namingTargets(in: change.old), over: change, choices: choices, edition: edition, asOwner: asOwner,
    reading: reading)
  rebasing.takeAll()
  return rebasing.rebased
}
