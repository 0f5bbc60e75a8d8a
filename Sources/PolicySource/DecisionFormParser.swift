import PolicyModel

/// Reads a form of decisions, filled in or not.
package func parseDecisionForm(_ bytes: [UInt8], path: String) -> Sourced<DecisionForm> {
  var places: [SourcePosition] = []
  var sourced = parseYAML(bytes, path: path, as: { $0.quoting($0.typedWords) }) { reader, root -> DecisionForm? in
    for place in reader.source.typedWords.compactMap(\.secondParagraph) {
      reader.report(
        .badValue, "a wording is one paragraph, and a second one begins here",
        "join them, or leave this one out and put it into the draft that is written then", place)
    }
    let known = ["update", "from", "to", "digests", "decisions"]
    guard let fields = reader.fields(root, known: known, of: "a form of decisions") else { return nil }
    for key in known where fields[key] == nil {
      reader.report(.missingKey, "the form does not say “\(key)”", "let clausebook update write the form anew", root)
    }
    guard
      let digests = fields["digests"].flatMap({ reader.fields($0, known: ["update", "from", "to"], of: "digests") })
    else { return nil }
    func seen(_ key: String) -> DecisionForm.Seen? {
      guard let address = reader.value(fields[key], key, example: "escc/social-media@2.0", Address.init),
        let digest = reader.text(digests[key], "digest")
      else { return nil }
      return DecisionForm.Seen(address, digest: digest)
    }
    guard let update = seen("update"), let from = seen("from"), let to = seen("to") else {
      if reader.diagnostics.isEmpty {
        reader.report(
          .missingKey, "the form lacks a digest of what it was made of", "let clausebook update write the form anew",
          fields["digests"])
      }
      return nil
    }
    var entries: [DecisionForm.Entry] = []
    guard let sequence = fields["decisions"]?.sequence else {
      reader.report(.badValue, "“decisions” is a list", "start each with “- amendment: …”", fields["decisions"])
      return nil
    }
    for node in sequence {
      guard let entry = entry(node, &reader) else { continue }
      entries.append(entry)
      places.append(reader.position(node))
    }
    return DecisionForm(update: update, from: from, to: to, entries: entries)
  }
  for (index, place) in places.enumerated() { sourced.sourceMap.record(.record(index), at: place) }
  return sourced
}

private func entry(_ node: YAMLNode, _ reader: inout YAMLReader) -> DecisionForm.Entry? {
  let known = ["amendment", "clause", "decision", "reason", "wording"]
  guard let fields = reader.fields(node, known: known, of: "a decision")?.filter({ !$0.value.isUnanswered }) else {
    return nil
  }
  let place = reader.value(fields["amendment"], "amendment", example: "1") { Int($0).flatMap { $0 > 0 ? $0 : nil } }
  guard let place, let target = reader.text(fields["clause"], "clause") else {
    if fields["amendment"] == nil || fields["clause"] == nil {
      reader.report(
        .missingKey, "a decision needs its amendment and clause", "leave both as the form was written", node)
    }
    return nil
  }
  var entry = DecisionForm.Entry(amendment: place - 1, target: target)
  guard let verdict = reader.choice(fields["decision"], "decision", Decision.Choice.Verdict.self) else {
    if fields["decision"] == nil, let wording = fields["wording"] {
      reader.report(.missingKey, "a wording stands here, but no decision", "write decision: rewrite", wording)
    }
    entry.reason = reader.prose(fields["reason"], "reason")
    return entry
  }
  let wanted =
    switch verdict {
    case .adopt: ["reason"]
    // The amendment may have one, for which the words are kept then.
    case .keep: [String]()
    case .rewrite: ["reason", "wording"]
    }
  for key in wanted where fields[key] == nil {
    reader.report(.missingKey, "the decision on \(target) lacks its \(key)", "write \(key): and the words", node)
  }
  if verdict != .rewrite, let wording = fields["wording"] {
    reader.report(
      .badValue, "a wording stands here, but the decision is to \(verdict)", "write decision: rewrite", wording)
  }
  let reason = reader.prose(fields["reason"], "reason")
  guard reason != nil || verdict == .keep && fields["reason"] == nil else { return entry }
  entry.choice = Decision.Choice(verdict, because: reason, wording: reader.prose(fields["wording"], "wording"))
  return entry
}

/// Words as they would stand in a clause, which may hold terms and references.
package func parseProse(_ words: String, at position: SourcePosition) -> (text: Text, diagnostics: [Diagnostic]) {
  let bytes = Array(words.utf8)
  let (text, _, diagnostics) = Text.parse(bytes[...], at: position, markBytes: 0)
  let hasOpenTerm = Shield.unclosed(Shield.protected(bytes), from: 0).contains(where: \.isTerm)
  guard hasOpenTerm, !diagnostics.hasErrors else { return (text, diagnostics) }
  let problem = Diagnostic(
    .malformedTerm, "a term is not closed in “\(words)”", remedy: "write {{name}}", at: position)
  return (text, diagnostics + [problem])
}

extension YAMLNode {
  /// Whether nothing stands behind the key.
  fileprivate var isUnanswered: Bool { scalar?.isEmpty ?? false }
}

extension YAMLReader {
  /// Words as they would stand in a clause.
  fileprivate mutating func prose(_ node: YAMLNode?, _ key: String) -> Text? {
    guard let words = text(node, key) else { return nil }
    let (text, problems) = parseProse(words, at: position(node))
    diagnostics += problems
    return problems.hasErrors ? nil : text
  }
}
