import PolicyModel

extension Check {
  static let repealedLaw = Check(
    .repealedLaw, .warning, "A clause cites a law that was repealed."
  ) { text, check in
    text.citedLegislation.filter {
      $1.status == .repealed && !$0.isMiscited && !text.histories.contains($0)
    }.map { citation, law in
      let when = law.repeal?.on.map { " \($0.phrase)" } ?? ""
      let instead = text.register.successors(of: law)
      return check.finding(
        "\(text.name(of: citation.clause)) cites the \(law.title), which was repealed\(when)",
        remedy: instead.isEmpty
          ? "leave it out, or find out what replaces it" : "cite \(instead.inWords) instead",
        about: citation.subject, notes: [text.evidence(citation.key, law.evidence, law.note)])
    }
  }
}

extension Register {
  /// What to cite in the place of a law: “the Data Protection Act 2018”.
  func successors(of law: Legislation) -> [String] {
    law.replacedBy.map { "the \(title(of: Key(.legislation, $0)))" }
  }
}
