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

  var html: TemplateValues {
    shared(VariationWords(marking: .html, reading: reading, document: file + ".html")).joined(with: [
      "pageTitle": .words("Local variations: \(publication.title) – \(publication.owner)".cssLiteral),
      "pageEdition": .words(edition.cssLiteral),
    ])
  }

  var markdown: TemplateValues { shared(VariationWords(marking: .markdown, reading: reading, document: file + ".md")) }

  private var edition: String { publication.isDraft ? "Draft" : "Edition \(file)" }

  private func shared(_ words: VariationWords) -> TemplateValues {
    let policy = publication.manuscript.policy
    let base = variations.base
    return letterhead(policy.organisation, folder: policy.address.organisation).joined(with: [
      "title": .words(policy.title), "edition": .words(edition), "file": .words(file), "ending": .words(site.ending),
      "isDraft": .truth(publication.isDraft), "address": .words(policy.address.description),
      "baseAddress": .words(base.address.description), "base": .words(base.organisation.name.long.capitalisedFirst),
      "baseName": "\(base.organisation.name.long), \(base.address.textName)",
      "approval": approval, "verdict": verdictValues, "summary": .words(variations.count.summary),
      "terms": .list(variations.terms, row), "hasTerms": .truth(!variations.terms.isEmpty),
      "facts": .list(variations.facts) { fact in
        [
          "name": .words(fact.name.capitalisedFirst), "base": .words(fact.base ?? notRecorded),
          "own": .words(fact.own ?? notRecorded),
        ]
      },
      "hasFacts": .truth(!variations.facts.isEmpty),
      "amended": .list(variations.amended.enumerated()) { index, group in
        [
          "id": "page_section_\(index + 1)",
          "section": .words(group.section.map(words.heading) ?? "Not in a section"),
          "clauses": .list(group.clauses) { entry($0, words) },
        ]
      },
      "hasAmended": .truth(!variations.amended.isEmpty),
      "own": .list(variations.own) { entry($0, words) }, "hasOwn": .truth(!variations.own.isEmpty),
      "leftOut": .list(variations.leftOut) { entry($0, words) }, "hasLeftOut": .truth(!variations.leftOut.isEmpty),
      "shifted": .list(variations.shifted, shift), "hasShifted": .truth(!variations.shifted.isEmpty),
      "hasMarkdown": .truth(site.formats.contains(.md)),
      "baseHref": TemplateValue(site.path(of: base.address).map { "../../\($0)\(site.ending)" }),
      "otherNumbers": TemplateValue(followingNumbers),
    ])
  }

  // MARK: The head

  private var approval: TemplateValue {
    let record = publication.approval
    let facts = [("Approved by", record?.body), ("Approved on", record?.on?.words), ("Minute", record?.minute)]
    return .list(publication.isDraft ? [("Approved", "not yet: this is a draft")] : facts) { label, value in
      ["label": .words(label), "value": .words(value ?? notRecorded), "isMissing": .truth(value == nil)]
    }
  }

  private var verdictValues: TemplateValue {
    [
      "sentence": .words(verdict.sentence), "hasGroups": .truth(!verdict.groups.isEmpty),
      "groups": .list(verdict.groups) { group in
        [
          "name": .words(group.name), "count": "\(group.clauses.count)",
          "clauses": .list(group.clauses.enumerated()) { index, clause in
            [
              "label": .words(clause.label), "href": "#\(clause.passage.id)",
              "isLast": .truth(index == group.clauses.count - 1),
            ]
          },
        ]
      },
      "aboutDocument": TemplateValue(verdict.aboutDocument),
    ]
  }

  private func row(_ term: Variations.FilledTerm) -> TemplateValue {
    [
      "name": .words(term.name.replacing("-", with: " ")), "base": .words(term.base?.told ?? "left open"),
      "own": .words(term.own?.told ?? "taken away"), "clauses": "\(term.clauses)",
    ]
  }

  // MARK: Clauses

  /// What was done to the words of a clause, or to the place and the number of it.
  func changes(_ node: RedlineNode, isShift: Bool) -> [Change] {
    node.changes.map(\.change).filter {
      ($0.kind == .renumbered || $0.isMove(of: node.old, to: node.new)) == isShift
    }
  }

  private func entry(_ node: RedlineNode, _ words: VariationWords) -> TemplateValue {
    let changes = changes(node, isShift: false)
    let kinds = Change.Class.allCases.filter(Set(node.changes.map(\.change.kind)).contains)
    let parts = node.isLone ? Set(node.passage.map(\.clause.identity)) : []
    let notes =
      changes.filter { [.stronger, .weaker].contains($0.kind) }.map { "\($0.kind.rawValue): \($0.reason)" }
      + changes.compactMap { note($0, of: node) }
    let old = node.old.flatMap { variations.baseClauses[$0.identity] }.map { words.plain($0, with: parts) }
    let own = node.isLone ? node.new.map { words.plain($0, with: parts) } : words.marked(node)
    return [
      "id": .words(node.id), "number": .words(reading.place(of: node)), "tags": tags(kinds),
      "classes": .words(kinds.map(\.rawValue).joined(separator: ", ")),
      "baseWords": .words(old ?? ""), "ownWords": .words(own ?? ""),
      "href": TemplateValue(node.new.map { "\(file)\(site.ending)#\($0.identity.name)" }),
      "note": notes.isEmpty ? nil : .words(notes.unique.joined(separator: "; ").capitalisedFirst),
      "reason": TemplateValue(reason(for: changes)), "minute": TemplateValue(publication.approval?.minute),
    ]
  }

  private func tags(_ kinds: [Change.Class]) -> TemplateValue {
    .list(kinds) { ["class": .words($0.rawValue), "slug": .words($0.slug)] }
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
  private func shift(_ node: RedlineNode) -> TemplateValue {
    let changes = changes(node, isShift: true)
    // What is amended as well has its place further up.
    let isAmended = variations.treatments[node.old!.identity]?.words == .amended
    return [
      "number": .words(reading.place(of: node)), "words": .words(node.clause.named),
      "href": "\(file)\(site.ending)#\(node.clause.identity.name)", "tags": tags(changes.map(\.kind).unique),
      "sentence": .words(changes.map(\.reason).joined(separator: "; ").capitalisedFirst + "."),
      "id": isAmended ? nil : .words(node.id), "reason": TemplateValue(reason(for: changes)),
      "minute": TemplateValue(publication.approval?.minute),
    ]
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

extension TermValue {
  /// The words with the other forms, where they are not the same: “Hill Primary School (in short: the school)”.
  var told: String {
    guard let short, short != long else { return long }
    return "\(long) (in short: \(short))"
  }
}
