import PolicyModel
import Reading

extension CheckedText {
  /// Where a fork omits a clause by which its base binds somebody, and says nowhere else what the clause says.
  ///
  /// Clauses that the base marks as optional may be left out without more ado.
  func omittedDuties(of base: CheckedBase, _ check: Check) -> [Diagnostic] {
    guard case .instrument(let instrument) = file.body else { return [] }
    // Few forks omit anything.
    lazy var kept = Set(resolved.flat.map(\.clause.identity))
    return instrument.amendments.enumerated().compactMap { index, amendment in
      guard case .omit(let target) = amendment.operation, let omitted = base.clause(target) else { return nil }
      let gone = omitted.binding.map(\.identity).filter { !kept.contains($0) }
      let lost = gone.lazy.flatMap { base.duties[$0] ?? [] }.first { duty in
        duty.force != .may && !duties.contains { $0.asks(sameAs: duty) }
      }
      guard let lost else { return nil }
      let reason = amendment.reason
      return check.finding(
        "a duty of \(base.policy.address) is left out here: “\(lost.sentence)”",
        remedy: reason == nil ? "keep it, or give the reason in a line “Because: …”" : nil, about: .amendment(index),
        notes: reason.map { [Diagnostic.Note("the reason given is: \($0.plain)", about: .amendment(index))] } ?? [])
    }
  }
}

extension Duty {
  /// Whether it asks what another does, whoever says so and where.
  fileprivate func asks(sameAs other: Duty) -> Bool {
    // In small letters it is as long, and to make them takes time.
    force == other.force && act.utf8.count == other.act.utf8.count && act.lowercased() == other.act.lowercased()
  }
}

extension CheckedBase {
  fileprivate func clause(_ target: Target) -> ResolvedClause? {
    switch target {
    case .identity(let identity): clauses[identity]
    case .number(let number): policy.flat.map(\.clause).first { $0.number == number }
    }
  }
}

extension ResolvedClause {
  /// The clause and all below it but for what is optional.
  fileprivate var binding: [ResolvedClause] {
    content.tailoring == .optional ? [] : [self] + clauses.flatMap(\.binding)
  }
}
