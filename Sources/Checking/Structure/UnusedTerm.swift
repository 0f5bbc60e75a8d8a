import PolicyModel

extension Check {
  static let unusedTerm = Check(
    .unusedTerm, .warning, "A term is given a value by the policy, but no clause uses it."
  ) { text, check in
    let used = text.usedTerms
    return text.ownTerms.filter { !used.contains($0.name) }.map { name, _ in
      check.finding(
        "no clause uses the term “\(name)”", remedy: "use {{\(name)}} in a clause, or take it away from terms:",
        about: .value(name))
    }
  }
}
