import PolicyModel

/// Reads `registers/bodies.yaml`.
package func parseBodies(_ bytes: [UInt8], path: String) -> Sourced<[Register.Body]> {
  parseNamed(bytes, path: path, table: .bodies)
}

/// Reads `registers/services.yaml`.
package func parseServices(_ bytes: [UInt8], path: String) -> Sourced<[Register.Service]> {
  parseNamed(bytes, path: path, table: .services)
}

private func parseNamed<Status: RawRepresentable & CaseIterable & Hashable & Sendable>(
  _ bytes: [UInt8], path: String, table: Register.Table
) -> Sourced<[Register.Named<Status>]> where Status.RawValue == String {
  let known = ["name", "aliases", "kind", "status", "since", "replaced-by", "note"]
  return parseTable(bytes, path: path, table: table, known: known) { reader, key, fields, keys in
    let status = reader.required(fields, "status", of: key) { $0.choice($1, $2, Status.self) }
    let name = reader.required(fields, "name", of: key) { $0.text($1, $2) }
    let aliases = reader.texts(fields["aliases"], "aliases")
    let kind = reader.text(fields["kind"], "kind")
    let since = reader.date(fields["since"], "since")
    let replacedBy = reader.keys(fields["replaced-by"], "replaced-by", among: keys)
    let note = reader.text(fields["note"], "note")
    let evidence = reader.evidence(fields)
    // What is wrong is told all at once, so everything is read before an entry is given up.
    guard let name, let status else { return nil }
    return Register.Named(
      key: key.text, name: name, aliases: aliases, kind: kind, status: status, since: since, replacedBy: replacedBy,
      note: note, evidence: evidence)
  }
}

/// Reads `registers/documents.yaml`.
package func parseRelatedDocuments(_ bytes: [UInt8], path: String) -> Sourced<[Register.RelatedDocument]> {
  let known = ["title", "aliases", "kind", "owner", "issued-by", "status", "replaced-by", "note"]
  return parseTable(bytes, path: path, table: .documents, known: known) { reader, key, fields, keys in
    guard let title = reader.required(fields, "title", of: key, { $0.text($1, $2) }) else { return nil }
    return Register.RelatedDocument(
      name: key.text, title: title, aliases: reader.texts(fields["aliases"], "aliases"),
      kind: reader.choice(fields["kind"], "kind", Register.RelatedDocument.Kind.self),
      owner: reader.text(fields["owner"], "owner"), issuedBy: reader.text(fields["issued-by"], "issued-by"),
      status: reader.choice(fields["status"], "status", Register.RelatedDocument.Status.self) ?? .unknown,
      replacedBy: reader.keys(fields["replaced-by"], "replaced-by", among: keys),
      note: reader.text(fields["note"], "note"), evidence: reader.evidence(fields))
  }
}

/// Reads `registers/topics.yaml`.
package func parseTopics(_ bytes: [UInt8], path: String) -> Sourced<[Register.Topic]> {
  let known = ["title", "description"]
  let sourced = parseEntries(bytes, path: path, known: known, of: "a topic", .word) { reader, key, fields, _ in
    reader.required(fields, "title", of: key) { $0.text($1, $2) }.map {
      Register.Topic(name: key.text, title: $0, description: reader.text(fields["description"], "description"))
    }
  }
  return Sourced(sourced.value?.map(\.entry), sourced.sourceMap, sourced.diagnostics)
}

// MARK: What the tables have in common

typealias EntryKey = (text: String, node: YAMLNode)

/// Reads a table whose entries say on what they rest, and remembers where each stands.
func parseTable<Entry>(
  _ bytes: [UInt8], path: String, table: Register.Table, known: [String],
  _ read: (inout YAMLReader, EntryKey, [String: YAMLNode], Set<String>) -> Entry?
) -> Sourced<[Entry]> {
  let sourced = parseEntries(
    bytes, path: path, known: known + ["source", "checked-on", "confidence"],
    of: "an entry of the \(table.rawValue) register", table == .legislation ? .identifier : .word, read)
  var places = sourced.sourceMap
  for (key, position, _) in sourced.value ?? [] { places.record(.registered(Register.Key(table, key)), at: position) }
  return Sourced(sourced.value?.map(\.entry), places, sourced.diagnostics)
}

/// What the keys of a table look like, which stand in addresses and anchors.
private enum KeyShape {
  case word
  /// As in `https://www.legislation.gov.uk/id/…`.
  case identifier

  func fits(_ key: String) -> Bool {
    switch self {
    case .word: Identity.isWellFormed(key)
    case .identifier:
      LegislationPassage(key)?.identifier == key
        && key.split(separator: "/").allSatisfy { Identity.isWellFormed($0.lowercased()) }
    }
  }

  var remedy: String {
    switch self {
    case .word: "use lower-case letters, digits and single hyphens"
    case .identifier: "write what stands in its address behind legislation.gov.uk/, such as ukpga/1998/42"
    }
  }
}

/// Reads a mapping from names to entries, in the order written; `read` is told every key there is.
private func parseEntries<Entry>(
  _ bytes: [UInt8], path: String, known: [String], of what: String, _ shape: KeyShape,
  _ read: (inout YAMLReader, EntryKey, [String: YAMLNode], Set<String>) -> Entry?
) -> Sourced<[(key: String, position: SourcePosition, entry: Entry)]> {
  parseYAML(bytes, path: path) { reader, root in
    let pairs = reader.pairs(root, of: "a register")
    let keys = Set(pairs?.map(\.key.text) ?? [])
    return pairs?.compactMap { key, node in
      if !shape.fits(key.text) {
        reader.report(.malformedName, "“\(key.text)” cannot be the key of \(what)", shape.remedy, key.node)
      }
      guard let fields = reader.fields(node, known: known, of: what) else { return nil }
      return read(&reader, key, fields, keys).map { (key.text, reader.position(key.node), $0) }
    }
  }
}

extension YAMLReader {
  /// A value that no entry may lack.
  mutating func required<Value>(
    _ fields: [String: YAMLNode], _ field: String, of key: EntryKey,
    _ read: (inout YAMLReader, YAMLNode?, String) -> Value?
  ) -> Value? {
    if fields[field] == nil {
      report(.missingKey, "“\(key.text)” has no \(field)", "write \(field): and what it is below it", key.node)
    }
    return read(&self, fields[field], field)
  }

  mutating func date(_ node: YAMLNode?, _ key: String) -> PartialDate? {
    value(node, key, example: "2026-11-20", PartialDate.init)
  }

  /// The keys of other entries.
  mutating func keys(_ node: YAMLNode?, _ key: String, among keys: Set<String>) -> [String] {
    guard let sequence = node?.sequence else { return texts(node, key) }
    return sequence.compactMap { item in
      guard let name = text(item, key) else { return nil }
      return isEntry(name, among: keys, item) ? name : nil
    }
  }

  /// Whether a key is there; complains where it is not.
  mutating func isEntry(_ name: String, among keys: Set<String>, _ node: YAMLNode?) -> Bool {
    if keys.contains(name) { return true }
    let suggestion = nearest(to: name, among: keys.sorted()).map { "did you mean “\($0)”? " } ?? ""
    report(.badValue, "the register has no entry “\(name)”", suggestion + "write the entry, or leave it out", node)
    return false
  }

  mutating func evidence(_ fields: [String: YAMLNode]) -> Register.Evidence {
    Register.Evidence(
      source: value(fields["source"], "source", example: "https://www.legislation.gov.uk/ukpga/1998/42") {
        $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil
      },
      checkedOn: date(fields["checked-on"], "checked-on"),
      confidence: choice(fields["confidence"], "confidence", Register.Evidence.Confidence.self))
  }
}
