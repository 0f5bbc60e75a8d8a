import PolicyModel
import Reading

/// What the templates of a document may say: everything but the clauses as plain values, the clauses ready-made.
struct DocumentContext {
  let site: Site
  let publication: Publication
  /// The text itself, or the template made of it.
  let manuscript: Manuscript
  let isTemplate: Bool
  /// What changed since the edition before; nil of a template, and where there is none.
  let redline: RedlineContext?
  let citations: [Citation]

  private var policy: ResolvedPolicy { manuscript.policy }

  /// What the page alone says.
  var html: TemplateValues {
    [
      "contents": .print(addHTMLContents),
      "body": .print { [manuscript, standing = publication.standing] in manuscript.addHTML(to: &$0, sharing: standing)
      },
      "hasForm": .truth(policy.clauses.contains { $0.holdsForm }), "jsonLD": .words(jsonLD),
      "pageTitle": .words(title.cssLiteral), "pageEdition": .words(editionWords.cssLiteral),
    ]
  }

  /// What the page alone says that tells who must do what.
  func duties(_ ledger: DutyLedger) -> TemplateValues {
    ledger.context.joined(with: [
      "pageTitle": .words("Who must do what: \(title)".cssLiteral), "pageEdition": .words(editionWords.cssLiteral),
    ])
  }

  /// What the Markdown alone says.
  var markdown: TemplateValues {
    [
      "contents": .print(addMarkdownContents),
      "body": .print { [manuscript, standing = publication.standing] in
        manuscript.addMarkdown(to: &$0, sharing: standing)
      },
    ]
  }

  /// What all of them say.
  var shared: TemplateValues {
    let file = "\(publication.address.choice ?? .draft)"
    let isSuperseded = !publication.isCurrent && !publication.isDraft
    let (hasDuties, hasMarkdown) = (site.companions.contains(.duties), site.formats.contains(.md))
    let hasLaw = !site.register.legislation.isEmpty
    let offersTemplate = publication.template != nil && !isTemplate
    return letterhead(policy.organisation, folder: policy.address.organisation).joined(with: [
      "title": .words(policy.title), "address": .words(policy.address.description), "file": .words(file),
      "edition": .words(editionWords), "isDraft": .truth(publication.isDraft), "isTemplate": .truth(isTemplate),
      "superseded": isSuperseded ? ["edition": "\(publication.newest)"] : nil,
      "restates": TemplateValue(policy.restates), "proposal": TemplateValue(policy.proposal),
      "nextReview": TemplateValue(publication.nextReview?.words),
      "isOverdue": .truth(publication.nextReview != nil && publication.isOverdue(asAt: site.asAt)),
      "control": .list(controlRows), "history": historyRows, "base": policy.bases.first.map(baseValues),
      "comparison": redline.map { $0.table(at: "\(file)-changes") },
      "hasVariations": .truth(publication.variations != nil && !isTemplate),
      "hasCompanions": .truth(hasDuties || hasLaw), "hasDuties": .truth(hasDuties), "hasLaw": .truth(hasLaw),
      "hasOtherForms": .truth(hasMarkdown || offersTemplate), "hasMarkdown": .truth(hasMarkdown),
      "offersTemplate": .truth(offersTemplate),
    ])
  }

  private var title: String { "\(policy.title) – \(policy.organisation.name.long.capitalisedFirst)" }

  private var editionWords: String {
    if isTemplate { return "Template, edition \(publication.address.choice ?? .draft)" }
    return publication.isDraft ? "Draft" : "Edition \(publication.editionWithStanding)"
  }

  private func baseValues(_ base: Address) -> TemplateValue {
    let statement = publication.variations.flatMap { $0.base.address == base ? $0 : nil }
    return [
      "title": .words(publication.amended?.title ?? base.description),
      "organisation": .words(publication.amended?.owner ?? base.organisation),
      "text": .words(base.textName), "summary": TemplateValue(statement?.count.summary),
      "href": TemplateValue(site.path(of: base).map { "../../\($0)" }),
    ]
  }

  // MARK: Control and history

  private var controlRows: [TemplateValue] {
    let control = policy.control
    var rows: [TemplateValue] = []
    func add(_ label: String, _ value: String?, isEmpty: Bool = false) {
      let words = value ?? (isEmpty ? "left empty" : notRecorded)
      rows.append(["label": .words(label), "value": .words(words), "isMissing": .truth(value == nil)])
    }
    func name(_ label: DocumentControl.Label, _ standard: String) -> String { control.labels[label] ?? standard }
    if control.reference != .absent { add(name(.reference, "Reference"), control.reference.value, isEmpty: true) }
    add("Edition", publication.isDraft ? "Draft" : publication.edition?.description)
    if control.owner != .absent { add(name(.owner, "Owner"), control.owner.value, isEmpty: true) }
    if control.created != .absent { add(name(.created, "Created"), control.created.value?.words, isEmpty: true) }
    if !publication.isDraft {
      add("Approved by", publication.approval?.body)
      add("Approved on", publication.approval?.on?.words)
      let reviews = publication.ledger.records.filter { $0.edition == publication.edition && $0.event == .reviewed }
      if let last = reviews.last { add("Last reviewed", last.on?.words) }
    }
    add(name(.reviewEvery, "Reviewed every"), control.reviewEvery?.description)
    add("Next review", publication.nextReview?.words)
    return rows
  }

  private var historyRows: TemplateValue {
    .list(publication.ledger.records.reversed()) { record in
      [
        "edition": .words(record.edition.description), "event": .words(record.decision.capitalisedFirst),
        "on": .words(record.on?.words ?? notRecorded), "body": .words(record.body ?? notRecorded),
        "minute": .words(record.minute ?? notRecorded),
      ]
    }
  }

  // MARK: Contents

  @Sendable private func addHTMLContents(to page: inout Sheet) {
    var galley = Galley(.html, filledWith: manuscript.words, behind: page)
    list(policy.clauses, depth: 1, to: &galley)
    page = galley.finished()
  }

  private func list(_ clauses: [ResolvedClause], depth: Int, to galley: inout Galley) {
    guard depth <= 2, clauses.contains(where: { $0.content.isSection }) else { return }
    galley.add("<ul>\n")
    for section in clauses where section.content.isSection {
      galley.add("<li><a href=\"#", section.identity.name, "\">")
      if let number = section.number {
        galley.add("<span class=\"number\">")
        galley.add(escaping: number)
        galley.add("</span> ")
      }
      galley.add(escaping: manuscript.heading(of: section))
      galley.add("</a>")
      if !section.content.isForm { list(section.clauses, depth: depth + 1, to: &galley) }
      galley.add("</li>\n")
    }
    galley.add("</ul>\n")
  }

  @Sendable private func addMarkdownContents(to document: inout Sheet) {
    var galley = Galley(.markdown, filledWith: manuscript.words, behind: document)
    var lineStart: StaticString = "- ["
    for section in policy.clauses where section.content.isSection {
      galley.add(lineStart)
      lineStart = "\n- ["
      link(section, in: &galley)
      if section.content.isForm { continue }
      for inner in section.clauses where inner.content.isSection {
        galley.add("\n  - [")
        link(inner, in: &galley)
      }
    }
    document = galley.finished()
  }

  private func link(_ section: ResolvedClause, in galley: inout Galley) {
    if let number = section.number {
      galley.add(escaping: number)
      galley.add(" ")
    }
    galley.add(escaping: manuscript.heading(of: section))
    galley.add("](#", section.identity.name, ")")
  }

  // MARK: For machines

  /// schema.org's DigitalDocument, with what the policy rests on and which Acts it cites.
  private var jsonLD: String {
    var fields: JSON.KeyValuePairs = [
      "@context": .text("https://schema.org"),
      "@type": .text("DigitalDocument"),
      "name": .text(policy.title),
      "inLanguage": .text("en-GB"),
      "identifier": .text(policy.address.description),
      "publisher": .object([
        "@type": .text("Organization"), "name": .text(policy.organisation.name.long.capitalisedFirst),
      ]),
      "version": .text(publication.address.choice?.description ?? ""),
      "creativeWorkStatus": .text(publication.isDraft ? "Draft" : publication.isCurrent ? "Published" : "Superseded"),
    ]
    if let on = publication.approval?.on { fields.add("datePublished", .text(on.description)) }
    if let next = publication.nextReview { fields.add("expires", .text(next.description)) }
    if let path = policy.bases.first.flatMap(site.path) { fields.add("isBasedOn", .text("../../\(path).html")) }
    let cited = site.legislation(in: citations)
    if !cited.isEmpty { fields.add("citation", .list(cited)) }
    let text = JSON.object(fields).text
    // A tag inside a string could end the script.
    return text.holds { same($0, UInt8(ascii: "<")) } ? text.replacing("<", with: "\\u003c") : text
  }
}

extension ResolvedClause {
  fileprivate var holdsForm: Bool {
    content.isForm || content.isSection && clauses.contains { $0.holdsForm }
  }
}

extension Publication {
  /// “1.0”; of an older edition “1.0 (superseded)”.
  fileprivate var editionWithStanding: String {
    "\(address.choice ?? .draft)" + (isCurrent ? "" : " (superseded)")
  }
}
