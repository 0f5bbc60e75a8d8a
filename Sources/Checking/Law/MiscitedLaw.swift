import PolicyModel

extension Check {
  static let miscitedLaw = Check(
    .miscitedLaw, .warning, "A clause cites a law by a common mistake, most often with another year."
  ) { text, check in
    text.citedLegislation.filter { $0.0.isMiscited }.map { citation, law in
      check.finding(
        "\(text.name(of: citation.clause)) cites the “\(citation.words)”, but there is no such law",
        remedy: "the \(law.title) is meant" + (law.status == .repealed ? ", which is repealed too" : ": write that"),
        about: citation.subject, notes: [text.evidence(citation.key, law.evidence, law.note)])
    }
  }
}
