import PolicyModel

/// What the templates of the pages about policies may say.
struct OverviewContext {
  let overview: Overview

  private var site: Site { overview.site }

  init(_ overview: Overview) {
    self.overview = overview
  }

  var index: TemplateValues {
    [
      "policies": rows(overview.current), "asAt": .words(site.asAt.words),
      "pictureDescription": .words(InheritancePicture(overview).description),
      "pageTitle": .words("Register of policies".cssLiteral),
      "hasSubjects": .truth(!overview.subjects.isEmpty), "reviews": .words(overview.reviews.summary),
      "subjects": .list(overview.subjects) { subject($0, root: "") },
      "hasTables": .truth(!site.register.entries.isEmpty),
      "tables": .list(RegisterContext.links(of: site.register, root: "registers/")),
    ]
  }

  /// - Parameters:
  ///   - organisation: as it is today.
  ///   - own: the newest texts of its policies.
  func organisation(_ name: String, _ organisation: Organisation, _ own: [Listing]) -> TemplateValues {
    letterhead(organisation, folder: name).joined(with: [
      "asAt": .words(site.asAt.words), "policies": rows(own),
      "pageTitle": .words("Policies of \(organisation.name.long.capitalisedFirst)".cssLiteral),
    ])
  }

  /// - Parameters:
  ///   - forks: the texts that amend one of the policy's.
  ///   - subject: what several organisations have such a policy on.
  func policy(_ listing: Listing, forks: [Listing], _ subject: SharedSubject?) -> TemplateValues {
    let address = listing.address
    let values = letterhead(listing.organisation, folder: address.organisation)
    return values.joined(with: row(listing)).joined(with: [
      "pageTitle": .words("\(listing.title) – \(listing.owner)".cssLiteral), "asAt": .words(site.asAt.words),
      "texts": .list(overview.texts(of: address.policyAddress).reversed(), text),
      "hasForks": .truth(!forks.isEmpty), "forks": rows(forks),
      "isAdopted": .truth(site.companions.contains(.variations) && overview.isAdopted(address.policyAddress)),
      "subject": subject.map { self.subject($0, root: "../../") },
    ])
  }

  private func text(_ text: Listing) -> TemplateValue {
    let file = "\(text.address.choice ?? .draft)"
    return [
      "name": .words(text.isDraft ? "Draft" : "Edition \(file)"), "file": .words(file),
      "approvedBy": .words(text.approval?.body ?? notRecorded),
      "approvedOn": .words(text.approval?.on?.words ?? notRecorded),
      "state": text.isDraft ? "Draft" : text.isCurrent ? "In force" : "Superseded", "ending": .words(site.ending),
      "others": otherForms(of: text, file),
    ]
  }

  /// What is published of a text besides itself, each with its address from the folder of the policy.
  private func otherForms(of text: Listing, _ file: String) -> TemplateValue {
    let forms: [(words: String, href: String, isThere: Bool)] = [
      ("Markdown", file + ".md", site.formats.count > 1),
      ("template", "\(file)-template\(site.ending)", text.hasTemplate),
      ("what changed", "\(file)-changes\(site.ending)", text.hasChanges),
      ("local variations", "\(file)-variations\(site.ending)", text.inheritance != nil),
    ]
    return .list(forms.filter(\.isThere).enumerated()) { index, form in
      ["words": .words(form.words), "href": .words(form.href), "isFirst": .truth(index == 0)]
    }
  }

  private func subject(_ subject: SharedSubject, root: String) -> TemplateValue {
    ["title": .words(subject.title), "href": "\(root)\(subject.path).html", "count": "\(subject.listings.count)"]
  }

  private func rows(_ listings: [Listing]) -> TemplateValue { .list(listings) { .values(row($0)) } }

  /// Where it leads is put together by the templates, as each page knows its way to the others.
  private func row(_ listing: Listing) -> TemplateValues {
    let file = (listing.address.choice ?? .draft).description
    return [
      "title": .words(listing.title), "address": .words(listing.address.names),
      "organisation": .words(listing.owner), "organisationFolder": .words(listing.address.organisation),
      "file": .words(file), "ending": .words(site.ending), "edition": listing.isDraft ? "Draft" : .words(file),
      "text": .words(listing.address.textName),
      "approvedBy": .words(listing.approval?.body ?? notRecorded),
      "nextReview": .words(listing.nextReview?.words ?? notRecorded),
      "isOverdue": .truth(listing.isOverdue(asAt: site.asAt)),
      "amends": listing.bases.first.map { base in
        [
          "organisation": .words(listing.amended?.owner ?? base.organisation), "text": .words(base.textName),
          "path": TemplateValue(site.path(of: base)),
        ]
      },
    ]
  }
}
