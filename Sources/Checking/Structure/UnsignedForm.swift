import PolicyModel

extension Check {
  static let unsignedForm = Check(
    .unsignedForm, .warning, "A form by which something is approved has no place for a signature or for the date."
  ) { text, check in
    text.source.clauses.flatMap(\.withDescendants).filter(\.isForm).compactMap { form in
      guard let identity = form.identity, form.asksForApproval else { return nil }
      let fields = form.withDescendants.filter(\.isField)
      // Name, signature and date are printed for a field of that kind.
      if fields.contains(where: { $0.fieldKind == .signature }) { return nil }
      let isSigned = fields.contains { $0.isLabelled("sign") }
      let isDated = fields.contains { $0.fieldKind == .date || $0.isLabelled("date") }
      guard !isSigned || !isDated else { return nil }
      let missing = [isSigned ? nil : "a signature", isDated ? nil : "the date"].compactMap { $0 }.joined(
        separator: " or ")
      return check.finding(
        "the form asks for approval, but has no place for \(missing)",
        remedy: "add who approves, as a field with .signature: it prints name, signature and date",
        about: .clause(identity))
    }
  }
}

extension Clause {
  fileprivate var isField: Bool { if case .field = kind { true } else { false } }

  fileprivate var fieldKind: Field.Kind? { if case .field(let field) = kind { field.kind } else { nil } }

  /// Whether its heading, or one below, speaks of approval, or somebody says “I approve”.
  fileprivate var asksForApproval: Bool {
    let stems = ["approv", "authoris", "authoriz", "consent", "declaration", "sign-off", "sign off"]
    return withDescendants.contains { clause in
      let heading = clause.heading.plain.lowercased()
      return stems.contains { heading.has($0) }
    }
  }

  fileprivate func isLabelled(_ stem: String) -> Bool {
    texts.contains { Prose($0).words.contains { $0.core.hasPrefix(stem) } }
  }
}
