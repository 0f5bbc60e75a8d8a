import PolicyModel
import Yams

/// Reads `registers/legislation.yaml`.
package func parseLegislation(_ bytes: [UInt8], path: String) -> Sourced<[Register.Legislation]> {
  let known = [
    "title", "aliases", "year", "status", "note", "replaced-by", "misdated-as", "extent", "source", "checked-on",
    "confidence",
  ]
  return parseEntries(bytes, path: path, known: known, of: "an entry of the legislation register") {
    reader, key, fields in
    guard let title = reader.text(fields["title"], "title"),
      let status = reader.choice(fields["status"], "status", Register.Legislation.Status.self)
    else { return nil }
    return Register.Legislation(
      identifier: key, title: title, aliases: reader.texts(fields["aliases"], "aliases"), status: status,
      note: reader.text(fields["note"], "note"), replacedBy: reader.texts(fields["replaced-by"], "replaced-by"),
      misdatedAs: reader.texts(fields["misdated-as"], "misdated-as"),
      checkedOn: reader.value(fields["checked-on"], "checked-on", example: "2026-11-20", PartialDate.init))
  }
}

/// Reads `registers/documents.yaml`.
package func parseRelatedDocuments(_ bytes: [UInt8], path: String) -> Sourced<[Register.RelatedDocument]> {
  let known = ["title", "aliases", "kind", "owner", "status", "note"]
  return parseEntries(bytes, path: path, known: known, of: "an entry of the document register") { reader, key, fields in
    reader.text(fields["title"], "title").map {
      Register.RelatedDocument(name: key, title: $0, aliases: reader.texts(fields["aliases"], "aliases"))
    }
  }
}

/// Reads `registers/topics.yaml`.
package func parseTopics(_ bytes: [UInt8], path: String) -> Sourced<[Register.Topic]> {
  parseEntries(bytes, path: path, known: ["title", "description"], of: "a topic") { reader, key, fields in
    reader.text(fields["title"], "title").map {
      Register.Topic(name: key, title: $0, description: reader.text(fields["description"], "description"))
    }
  }
}

/// Reads a mapping from names to entries, in the order written.
private func parseEntries<Entry>(
  _ bytes: [UInt8], path: String, known: [String], of what: String,
  _ read: (inout YAMLReader, String, [String: Node]) -> Entry?
) -> Sourced<[Entry]> {
  parseYAML(bytes, path: path) { reader, root in
    reader.pairs(root, of: "a register")?.compactMap { key, node in
      guard let fields = reader.fields(node, known: known, of: what) else { return nil }
      let before = reader.diagnostics.count
      let entry = read(&reader, key.text, fields)
      if entry == nil, reader.diagnostics.count == before {
        reader.report(.missingKey, "“\(key.text)” lacks what every entry needs", "compare with another entry", key.node)
      }
      return entry
    }
  }
}
