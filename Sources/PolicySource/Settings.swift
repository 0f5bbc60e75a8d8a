import PolicyModel

/// Settings as words: those of a clause in a heading (`Set #x lines=8 .fill`), those of a document in the front matter.
extension [ClauseSetting] {
  /// Nil when a flag or key sets nothing.
  init?(_ written: Mark) {
    var settings: [ClauseSetting] = []
    for flag in written.flags {
      guard let setting = ClauseSetting(flag: flag) else { return nil }
      settings.append(setting)
    }
    for (key, value) in written.values {
      guard let setting = ClauseSetting(key: key, value: value == "none" ? nil : value) else { return nil }
      settings.append(setting)
    }
    self = settings
  }

  var mark: Mark {
    var mark = Mark()
    for setting in self {
      switch setting {
      case .tailoring(let tailoring): mark.flags.append(tailoring.rawValue)
      case .fieldKind(let kind):
        if case .lines(let lines) = kind {
          mark.values.append(("lines", String(lines)))
        } else {
          mark.flags.append(kind.flag)
        }
      case .topic(let topic): mark.values.append(("topic", topic ?? "none"))
      case .label(let label): mark.values.append(("label", label ?? "none"))
      case .word(let word): mark.values.append(("word", word ?? "none"))
      case .items(let items): mark.values.append(("items", items?.description ?? "none"))
      case .minimum(let minimum): mark.values.append(("min", minimum.map { String($0) } ?? "none"))
      case .excuses(let excuses):
        mark.values.append(("excuse", excuses.isEmpty ? "none" : excuses.written))
      case .when(let when): mark.values.append(("when", when ?? "none"))
      }
    }
    return mark
  }
}

extension ClauseSetting {
  fileprivate init?(flag: String) {
    if let tailoring = Tailoring(rawValue: flag) {
      self = .tailoring(tailoring)
    } else if let kind = Field.Kind(flag: flag) {
      self = .fieldKind(kind)
    } else {
      return nil
    }
  }

  fileprivate init?(key: String, value: String?) {
    switch key {
    case "topic": self = .topic(value)
    case "label": self = .label(value)
    case "word": self = .word(value)
    case "when": self = .when(value)
    case "excuse": self = .excuses(value.map { [Excuse](written: $0) } ?? [])
    case "items":
      let pattern = value.flatMap { NumberPattern($0) }
      guard value == nil || pattern != nil else { return nil }
      self = .items(pattern)
    case "min":
      let minimum = value.flatMap { Int($0) }
      guard value == nil || (1...99).contains(minimum ?? 0) else { return nil }
      self = .minimum(minimum)
    case "lines":
      guard let lines = value.flatMap({ Int($0) }), (1...60).contains(lines) else { return nil }
      self = .fieldKind(.lines(lines))
    default: return nil
    }
  }
}

extension Field.Kind {
  /// The flag that asks for this kind when a field is set to it.
  var flag: String {
    switch self {
    case .line: "line"
    case .lines: "lines"
    case .date: "date"
    case .choice(let one): one ? "one" : "any"
    case .signature: "signature"
    case .note: "note"
    }
  }

  init?(flag: String) {
    switch flag {
    case "line": self = .line
    case "date": self = .date
    case "one": self = .choice(one: true)
    case "any": self = .choice(one: false)
    case "signature": self = .signature
    case "note": self = .note
    default: return nil
    }
  }
}

extension FrontMatter {
  /// What an instrument's front matter sets, in the order of its keys.
  var settings: [Amendment] {
    var settings: [DocumentSetting] = []
    if let title { settings.append(.title(title)) }
    for level in NumberingScheme.Level.allCases {
      if let pattern = numbering[level] { settings.append(.numbering(level, pattern)) }
    }
    if control.reference != .absent { settings.append(.reference(control.reference)) }
    if control.owner != .absent { settings.append(.owner(control.owner)) }
    if control.created != .absent { settings.append(.created(control.created)) }
    if let period = control.reviewEvery { settings.append(.reviewEvery(period)) }
    for label in DocumentControl.Label.allCases {
      if let words = control.labels[label] { settings.append(.label(label, words)) }
    }
    for (name, value) in terms.sorted(by: { $0.key < $1.key }) { settings.append(.term(name, value)) }
    return settings.map { Amendment(.setDocument($0)) }
  }
}
