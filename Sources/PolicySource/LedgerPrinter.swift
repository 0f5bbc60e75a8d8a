import PolicyModel

extension Ledger.Record {
  /// The entry as it stands in a ledger, ending with a line end.
  package var canonicalSource: String {
    func words(_ text: String) -> String { FrontMatterPrinter.scalar(text) }
    let fields: [(key: String, value: String?)] = [
      ("edition", "\"\(edition)\""), ("event", event.rawValue), ("body", body.map(words)), ("on", on?.description),
      ("until", until?.description), ("minute", minute.map(words)), ("source", source.map(words)),
      ("text", text.map(words)),
    ]
    let lines = fields.compactMap { field in field.value.map { "\(field.key): \($0)\n" } }
    return "- " + lines.joined(separator: "  ")
  }
}
