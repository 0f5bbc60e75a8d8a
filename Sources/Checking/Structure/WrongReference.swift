import PolicyModel
import Reading

extension Check {
  static let wrongReference = Check(
    .wrongReference, .warning, "A reference points to one clause while the words beside it name the heading of another."
  ) { text, check in
    let mentions = Mentions(text)
    let sections = Headings(text)
    let documents = Dictionary(grouping: text.citedDocuments, by: \.0.clause)
    return text.clauses.flatMap { entry in
      entry.lines.flatMap { prose in
        mentions.found(in: prose, of: entry).compactMap { mention -> Diagnostic? in
          if let misplaced = sections.misplaced(documents[entry.identity] ?? [], at: mention, in: prose) {
            let heading = sections.heading(of: mention.targets[0])
            return check.finding(
              "“\(misplaced)” is said to stand in “\(heading)”, which is another document",
              remedy: "attach it, or say where it is to be found",
              about: .words(prose.text(mention.range), in: entry.identity),
              notes: [Diagnostic.Note("“\(heading)” stands here", about: .clause(mention.targets[0]))])
          }
          guard mention.targets.count == 1, let target = mention.targets.first,
            let named = sections.named(beside: mention.range, in: prose), !sections.areKin(named, target),
            !sections.areKin(named, entry.identity)
          else { return nil }
          let heading = sections.heading(of: named)
          return check.finding(
            "the words name “\(heading)”, but the reference points to \(sections.name(of: target))",
            remedy: "point to \(named), or name what is meant",
            about: .words(prose.text(mention.range), in: entry.identity),
            notes: [Diagnostic.Note("“\(heading)” stands here", about: .clause(named))])
        }
      }
    }
  }
}

/// The headings of a text, to find which one prose names.
private struct Headings {
  private var words: [(identity: Identity, cores: [String])] = []
  private var parents: [Identity: Identity] = [:]
  private var headings: [Identity: Prose] = [:]
  private var appendices: Set<Identity> = []

  init(_ text: CheckedText) {
    for entry in text.clauses {
      parents[entry.identity] = entry.parent
      if entry.clause.isAppendix { appendices.insert(entry.identity) }
      let cores = entry.heading.words.map(\.core).filter { !$0.isEmpty }
      guard !cores.isEmpty, entry.heading.words.allSatisfy({ $0.kind == .plain }) else { continue }
      headings[entry.identity] = entry.heading
      words.append((entry.identity, cores))
    }
    words.sort { $0.cores.count > $1.cores.count }
  }

  func heading(of identity: Identity) -> String {
    headings[identity].map { $0.text(0..<$0.words.count) } ?? identity.name
  }

  /// By the heading it stands under, for a clause that has none.
  func name(of identity: Identity) -> String {
    if headings[identity] != nil { return "“\(heading(of: identity))”" }
    return parents[identity].map(name) ?? identity.description
  }

  /// Whether one clause stands within the other.
  func areKin(_ one: Identity, _ other: Identity) -> Bool { isWithin(one, other) || isWithin(other, one) }

  private func isWithin(_ inner: Identity, _ outer: Identity) -> Bool {
    inner == outer || parents[inner].map { isWithin($0, outer) } ?? false
  }

  /// The section whose heading stands directly before or behind some words: personal use (see section 7), section 7 on personal use.
  ///
  /// A heading of one word is an ordinary word, unless it is put in quotation marks or brackets behind the number.
  func named(beside range: Range<Int>, in prose: Prose) -> Identity? {
    var before = range.lowerBound
    while before > 0, joiners.contains(prose.core(before - 1)) { before -= 1 }
    var after = range.upperBound
    while after < prose.words.count, joiners.contains(prose.core(after)) { after += 1 }
    return words.first { _, cores in
      let leading = before - cores.count
      if cores.count > 1, leading >= 0, matches(cores, prose, leading),
        staysInSentence(prose, leading..<range.lowerBound)
      {
        return true
      }
      guard matches(cores, prose, after), staysInSentence(prose, (range.upperBound - 1)..<(after + cores.count - 1))
      else {
        return false
      }
      return cores.count > 1 || "(“‘".contains(prose.words[after].text.first ?? " ")
    }?.identity
  }

  /// A document that is said to be attached in an appendix none of whose headings calls it by its kind: protocols, guide.
  func misplaced(
    _ cited: [(Citation, Register.RelatedDocument)], at mention: Mention, in prose: Prose
  ) -> String? {
    let start = mention.range.lowerBound
    guard mention.targets.count == 1, appendices.contains(mention.targets[0]), start > 1,
      ["in", "at", "as"].contains(prose.core(start - 1)), attached.contains(prose.core(start - 2))
    else { return nil }
    let before = prose.text(0..<start)
    let kinds = words.filter { isWithin($0.identity, mention.targets[0]) }.flatMap(\.cores).map { $0.prefix(4) }
    return cited.first { citation, document in
      guard before.contains(citation.words), let kind = document.title.kindOfDocument else { return false }
      return !kinds.contains(kind.prefix(4))
    }?.0.words
  }

  private func matches(_ cores: [String], _ prose: Prose, _ start: Int) -> Bool {
    start >= 0 && start + cores.count <= prose.words.count
      && cores.indices.allSatisfy { prose.words[start + $0].core == cores[$0] }
  }

  /// Whether no word but the last ends a sentence.
  private func staysInSentence(_ prose: Prose, _ range: Range<Int>) -> Bool {
    prose.words[range].allSatisfy { word in word.text.last.map { !".;?!".contains($0) } ?? true }
  }
}

extension String {
  /// The noun of a title: “guide” of “Guide to the Use of Phones”.
  fileprivate var kindOfDocument: Substring? {
    lowercased().split(separator: " ").prefix { !["to", "for", "of", "on", "about"].contains($0) }.last
  }
}

private let attached: Set<String> = ["attached", "annexed", "appended", "enclosed", "found"]

/// What may stand between a reference and the heading it is named by.
private let joiners: Set<String> = [
  "see", "in", "under", "on", "about", "the", "section", "headed", "called", "of", "",
]
