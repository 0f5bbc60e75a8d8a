import PolicyModel
import Reading

extension CheckedText {
  /// Every citation of an Act that the register holds.
  var citedLegislation: [(Citation, Register.Legislation)] {
    citations.compactMap { citation in
      guard citation.key.table == .legislation else { return nil }
      return register.law(citation.key.name).map { (citation, $0) }
    }
  }

  /// Every citation of a document that the register holds.
  var citedDocuments: [(Citation, Register.RelatedDocument)] {
    citations.compactMap { citation in
      guard citation.key.table == .documents else { return nil }
      return register.document(citation.key.name).map { (citation, $0) }
    }
  }

  /// How findings call a clause: by its number, else by the nearest one above it.
  package func name(of clause: Identity) -> String {
    func path(_ clauses: [ResolvedClause]) -> [ResolvedClause]? {
      for candidate in clauses {
        if candidate.identity == clause { return [candidate] }
        if let rest = path(candidate.clauses) { return [candidate] + rest }
      }
      return nil
    }
    let path = path(resolved.clauses) ?? []
    let outer = path.last { $0.number != nil && $0.content.kind != .item }
    let heading = path.last { $0.content.isSection }?.content.heading.plain
    let place = outer?.number?.withoutFinalStop ?? heading.map { "“\($0)”" }
    guard let last = path.last, let place else { return "a clause" }
    if last == outer { return place }
    guard last.content.kind == .item else { return "a clause of \(place)" }
    return last.number.map { "item \($0.withoutFinalStop) of \(place)" } ?? "an item of \(place)"
  }

  /// What a finding rests on, with the place of the entry.
  func evidence(_ key: Register.Key, _ evidence: Register.Evidence, _ remark: String?) -> Diagnostic.Note {
    let when = evidence.checkedOn.map { "last checked \($0.phrase)" } ?? "never checked"
    return Diagnostic.Note(
      "the register, \(when)" + (remark.map { ": \($0)" } ?? ""), about: .registered(key))
  }
}

extension Citation {
  /// The words by which the clause names the entry.
  var subject: Subject { .words(words, in: clause) }
}

extension Register {
  /// “section 179 of the Online Safety Act 2023”.
  func title(of passage: LegislationPassage) -> String {
    let title = "the \(title(of: Key(.legislation, passage.identifier)))"
    return passage.provision.map { "\($0) of \(title)" } ?? title
  }
}

extension Register.Legislation.Nation {
  /// As printed: “Northern Ireland”.
  var name: String {
    switch self {
    case .england: "England"
    case .wales: "Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}
