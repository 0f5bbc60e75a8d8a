import PolicyModel

/// What the template of the page about reviews may say.
struct ReviewsContext {
  private let register: PolicyRegister
  private let site: Site

  init(_ register: PolicyRegister, in site: Site) {
    self.register = register
    self.site = site
  }

  var html: TemplateValues {
    let parts = ReviewTimeline(register).parts
    return [
      "asAt": .words(register.asAt.words), "summary": .words(register.summary),
      "dueDays": "\(register.dueDays)", "policies": .list(register.policies, row),
      "hasTimeline": .truth(!parts.isEmpty),
      "pictures": .list(zip(parts.indices, parts)) { index, svg in
        ["svg": .words(svg), "label": parts.count == 1 ? "Timeline" : "Timeline, part \(index + 1) of \(parts.count)"]
      },
    ]
  }

  private func row(_ policy: PolicyStatus) -> TemplateValue {
    let address = policy.address
    let last = policy.ledger.records.last { $0.edition == address.edition }
    return [
      "title": .words(policy.title),
      "path": .words(address.path), "ending": .words(site.ending),
      "organisation": .words(policy.organisation.capitalisedFirst),
      "organisationFolder": .words(address.organisation),
      "edition": "\(address.choice ?? .draft)",
      "nextReview": .words(policy.nextReview?.words ?? notRecorded),
      "lastReading": .words(policy.lastReading?.words ?? notRecorded),
      "state": .words(policy.words(dueDays: register.dueDays)),
      "stateName": .words(policy.state.rawValue),
      "deferred": last?.event == .deferred ? .words(last?.on.map { " \($0.phrase)" } ?? "") : nil,
    ]
  }
}
