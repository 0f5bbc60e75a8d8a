import PolicyModel

/// What the template of the page about reviews may say.
struct ReviewsContext {
  private let register: PolicyRegister
  private let site: Site

  init(_ register: PolicyRegister, in site: Site) {
    self.register = register
    self.site = site
  }

  var html: [String: Any] {
    [
      "root": "", "asAt": register.asAt.words, "summary": register.summary, "dueDays": register.dueDays,
      "pictures": pictures, "policies": register.policies.map(row),
    ]
  }

  private var pictures: [[String: Any]] {
    let parts = ReviewTimeline(register).parts
    return zip(parts.indices, parts).map { index, svg in
      ["svg": svg, "label": parts.count == 1 ? "Timeline" : "Timeline, part \(index + 1) of \(parts.count)"]
    }
  }

  private func row(_ policy: PolicyStatus) -> [String: Any] {
    let address = policy.address
    var row: [String: Any] = [
      "title": policy.title,
      "href": "\(address.organisation)/\(address.policy)/\(address.choice ?? .draft)\(site.ending)",
      "organisation": policy.organisation.capitalisedFirst,
      "organisationHref": "\(address.organisation)/index.html",
      "edition": "\(address.choice ?? .draft)",
      "nextReview": policy.nextReview?.words ?? notRecorded,
      "lastReading": policy.lastReading?.words ?? notRecorded,
      "state": policy.words(dueDays: register.dueDays),
      "stateName": policy.state.rawValue,
    ]
    if let last = policy.ledger.records.last(where: { $0.edition == address.edition }), last.event == .deferred {
      row["deferred"] = last.on.map { " \($0.phrase)" } ?? ""
    }
    return row
  }
}
