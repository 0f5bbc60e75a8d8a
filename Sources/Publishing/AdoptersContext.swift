import PolicyModel

/// What the template of an adoption page may say.
struct AdoptersContext {
  let site: Site
  let adopters: Adopters
  /// The policies that others amend.
  private let adopted: Set<Address>
  /// The names of the organisations, in the order of the forks.
  private let owners: [String]

  /// How many clauses are listed as amended most, unless more were changed by several organisations.
  private static let longList = 20
  /// How many organisations are named at once; the names of more are shown when they are asked for.
  private static let mostNames = 12

  init(_ adopters: Adopters, in site: Site, adopted: Set<Address>) {
    self.site = site
    self.adopters = adopters
    self.adopted = adopted
    owners = adopters.forks.map(\.listing.owner)
  }

  var html: TemplateValues {
    let (listing, forks) = (adopters.listing, adopters.forks)
    let picture = adopters.areMany ? nil : AdoptersPicture(adopters)
    let (most, others) = mostAmended
    let clauses = picture == nil ? [] : adopters.rows.compactMap(words)
    return letterhead(listing.organisation, folder: listing.address.organisation).joined(with: [
      "title": .words(listing.title), "asAt": .words(site.asAt.words),
      "pageTitle": .words("Adoption: \(listing.title) – \(listing.owner)".cssLiteral),
      "newest": .words(listing.address.textName), "newestHref": "\(listing.address.choice ?? .draft)\(site.ending)",
      "introduction": .words(introduction), "total": "\(adopters.rows.count)",
      "late": .list(forks.filter { $0.behind > 0 }, row), "isAnyLate": .truth(forks.contains { $0.behind > 0 }),
      "forks": .list(forks, row),
      "most": .list(most, row), "hasMost": .truth(!most.isEmpty), "others": TemplateValue(others) ?? false,
      "hasPicture": .truth(picture != nil), "parts": picture.map(parts),
      "numbers": .list(picture == nil ? adopters.rows : [], numbers),
      "isWide": .truth(picture?.isWide ?? true),
      "hasGaps": .truth(adopters.rows.contains { $0.treatments.contains(nil) }),
      "clauses": .list(clauses), "hasClauses": .truth(!clauses.isEmpty),
    ])
  }

  private func parts(_ picture: AdoptersPicture) -> TemplateValue {
    .list(picture.parts.enumerated()) { index, part in
      [
        "id": .words(part.id), "width": "\(picture.width)", "height": "\(part.height)",
        "description": "Part \(index + 1) of \(picture.parts.count): \(part.description)",
      ]
    }
  }

  private var introduction: String {
    let count = adopters.forks.count
    let amend = count == 1 ? "One organisation amends this policy" : "\(count) organisations amend this policy"
    let behind = adopters.forks.count { $0.behind > 0 }
    switch behind {
    case 0: return amend + "; none of them is behind its newest edition."
    case count:
      return amend + (count == 1 ? ", and is behind its newest edition." : "; all are behind its newest edition.")
    case 1: return amend + "; one of them is behind its newest edition."
    default: return amend + "; \(behind) of them are behind its newest edition."
    }
  }

  private func row(_ fork: Adopters.Fork) -> TemplateValue {
    let (listing, count) = (fork.listing, fork.count)
    let own = listing.address.policyAddress
    return [
      "organisation": .words(listing.owner), "href": "../../\(listing.path)\(site.ending)",
      "edition": listing.isDraft ? "Draft" : "\(listing.address.choice ?? .draft)",
      "base": .words(fork.base.choice.map { $0 == .draft ? "Draft" : "\($0)" } ?? ""),
      "inherited": "\(count[.inherited])", "termsOnly": "\(count[.termsOnly])", "amended": "\(count[.amended])",
      "leftOut": "\(count[.leftOut])", "added": "\(count.added)", "moved": "\(count.moved)",
      "verdict": .words(fork.inheritance.extent.words),
      "statement": "../../\(listing.variationsPath)\(site.ending)",
      "nextReview": .words(listing.nextReview?.words ?? notRecorded),
      "isOverdue": .truth(listing.isOverdue(asAt: site.asAt)),
      "isBehind": .truth(fork.behind > 0), "behind": "\(fork.behind)",
      "editions": fork.behind == 1 ? "edition" : "editions",
      "adoption": adopted.contains(own) ? "../../\(own.names)/adoption.html" : nil,
    ]
  }

  // MARK: Clauses

  /// The clauses amended most, and what is to be said of the others.
  private var mostAmended: (most: [Adopters.Amended], others: String?) {
    let all = adopters.mostAmended
    guard all.count > AdoptersContext.longList else { return (all, nil) }
    let several = all.filter { $0.count > 1 }
    let most = Array((several.isEmpty ? all : several).prefix(AdoptersContext.longList))
    let (rest, by) = (all.count - most.count, all[most.count].count)
    let others = rest == 1 ? "One more clause was" : "\(rest) more clauses were\(by == 1 ? " each" : "")"
    return (most, "\(others) amended or left out by \(by == 1 ? "one organisation" : "\(by) organisations or fewer").")
  }

  private func row(_ amended: Adopters.Amended) -> TemplateValue {
    let (by, leftOutBy) = (amended.by, amended.leftOutBy)
    return [
      "label": .words(amended.row.label), "words": .words(amended.row.clause.named), "href": .words(href(amended.row)),
      "amended": "\(by.count)", "isAmended": .truth(!by.isEmpty), "by": .words(names(by)),
      "leftOut": "\(leftOutBy.count)", "isLeftOut": .truth(!leftOutBy.isEmpty),
      "leftOutBy": .words(names(leftOutBy)),
      "count": "\(amended.count)", "isOfMany": .truth(amended.count > AdoptersContext.mostNames),
    ]
  }

  private func names(_ places: [Int]) -> String { places.map { owners[$0] }.joined(separator: ", ") }

  private func href(_ row: Adopters.Row) -> String {
    "\(row.text.choice ?? .draft)\(site.ending)#\(row.clause.identity.name)"
  }

  /// What became of a clause, in numbers.
  private func numbers(_ row: Adopters.Row) -> TemplateValue {
    let count = TreatmentCount(row.treatments.compactMap { $0 }, added: 0)
    return [
      "label": .words(row.label), "words": .words(row.clause.named), "href": .words(href(row)),
      "inherited": "\(count[.inherited])", "termsOnly": "\(count[.termsOnly])", "amended": "\(count[.amended])",
      "leftOut": "\(count[.leftOut])", "moved": "\(count.moved)",
    ]
  }

  /// What the picture shows of a clause, in words; nil where all forks have it as it is.
  private func words(_ row: Adopters.Row) -> TemplateValue? {
    let parts: [(String, (Treatment) -> Bool)] = [
      ("amended by", { $0.words == .amended }), ("left out by", { $0.words == .leftOut }), ("moved by", \.isMoved),
      ("only terms filled in by", { $0.words == .termsOnly }),
    ]
    let told = parts.compactMap { words, isMeant -> String? in
      let places = row.places(where: isMeant)
      return places.isEmpty ? nil : "\(words)\(places.count == 1 ? "" : " \(places.count)"): \(names(places))"
    }
    guard !told.isEmpty else { return nil }
    return [
      "label": .words(row.label), "words": .words(row.clause.named), "href": .words(href(row)),
      "told": .words(told.joined(separator: "; ") + "."),
    ]
  }
}
