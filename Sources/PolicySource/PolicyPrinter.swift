import PolicyModel

extension PolicyFile {
  /// The file in the canonical source format, ending with a line end.
  public var canonicalSource: String { FrontMatterPrinter.print(self) + canonicalBody }

  /// The same, but with the front matter as it was where somebody wrote a comment into it, which no value holds.
  package func canonicalSource(keepingCommentsOf bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(omittingEmptySubsequences: false) { ["\n", "\r\n", "\r"].contains($0) }
    guard firstComment(inFrontMatterOf: bytes, path: "") != nil, let end = lines.dropFirst().firstIndex(of: "---")
    else { return canonicalSource }
    return lines[...end].joined(separator: "\n") + "\n" + canonicalBody
  }

  private var canonicalBody: String {
    switch body {
    case .policy(let policy):
      let text = ClausePrinter.print(policy.clauses, outermostLevel: 2)
      return text.isEmpty ? "" : "\n" + text + "\n"
    case .instrument(let instrument):
      var text = ""
      for amendment in instrument.amendments { amendment.print(to: &text) }
      return text
    }
  }
}

extension Policy {
  /// The text alone in the canonical source format: what a digest is taken of.
  package var canonicalText: String {
    PolicyFile(.policy(self)).canonicalSource
  }
}

extension Amendment {
  /// Goes on with the amendment under its heading, an empty line before it; with nothing for what the front matter says.
  fileprivate func print(to output: inout String) {
    guard let heading = operation.heading else { return }
    output.add("\n## ", heading, "\n")
    if let reason { output.add(AmendmentRemarks.Label.because.rawValue, " ", reason.markdown(), "\n") }
    if let decidedOn { output.add(AmendmentRemarks.Label.decided.rawValue, " ", decidedOn.description, "\n") }
    var texts = operation.newTexts
    // A text that starts like a remark is told from one by its colon.
    if let first = texts.first, AmendmentRemarks.Label(startOf: first.utf8) != nil {
      texts[0].replace(":", with: "\\:", maxReplacements: 1)
    }
    for text in texts { output.add("\n", text, "\n") }
  }
}

extension Operation {
  /// What stands below the heading, parted by empty lines.
  fileprivate var newTexts: [String] {
    switch self {
    case .substitute(_, let clauses), .insert(let clauses, _): [ClausePrinter.print(clauses, outermostLevel: 3)]
    case .substituteText(_, let blocks):
      blocks.map { ClausePrinter.print([Clause(blocks: [$0], numbering: .none)], outermostLevel: 3) }
    case .substituteHeading, .omit, .move, .renumber, .reword, .setClause, .setDocument: []
    }
  }

  /// The heading that says the operation; nil for what the front matter says.
  package var heading: String? {
    switch self {
    case .substitute(let target, _): "For \(target) substitute"
    case .substituteText(let target, _): "For the text of \(target) substitute"
    case .substituteHeading(let target, let text): "For the heading of \(target) substitute \(text.quoted)"
    case .insert(_, let position): position.phrase(capital: true) + " insert"
    case .omit(let target): "Omit \(target)"
    case .move(let target, let position):
      "Move \(target) " + position.phrase(capital: false).replacingPrefix("at the", with: "to the")
    case .renumber(let target, let numbering): "Renumber \(target) as \(numbering.phrase)"
    case .reword(let scope, let rewording): rewording.phrase(scope)
    case .setClause(let target, let settings): "Set \(target) \(settings.mark.written ?? "")"
    case .setDocument: nil
    }
  }
}

extension Position {
  fileprivate func phrase(capital: Bool) -> String {
    switch self {
    case .before(let target): "\(capital ? "Before" : "before") \(target)"
    case .after(let target): "\(capital ? "After" : "after") \(target)"
    case .startOf(let target): "\(capital ? "At" : "at") the start of \(target)"
    case .endOf(let target): "\(capital ? "At" : "at") the end of \(target)"
    case .startOfDocument: "\(capital ? "At" : "at") the start of the document"
    case .endOfDocument: "\(capital ? "At" : "at") the end of the document"
    }
  }
}

extension Scope {
  fileprivate var phrase: String {
    switch self {
    case .clause(let target): "In \(target)"
    case .heading(let target): "In the heading of \(target)"
    case .throughout: "Throughout"
    }
  }
}

extension Rewording {
  fileprivate func phrase(_ scope: Scope) -> String {
    var phrase = scope.phrase
    let each = each && scope != .throughout ? "each " : ""
    switch change {
    case .substitute(let new): phrase.add(", for ", each, quoted.quoted, " substitute ", new.quoted)
    case .omit: phrase.add(", omit ", each, quoted.quoted)
    case .insertBefore(let new): phrase.add(", before ", each, quoted.quoted, " insert ", new.quoted)
    case .insertAfter(let new): phrase.add(", after ", each, quoted.quoted, " insert ", new.quoted)
    }
    return phrase
  }
}

extension Numbering {
  fileprivate var phrase: String {
    switch self {
    case .ordinal(let ordinal): "number \(ordinal)"
    case .automatic: "automatic"
    case .hidden: "hidden"
    case .none: "none"
    }
  }
}

extension Text {
  fileprivate var quoted: String {
    let words = markdown()
    guard words.holds({ same($0, 0xE2) }) else { return "“" + words + "”" }
    return "“\(words.replacing("“", with: "\\“").replacing("”", with: "\\”"))”"
  }
}

extension String {
  /// Goes on with some words, none of which is put together with another before.
  fileprivate mutating func add(_ parts: String...) { for part in parts { self += part } }

  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
