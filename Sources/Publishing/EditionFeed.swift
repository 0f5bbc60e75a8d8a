import PolicyModel

/// The editions of a site as an Atom feed (RFC 4287), the one decided on last first.
///
/// An edition of which no decision is dated is no news: it is left out, and the feed says so.
struct EditionFeed {
  private let site: Site
  private let editions: [(listing: Listing, updated: PartialDate)]
  private let undated: Int

  init(_ overview: Overview) {
    site = overview.site
    let approved = overview.listings.filter { $0.approval != nil }
    let dated = approved.compactMap { listing in
      listing.edition.flatMap { listing.ledger.lastDecision(on: $0) }.map { (listing, $0.earliest) }
    }
    undated = approved.count - dated.count
    editions = dated.sorted { left, right in
      left.1 == right.1 ? left.0.address.description < right.0.address.description : left.1 > right.1
    }
  }

  var atom: String {
    let left = undated == 1 ? "1 edition is" : "\(undated) editions are"
    let note = undated == 0 ? "" : " \(left.capitalisedFirst) left out, of which no decision is dated."
    let lines =
      [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en-GB\">",
        "<id>tag:\(authority),2026:editions</id>", "<title>Editions of policies</title>",
        "<subtitle>Each edition as it is approved or reviewed.\(note)</subtitle>",
        "<updated>\((editions.first?.updated ?? site.asAt.earliest).instant)</updated>",
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"editions.atom\"/>",
        "<link rel=\"alternate\" type=\"text/html\" href=\"index.html\"/>",
      ] + editions.flatMap { entry($0.listing, updated: $0.updated) } + ["</feed>", ""]
    return lines.joined(separator: "\n")
  }

  private func entry(_ listing: Listing, updated: PartialDate) -> [String] {
    let organisation = listing.owner
    let title = "\(listing.title), edition \(listing.address.choice ?? .draft) – \(organisation)"
    let decisions = listing.ledger.records.filter { $0.edition == listing.edition }
    let summary = decisions.map { $0.sentence.capitalisedFirst + "." }.joined(separator: " ")
    let type = site.formats.contains(.html) ? "text/html" : "text/markdown"
    var lines = [
      "<entry>", "<id>tag:\(authority),2026:\(listing.address)</id>", "<title>\(title.xmlEscaped)</title>",
      "<updated>\(updated.instant)</updated>",
    ]
    if let on = listing.approval?.on { lines.append("<published>\(on.earliest.instant)</published>") }
    lines += [
      "<author><name>\(organisation.xmlEscaped)</name></author>",
      "<link rel=\"alternate\" type=\"\(type)\" href=\"\(listing.path)\(site.ending)\"/>",
    ]
    if listing.hasChanges {
      lines.append(
        "<link rel=\"related\" type=\"\(type)\" title=\"What changed\" href=\"\(listing.changesPath)\(site.ending)\"/>"
      )
    }
    return lines + ["<summary>\(summary.xmlEscaped)</summary>", "</entry>"]
  }
}

extension PartialDate {
  /// The beginning of a day, as RFC 3339 has it.
  fileprivate var instant: String { "\(self)T00:00:00Z" }
}

extension String {
  /// Safe as the text of an element, without the few characters that XML cannot hold.
  fileprivate var xmlEscaped: String {
    let allowed = unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        || "\t\n\r".unicodeScalars.contains(scalar)
    }
    return String(String.UnicodeScalarView(allowed)).htmlEscaped
  }
}
