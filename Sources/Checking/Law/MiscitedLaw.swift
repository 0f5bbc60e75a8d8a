import PolicyModel

extension Check {
  static let miscitedLaw = Check(
    .miscitedLaw, .warning, "A clause cites a law by a common mistake, most often with another year."
  ) { text, check in
    let known = text.citedLegislation.filter { $0.0.isMiscited }.map { citation, law in
      check.finding(
        "\(text.name(of: citation.clause)) cites the “\(citation.words)”, but there is no such law",
        remedy: text.register.correction(to: law),
        about: citation.subject, notes: [text.evidence(citation.key, law.evidence, law.note)])
    }
    let wrong = text.wrongYears.found(in: text.lines).map { find in
      let law = find.laws.last { $0.status != .repealed } ?? find.laws[find.laws.count - 1]
      return check.finding(
        "\(text.name(of: find.clause)) cites the “\(find.words)”, but no law of that title is of that year",
        remedy: text.register.correction(to: law)
          + ", or, if there is such a law, write its year under other-years: in the register",
        about: .words(find.words, in: find.clause),
        notes: [text.evidence(Register.Key(.legislation, law.identifier), law.evidence, law.note)])
    }
    return known + wrong
  }
}

extension Register {
  /// What to do where a law is meant by another name.
  fileprivate func correction(to law: Legislation) -> String {
    let instead = successors(of: law)
    let status =
      switch (law.status, instead.isEmpty) {
      case (.repealed, true): ", which is repealed too: leave it out"
      case (.repealed, false): ", which is repealed too: cite \(instead.inWords)"
      default: ": write that"
      }
    return "the \(law.title) is meant" + status
  }
}
