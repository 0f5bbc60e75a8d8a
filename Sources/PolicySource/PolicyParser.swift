import PolicyModel

/// Reads a policy file: front matter, then the clauses of a text or the amendments of an instrument.
///
/// - Parameters:
///   - bytes: UTF-8; line ends of any kind.
///   - path: where the file stands in the workspace, for diagnostics.
/// - Returns: the value wherever enough could be read, where its parts stand, and every problem found.
public func parse(_ bytes: [UInt8], path: String) -> Sourced<PolicyFile> {
  var sourceMap = SourceMap(path: path)
  var diagnostics: [Diagnostic] = []
  guard let source = SourceText(path: path, bytes: bytes, diagnostics: &diagnostics) else {
    return Sourced(nil, sourceMap, diagnostics)
  }
  // About every line holds something that is remembered.
  sourceMap.reserve(source.lineCount)
  sourceMap.record(.document, at: source.position(line: 1, column: 1))
  guard let (matter, bodyLine) = FrontMatter.read(source, into: &sourceMap, &diagnostics) else {
    return Sourced(nil, sourceMap, diagnostics)
  }
  if let problem = source.overfullLine(from: bodyLine) { return Sourced(nil, sourceMap, diagnostics + [problem]) }
  let shielded = Shield.protected(source.bytes, from: source.offset(line: bodyLine, column: 1))
  diagnostics += lostText(source, shielded, from: bodyLine)
  let tree: MarkdownNode
  do {
    tree = try Markdown.parse(markdown(of: source, shielded, from: bodyLine, isInstrument: matter.isInstrument))
  } catch {
    diagnostics.append(nestedTooDeep(at: source.position(line: error.line, column: error.column)))
    return Sourced(nil, sourceMap, diagnostics)
  }
  var reader = ClauseReader(source: source, shielded: shielded, sourceMap: sourceMap)
  let body: PolicyFile.Body
  if matter.isInstrument {
    guard let base = matter.base else { return Sourced(nil, sourceMap, diagnostics) }
    let amendments = InstrumentParser.amendments(tree.children, behind: matter.settings, reader: &reader)
    body = .instrument(Instrument(base: base, baseDigest: matter.baseDigest, amendments: amendments))
  } else {
    if let heading = tree.children.first(where: { $0.saysAmendment(source) }) {
      let problem = Diagnostic(
        .missingKey, "this heading says an amendment, but nothing says what it amends",
        remedy: "write amends: organisation/policy@1.0 in the front matter", at: reader.position(heading))
      return Sourced(nil, reader.sourceMap, diagnostics + [problem])
    }
    if matter.title == nil, sourceMap[.frontMatter("title")] == nil {
      diagnostics.append(
        Diagnostic(
          .missingKey, "the policy has no title", remedy: "write title: in the front matter",
          at: source.position(line: 1, column: 1)))
    }
    let clauses = reader.clauses(tree.children[...], outermostLevel: 2)
    body = .policy(
      Policy(
        title: matter.title ?? "", numbering: NumberingScheme(matter.numbering), control: matter.control,
        terms: matter.terms, clauses: clauses))
  }
  sourceMap = reader.sourceMap
  diagnostics = (diagnostics + reader.allDiagnostics).inOrder
  let file = PolicyFile(
    body, edition: matter.edition, restates: matter.restates, proposal: matter.proposal,
    organisation: matter.organisation, isTemplate: matter.isTemplate)
  return Sourced(file, sourceMap, diagnostics)
}

/// What Markdown would drop or take for words: link definitions, terms and marks that are not closed, numbers before a space
/// that begins no list.
private func lostText(_ source: SourceText, _ shielded: [UInt8], from bodyLine: Int) -> [Diagnostic] {
  let start = source.offset(line: bodyLine, column: 1)
  var diagnostics = Shield.unclosed(shielded, from: start).prefix(Diagnostic.most).map { offset, isTerm in
    Diagnostic(
      isTerm ? .malformedTerm : .malformedMark, "“\(isTerm ? "{{" : "{#")” is not closed as it should be",
      remedy: isTerm
        ? "write a term as {{employer}} or {{employer.short}}" : "write a } behind the mark, on the same line",
      at: source.position(ofOffset: offset))
  }
  for number in bodyLine...max(bodyLine, source.lineCount) {
    let line = source.line(number)
    if let space = line.noBreakSpaceOfNumber {
      diagnostics.append(
        Diagnostic(
          .unwelcomeMarkdown, "a space that keeps words together stands behind the number, so that no list begins here",
          remedy: "delete it, and type an ordinary space",
          at: source.position(line: number, column: space - line.startIndex + 1)))
    }
    let words = line.drop { " >-*+.)".utf8.contains($0) || (48...57).contains($0) }
    guard words.first == UInt8(ascii: "["), let close = words.firstIndex(of: UInt8(ascii: "]")),
      close > words.startIndex + 1,
      words[(close + 1)...].first == UInt8(ascii: ":")
    else { continue }
    diagnostics.append(
      unwelcome("a link definition", at: source.position(line: number, column: words.startIndex - line.startIndex + 1)))
  }
  return diagnostics
}

/// What Markdown has a say in, on the lines where it stands: neither the front matter nor the words of amendments' headings,
/// which have a grammar of their own.
private func markdown(of source: SourceText, _ shielded: [UInt8], from bodyLine: Int, isInstrument: Bool) -> [UInt8] {
  var bytes = [UInt8](repeating: newline, count: bodyLine - 1)
  bytes.reserveCapacity(shielded.count)
  /// Where the text starts that is not taken over yet.
  var start = source.offset(line: bodyLine, column: 1)
  for number in bodyLine...max(bodyLine, source.lineCount) where isInstrument {
    let line = source.range(ofLine: number)
    guard shielded[line].isAmendmentHeading else { continue }
    bytes += shielded[start..<(line.lowerBound + 2)]
    start = line.upperBound
  }
  return bytes + shielded[start...]
}

extension ArraySlice<UInt8> {
  /// Where a no-break space stands behind the number that begins the line: in UTF-8 C2 A0.
  fileprivate var noBreakSpaceOfNumber: Int? {
    let number = drop { $0 == UInt8(ascii: " ") }
    let stop = number.drop { (48...57).contains($0) }
    guard stop.startIndex > number.startIndex, let sign = stop.first, ".)".utf8.contains(sign),
      stop.dropFirst().starts(with: [0xC2, 0xA0])
    else { return nil }
    return stop.startIndex + 1
  }

  /// Whether it is a heading of level 2; with a “>” it may be the end of raw HTML, which Markdown must see.
  fileprivate var isAmendmentHeading: Bool {
    first == UInt8(ascii: "#") && starts(with: "## ".utf8) && !holds { same($0, UInt8(ascii: ">")) }
  }
}

/// The refusal of lists, quotations or brackets that stand in each other too often.
func nestedTooDeep(at position: SourcePosition) -> Diagnostic {
  Diagnostic(
    .nestedTooDeep, "lists or quotations stand deeper than \(SourceText.Limit.nesting) levels",
    remedy: "divide the clause", at: position)
}
