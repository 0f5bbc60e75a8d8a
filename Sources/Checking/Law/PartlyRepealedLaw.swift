import PolicyModel

extension Check {
  static let partlyRepealedLaw = Check(
    .partlyRepealedLaw, .note, "A law that is in force only in part is cited as a whole."
  ) { text, check in
    let cited = Set(text.citations.map(\.key))
    var seen: Set<Register.Key> = []
    return text.citedLegislation.compactMap { citation, law -> Diagnostic? in
      guard law.status != .repealed, !citation.isMiscited, citation.provisions.isEmpty,
        !text.histories.contains(citation),
        case let repeals = law.partialRepeals.filter({ law.status == .inForceInPart || !$0.replacedBy.isEmpty }),
        !repeals.isEmpty, seen.insert(citation.key).inserted
      else { return nil }
      let successors = repeals.flatMap(\.replacedBy)
      let missing = successors.filter { !cited.contains(Register.Key(.legislation, $0.identifier)) }
      if !successors.isEmpty, missing.isEmpty { return nil }
      let gone = repeals.map { effect in
        effect.provisions.map(\.description).inWords + (effect.on.map { " \($0.phrase)" } ?? "")
      }
      return check.finding(
        "\(text.name(of: citation.clause)) cites the \(law.title) as a whole, but some of it was repealed: \(gone.joined(separator: "; "))",
        remedy: missing.isEmpty
          ? "say which part of it is meant"
          : "cite \(missing.map { text.register.title(of: $0) }.unique.inWords) as well",
        about: citation.subject, notes: [text.evidence(citation.key, law.evidence, law.note)])
    }
  }
}
