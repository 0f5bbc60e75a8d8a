/// Which edition of a policy was in force on a day, as far as its ledger tells.
public enum Standing: Hashable, Sendable {
  case inForce(Edition)
  /// The first edition, approved nobody knows when, was in force until the next one was approved.
  case presumed(Edition)
  /// It is not recorded since when this edition was in force, so that it may be this one or one before it.
  case unknown(Edition)
  /// None is known to have been: the first edition was approved later.
  case notYet(first: Ledger.Record)
  /// No edition is approved.
  case never
}

extension Ledger {
  /// The edition in force on a day: the newest one approved by then, or reviewed, for what was reviewed was in force.
  public func standing(asAt date: PartialDate) -> Standing {
    let approvals = records.filter { $0.event.isApproval }.sorted { $0.edition < $1.edition }
    let known = Set(records.filter { $0.on.map { $0.latest <= date.latest } ?? false }.map(\.edition))
    let current = approvals.last { known.contains($0.edition) }?.edition
    let later = approvals.filter { approval in current.map { $0 < approval.edition } ?? true }
    guard let next = later.first else { return current.map { .inForce($0) } ?? .never }
    // Editions follow one another: all behind one that was approved later were approved later.
    if next.on != nil { return current.map { .inForce($0) } ?? .notYet(first: next) }
    let isPresumed = current == nil && later.count > 1 && later[1].on != nil
    return isPresumed ? .presumed(next.edition) : .unknown(next.edition)
  }
}
