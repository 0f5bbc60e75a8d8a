import PolicyModel

extension Check {
  static let repealedProvision = Check(
    .repealedProvision, .warning, "A clause cites a provision that was repealed, of a law that is still in force."
  ) { text, check in
    text.citedLegislation.filter { $1.status != .repealed && !text.histories.contains($0) }
      .flatMap { citation, law in
        citation.provisions.compactMap { provision in
          guard let effect = law.repeal(of: provision) else { return nil }
          let when = effect.on.map { " \($0.phrase)" } ?? ""
          let except = effect.except.isEmpty ? "" : ", except in \(effect.except.map(\.name).inWords)"
          let instead = effect.replacedBy.map { text.register.title(of: $0) }
          return check.finding(
            "\(text.name(of: citation.clause)) cites \(provision) of the \(law.title), which was repealed\(when)\(except)",
            remedy: instead.isEmpty ? "leave it out, or cite what is left" : "cite \(instead.inWords) instead",
            about: citation.subject, notes: [text.evidence(citation.key, law.evidence, effect.note)])
        }
      }
  }
}
