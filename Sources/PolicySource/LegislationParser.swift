import PolicyModel

/// Reads `registers/legislation.yaml`.
package func parseLegislation(_ bytes: [UInt8], path: String) -> Sourced<[Register.Legislation]> {
  let known = ["title", "aliases", "miscited-as", "other-years", "status", "extent", "effects", "replaced-by", "note"]
  return parseTable(bytes, path: path, table: .legislation, known: known) { reader, key, fields, keys in
    let title = reader.required(fields, "title", of: key) { $0.text($1, $2) }
    let status = reader.required(fields, "status", of: key) { $0.choice($1, $2, Register.Legislation.Status.self) }
    let aliases = reader.texts(fields["aliases"], "aliases")
    let miscitedAs = reader.texts(fields["miscited-as"], "miscited-as")
    let otherYears = reader.texts(fields["other-years"], "other-years")
    let extent = reader.nations(fields["extent"], "extent")
    let effects = reader.effects(fields["effects"], keys)
    let replacedBy = reader.keys(fields["replaced-by"], "replaced-by", among: keys)
    let note = reader.text(fields["note"], "note")
    let evidence = reader.evidence(fields)
    // What is wrong is told all at once, so everything is read before an entry is given up.
    guard let title, let status else { return nil }
    return Register.Legislation(
      identifier: key.text, title: title, aliases: aliases, miscitedAs: miscitedAs, otherYears: otherYears,
      status: status, extent: extent, effects: effects, replacedBy: replacedBy, note: note, evidence: evidence)
  }
}

extension YAMLReader {
  /// A list whose items are of some shape.
  fileprivate mutating func list<Value>(
    _ node: YAMLNode?, _ key: String, example: String, _ read: (String) -> Value?
  ) -> [Value] {
    guard let sequence = node?.sequence else {
      _ = texts(node, key)
      return []
    }
    return sequence.compactMap { value($0, key, example: "[\(example)]", read) }
  }

  fileprivate mutating func nations(_ node: YAMLNode?, _ key: String) -> [Register.Legislation.Nation] {
    list(node, key, example: Register.Legislation.Nation.allCases.map(\.rawValue).joined(separator: ", ")) {
      Register.Legislation.Nation(rawValue: $0)
    }
  }

  fileprivate mutating func effects(_ node: YAMLNode?, _ keys: Set<String>) -> [Register.Effect] {
    guard let sequence = node?.sequence else {
      _ = texts(node, "effects")
      return []
    }
    return sequence.compactMap { effect($0, keys) }
  }

  private mutating func effect(_ node: YAMLNode, _ keys: Set<String>) -> Register.Effect? {
    let kinds = Register.Effect.Kind.allCases
    let known = kinds.map(\.rawValue) + ["by", "on", "except", "replaced-by", "note"]
    guard let fields = fields(node, known: known, of: "an effect") else { return nil }
    let said = kinds.filter { fields[$0.rawValue] != nil }
    guard let kind = said.first, said.count == 1 else {
      report(
        .missingKey, "an effect \(said.isEmpty ? "says" : "has") one of: amends, inserts, repeals",
        "write, for instance, repeals: [section/127/2/a], or repeals: all", node)
      return nil
    }
    return Register.Effect(
      kind, provisions(fields[kind.rawValue], kind.rawValue),
      by: fields["by"].flatMap { text($0, "by") }.flatMap { isEntry($0, among: keys, fields["by"]) ? $0 : nil },
      on: date(fields["on"], "on"), except: nations(fields["except"], "except"),
      replacedBy: passages(fields["replaced-by"], keys), note: text(fields["note"], "note"))
  }

  /// What was changed; none for the word `all`.
  private mutating func provisions(_ node: YAMLNode?, _ key: String) -> [Provision] {
    if node?.scalar == "all" { return [] }
    return list(node, key, example: "section/127/2/a") { Provision($0) }
  }

  /// Where something stands now, in an Act of the register.
  private mutating func passages(_ node: YAMLNode?, _ keys: Set<String>) -> [LegislationPassage] {
    let passages = list(node, "replaced-by", example: "ukpga/2023/50/section/179") { LegislationPassage($0) }
    return passages.filter { isEntry($0.identifier, among: keys, node) }
  }
}
