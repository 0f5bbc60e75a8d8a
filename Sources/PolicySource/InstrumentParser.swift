import PolicyModel

/// Reads the amendments of an instrument: one under each level-2 heading.
enum InstrumentParser {
  /// All amendments: what the front matter sets is given, since it comes before.
  static func amendments(
    _ nodes: [MarkdownNode], behind settings: [Amendment], reader: inout ClauseReader
  ) -> [Amendment] {
    reader.requiresForms = false
    var amendments = settings
    let parts = parts(nodes, &reader)
    amendments.reserveCapacity(settings.count + parts.count)
    for (heading, body) in parts {
      let index = amendments.count
      let position = reader.position(heading)
      reader.sourceMap.record(.amendment(index), at: position)
      reader.allowIdentitiesAgain()
      if let amendment = amendment(heading, body, index: index, at: position, reader: &reader) {
        amendments.append(amendment)
      }
    }
    return amendments
  }

  /// Each heading with what stands below it.
  private static func parts(
    _ nodes: [MarkdownNode], _ reader: inout ClauseReader
  ) -> [(heading: MarkdownNode, body: ArraySlice<MarkdownNode>)] {
    let headings = nodes.indices.filter { nodes[$0].startsAmendment }
    let misplaced = nodes.filter { !$0.startsAmendment && $0.saysAmendment(reader.source) }
    for heading in misplaced {
      reader.diagnostics.append(
        Diagnostic(
          .headingLevel, "this heading says an amendment, but would be printed as part of the text above it",
          remedy: "start it with “##”", at: reader.position(heading)))
    }
    if let first = nodes.first, headings.first != 0 {
      guard misplaced.first?.line != first.line else { return [] }
      reader.diagnostics.append(
        Diagnostic(
          .textBeforeAmendment, "an instrument holds amendments, each under a heading of its own",
          remedy: "write a heading such as “## After #scope insert” above the text", at: reader.position(first)))
      return []
    }
    return headings.indices.map { place in
      let end = place + 1 < headings.count ? headings[place + 1] : nodes.endIndex
      return (nodes[headings[place]], nodes[(headings[place] + 1)..<end])
    }
  }

  private static func amendment(
    _ heading: MarkdownNode, _ body: ArraySlice<MarkdownNode>, index: Int, at position: SourcePosition,
    reader: inout ClauseReader
  ) -> Amendment? {
    reader.refuseUnderlined(heading, at: position)
    var grammar = AmendmentHeading(line: heading.line, of: reader.source)
    var body = body
    let remarks = AmendmentRemarks(&body, &reader)
    do {
      let phrase = try grammar.phrase()
      if let place = grammar.firstQuotation { reader.sourceMap.record(.quotation(amendment: index), at: place) }
      reader.owner = phrase.target
      defer { reader.owner = nil }
      reader.record(grammar.uses)
      reader.diagnostics += grammar.diagnostics
      let operation = operation(phrase, body, at: position, reader: &reader)
      return operation.map { Amendment($0, reason: remarks.reason, decidedOn: remarks.decidedOn) }
    } catch {
      reader.diagnostics.append(error.diagnostic)
      return nil
    }
  }

  private static func operation(
    _ phrase: AmendmentHeading.Phrase, _ body: ArraySlice<MarkdownNode>, at position: SourcePosition,
    reader: inout ClauseReader
  ) -> Operation? {
    switch phrase {
    case .complete(let operation):
      if let extra = body.first {
        reader.diagnostics.append(
          Diagnostic(
            .unexpectedText, "this amendment takes no text below its heading",
            remedy: "delete the text, or write a heading that inserts it", at: reader.position(extra)))
      }
      return operation
    case .substitute(let target):
      return newText(body, at: position, &reader).map { .substitute(target, $0) }
    case .insert(let place):
      return newText(body, at: position, &reader).map { .insert($0, place) }
    case .substituteText(let target):
      // Paragraphs that become the text of a clause need no identity: the clause has one.
      let count = reader.sourceMap.unidentified.count
      defer { reader.sourceMap.forgetUnidentified(butFor: count) }
      guard let clauses = newText(body, at: position, &reader) else { return nil }
      for clause in clauses where clause != Clause(blocks: clause.blocks, numbering: .none) {
        reader.diagnostics.append(
          Diagnostic(
            .unexpectedText, "the text of a clause is paragraphs, quotations and tables only",
            remedy: "to change items or identities as well, write “For #… substitute”",
            at: body.first.map(reader.position) ?? position))
        return nil
      }
      return .substituteText(target, clauses.flatMap(\.blocks))
    }
  }

  private static func newText(
    _ body: ArraySlice<MarkdownNode>, at position: SourcePosition, _ reader: inout ClauseReader
  ) -> [Clause]? {
    let clauses = reader.clauses(body, outermostLevel: 3)
    if body.isEmpty {
      reader.diagnostics.append(
        Diagnostic(
          .missingText, "this amendment needs the new text below its heading",
          remedy: "write the clause, or “Omit #…” to take it away", at: position))
    }
    return clauses.isEmpty ? nil : clauses
  }
}

extension MarkdownNode {
  fileprivate var startsAmendment: Bool { if case .heading(level: 2) = kind { true } else { false } }

  /// Whether it is a heading, of whichever level, whose words are those of an amendment.
  func saysAmendment(_ source: SourceText) -> Bool {
    guard case .heading = kind else { return false }
    var grammar = AmendmentHeading(line: line, of: source)
    return (try? grammar.phrase()) != nil
  }
}
