import PolicyModel
import Reading

extension Check {
  static let weakenedDuty = Check(
    .weakenedDuty, .warning, "A clause of a fork binds less than the clause of the base that it amends."
  ) { text, check in
    guard let base = text.base?.policy else { return [] }
    let clauses = Dictionary(base.flat.map { ($0.clause.identity, $0.clause) }) { first, _ in first }
    let weakened = text.resolved.flat.compactMap { entry -> Diagnostic? in
      let touches = entry.clause.provenance.amendedBy.filter { $0.by == text.resolved.address }
      guard !touches.isEmpty, let old = clauses[entry.clause.identity] else { return nil }
      let weaker = strengthChanges(from: old.plainText, to: entry.clause.plainText).changes
        .filter { $0.direction == .weaker }.map(\.reason)
      guard !weaker.isEmpty else { return nil }
      let reason = touches.compactMap(\.reason).last
      return check.finding(
        "a duty is weaker here than in \(base.address): \(weaker.joined(separator: "; "))",
        remedy: reason == nil ? "bind as the base does, or give the reason in a line “Because: …”" : nil,
        about: .clause(entry.clause.identity),
        notes: reason.map { [Diagnostic.Note("the reason given is: \($0.plain)", about: .clause(old.identity))] } ?? [])
    }
    return weakened + text.omittedDuties(of: base, check)
  }
}
