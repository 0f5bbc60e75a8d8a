import PolicyModel

extension Check {
  static let repealedLaw = Check(
    .repealedLaw, .warning, "A clause cites a law that was repealed."
  ) { text, check in
    text.citedLegislation.filter { $1.status == .repealed && !text.histories.contains($0.clause) }.map {
      citation, law in
      let when = law.repeal?.on.map { " \($0.phrase)" } ?? ""
      let instead = law.replacedBy.map { text.register.title(of: Register.Key(.legislation, $0)) }
      return check.finding(
        "\(text.name(of: citation.clause)) cites the \(law.title), which was repealed\(when)",
        remedy: instead.isEmpty
          ? "leave it out, or find out what replaces it" : "cite \(instead.map { "the \($0)" }.inWords) instead",
        about: citation.subject, notes: [text.evidence(citation.key, law.evidence, law.note)])
    }
  }
}
