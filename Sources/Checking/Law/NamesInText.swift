import PolicyModel
import Reading

extension CheckedText {
  /// Where clauses name bodies or services that are no more, each once a clause.
  ///
  /// A clause that also says what came after, or tells history, is right; so is the author of a dated publication.
  ///
  /// - Parameters:
  ///   - entry: finds an entry of the table by its key.
  ///   - fate: what became of an entry of a status: “was abolished”; nil while it still goes by its name.
  func formerNames<Status>(
    _ check: Check, _ table: Register.Table, _ entry: (String) -> Register.Named<Status>?, fate: (Status) -> String?
  ) -> [Diagnostic] {
    var seen: Set<[String]> = []
    return citations.compactMap { citation -> Diagnostic? in
      guard citation.key.table == table, !citation.isAuthor,
        let entry = entry(citation.key.name), let fate = fate(entry.status),
        !histories.contains(citation), seen.insert([citation.clause.name, entry.key]).inserted
      else { return nil }
      let successors = entry.replacedBy.map { Register.Key(table, $0) }
      if citations.contains(where: { $0.clause == citation.clause && successors.contains($0.key) }) { return nil }
      let when = entry.since.map { " \($0.phrase)" } ?? ""
      return check.finding(
        "\(name(of: citation.clause)) names “\(citation.words)”, which \(fate)\(when)",
        remedy: successors.isEmpty
          ? "take it out, or name one that is in use"
          : "name \(successors.map { "“\(register.title(of: $0))”" }.inWords) instead",
        about: citation.subject, notes: [evidence(citation.key, entry.evidence, entry.note)])
    }
  }
}
