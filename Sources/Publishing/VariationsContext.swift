import PolicyModel
import Reading

/// What the templates of a statement of local variations may say.
struct VariationsContext {
  let site: Site
  let publication: Publication
  let variations: Variations
  let verdict: ConsultationVerdict
  let reading: RedlineReading

  init(_ variations: Variations, of publication: Publication, in site: Site) {
    self.site = site
    self.publication = publication
    self.variations = variations
    reading = RedlineReading(variations.redline)
    verdict = ConsultationVerdict(variations, reading)
  }

  private var redline: Redline { variations.redline }
  private var file: String { "\(publication.address.choice ?? .draft)" }

  var html: [String: Any] {
    var values = shared(VariationWords(marking: .html, reading: reading, document: file + ".html"))
    values["pageTitle"] = "Local variations: \(publication.title) – \(publication.owner)".cssLiteral
    values["pageEdition"] = edition.cssLiteral
    return values
  }

  var markdown: [String: Any] { shared(VariationWords(marking: .markdown, reading: reading, document: file + ".md")) }

  private var edition: String { publication.isDraft ? "Draft" : "Edition \(file)" }

  private func shared(_ words: VariationWords) -> [String: Any] {
    let policy = publication.manuscript.policy
    let base = variations.base
    var values: [String: Any] = [
      "title": policy.title, "organisation": publication.owner,
      "kind": policy.organisation.kind.rawValue.capitalisedFirst, "contacts": contactValues(policy.organisation),
      "organisationFolder": policy.address.organisation, "edition": edition, "file": file, "ending": site.ending,
      "isDraft": publication.isDraft, "address": policy.address.description, "baseAddress": base.address.description,
      "base": base.organisation.name.long.capitalisedFirst,
      "baseName": "\(base.organisation.name.long), \(base.address.textName)",
      "approval": approval, "verdict": verdictValues, "summary": variations.count.summary,
      "terms": variations.terms.map(row), "hasTerms": !variations.terms.isEmpty,
      "facts": variations.facts.map { fact -> [String: Any] in
        ["name": fact.name.capitalisedFirst, "base": fact.base ?? notRecorded, "own": fact.own ?? notRecorded]
      },
      "hasFacts": !variations.facts.isEmpty,
      "amended": variations.amended.enumerated().map { index, group -> [String: Any] in
        [
          "id": "page_section_\(index + 1)", "section": group.section.map(words.heading) ?? "Not in a section",
          "clauses": group.clauses.map { entry($0, words) },
        ]
      },
      "hasAmended": !variations.amended.isEmpty,
      "own": variations.own.map { entry($0, words) }, "hasOwn": !variations.own.isEmpty,
      "leftOut": variations.leftOut.map { entry($0, words) }, "hasLeftOut": !variations.leftOut.isEmpty,
      "shifted": variations.shifted.map(shift), "hasShifted": !variations.shifted.isEmpty,
      "hasMarkdown": site.formats.contains(.md),
    ]
    if let path = site.path(of: base.address) { values["baseHref"] = "../../\(path)\(site.ending)" }
    if let numbers = followingNumbers { values["otherNumbers"] = numbers }
    return values
  }

  // MARK: The head

  private var approval: [[String: Any]] {
    let record = publication.approval
    let facts = [("Approved by", record?.body), ("Approved on", record?.on?.words), ("Minute", record?.minute)]
    return (publication.isDraft ? [("Approved", "not yet: this is a draft")] : facts).map { label, value in
      ["label": label, "value": value ?? notRecorded, "isMissing": value == nil]
    }
  }

  private var verdictValues: [String: Any] {
    var values: [String: Any] = [
      "sentence": verdict.sentence, "hasGroups": !verdict.groups.isEmpty,
      "groups": verdict.groups.map { group -> [String: Any] in
        [
          "name": group.name, "count": group.clauses.count,
          "clauses": group.clauses.enumerated().map { index, clause -> [String: Any] in
            ["label": clause.label, "href": "#\(clause.passage.id)", "isLast": index == group.clauses.count - 1]
          },
        ]
      },
    ]
    if let words = verdict.aboutDocument { values["aboutDocument"] = words }
    return values
  }

  private func row(_ term: Variations.FilledTerm) -> [String: Any] {
    [
      "name": term.name.replacing("-", with: " "), "base": term.base?.told ?? "left open",
      "own": term.own?.told ?? "taken away", "clauses": term.clauses,
    ]
  }

  // MARK: Clauses

  /// What was done to the words of a clause, or to the place and the number of it.
  func changes(_ node: RedlineNode, isShift: Bool) -> [Change] {
    node.changes.map(\.change).filter {
      ($0.kind == .renumbered || $0.isMove(of: node.old, to: node.new)) == isShift
    }
  }

  private func entry(_ node: RedlineNode, _ words: VariationWords) -> [String: Any] {
    let changes = changes(node, isShift: false)
    let kinds = Change.Class.allCases.filter(Set(node.changes.map(\.change.kind)).contains)
    let parts = node.isLone ? Set(node.passage.map(\.clause.identity)) : []
    var entry: [String: Any] = [
      "id": node.id, "number": reading.place(of: node),
      "tags": kinds.map { ["class": $0.rawValue, "slug": $0.slug] },
      "classes": kinds.map(\.rawValue).joined(separator: ", "),
      "baseWords": node.old.flatMap { variations.baseClauses[$0.identity] }.map { words.plain($0, with: parts) } ?? "",
      "ownWords": node.isLone ? node.new.map { words.plain($0, with: parts) } ?? "" : words.marked(node),
    ]
    if let new = node.new { entry["href"] = "\(file)\(site.ending)#\(new.identity.name)" }
    let notes =
      changes.filter { [.stronger, .weaker].contains($0.kind) }.map { "\($0.kind.rawValue): \($0.reason)" }
      + changes.compactMap { note($0, of: node) }
    if !notes.isEmpty { entry["note"] = notes.unique.joined(separator: "; ").capitalisedFirst }
    if let reason = reason(for: changes) { entry["reason"] = reason }
    if let minute = publication.approval?.minute { entry["minute"] = minute }
    return entry
  }

  /// Why the fork did what it did to a clause; nil where nobody wrote it down.
  func reason(for changes: [Change]) -> String? {
    let reasons = changes.compactMap(\.because).unique.map { ".!?".contains($0.last ?? ".") ? $0 : $0 + "." }
    return reasons.isEmpty ? nil : reasons.joined(separator: " ")
  }

  /// From where words came that are not in their place any more, and where they went.
  private func note(_ change: Change, of node: RedlineNode) -> String? {
    guard let old = change.old?.clause, let new = change.new?.clause, redline.matches[new] != old else { return nil }
    return new == node.new?.identity
      ? "words of it stood in \(reading.label(of: old, isNew: false) ?? "")"
      : "words of it stand in \(reading.label(of: new, isNew: true) ?? "") now"
  }

  /// What was done to the place and the number of a clause.
  private func shift(_ node: RedlineNode) -> [String: Any] {
    let changes = changes(node, isShift: true)
    var shift: [String: Any] = [
      "number": reading.place(of: node), "words": node.clause.named,
      "href": "\(file)\(site.ending)#\(node.clause.identity.name)",
      "tags": changes.map(\.kind).unique.map { ["class": $0.rawValue, "slug": $0.slug] },
      "sentence": changes.map(\.reason).joined(separator: "; ").capitalisedFirst + ".",
    ]
    // What is amended as well has its place further up.
    if variations.treatments[node.old!.identity]?.words != .amended { shift["id"] = node.id }
    if let reason = reason(for: changes) { shift["reason"] = reason }
    if let minute = publication.approval?.minute { shift["minute"] = minute }
    return shift
  }

  /// How many clauses have another number because of what was done to others; nil for none.
  private var followingNumbers: String? {
    let own = Set(variations.shifted.compactMap { $0.new?.identity })
    let count = redline.otherNumbers.count { !own.contains($0.clause) }
    guard count > 0 else { return nil }
    return count == 1
      ? "One more clause has another number, because of what came, went or moved before it."
      : "\(count) more clauses have other numbers, because of what came, went or moved before them."
  }
}

extension ResolvedClause {
  /// Its heading or first words, so that a list tells more than numbers.
  var named: String {
    let words = content.texts.first?.plain ?? ""
    let first = words.split(separator: " ").prefix(8).joined(separator: " ")
    return content.isSection || first == words ? words : first + "\u{A0}…"
  }
}

extension TermValue {
  /// The words with the other forms, where they are not the same: “Hill Primary School (in short: the school)”.
  var told: String {
    guard let short, short != long else { return long }
    return "\(long) (in short: \(short))"
  }
}

extension Address {
  /// The text in words: “edition 1.0”, “the draft”.
  var textName: String { choice.map { $0 == .draft ? "the draft" : "edition \($0)" } ?? "the newest text" }

  /// Where a text stands in the site, without the ending.
  var path: String { "\(organisation)/\(policy)/\(choice ?? .draft)" }
}
