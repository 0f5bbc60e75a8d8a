import PolicyModel
import Reading

/// What the templates of a document may say: everything but the clauses as plain values, the clauses ready-made.
struct DocumentContext {
  let site: Site
  let publication: Publication
  /// The text itself, or the template made of it.
  let manuscript: Manuscript
  let isTemplate: Bool
  let citations: [Citation]

  private var policy: ResolvedPolicy { manuscript.policy }

  var html: [String: Any] {
    var values = shared
    values["contents"] = htmlContents
    if policy.clauses.contains(where: { $0.holdsForm }) { values["hasForm"] = true }
    values["body"] = manuscript.html(sharing: publication.standing)
    values["jsonLD"] = jsonLD
    values["pageTitle"] = "\(policy.title) – \(policy.organisation.name.long.capitalisedFirst)".cssLiteral
    values["pageEdition"] = editionWords.cssLiteral
    return values
  }

  /// For the page that says who must do what.
  func duties(_ ledger: DutyLedger) -> [String: Any] {
    var values = shared.merging(ledger.context) { $1 }
    values["pageTitle"] =
      "Who must do what: \(policy.title) – \(policy.organisation.name.long.capitalisedFirst)".cssLiteral
    values["pageEdition"] = editionWords.cssLiteral
    return values
  }

  var markdown: [String: Any] {
    var values = shared
    values["contents"] = markdownContents
    values["body"] = manuscript.markdown(sharing: publication.standing)
    return values
  }

  private var shared: [String: Any] {
    let organisation = policy.organisation
    var values: [String: Any] = [
      "title": policy.title,
      "organisation": organisation.name.long.capitalisedFirst,
      "kind": organisation.kind.rawValue.capitalisedFirst,
      "address": policy.address.description,
      "edition": editionWords,
      "organisationFolder": policy.address.organisation,
      "contacts": contactValues(organisation),
      "control": controlRows,
      "history": historyRows,
      "isDraft": publication.isDraft,
      "isTemplate": isTemplate,
      "file": "\(publication.address.choice ?? .draft)",
    ]
    let hasDuties = site.companions.contains(.duties)
    let hasLaw = !site.register.legislation.isEmpty
    values["hasDuties"] = hasDuties
    values["hasLaw"] = hasLaw
    values["hasCompanions"] = hasDuties || hasLaw
    let hasMarkdown = site.formats.contains(.md)
    let offersTemplate = publication.template != nil && !isTemplate
    values["hasMarkdown"] = hasMarkdown
    values["offersTemplate"] = offersTemplate
    values["hasOtherForms"] = hasMarkdown || offersTemplate
    if !publication.isCurrent, !publication.isDraft {
      values["superseded"] = ["edition": publication.newest.description]
    }
    if let redline = publication.redline, !isTemplate {
      values["comparison"] = RedlineContext(redline, of: publication, in: site).table(
        at: "\(publication.address.choice ?? .draft)-changes")
    }
    values["hasVariations"] = publication.variations != nil && !isTemplate
    if let restates = policy.restates { values["restates"] = restates }
    if let proposal = policy.proposal { values["proposal"] = proposal }
    if let base = policy.bases.first { values["base"] = baseValues(base) }
    if let next = publication.nextReview {
      values["nextReview"] = next.words
      values["isOverdue"] = publication.status(asAt: site.asAt).state == .overdue
    }
    return values
  }

  private var editionWords: String {
    if isTemplate { return "Template, edition \(publication.address.choice ?? .draft)" }
    return publication.isDraft ? "Draft" : "Edition \(publication.editionWithStanding)"
  }

  private func baseValues(_ base: Address) -> [String: Any] {
    var values: [String: Any] = [
      "title": publication.amended?.title ?? base.description,
      "organisation": publication.amended?.owner ?? base.organisation,
      "edition": base.choice?.description ?? "",
    ]
    if let path = site.path(of: base) { values["href"] = "../../\(path)" }
    if let variations = publication.variations, variations.base.address == base {
      values["summary"] = variations.count.summary
    }
    return values
  }

  // MARK: Control and history

  private var controlRows: [[String: Any]] {
    let control = policy.control
    var rows: [[String: Any]] = []
    func add(_ label: String, _ value: String?, isEmpty: Bool = false) {
      var row: [String: Any] = ["label": label, "value": value ?? (isEmpty ? "left empty" : notRecorded)]
      if value == nil { row["isMissing"] = true }
      rows.append(row)
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

  private var historyRows: [[String: Any]] {
    publication.ledger.records.reversed().map { record in
      [
        "edition": record.edition.description,
        "event": record.decision.capitalisedFirst,
        "on": record.on?.words ?? notRecorded, "body": record.body ?? notRecorded,
        "minute": record.minute ?? notRecorded,
      ]
    }
  }

  // MARK: Contents

  /// The words of a heading; they show as they are.
  private func heading(_ clause: ResolvedClause) -> String {
    manuscript.filled(clause.content.heading, in: clause.identity).plain
  }

  private var htmlContents: String {
    var galley = Galley(.html, filledWith: manuscript.words)
    func list(_ clauses: [ResolvedClause], depth: Int) {
      guard depth <= 2, clauses.contains(where: { $0.content.isSection }) else { return }
      galley.add("<ul>\n")
      for section in clauses where section.content.isSection {
        galley.add("<li><a href=\"#", section.identity.name, "\">")
        if let number = section.number {
          galley.add("<span class=\"number\">")
          galley.add(escaping: number)
          galley.add("</span> ")
        }
        galley.add(escaping: heading(section))
        galley.add("</a>")
        if !section.content.isForm { list(section.clauses, depth: depth + 1) }
        galley.add("</li>\n")
      }
      galley.add("</ul>\n")
    }
    list(policy.clauses, depth: 1)
    return galley.text
  }

  private var markdownContents: String {
    var galley = Galley(.markdown, filledWith: manuscript.words)
    func list(_ clauses: [ResolvedClause], indent: String) {
      for section in clauses where section.content.isSection {
        galley.add(galley.bytes.isEmpty ? "" : "\n", indent, "- [")
        if let number = section.number {
          galley.add(escaping: number)
          galley.add(" ")
        }
        galley.add(escaping: heading(section))
        galley.add("](#", section.identity.name, ")")
        if indent.isEmpty, !section.content.isForm { list(section.clauses, indent: "  ") }
      }
    }
    list(policy.clauses, indent: "")
    return galley.text
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
  fileprivate var holdsForm: Bool { content.isForm || clauses.contains { $0.holdsForm } }
}

extension Publication {
  /// “1.0”; of an older edition “1.0 (superseded)”.
  fileprivate var editionWithStanding: String {
    "\(address.choice ?? .draft)" + (isCurrent ? "" : " (superseded)")
  }
}
