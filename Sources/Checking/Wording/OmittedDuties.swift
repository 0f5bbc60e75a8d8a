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
    lazy var said = Set(duties.map(\.substance))
    return instrument.amendments.enumerated().compactMap { index, amendment in
      guard case .omit(let target) = amendment.operation, let omitted = base.policy.clause(target) else { return nil }
      let gone = omitted.binding.map(\.identity).filter { !kept.contains($0) }
      let lost = gone.lazy.flatMap { base.duties[$0] ?? [] }.first { duty in
        duty.force != .may && !said.contains(duty.substance)
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
  /// What it asks, whoever says so and where.
  fileprivate var substance: [String] { [force.rawValue, act.lowercased()] }
}

extension ResolvedPolicy {
  fileprivate func clause(_ target: Target) -> ResolvedClause? {
    flat.map(\.clause).first { clause in
      switch target {
      case .identity(let identity): clause.identity == identity
      case .number(let number): clause.number == number
      }
    }
  }
}

extension ResolvedClause {
  /// The clause and all below it but for what is optional.
  fileprivate var binding: [ResolvedClause] {
    content.tailoring == .optional ? [] : [self] + clauses.flatMap(\.binding)
  }
}
