import PolicyModel

/// The pages around the documents: registers, feeds and pictures, made of what is listed of every text.
package struct Overview: Sendable {
  let site: Site
  let templates: Templates
  /// Every text that is published, in the order of the addresses.
  let listings: [Listing]
  /// An organisation as it is today, by its name in addresses; nil where that is not known.
  let organisation: @Sendable (String) -> Organisation?
  /// The words of a text that is published, or on which one rests; nil where there is none.
  let text: @Sendable (Address) -> ResolvedPolicy?

  /// The newest text of each policy.
  let current: [Listing]
  let subjects: [SharedSubject]
  private let byAddress: [Address: Int]
  private let byPolicy: [Address: [Listing]]
  private let byBase: [Address: [Listing]]
  private let byPolicyAmended: [Address: [Listing]]
  /// The newest texts that rest on one of another policy, by that policy.
  private let adopters: [Address: [Listing]]

  package init(
    _ listings: [Listing], in site: Site, _ templates: Templates,
    organisation: @escaping @Sendable (String) -> Organisation?,
    text: @escaping @Sendable (Address) -> ResolvedPolicy?
  ) {
    self.site = site
    self.templates = templates
    self.listings = listings
    self.organisation = organisation
    self.text = text
    current = listings.filter(\.isCurrent)
    subjects = SharedSubject.all(of: current)
    byAddress = Dictionary(uniqueKeysWithValues: zip(listings.map(\.address), listings.indices))
    byPolicy = Dictionary(grouping: listings, by: \.address.policyAddress)
    let forks = listings.filter { !$0.bases.isEmpty }
    byBase = Dictionary(grouping: forks, by: { $0.bases[0] })
    byPolicyAmended = Dictionary(grouping: forks, by: { $0.bases[0].policyAddress })
    adopters = Dictionary(
      grouping: current.filter { $0.inheritance != nil }, by: { $0.inheritance!.base.policyAddress })
  }

  func listing(_ address: Address) -> Listing? { byAddress[address].map { listings[$0] } }

  /// The texts of a policy.
  func texts(of policy: Address) -> [Listing] { byPolicy[policy] ?? [] }

  /// The texts that amend a text.
  func forks(of address: Address) -> [Listing] { byBase[address] ?? [] }

  /// Whether others amend a policy today.
  func isAdopted(_ policy: Address) -> Bool { adopters[policy] != nil }

  /// Where every policy stands with its review.
  var reviews: PolicyRegister { PolicyRegister(current.map { $0.status(asAt: site.asAt) }, asAt: site.asAt) }
}

/// Some pages that are made together, and again only when what they are made of has changed.
package struct PageGroup: Sendable {
  /// Tells it from the others of the site.
  package let name: String
  /// The policies whose texts it speaks of; all of them where nil.
  package let policies: [Address]?
  /// What else it says.
  package let facts: [String]
  package let render: @Sendable () -> [RenderedFile]

  /// The name of the first page, which no part of a site has.
  package static let index = "index"
}

extension Overview {
  /// Every page around the documents.
  package var pages: [PageGroup] {
    common + organisationPages + current.map(policyPage) + subjects.map(concordance)
      + (site.companions.contains(.variations) ? current.compactMap(adoptionPages) : [])
  }

  /// What speaks of all policies.
  private var common: [PageGroup] {
    [
      group("assets") { templates.assets(for: Set(listings.map(\.address.organisation))) },
      group(PageGroup.index) { [templates.page("index.html", "index.html", for: nil, OverviewContext(self).index)] },
      data,
      group("inheritance") { [RenderedFile("inheritance.svg", InheritancePicture(self).svg)] },
      group("editions") { [RenderedFile("editions.atom", EditionFeed(self).atom)] },
      group("reviews") {
        let reviews = reviews
        return [
          templates.page("reviews.html", "reviews.html", for: nil, ReviewsContext(reviews, in: site).html),
          RenderedFile("reviews.ics", reviews.calendar),
        ]
      },
      group("registers") { registerPages },
    ]
  }

  private func group(_ name: String, _ render: @escaping @Sendable () -> [RenderedFile]) -> PageGroup {
    PageGroup(name: name, policies: nil, facts: [], render: render)
  }

  private var data: PageGroup { group("data") { [RenderedFile("policies.json", json.text + "\n")] } }

  /// What is published with a part of the policies: the list of what it holds.
  package var pagesOfPart: [PageGroup] { [data] }

  private var organisationPages: [PageGroup] {
    Dictionary(grouping: current, by: \.address.organisation).sorted { $0.key < $1.key }.map { name, own in
      PageGroup(name: "policies of \(name)", policies: own.map(\.address.policyAddress), facts: []) {
        // A draft holds its organisation as it is today.
        let today = own.first(where: \.isDraft)?.organisation ?? organisation(name) ?? own[0].organisation
        let context = OverviewContext(self).organisation(name, today, own)
        return [templates.page("\(name)/index.html", "organisation.html", for: name, context)]
      }
    }
  }

  private func policyPage(_ listing: Listing) -> PageGroup {
    let policy = listing.address.policyAddress
    let forks = byPolicyAmended[policy] ?? []
    let subject = subjects.first { $0.name == policy.policy }
    return PageGroup(
      name: "editions of \(policy)", policies: [policy] + forks.map(\.address.policyAddress),
      facts: ["\(subject?.listings.count ?? 0)", "\(isAdopted(policy))"]
    ) {
      let context = OverviewContext(self).policy(listing, forks: forks, subject)
      let path = policy.names + "/index.html"
      return [templates.page(path, "policy.html", for: policy.organisation, context)]
    }
  }

  private func concordance(_ subject: SharedSubject) -> PageGroup {
    PageGroup(
      name: "concordance of \(subject.path)", policies: subject.listings.map(\.address.policyAddress), facts: []
    ) {
      let concordance = Concordance(subject, register: site.register, text: text)
      let context = ConcordanceContext(site: site, concordance: concordance)
      return [
        templates.page(subject.path + ".html", "concordance.html", for: nil, context.html),
        RenderedFile(subject.path + ".json", concordance.json.text + "\n"),
      ]
    }
  }

  /// Who adopted a policy, as a page, as data and as a picture.
  private func adoptionPages(_ listing: Listing) -> PageGroup? {
    guard let newest = adopters[listing.address.policyAddress] else { return nil }
    let organisation = listing.address.organisation
    let adoptedInTurn = newest.filter { isAdopted($0.address.policyAddress) }
    return PageGroup(
      name: "adoption of \(listing.address.policyAddress)",
      policies: [listing.address.policyAddress] + newest.map(\.address.policyAddress),
      facts: adoptedInTurn.map(\.address.description)
    ) {
      let adopters = Adopters(listing, adoptedBy: newest, text: text)
      let context = AdoptersContext(adopters, in: site, adopted: Set(adoptedInTurn.map(\.address.policyAddress)))
      return [
        templates.page(adopters.path + ".html", "adoption.html", for: organisation, context.html),
        RenderedFile(adopters.path + ".json", adopters.json(asAt: site.asAt).text + "\n"),
      ] + (adopters.areMany ? [] : [RenderedFile(adopters.path + ".svg", AdoptersPicture(adopters).svg)])
    }
  }

  /// `policies.json`: one entry for each published text.
  var json: JSON {
    .list(
      listings.map { listing in
        .object([
          "address": .text(listing.address.description),
          "title": .text(listing.title),
          "organisation": .text(listing.owner),
          "kind": .text(listing.organisation.kind.rawValue),
          "amends": JSON(listing.bases.first?.description),
          "approvedBy": JSON(listing.approval?.body),
          "approvedOn": JSON(listing.approval?.on?.description),
          "nextReview": JSON(listing.nextReview?.description),
          "state": .text(listing.isDraft ? "draft" : listing.isCurrent ? "in force" : "superseded"),
          "digest": JSON(listing.digest),
          "files": .list(site.formats.map(\.rawValue).sorted().map { .text("\(listing.path).\($0)") }),
        ])
      })
  }
}
