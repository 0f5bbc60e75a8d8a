import PolicyModel

/// What the template of a register's page may say: each entry, and which clauses cite it.
struct RegisterContext {
  let site: Site
  let table: Register.Table
  /// What cites each entry, in the order of the policies.
  let citing: [Register.Key: [CitingPolicy]]

  /// The clauses of one policy that cite an entry.
  typealias CitingPolicy = (listing: Listing, clauses: [Listing.CitedEntry.Clause])

  var html: [String: Any] {
    let entries = site.register.described(table)
    return [
      "root": "../", "title": table.title, "about": table.about,
      "pageTitle": "\(table.title) that policies cite".cssLiteral,
      "asAt": site.asAt.words, "file": "Policies/registers/\(table.rawValue).yaml",
      "tables": RegisterContext.links(of: site.register, root: "").map { link in
        link["title"] as? String == table.title ? link.merging(["isHere": true]) { $1 } : link
      },
      "entries": entries.map(entry),
    ]
  }

  /// The pages of the tables that have entries.
  static func links(of register: Register, root: String) -> [[String: Any]] {
    let tables = Set(register.entries.map(\.key.table))
    return Register.Table.allCases.filter(tables.contains).map { table in
      ["title": table.title, "about": table.about, "href": "\(root)\(table.rawValue).html"]
    }
  }

  private func entry(_ entry: DescribedEntry) -> [String: Any] {
    let policies = citing[entry.key] ?? []
    let count = policies.reduce(0) { $0 + $1.clauses.count }
    let organisations = Set(policies.map(\.listing.address.organisation)).count
    var values: [String: Any] = [
      "anchor": entry.key.anchor, "title": entry.title, "status": entry.status, "isGone": entry.isGone,
      "count": count, "isCited": count > 0,
      "cited": "\(counted(count, "clause")) of \(counted(organisations, "organisation"))",
      "facts": entry.facts.map { fact -> [String: Any] in
        [
          "label": fact.label,
          "values": fact.values.map { value -> [String: Any] in
            var values: [String: Any] = ["words": value.words]
            if let href = value.href { values["href"] = href }
            return values
          },
        ]
      },
      "changes": entry.changes, "hasChanges": !entry.changes.isEmpty,
      "policies": policies.map(policy),
    ]
    if let note = entry.note { values["note"] = note }
    return values
  }

  private func policy(_ citing: CitingPolicy) -> [String: Any] {
    let listing = citing.listing
    let href = "../\(listing.path)\(site.ending)"
    return [
      "organisation": listing.owner, "title": listing.title,
      "edition": listing.isDraft ? "draft" : "edition \(listing.address.choice ?? .draft)", "href": href,
      "clauses": citing.clauses.map { ["label": $0.label, "href": "\(href)#\($0.identity.name)"] },
    ]
  }
}

private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension Overview {
  /// A page for each register that has entries: the newest text of each policy counts.
  var registerPages: [RenderedFile] {
    let tables = Set(site.register.entries.map(\.key.table))
    var citing: [Register.Key: [RegisterContext.CitingPolicy]] = [:]
    for listing in current {
      for entry in listing.citations {
        citing[entry.key, default: []].append((listing, entry.clauses))
      }
    }
    return Register.Table.allCases.filter(tables.contains).map { table in
      let context = RegisterContext(site: site, table: table, citing: citing)
      return RenderedFile(
        path: "registers/\(table.rawValue).html", bytes: templates.render("cited.html", for: nil, context.html))
    }
  }
}

extension Register.Key {
  /// The identity of its entry on the page of its table.
  var anchor: String { name.replacing("/", with: "-") }
}

extension Register.Table {
  var title: String {
    switch self {
    case .legislation: "Legislation"
    case .bodies: "Bodies"
    case .services: "Services"
    case .documents: "Documents"
    }
  }

  var about: String {
    switch self {
    case .legislation: "Acts and instruments, how far they are in force, and which clauses cite them"
    case .bodies: "councils, regulators and other public bodies, and which clauses name them"
    case .services: "social media sites and the like, whether they are still open, and which clauses name them"
    case .documents: "policies, codes and guidance that policies refer to"
    }
  }
}
