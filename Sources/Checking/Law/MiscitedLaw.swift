import PolicyModel

extension Check {
  static let miscitedLaw = Check(
    .miscitedLaw, .warning, "A clause cites a law by a common mistake, most often with another year."
  ) { text, check in
    text.citedLegislation.filter { $0.0.isMiscited }.map { citation, law in
      let instead = text.register.successors(of: law)
      let remedy =
        switch (law.status, instead.isEmpty) {
        case (.repealed, true): ", which is repealed too"
        case (.repealed, false): ", which is repealed too: cite \(instead.inWords)"
        default: ": write that"
        }
      return check.finding(
        "\(text.name(of: citation.clause)) cites the “\(citation.words)”, but there is no such law",
        remedy: "the \(law.title) is meant" + remedy,
        about: citation.subject, notes: [text.evidence(citation.key, law.evidence, law.note)])
    }
  }
}
