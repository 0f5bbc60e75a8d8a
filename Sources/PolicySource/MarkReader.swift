import PolicyModel

/// Understands the marks of clauses.
extension ClauseReader {
  mutating func apply(_ written: Mark, to clause: inout Clause, at position: SourcePosition) {
    var mark = written
    if let name = mark.identity {
      if let identity = Identity(name) {
        if let first = firstPlaces[identity] {
          diagnostics.append(
            Diagnostic(
              .duplicateIdentity, "\(identity) is already the identity of another clause",
              remedy: "give this clause an identity of its own", at: position,
              notes: [Diagnostic.Note("the first clause with it stands here", at: first)]))
        } else {
          firstPlaces[identity] = position
        }
        clause.identity = identity
        sourceMap.record(.clause(identity), at: position)
      } else {
        report(
          .malformedIdentity, "“\(name)” is not an identity",
          "use lower-case letters, digits and single hyphens, 80 at most", position)
      }
    }
    if clause.identity == nil { sourceMap.recordUnidentified(at: position) }
    record(texts.takeUses(), of: clause.identity)
    let tailorings = mark.flags.isEmpty ? [] : Tailoring.allCases.filter { mark.takeFlag($0.rawValue) }
    clause.tailoring = tailorings.first ?? .adapt
    if tailorings.count > 1 {
      let names = tailorings.map { "“.\($0.rawValue)”" }.joined(separator: " and ")
      report(.badValue, "\(names) contradict each other", "keep one of them", position)
    }
    if let label = mark.takeValue("label") { clause.label = label }
    if let topic = mark.takeValue("topic") { clause.topic = topic }
    if let excuses = mark.takeValue("excuse") { clause.excuses = [Excuse](written: excuses) }
    if let number = mark.takeValue("number") {
      if let numbering = Numbering(number) {
        clause.numbering = numbering
      } else {
        report(
          .badValue, "number=\(number) is not a number",
          "write a number from 1 to 9999, hidden, none or automatic", position)
      }
    }
    if let items = mark.takeValue("items") {
      clause.items = NumberPattern(items)
      if clause.items == nil {
        report(.badValue, "items=\(items) is not a numbering", "write 1., (a), (i) or bullet", position)
      }
    }
    if let rest = mark.flags.map({ "." + $0 }).first ?? mark.values.first.map({ $0.key + "=" }) {
      report(.unknownMark, "“\(rest)” means nothing here", ClauseReader.markHelp(rest, clause.kind), position)
    }
  }

  static func markHelp(_ written: String, _ kind: Clause.Kind) -> String {
    var known = Tailoring.allCases.map { "." + $0.rawValue } + ["number=", "label=", "topic=", "items=", "excuse="]
    switch kind {
    case .section: known += [".appendix", ".form", ".items", "word="]
    case .field: known += [".date", ".signature", ".note", ".one", "lines=", "min=", "when="]
    case .clause, .item, .option: break
    }
    let suggestion = nearest(to: written, among: known).map { "did you mean \($0)? " } ?? ""
    return suggestion + "known here: " + known.joined(separator: " ")
  }

  /// Remembers where terms and references of the clause read last, or of a quotation, stand.
  mutating func record(_ uses: [(TextReader.Use, SourcePosition)], of clause: Identity? = nil) {
    let clause = clause ?? owner
    for (use, position) in uses {
      switch use {
      case .term(let name): sourceMap.record(.term(name, in: clause), at: position)
      case .reference(let identity): sourceMap.record(.reference(identity, in: clause), at: position)
      }
    }
  }

  mutating func refuseBox(_ position: SourcePosition) {
    report(
      .misplacedBox, "a box stands in a list below a field",
      "write the question as a field above it, and indent the box below that", position)
  }

  mutating func refuseRow(_ parts: [MarkedProse]) {
    guard parts.count > 1 else { return }
    report(.fieldOutsideForm, "bars part the fields of a form", "write \\| for a bar in the text", parts[0].position)
  }
}
