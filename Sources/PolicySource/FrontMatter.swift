import PolicyModel

/// The YAML at the head of a policy file, understood.
struct FrontMatter {
  var title: String?
  var edition: Edition?
  /// Whether it says that it amends something, rightly or not.
  var isInstrument = false
  var base: Address?
  var baseDigest: String?
  var restates: String?
  var proposal: String?
  var isTemplate = false
  var organisation: Organisation?
  var numbering: [NumberingScheme.Level: NumberPattern] = [:]
  var control = DocumentControl()
  var terms: [String: TermValue] = [:]

  static let keys = [
    "title", "edition", "amends", "base-digest", "restates", "proposal", "template", "organisation", "numbering",
    "control", "terms",
  ]
  static let controlKeys = ["reference", "owner", "created", "review-every", "labels"]

  /// Reads the front matter and tells on which line the body starts; nil where there is no front matter to read.
  static func read(
    _ source: SourceText, into sourceMap: inout SourceMap, _ diagnostics: inout [Diagnostic]
  ) -> (FrontMatter, bodyLine: Int)? {
    let isOpen = source.line(1).elementsEqual("---".utf8)
    guard isOpen, let end = (2...max(2, source.lineCount)).first(where: { source.line($0).elementsEqual("---".utf8) })
    else {
      let meant = (isOpen ? 2...max(2, source.lineCount) : 1...1).first { source.line($0).isMeantAsRule }
      diagnostics.append(
        Diagnostic(
          .noFrontMatter,
          meant != nil
            ? "this line is not quite the --- around the front matter"
            : isOpen ? "the front matter does not end" : "the file does not start with its front matter",
          remedy: meant != nil
            ? "write three hyphens and nothing else: no dash, no space behind them"
            : isOpen
              ? "write a line --- behind it, before the text"
              : "start with a line ---, then title: and the rest, then a line ---",
          at: source.position(line: meant ?? 1, column: 1)))
      return nil
    }
    let start = source.range(ofLine: 2).lowerBound
    let yaml = source.bytes[start..<max(start, source.range(ofLine: end - 1).upperBound)]
    var reader = YAMLReader(source: source, firstLine: 1)
    defer { diagnostics += reader.diagnostics }
    var matter = FrontMatter()
    guard let root = reader.root(of: yaml) else {
      if reader.diagnostics.isEmpty {
        reader.report(.badValue, "the front matter is empty", "write title: and the title", nil)
      }
      return nil
    }
    guard let fields = reader.fields(root, known: keys, of: "a policy's front matter", below: ("control", controlKeys))
    else { return nil }
    for (key, node) in fields { sourceMap.record(.frontMatter(key), at: reader.position(node)) }
    for (name, value) in fields["terms"]?.mapping ?? [] {
      guard let name = name.scalar else { continue }
      sourceMap.record(.value(name), at: reader.position(value))
    }
    matter.title = reader.text(fields["title"], "title")
    reader.refuseCut(fields["title"], "title")
    matter.edition = reader.value(fields["edition"], "edition", example: "\"1.0\"", Edition.init)
    matter.isInstrument = fields["amends"] != nil
    matter.base = reader.base(fields["amends"])
    matter.baseDigest = reader.text(fields["base-digest"], "base-digest")
    matter.restates = reader.text(fields["restates"], "restates")
    matter.proposal = reader.text(fields["proposal"], "proposal")
    matter.isTemplate =
      reader.value(fields["template"], "template", example: "true") { ["true": true, "false": false][$0] } ?? false
    matter.organisation = fields["organisation"].flatMap { reader.organisation($0) }
    matter.numbering = reader.numbering(fields["numbering"])
    matter.control = reader.control(fields["control"])
    matter.terms = reader.terms(fields["terms"])
    return (matter, bodyLine: end + 1)
  }
}

extension ArraySlice<UInt8> {
  /// Whether it is nothing but dashes of some kind, with spaces behind them.
  fileprivate var isMeantAsRule: Bool {
    let line = String(decoding: self, as: UTF8.self)
    return line.contains { "-–—".contains($0) } && line.allSatisfy { "-–— \t".contains($0) }
  }
}

extension YAMLReader {
  /// Refuses a value that ends where YAML takes “#2” for a comment, which nobody writes without a space.
  fileprivate mutating func refuseCut(_ node: YAMLNode?, _ key: String) {
    guard let node, case let position = position(node) else { return }
    let value = source.line(position.line).dropFirst(position.column - 1)
    guard let first = value.first, !"\"'".utf8.contains(first),
      let cut = value.indices.dropFirst().dropLast().first(where: {
        value[$0 - 1] == UInt8(ascii: " ") && value[$0] == UInt8(ascii: "#") && value[$0 + 1].isLetterOrDigit
      })
    else { return }
    report(
      .badValue, "“\(key)” ends before the #: what stands behind it is taken for a comment",
      "put the words in quotation marks", position.moved(toColumn: cut - source.line(position.line).startIndex + 1))
  }

  /// The edition that an instrument amends.
  fileprivate mutating func base(_ node: YAMLNode?) -> Address? {
    let base = value(node, "amends", example: "escc/social-media@1.0") { Address($0) }
    guard let base, base.choice == nil else { return base }
    report(
      .badValue, "the base \(base) is named without its edition",
      "write amends: \(base)@EDITION; “clausebook show \(base)” says which is the newest", node)
    return nil
  }

  /// Names, kind, contacts and terms of an organisation.
  mutating func organisation(_ node: YAMLNode) -> Organisation? {
    guard let fields = fields(node, known: ["name", "kind", "contacts", "terms"], of: "an organisation") else {
      return nil
    }
    let name = fields["name"].flatMap { term($0, "name") }
    let kind = choice(fields["kind"], "kind", Organisation.Kind.self)
    guard let name, let kind else {
      if fields["name"] == nil || fields["kind"] == nil {
        report(
          .missingKey, "an organisation needs its \(fields["name"] == nil ? "name" : "kind")",
          fields["name"] == nil ? "write name: and its name" : "write kind: \(Organisation.Kind.choices)",
          node)
      }
      return nil
    }
    var contacts: [Organisation.Contact] = []
    if let node = fields["contacts"], let pairs = pairs(node, of: "contacts") {
      for (key, value) in pairs {
        if let role = text(key.node, "contacts"), let reached = text(value, role) {
          contacts.append(Organisation.Contact(role: role, reached: reached))
        }
      }
    }
    return Organisation(name: name, kind: kind, contacts: contacts, terms: terms(fields["terms"]))
  }

  mutating func terms(_ node: YAMLNode?) -> [String: TermValue] {
    guard let node, let pairs = pairs(node, of: "terms") else { return [:] }
    var terms: [String: TermValue] = [:]
    for (key, value) in pairs {
      guard Identity.isWellFormed(key.text) else {
        report(
          .malformedTerm, "“\(key.text)” cannot name a term", "use lower-case letters, digits and hyphens", key.node)
        continue
      }
      if key.text == organisationTerm {
        report(
          .badValue, "“organisation” stands for the organisation's name", "write it as name: of the organisation",
          key.node)
        continue
      }
      terms[key.text] = term(value, key.text)
    }
    return terms
  }

  mutating func numbering(_ node: YAMLNode?) -> [NumberingScheme.Level: NumberPattern] {
    let levels = NumberingScheme.Level.allCases.map(\.rawValue)
    guard let node, let fields = fields(node, known: levels, of: "numbering") else { return [:] }
    var numbering: [NumberingScheme.Level: NumberPattern] = [:]
    for level in NumberingScheme.Level.allCases {
      numbering[level] = value(fields[level.rawValue], level.rawValue, example: "\"1.1\"", NumberPattern.init)
    }
    return numbering
  }

  mutating func control(_ node: YAMLNode?) -> DocumentControl {
    guard let node, let fields = fields(node, known: FrontMatter.controlKeys, of: "control") else {
      return DocumentControl()
    }
    var labels: [DocumentControl.Label: String] = [:]
    let names = DocumentControl.Label.allCases.map(\.rawValue)
    if let node = fields["labels"], let written = self.fields(node, known: names, of: "labels") {
      for label in DocumentControl.Label.allCases { labels[label] = text(written[label.rawValue], label.rawValue) }
    }
    return DocumentControl(
      reference: entry(fields["reference"], "reference", example: "HR/17") { $0 },
      owner: entry(fields["owner"], "owner", example: "Head") { $0 },
      created: entry(fields["created"], "created", example: "2015-07", PartialDate.init),
      reviewEvery: value(fields["review-every"], "review-every", example: "1 year", Period.init),
      labels: labels)
  }

  /// A field that may be absent, empty or known.
  private mutating func entry<Value>(
    _ node: YAMLNode?, _ key: String, example: String, _ read: (String) -> Value?
  ) -> Entry<Value> {
    guard let node else { return .absent }
    if node.scalar?.isEmpty == true { return .empty }
    return value(node, key, example: example, read).map { .known($0) } ?? .absent
  }

  private mutating func term(_ node: YAMLNode, _ key: String) -> TermValue? {
    if node.scalar != nil { return text(node, key).map { TermValue($0) } }
    guard let fields = fields(node, known: TermForm.allCases.map(\.rawValue), of: "“\(key)”") else { return nil }
    guard let long = text(fields["long"], "long") else {
      if fields["long"] == nil {
        report(.missingKey, "“\(key)” needs its long form", "write {long: …, short: …}", node)
      }
      return nil
    }
    return TermValue(long, short: text(fields["short"], "short"), possessive: text(fields["possessive"], "possessive"))
  }
}
