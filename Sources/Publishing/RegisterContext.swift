import PolicyModel

/// What the template of a register's page may say: each entry, and which clauses cite it.
struct RegisterContext {
  let site: Site
  let table: Register.Table
  /// What cites each entry, in the order of the policies.
  let citing: [Register.Key: [CitingPolicy]]

  /// The clauses of one policy that cite an entry.
  typealias CitingPolicy = (listing: Listing, clauses: [Listing.CitedEntry.Clause])

  var html: TemplateValues {
    [
      "title": .words(title), "about": .words(table.about), "pageTitle": .words(title.cssLiteral),
      "file": "Policies/registers/\(table.rawValue).yaml",
      "tables": .list(RegisterContext.links(of: site.register, root: "", from: table)),
      "entries": .list(site.register.described(table), entry),
    ]
  }

  private var title: String { "Register of \(table.title.lowercased())" }

  /// The pages of the tables that have entries.
  ///
  /// - Parameter here: the table on whose page they stand; nil for a page of none.
  static func links(of register: Register, root: String, from here: Register.Table? = nil) -> [TemplateValue] {
    let tables = Set(register.entries.map(\.key.table))
    return Register.Table.allCases.filter(tables.contains).map { table in
      [
        "title": .words(table.title), "about": .words(table.about), "href": "\(root)\(table.rawValue).html",
        "isHere": .truth(table == here),
      ]
    }
  }

  private func entry(_ entry: DescribedEntry) -> TemplateValue {
    let policies = citing[entry.key] ?? []
    let count = policies.reduce(0) { $0 + $1.clauses.count }
    let organisations = Set(policies.map(\.listing.address.organisation)).count
    return [
      "anchor": .words(entry.key.anchor), "title": .words(entry.title), "status": .words(entry.status),
      "isGone": .truth(entry.isGone), "count": "\(count)", "isCited": .truth(count > 0),
      "cited": "\(count.counted("clause")) of \(organisations.counted("organisation"))",
      "facts": .list(entry.facts) { fact in
        [
          "label": .words(fact.label),
          "values": .list(fact.values) { ["words": .words($0.words), "href": TemplateValue($0.href)] },
        ]
      },
      "changes": .list(entry.changes) { .words($0) }, "hasChanges": .truth(!entry.changes.isEmpty),
      "policies": .list(policies, policy), "note": TemplateValue(entry.note),
    ]
  }

  private func policy(_ citing: CitingPolicy) -> TemplateValue {
    let listing = citing.listing
    let href = "../\(listing.path)\(site.ending)"
    return [
      "organisation": .words(listing.owner), "title": .words(listing.title),
      "edition": .words(listing.address.textName), "href": .words(href),
      "clauses": .list(citing.clauses) { ["label": .words($0.label), "href": "\(href)#\($0.identity.name)"] },
    ]
  }
}

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
      return templates.page("registers/\(table.rawValue).html", "cited.html", for: nil, context.html)
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
