import PolicyModel

/// What the templates of the pages about policies may say.
struct OverviewContext {
  let site: Site
  let subjects: [Subject]
  private let adopted: Set<Address>

  init(_ site: Site) {
    self.site = site
    adopted = site.adopted
    subjects = site.subjects
  }

  var index: [String: Any] {
    [
      "root": "", "policies": site.current.map { row($0, root: "") }, "asAt": site.asAt.words,
      "pictureDescription": InheritancePicture(site).description, "pageTitle": "Register of policies".cssLiteral,
      "hasSubjects": !subjects.isEmpty, "reviews": site.reviews.summary,
      "subjects": subjects.map { subject($0, root: "") },
      "hasTables": !site.register.entries.isEmpty,
      "tables": RegisterContext.links(of: site.register, root: "registers/"),
    ]
  }

  func organisation(_ name: String, _ templates: Templates) -> [String: Any] {
    let own = site.current.filter { $0.address.organisation == name }
    let organisation = site.organisations[name] ?? own[0].policy.organisation
    return [
      "root": "../", "organisation": organisation.name.long.capitalisedFirst,
      "kind": organisation.kind.rawValue.capitalisedFirst,
      "organisationFolder": name, "hasOwnStyle": templates.hasStyle(name), "asAt": site.asAt.words,
      "contacts": contactValues(organisation),
      "policies": own.map { row($0, root: "../") },
      "pageTitle": "Policies of \(organisation.name.long.capitalisedFirst)".cssLiteral,
    ]
  }

  func policy(_ publication: Publication, _ templates: Templates) -> [String: Any] {
    let address = publication.address
    let all = site.publications.filter { $0.address.policyAddress == address.policyAddress }
    var values = row(publication, root: "../../")
    values["root"] = "../../"
    values["contacts"] = contactValues(publication.policy.organisation)
    values["pageTitle"] =
      "\(publication.policy.title) – \(publication.policy.organisation.name.long.capitalisedFirst)".cssLiteral
    values["organisationFolder"] = address.organisation
    values["hasOwnStyle"] = templates.hasStyle(address.organisation)
    values["asAt"] = site.asAt.words
    values["texts"] = all.reversed().map { text -> [String: Any] in
      var value: [String: Any] = [
        "name": text.isDraft ? "Draft" : "Edition \(text.address.choice ?? .draft)",
        "file": "\(text.address.choice ?? .draft)",
        "approvedBy": text.approval?.body ?? notRecorded, "approvedOn": text.approval?.on?.words ?? notRecorded,
        "state": text.isDraft ? "Draft" : text.isCurrent ? "In force" : "Superseded", "ending": site.ending,
      ]
      value["others"] = otherForms(of: text)
      return value
    }
    let forks = site.publications.filter { $0.policy.bases.first?.policyAddress == address.policyAddress }
    values["hasForks"] = !forks.isEmpty
    values["forks"] = forks.map { row($0, root: "../../") }
    values["isAdopted"] = adopted.contains(address.policyAddress)
    if let subject = subjects.first(where: { $0.name == address.policy }) {
      values["subject"] = self.subject(subject, root: "../../")
    }
    return values
  }

  /// What is published of a text besides itself, each with its address from the folder of the policy.
  private func otherForms(of text: Publication) -> [[String: Any]] {
    let file = "\(text.address.choice ?? .draft)"
    let forms: [(words: String, href: String, isThere: Bool)] = [
      ("Markdown", file + ".md", site.formats.count > 1),
      ("template", "\(file)-template\(site.ending)", text.template != nil),
      ("what changed", "\(file)-changes\(site.ending)", text.redline != nil),
      ("local variations", "\(file)-variations\(site.ending)", text.variations != nil),
    ]
    return forms.filter(\.isThere).enumerated().map { index, form in
      ["words": form.words, "href": form.href, "isFirst": index == 0]
    }
  }

  private func subject(_ subject: Subject, root: String) -> [String: Any] {
    ["title": subject.title, "href": "\(root)\(subject.path).html", "count": subject.publications.count]
  }

  private func row(_ publication: Publication, root: String) -> [String: Any] {
    let policy = publication.policy
    var row: [String: Any] = [
      "title": policy.title, "address": publication.address.policyAddress.description,
      "organisation": policy.organisation.name.long.capitalisedFirst,
      "kind": policy.organisation.kind.rawValue.capitalisedFirst,
      "edition": publication.isDraft ? "Draft" : "\(publication.address.choice ?? .draft)",
      "href": root + publication.path + site.ending,
      "policyHref": "\(root)\(publication.address.organisation)/\(publication.address.policy)/index.html",
      "organisationHref": "\(root)\(publication.address.organisation)/index.html",
      "approvedBy": publication.approval?.body ?? notRecorded,
      "approvedOn": publication.approval?.on?.words ?? notRecorded,
      "nextReview": publication.nextReview?.words ?? notRecorded,
    ]
    row["isOverdue"] = publication.status(asAt: site.asAt).state == .overdue
    if let base = policy.bases.first {
      row["amends"] = [
        "name":
          "\(site.publication(base)?.policy.organisation.name.long.capitalisedFirst ?? base.organisation), edition \(base.choice ?? .draft)",
        "href": "\(root)\(base.organisation)/\(base.policy)/\(base.choice ?? .draft)\(site.ending)",
      ]
    }
    return row
  }

  /// `policies.json`: one entry for each published text.
  var json: JSON {
    .list(
      site.publications.map { publication in
        .object([
          "address": .text(publication.address.description),
          "title": .text(publication.policy.title),
          "organisation": .text(publication.policy.organisation.name.long.capitalisedFirst),
          "kind": .text(publication.policy.organisation.kind.rawValue),
          "amends": JSON(publication.policy.bases.first?.description),
          "approvedBy": JSON(publication.approval?.body),
          "approvedOn": JSON(publication.approval?.on?.description),
          "nextReview": JSON(publication.nextReview?.description),
          "state": .text(publication.isDraft ? "draft" : publication.isCurrent ? "in force" : "superseded"),
          "digest": .text(publication.digest),
          "files": .list(site.formats.map(\.rawValue).sorted().map { .text("\(publication.path).\($0)") }),
        ])
      })
  }
}
