import PolicyModel
import Reading

extension Check {
  static let weakenedDuty = Check(
    .weakenedDuty, .warning, "A clause of a fork binds less than the clause of the base that it amends."
  ) { text, check in
    guard let base = text.base else { return [] }
    let comparison = ForkComparison(text, base)
    let touched = Set(
      text.resolved.flat.map(\.clause).filter { !$0.provenance.touches(by: text.resolved.address).isEmpty }.map(
        \.identity))
    let (oldStems, newStems) = (stems(of: base.policy, above: touched), stems(of: text.resolved, above: touched))
    let weakened = text.resolved.flat.compactMap { entry -> Diagnostic? in
      let touches = entry.clause.provenance.touches(by: text.resolved.address)
      guard !touches.isEmpty, let old = base.clauses[entry.clause.identity], old.plainText != entry.clause.plainText
      else {
        return nil
      }
      let reason = touches.compactMap(\.reason).last
      // What is left out for a reason mostly stands elsewhere in other words.
      let losses = reason == nil ? comparison.losses(in: entry.clause.identity) : []
      let weaker =
        strengthChanges(
          from: old.plainText, to: entry.clause.plainText,
          under: (oldStems[entry.clause.identity], newStems[entry.clause.identity])
        ).changes
        .filter { $0.direction == .weaker }.map(\.reason) + losses
      guard !weaker.isEmpty else { return nil }
      let words = text.wordsThroughout(weakening: entry.clause, telling: weaker)
      let subject: Subject = words.map { .words($0, in: entry.clause.identity) } ?? .clause(entry.clause.identity)
      let duty = words == nil ? "a duty" : "a duty of \(text.name(of: entry.clause.identity))"
      return check.finding(
        "\(duty) is weaker here than in \(base.policy.address): \(weaker.joined(separator: "; "))",
        remedy: reason == nil ? "bind as the base does, or give the reason in a line “Because: …”" : nil,
        about: subject,
        notes: reason.map { [Diagnostic.Note("the reason given is: \($0.plain)", about: subject)] } ?? [])
    }
    return weakened + text.omittedDuties(of: base, check)
  }
}

extension CheckedText {
  /// The words that a change throughout brings into a clause, where what is told of it is about them; nil where none does.
  fileprivate func wordsThroughout(weakening clause: ResolvedClause, telling weaker: [String]) -> String? {
    guard case .instrument(let instrument) = file.body else { return nil }
    return instrument.amendments.lazy.compactMap { amendment in
      guard case .reword(.throughout, let rewording) = amendment.operation, let new = rewording.new?.plain,
        !new.isEmpty, clause.plainText.contains(new)
      else { return nil }
      return weaker.contains { $0.contains(new) || $0.contains(rewording.quoted.plain) } ? new : nil
    }.last
  }
}

/// A fork beside its base, duty by duty.
private final class ForkComparison {
  let text: CheckedText
  let base: CheckedBase
  /// Those that the base does not have.
  private lazy var added = DutyWords(
    text.duties.filter { duty in
      !(base.duties[duty.clause] ?? []).contains { ($0.force, $0.act) == (duty.force, duty.act) }
    })
  private let clauses: [Identity: Clause]

  init(_ text: CheckedText, _ base: CheckedBase) {
    (self.text, self.base) = (text, base)
    clauses = text.openClauses
  }

  /// What the fork's words for a clause leave out of its duties, or put beside them to choose from.
  func losses(in clause: Identity) -> [String] {
    let dropped = droppedDuties(
      from: base.duties[clause] ?? [], to: text.dutiesByClause[clause] ?? [], elsewhere: added)
    return dropped.map { "“\($0.statement)” was dropped" } + alternatives(in: clause).map { "“\($0)” was added" }
  }

  /// By words whose terms are open, for those of two organisations are filled otherwise.
  private func alternatives(in clause: Identity) -> [String] {
    func words(_ clause: Clause?) -> String {
      let words = (clause?.blocks.flatMap(\.texts) ?? []).map(\.plain).joined(separator: " ")
      return String(decoding: words.utf8.filter { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "}") }, as: UTF8.self)
    }
    return addedAlternatives(from: words(base.openClauses[clause]), to: words(clauses[clause]))
  }
}

extension Duty {
  /// As a short sentence: staff must keep a record.
  fileprivate var statement: String {
    let who = wording.subject.isEmpty ? bearer ?? "" : wording.subject
    return [who, phrase, wording.action].filter { !$0.isEmpty }.joined(separator: " ").opening(16)
  }
}
