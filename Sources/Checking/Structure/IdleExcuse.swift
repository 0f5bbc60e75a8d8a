import PolicyModel

extension Check {
  static let idleExcuse = Check(
    .idleExcuse, .warning,
    "A clause is excused from a rule that there is not, or that it keeps, or without saying why."
  ) { text, check in
    let own = text.clauses.filter { !$0.clause.excuses.isEmpty && text.wroteExcuses(of: $0.identity) }
    guard !own.isEmpty else { return [] }
    let others = checks.filter { $0.rule != check.rule }
    let broken = others.flatMap { $0.run(on: text) }
    let clauses = Dictionary(uniqueKeysWithValues: text.clauses.map { ($0.identity, $0) })
    return own.flatMap { holder in
      holder.clause.excuses.compactMap { excuse -> Diagnostic? in
        guard let rule = Rule(rawValue: excuse.rule), others.contains(where: { $0.rule == rule }) else {
          let known = others.map(\.rule.rawValue)
          return check.finding(
            "there is no rule “\(excuse.rule)” to be excused from",
            remedy: nearest(to: excuse.rule, among: known).map { "did you mean \($0)?" }
              ?? "name a rule as it stands behind a finding, and the reason: excuse=\"unused-term: a fork uses it\"",
            about: .clause(holder.identity))
        }
        guard !excuse.reason.isEmpty else {
          return check.finding(
            "the clause is excused from [\(rule.rawValue)], but nobody says why, so the excuse does not count",
            remedy: "write the reason behind the rule: excuse=\"\(rule.rawValue): why it does not hold here\"",
            about: .clause(holder.identity))
        }
        let isNeeded = broken.contains { finding in
          finding.rule == rule
            && finding.subject?.clause.flatMap { clauses[$0] }?.isWithin(holder.identity, of: clauses) == true
        }
        return isNeeded
          ? nil
          : check.finding(
            "the clause keeps the rule [\(rule.rawValue)], so the excuse is not needed",
            remedy: "take the excuse away", about: .clause(holder.identity))
      }
    }
  }
}

extension CheckedText {
  /// Whether the excuses of a clause are the text's own; a fork does not answer for those of its base.
  fileprivate func wroteExcuses(of clause: Identity) -> Bool {
    guard let base else { return true }
    return base.openClauses[clause]?.excuses
      != source.clauses.flatMap(\.withDescendants).first { $0.identity == clause }?.excuses
  }
}

extension CheckedClause {
  fileprivate func isWithin(_ other: Identity, of clauses: [Identity: CheckedClause]) -> Bool {
    identity == other || parent.flatMap { clauses[$0] }?.isWithin(other, of: clauses) == true
  }
}
