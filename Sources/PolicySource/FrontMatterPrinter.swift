import PolicyModel

/// Prints the YAML at the head of a policy file, its keys in one order.
struct FrontMatterPrinter {
  static func print(_ file: PolicyFile) -> String {
    var lines = ["---"]
    var title: String?
    var numbering: [(NumberingScheme.Level, NumberPattern)] = []
    var control = DocumentControl()
    var terms: [String: TermValue] = [:]
    switch file.body {
    case .policy(let policy):
      title = policy.title
      numbering = policy.numbering.unusual
      control = policy.control
      terms = policy.terms
    case .instrument(let instrument):
      for amendment in instrument.amendments {
        guard case .setDocument(let setting) = amendment.operation else { continue }
        switch setting {
        case .title(let words): title = words
        case .numbering(let level, let pattern): numbering.append((level, pattern))
        case .term(let name, let value): terms[name] = value
        case .reference(let entry): control.reference = entry
        case .owner(let entry): control.owner = entry
        case .created(let entry): control.created = entry
        case .reviewEvery(let period): control.reviewEvery = period
        case .label(let label, let words): control.labels[label] = words
        }
      }
    }
    if let title { lines.append("title: \(scalar(title))") }
    if let edition = file.edition { lines.append("edition: \"\(edition)\"") }
    if case .instrument(let instrument) = file.body {
      lines.append("amends: \(instrument.base)")
      if let digest = instrument.baseDigest { lines.append("base-digest: \(digest)") }
    }
    if let restates = file.restates { lines.append("restates: \(scalar(restates))") }
    if let proposal = file.proposal { lines.append("proposal: \(scalar(proposal))") }
    if file.isTemplate { lines.append("template: true") }
    if let organisation = file.organisation { lines += ["organisation:"] + self.lines(organisation).map { "  " + $0 } }
    if !numbering.isEmpty {
      lines.append("numbering: " + flow(numbering.map { ($0.0.rawValue, $0.1.description) }))
    }
    lines += self.lines(control)
    lines += self.lines(terms)
    return (lines + ["---", ""]).joined(separator: "\n")
  }

  static func lines(_ organisation: Organisation) -> [String] {
    var lines = ["name: \(value(organisation.name))", "kind: \(organisation.kind.rawValue)"]
    if !organisation.contacts.isEmpty {
      lines.append("contacts:")
      lines += organisation.contacts.map { "  \(scalar($0.role)): \(scalar($0.reached))" }
    }
    return lines + self.lines(organisation.terms)
  }

  private static func lines(_ control: DocumentControl) -> [String] {
    var lines: [String] = []
    func add<Value>(_ key: String, _ entry: Entry<Value>, _ shown: (Value) -> String) {
      switch entry {
      case .absent: break
      case .empty: lines.append("  \(key):")
      case .known(let value): lines.append("  \(key): \(shown(value))")
      }
    }
    add("reference", control.reference) { scalar($0) }
    add("owner", control.owner) { scalar($0) }
    add("created", control.created) { $0.description }
    if let period = control.reviewEvery { lines.append("  review-every: \(period)") }
    let labels = DocumentControl.Label.allCases.compactMap { label in
      control.labels[label].map { (label.rawValue, $0) }
    }
    if !labels.isEmpty { lines.append("  labels: " + flow(labels)) }
    return lines.isEmpty ? [] : ["control:"] + lines
  }

  private static func lines(_ terms: [String: TermValue]) -> [String] {
    guard !terms.isEmpty else { return [] }
    return ["terms:"] + terms.sorted { $0.key < $1.key }.map { "  \($0.key): \(value($0.value))" }
  }

  private static func value(_ term: TermValue) -> String {
    guard term.short != nil || term.possessive != nil else { return scalar(term.long) }
    let forms = [("long", term.long), ("short", term.short), ("possessive", term.possessive)]
    return flow(forms.compactMap { name, words in words.map { (name, $0) } })
  }

  private static func flow(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\($0.0): \(scalar($0.1, inFlow: true))" }.joined(separator: ", ") + "}"
  }

  /// A text as YAML, in quotation marks only where it could be read as something else.
  static func scalar(_ text: String, inFlow: Bool = false) -> String {
    let plainStart = text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
    let reserved = ["true", "false", "null", "yes", "no", "on", "off"].contains(text.lowercased())
    let risky =
      text.contains(": ") || text.contains(" #") || text.hasSuffix(":") || text.contains("\"") || text.contains("\\")
    if plainStart, !reserved, !risky, !inFlow || !text.contains(where: { ",[]{}".contains($0) }) { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }
}

extension NumberingScheme {
  /// The levels whose pattern differs from the standard.
  fileprivate var unusual: [(Level, NumberPattern)] {
    let standard = NumberingScheme()
    return Level.allCases.filter { self[$0] != standard[$0] }.map { ($0, self[$0]) }
  }
}
