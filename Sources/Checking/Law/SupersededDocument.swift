import PolicyModel

extension Check {
  static let supersededDocument = Check(
    .supersededDocument, .warning, "A clause cites a code or guidance that another one has replaced."
  ) { text, check in
    text.citedDocuments.filter { $1.status == .superseded && !text.histories.contains($0) }.map {
      citation, document in
      let instead = document.replacedBy.map { text.register.title(of: Register.Key(.documents, $0)) }
      return check.finding(
        "\(text.name(of: citation.clause)) cites “\(document.title)”, which is superseded",
        remedy: instead.isEmpty
          ? "leave it out, or find out what replaces it" : "cite \(instead.map { "“\($0)”" }.inWords) instead",
        about: citation.subject, notes: [text.evidence(citation.key, document.evidence, document.note)])
    }
  }
}
