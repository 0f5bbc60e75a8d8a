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
      case .tailoring(let tailoring): made(.metadata, "how far a fork may go with it is “\(tailoring.rawValue)” now")
      case .topic(let topic):
        made(.metadata, topic.map { "it is filed under the topic “\($0)”" } ?? "it is filed under no topic")
      case .label(let label):
        made(.renumbered, label.map { "“\($0)” is printed as its number" } ?? "its own number is printed again")
      case .word(let word): made(.editorial, "references call it “\(word ?? "section")”")
      case .items: made(.renumbered, "its items are numbered in another way")
      case .fieldKind: made(.substantive, "the field is filled in another way")
      case .minimum(let count):
        made(
          (count ?? 0) > old.minimum ? .stronger : .weaker,
          "the form asks for at least \(count ?? 0) instead of \(old.minimum)")
      case .when(let condition):
        made(.substantive, condition.map { "the field applies only if \($0)" } ?? "the field always applies")
      }
  }
}

extension Clause {
  /// How many answers a field asks for at least.
  fileprivate var minimum: Int { if case .field(let field) = kind { field.minimum ?? 0 } else { 0 } }
}

/// What the amendments of a comparison change about the document as a whole; the values of terms are told where they are read.
func documentChanges(_ amendments: [Amendment], from old: Policy) -> [Change] {
  amendments.compactMap { amendment in
    guard case .setDocument(let setting) = amendment.operation else { return nil }
    return setting.change(from: old)
  }
}

extension DocumentSetting {
  fileprivate func change(from old: Policy) -> Change? {
    func made(_ kind: Change.Class, _ target: String, _ before: String?, _ after: String?, _ reason: String) -> Change {
      let passage = { (words: String?) in words.map { Change.Passage(clause: nil, number: nil, text: Text($0)) } }
      return Change(
        operation: .set, target: target, kind: kind, old: passage(before), new: passage(after), reason: reason)
    }
    let recorded = "it is recorded about the document"
    switch self {
    case .title(let title): return made(.metadata, "title", old.title, title, "the document is called otherwise")
    case .numbering(let level, let pattern):
      return made(
        .renumbered, "numbering of \(level.rawValue)", old.numbering[level].description, pattern.description,
        "the pattern of the numbers differs")
    case .term: return nil
    case .reference(let entry): return made(.metadata, "reference", old.control.reference.value, entry.value, recorded)
    case .owner(let entry): return made(.metadata, "owner", old.control.owner.value, entry.value, recorded)
    case .created(let entry):
      return made(.metadata, "created", old.control.created.value?.words, entry.value?.words, recorded)
    case .reviewEvery(let period):
      return made(
        .metadata, "review cycle", old.control.reviewEvery?.description, period?.description, recorded)
    case .label(let label, let name):
      return made(.metadata, "label of \(label.rawValue)", old.control.labels[label], name, recorded)
    }
  }
}
