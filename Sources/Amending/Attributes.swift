import PolicyModel

/// What can be set about a clause.
enum Attribute: Hashable, Sendable {
  case tailoring, topic, label, word, items, number
  /// What sort of clause it is, and for a field the sort of answer.
  case kind
  case minimum, when
  case excuses
}

extension ClauseSetting {
  var attribute: Attribute {
    switch self {
    case .tailoring: .tailoring
    case .topic: .topic
    case .label: .label
    case .word: .word
    case .items: .items
    case .fieldKind: .kind
    case .minimum: .minimum
    case .when: .when
    case .excuses: .excuses
    }
  }

  /// The value alone, in words; nil where the attribute is taken away.
  var value: String? {
    switch self {
    case .tailoring(let tailoring): tailoring.rawValue
    case .topic(let name), .label(let name), .word(let name), .when(let name): name
    case .items(let pattern): pattern?.description
    case .excuses(let excuses): excuses.isEmpty ? nil : excuses.written
    case .minimum(let count): count.map(String.init)
    case .fieldKind(let kind):
      switch kind {
      case .line: "line"
      case .lines(let count): "\(count) lines"
      case .date: "date"
      case .choice(let one): one ? "one choice" : "any choices"
      case .signature: "signature"
      case .note: "note"
      }
    }
  }
}

extension Clause {
  /// The same attribute as it is set here; nil where the clause has none such.
  func current(_ setting: ClauseSetting) -> ClauseSetting? {
    switch setting {
    case .tailoring: return .tailoring(tailoring)
    case .topic: return .topic(topic)
    case .label: return .label(label)
    case .word: return isSection ? .word(word) : nil
    case .items: return .items(items)
    case .excuses: return .excuses(excuses)
    case .fieldKind, .minimum, .when:
      guard case .field(let field) = kind else { return nil }
      switch setting {
      case .fieldKind: return .fieldKind(field.kind)
      case .minimum: return .minimum(field.minimum)
      default: return .when(field.when)
      }
    }
  }
}

extension Numbering {
  /// In words.
  var words: String { ordinal.map { "number \($0)" } ?? written ?? "automatic" }
}

extension DocumentSetting {
  /// What is set.
  var name: String {
    switch self {
    case .title: "title"
    case .numbering(let level, _): "numbering of \(level.rawValue)"
    case .term(let name, _): "term \(name)"
    case .reference: "reference"
    case .owner: "owner"
    case .created: "created"
    case .reviewEvery: "review cycle"
    case .label(let label, _): "label of \(label.rawValue)"
    }
  }

  /// What it is set to, in words; nil where nothing is recorded.
  var value: String? {
    switch self {
    case .title(let title): title
    case .numbering(_, let pattern): pattern.description
    case .term(_, let value): value?.long
    case .reference(let entry), .owner(let entry): entry.value
    case .created(let entry): entry.value?.words
    case .reviewEvery(let period): period?.description
    case .label(_, let name): name
    }
  }

  /// Whether a fork that does not set it takes it from its base; all else it says for itself.
  var isInherited: Bool {
    switch self {
    case .title, .numbering, .reviewEvery: true
    case .term, .reference, .owner, .created, .label: false
    }
  }
}

extension Policy {
  /// The same value of the document as it is set here.
  func current(_ setting: DocumentSetting) -> DocumentSetting {
    switch setting {
    case .title: .title(title)
    case .numbering(let level, _): .numbering(level, numbering[level])
    case .term(let name, _): .term(name, terms[name])
    case .reference: .reference(control.reference)
    case .owner: .owner(control.owner)
    case .created: .created(control.created)
    case .reviewEvery: .reviewEvery(control.reviewEvery)
    case .label(let label, _): .label(label, control.labels[label])
    }
  }
}
