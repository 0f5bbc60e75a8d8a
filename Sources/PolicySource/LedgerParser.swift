import PolicyModel

/// Reads a ledger: every decision on a policy, oldest first.
package func parseLedger(_ bytes: [UInt8], path: String) -> Sourced<Ledger> {
  var places: [SourcePosition] = []
  var sourced = parseYAML(bytes, path: path) { reader, root -> Ledger? in
    guard let sequence = root.sequence else {
      reader.report(.badValue, "a ledger is a list of decisions", "start each with “- edition: …”", root)
      return nil
    }
    let known = ["edition", "event", "body", "on", "until", "minute", "source", "text"]
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
        let until = reader.value(fields["until"], "until", example: "2028-04-18", PartialDate.init)
        if event == .deferred, fields["until"] == nil {
          reader.report(
            .missingKey, "a deferral needs the day until which it puts the review off", "write until: 2028-04-18", node)
          return nil
        }
        if event != .deferred, let until = fields["until"] {
          reader.report(
            .badValue, "only a deferral has “until”, this is \(event.rawValue)",
            "delete the line, or write event: deferred", until)
          return nil
        }
        places.append(reader.position(node))
        return Ledger.Record(
          edition: edition, event: event, body: reader.text(fields["body"], "body"),
          on: reader.value(fields["on"], "on", example: "2017-04-18", PartialDate.init), until: until,
          minute: reader.text(fields["minute"], "minute"), source: reader.text(fields["source"], "source"),
          text: reader.text(fields["text"], "text"))
      })
  }
  for (index, place) in places.enumerated() { sourced.sourceMap.record(.record(index), at: place) }
  return sourced
}
