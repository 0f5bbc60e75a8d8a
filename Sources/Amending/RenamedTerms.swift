import PolicyModel

extension Policy {
  /// The same policy where terms have other names.
  func renamingTerms(_ names: [String: String]) -> Policy {
    guard !names.isEmpty else { return self }
    var policy = self
    policy.terms = Dictionary(terms.map { (names[$0] ?? $0, $1) }) { first, _ in first }
    policy.clauses = clauses.map { $0.mapTexts { $0.renamingTerms(names) } }
    return policy
  }
}

extension Amendment {
  /// The same amendment where terms have other names.
  func renamingTerms(_ names: [String: String]) -> Amendment {
    guard !names.isEmpty else { return self }
    var amendment = self
    amendment.reason = reason?.renamingTerms(names)
    if case .setDocument(.term(let name, let value)) = operation {
      amendment.operation = .setDocument(.term(names[name] ?? name, value))
    } else {
      amendment.operation = operation.mapped(
        { $0 }, clause: { $0.mapTexts { $0.renamingTerms(names) } }, text: { $0.renamingTerms(names) })
    }
    return amendment
  }
}

extension [Amendment] {
  /// With what is set of the document before the rest, the values of terms behind it by their names.
  var inWrittenOrder: [Amendment] {
    var settings: [Amendment] = []
    var terms: [(name: String, amendment: Amendment)] = []
    var rest: [Amendment] = []
    for amendment in self {
      switch amendment.operation {
      case .setDocument(.term(let name, _)): terms.append((name, amendment))
      case .setDocument: settings.append(amendment)
      default: rest.append(amendment)
      }
    }
    return settings + terms.sorted { $0.name < $1.name }.map(\.amendment) + rest
  }
}

extension Text {
  func renamingTerms(_ names: [String: String]) -> Text {
    mapRuns { run in
      guard case .term(let use) = run.content, let name = names[use.name] else { return }
      run.content = .term(TermUse(name, form: use.form, isCapitalised: use.isCapitalised))
    }
  }
}
