import PolicyModel

/// The amendments of a comparison by the clause they are about.
struct ClauseAmendments {
  /// What an amendment sets about a clause besides its words.
  struct Setting {
    let kind: Change.Class
    let operation: Provenance.Verb
    let reason: String
  }

  private var byClause: [Identity: [Operation]] = [:]

  init(_ amendments: [Amendment]) {
    for amendment in amendments {
      guard let identity = amendment.operation.target?.identity else { continue }
      if case .insert = amendment.operation { continue }
      byClause[identity, default: []].append(amendment.operation)
    }
  }

  func isMoved(_ clause: Identity) -> Bool { byClause[clause]?.contains { $0.verb == .move } ?? false }

  /// How the words of a clause are amended.
  func verb(of clause: Identity) -> Provenance.Verb {
    byClause[clause]?.map(\.verb).first { $0 == .reword || $0 == .substitute } ?? .reword
  }

  func settings(of clause: ResolvedClause) -> [Setting] {
    (byClause[clause.identity] ?? []).flatMap { operation -> [Setting] in
      switch operation {
      case .renumber(_, let numbering):
        [Setting(kind: .renumbered, operation: .renumber, reason: numbering.reason)]
      case .setClause(_, let settings): settings.map { Setting($0, of: clause.content) }
      default: []
      }
    }
  }
}

extension Numbering {
  fileprivate var reason: String {
    switch self {
    case .automatic: "it takes the next number"
    case .ordinal(let ordinal): "its number is set to \(ordinal)"
    case .hidden: "it counts, but prints no number"
    case .none: "it has no number"
    }
  }
}

extension ClauseAmendments.Setting {
  fileprivate init(_ setting: ClauseSetting, of old: Clause) {
    func made(_ kind: Change.Class, _ reason: String) -> Self { Self(kind: kind, operation: .set, reason: reason) }
    self =
      switch setting {
      case .tailoring(let tailoring): made(.metadata, tailoring.reason)
      case .topic(let topic):
        made(.metadata, topic.map { "it is filed under the topic “\($0)”" } ?? "it is filed under no topic")
      case .label(let label):
        made(.renumbered, label.map { "“\($0)” is printed as its number" } ?? "its own number is printed again")
      case .word(let word): made(.editorial, "references call it “\(word ?? "section")”")
      case .excuses(let excuses):
        made(.metadata, excuses.isEmpty ? "it is held to every check" : "it is excused from a check")
      case .items: made(.renumbered, "its items are numbered in another way")
      case .fieldKind(let kind):
        made(
          old.field.kind.hasLines && kind.hasLines ? .editorial : .substantive,
          "the answer is \(kind.answer) instead of \(old.field.kind.answer)")
      case .minimum(let count?):
        made(
          count > old.field.minimum ?? 0 ? .stronger : .weaker,
          "the form asks for at least \(count)" + (old.field.minimum.map { " instead of \($0)" } ?? ""))
      case .minimum(nil): made(.weaker, "the form no longer asks for at least \(old.field.minimum ?? 0)")
      case .when(let condition):
        made(.substantive, condition.map { "the field applies only if \($0)" } ?? "the field always applies")
      }
  }
}

extension Clause {
  /// The field that the clause is; only fields are set as fields.
  fileprivate var field: Field { if case .field(let field) = kind { field } else { Field(.note) } }
}

extension Field.Kind {
  /// Whether it is answered in writing: one line or several are the same answer.
  fileprivate var hasLines: Bool {
    switch self {
    case .line, .lines: true
    case .date, .choice, .signature, .note: false
    }
  }

  fileprivate var answer: String {
    switch self {
    case .line: "a line"
    case .lines(let count): "\(count) lines"
    case .date: "a date"
    case .choice(let one): one ? "one of the options" : "any of the options"
    case .signature: "a signature"
    case .note: "nothing"
    }
  }
}

extension Tailoring {
  fileprivate var reason: String {
    switch self {
    case .fixed: "a fork may not change it"
    case .fill: "a fork may only fill in its terms"
    case .adapt: "a fork may change its words"
    case .optional: "a fork may leave it out"
    }
  }
}
