import PolicyModel

/// Reads a ledger: every approval and review, oldest first.
package func parseLedger(_ bytes: [UInt8], path: String) -> Sourced<Ledger> {
  var places: [SourcePosition] = []
  var sourced = parseYAML(bytes, path: path) { reader, root -> Ledger? in
    guard case .sequence(let sequence) = root else {
      reader.report(.badValue, "a ledger is a list of approvals and reviews", "start each with “- edition: …”", root)
      return nil
    }
    let known = ["edition", "event", "body", "on", "minute", "source", "text"]
    return Ledger(
      sequence.compactMap { node in
        guard let fields = reader.fields(node, known: known, of: "a ledger entry") else { return nil }
        let edition = reader.value(fields["edition"], "edition", example: "\"1.0\"", Edition.init)
        let event = reader.choice(fields["event"], "event", Ledger.Record.Event.self)
        guard let edition, let event else {
          if fields["edition"] == nil || fields["event"] == nil {
            reader.report(
              .missingKey, "a ledger entry needs its edition and event", "write edition: \"1.0\" and event: approved",
              node)
          }
          return nil
        }
        places.append(reader.position(node))
        return Ledger.Record(
          edition: edition, event: event, body: reader.text(fields["body"], "body"),
          on: reader.value(fields["on"], "on", example: "2017-04-18", PartialDate.init),
          minute: reader.text(fields["minute"], "minute"), source: reader.text(fields["source"], "source"),
          text: reader.text(fields["text"], "text"))
      })
  }
  for (index, place) in places.enumerated() { sourced.sourceMap.record(.record(index), at: place) }
  return sourced
}
