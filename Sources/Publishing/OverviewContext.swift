import PolicyModel

/// What the templates of the pages about policies may say.
struct OverviewContext {
  let overview: Overview

  private var site: Site { overview.site }

  init(_ overview: Overview) {
    self.overview = overview
  }

  var index: [String: Any] {
    [
      "root": "", "policies": overview.current.map { row($0, root: "") }, "asAt": site.asAt.words,
      "pictureDescription": InheritancePicture(overview).description, "pageTitle": "Register of policies".cssLiteral,
      "hasSubjects": !overview.subjects.isEmpty, "reviews": overview.reviews.summary,
      "subjects": overview.subjects.map { subject($0, root: "") },
      "hasTables": !site.register.entries.isEmpty,
      "tables": RegisterContext.links(of: site.register, root: "registers/"),
    ]
  }

  /// - Parameters:
  ///   - organisation: as it is today.
  ///   - own: the newest texts of its policies.
  func organisation(_ name: String, _ organisation: Organisation, _ own: [Listing]) -> [String: Any] {
    [
      "root": "../", "organisation": organisation.name.long.capitalisedFirst,
      "kind": organisation.kind.rawValue.capitalisedFirst,
      "organisationFolder": name, "hasOwnStyle": overview.templates.hasStyle(name), "asAt": site.asAt.words,
      "contacts": contactValues(organisation),
      "policies": own.map { row($0, root: "../") },
      "pageTitle": "Policies of \(organisation.name.long.capitalisedFirst)".cssLiteral,
    ]
  }

  /// - Parameters:
  ///   - forks: the texts that amend one of the policy's.
  ///   - subject: what several organisations have such a policy on.
  func policy(_ listing: Listing, forks: [Listing], _ subject: Subject?) -> [String: Any] {
    let address = listing.address
    var values = row(listing, root: "../../")
    values["root"] = "../../"
    values["contacts"] = contactValues(listing.organisation)
    values["pageTitle"] = "\(listing.title) – \(listing.owner)".cssLiteral
    values["organisationFolder"] = address.organisation
    values["hasOwnStyle"] = overview.templates.hasStyle(address.organisation)
    values["asAt"] = site.asAt.words
    values["texts"] = overview.texts(of: address.policyAddress).reversed().map { text -> [String: Any] in
      [
        "name": text.isDraft ? "Draft" : "Edition \(text.address.choice ?? .draft)",
        "file": "\(text.address.choice ?? .draft)",
        "approvedBy": text.approval?.body ?? notRecorded, "approvedOn": text.approval?.on?.words ?? notRecorded,
        "state": text.isDraft ? "Draft" : text.isCurrent ? "In force" : "Superseded", "ending": site.ending,
        "others": otherForms(of: text),
      ]
    }
    values["hasForks"] = !forks.isEmpty
    values["forks"] = forks.map { row($0, root: "../../") }
    values["isAdopted"] = site.companions.contains(.variations) && overview.isAdopted(address.policyAddress)
    if let subject { values["subject"] = self.subject(subject, root: "../../") }
    return values
  }

  /// What is published of a text besides itself, each with its address from the folder of the policy.
  private func otherForms(of text: Listing) -> [[String: Any]] {
    let file = "\(text.address.choice ?? .draft)"
    let forms: [(words: String, href: String, isThere: Bool)] = [
      ("Markdown", file + ".md", site.formats.count > 1),
      ("template", "\(file)-template\(site.ending)", text.hasTemplate),
      ("what changed", "\(file)-changes\(site.ending)", text.hasChanges),
      ("local variations", "\(file)-variations\(site.ending)", text.inheritance != nil),
    ]
    return forms.filter(\.isThere).enumerated().map { index, form in
      ["words": form.words, "href": form.href, "isFirst": index == 0]
    }
  }

  private func subject(_ subject: Subject, root: String) -> [String: Any] {
    ["title": subject.title, "href": "\(root)\(subject.path).html", "count": subject.listings.count]
  }

  private func row(_ listing: Listing, root: String) -> [String: Any] {
    let address = listing.address
    var row: [String: Any] = [
      "title": listing.title, "address": address.policyAddress.description,
      "organisation": listing.owner,
      "kind": listing.organisation.kind.rawValue.capitalisedFirst,
      "edition": listing.isDraft ? "Draft" : "\(address.choice ?? .draft)",
      "href": root + listing.path + site.ending,
      "policyHref": "\(root)\(address.organisation)/\(address.policy)/index.html",
      "organisationHref": "\(root)\(address.organisation)/index.html",
      "approvedBy": listing.approval?.body ?? notRecorded,
      "approvedOn": listing.approval?.on?.words ?? notRecorded,
      "nextReview": listing.nextReview?.words ?? notRecorded,
      "isOverdue": listing.isOverdue(asAt: site.asAt),
    ]
    if let base = listing.bases.first {
      var amends = ["name": "\(listing.amended?.owner ?? base.organisation), edition \(base.choice ?? .draft)"]
      if let path = site.path(of: base) { amends["href"] = root + path + site.ending }
      row["amends"] = amends
    }
    return row
  }
}
