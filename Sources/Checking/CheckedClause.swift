import PolicyModel

/// A clause as the checks look at it: its own words, and what it stands in.
struct CheckedClause: Sendable {
  let identity: Identity
  /// With its terms and references still open.
  let clause: Clause
  /// As printed; nil where none is printed.
  let number: String?
  /// The clause it stands in; nil for what stands directly in the document.
  let parent: Identity?
  /// The section it stands in, or is; nil for what stands in none.
  let section: Identity?
  /// Whether it is part of a form, where blanks are filled in by hand.
  let isInForm: Bool
  /// The heading, for a section.
  let heading: Prose
  /// The lines of prose, tables and quotations included, without the heading.
  let lines: [Prose]
  /// The rules it may break, with those of the clauses it stands in.
  let excuses: [Excuse]
}

extension CheckedClause {
  /// Every clause of a text in document order.
  static func all(_ source: Policy, _ resolved: ResolvedPolicy) -> [CheckedClause] {
    var numbers: [Identity: String] = [:]
    for (clause, _) in resolved.flat { numbers[clause.identity] = clause.number }
    var all: [CheckedClause] = []
    func walk(_ clauses: [Clause], _ parent: Identity?, _ section: Identity?, _ isInForm: Bool, _ excuses: [Excuse]) {
      for clause in clauses {
        guard let identity = clause.identity else { continue }
        let section = clause.isSection ? identity : section
        let isInForm = isInForm || clause.isForm
        let excuses = excuses + clause.excuses
        all.append(
          CheckedClause(
            identity: identity, clause: clause, number: numbers[identity], parent: parent, section: section,
            isInForm: isInForm,
            heading: Prose(clause.heading), lines: clause.blocks.flatMap(\.texts).map(Prose.init), excuses: excuses))
        walk(clause.clauses, identity, section, isInForm, excuses)
      }
    }
    walk(source.clauses, nil, nil, false, [])
    return all
  }

  /// The heading and the lines below it.
  var prose: [Prose] { (heading.words.isEmpty ? [] : [heading]) + lines }
}

extension [CheckedClause] {
  /// The terms that the clauses use.
  var usedTerms: Set<String> {
    var names: Set<String> = []
    for clause in self {
      for prose in clause.prose {
        for case .term(let use) in prose.words.lazy.map(\.kind) { names.insert(use.name) }
      }
    }
    return names
  }
}
