import PolicyModel

extension Amender {
  /// Sets attributes of a clause.
  mutating func set(_ target: Target, _ settings: [ClauseSetting], _ amendment: Amendment) throws(Refusal) {
    let node = try node(target)
    var clause = tree[node]
    try requireAmendable([node])
    for setting in settings {
      guard clause.set(setting) else {
        throw Refusal(
          rule: .settingMisplaced,
          message: "\(setting.written) can be set on a \(setting.owner) only, and \(target) is none",
          remedy: "fields alone have kinds, min= and when=; sections alone have word=")
      }
    }
    try replace(node, by: clause, amendment)
  }

  /// Sets a value of the document.
  mutating func set(_ setting: DocumentSetting) {
    switch setting {
    case .title(let title): policy.title = title
    case .numbering(let level, let pattern): policy.numbering[level] = pattern
    case .term(let name, let value): policy.terms[name] = value
    case .reference(let entry): policy.control.reference = entry
    case .owner(let entry): policy.control.owner = entry
    case .created(let entry): policy.control.created = entry
    case .reviewEvery(let period): policy.control.reviewEvery = period
    case .label(let label, let words): policy.control.labels[label] = words
    }
  }
}

extension Clause {
  /// Sets one attribute; false where the clause has none such.
  mutating func set(_ setting: ClauseSetting) -> Bool {
    switch setting {
    case .tailoring(let new): tailoring = new
    case .topic(let new): topic = new
    case .label(let new): label = new
    case .items(let new): items = new
    case .excuses(let new): excuses = new
    case .word(let new):
      guard isSection else { return false }
      word = new
    case .fieldKind, .minimum, .when:
      guard case .field(var field) = kind else { return false }
      switch setting {
      case .fieldKind(let new): field.kind = new
      case .minimum(let new): field.minimum = new
      case .when(let new): field.when = new
      default: break
      }
      kind = .field(field)
    }
    return true
  }
}

extension ClauseSetting {
  /// What sort of clause alone has the attribute.
  fileprivate var owner: String {
    switch self {
    case .fieldKind, .minimum, .when: "field"
    case .word: "section"
    case .tailoring, .topic, .label, .items, .excuses: "clause"
    }
  }

  fileprivate var written: String {
    switch self {
    case .fieldKind(.lines): "lines="
    case .fieldKind: "the kind of field"
    case .minimum: "min="
    case .when: "when="
    case .word: "word="
    case .tailoring, .topic, .label, .items, .excuses: "this"
    }
  }
}
