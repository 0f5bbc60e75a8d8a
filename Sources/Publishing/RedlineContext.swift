import PolicyModel
import Reading

/// What the templates of a redline may say.
struct RedlineContext {
  let reading: RedlineReading
  /// How each text is named in a sentence: “edition 1.0 (approved July 2015)”.
  let names: (old: String, new: String)
  /// Where the pages of both texts stand, from the redline; nil where they are not published beside it.
  let links: (old: String, new: String)?
  /// The name of the same as Markdown, without the ending; nil where that is not published.
  private(set) var file: String?

  private var redline: Redline { reading.redline }

  init(_ redline: Redline, names: (old: String, new: String)? = nil, links: (old: String, new: String)? = nil) {
    reading = RedlineReading(redline)
    self.names = names ?? (redline.old.nameBeside(redline.new), redline.new.nameBeside(redline.old))
    self.links = links
  }

  /// The redline of a published text against the edition before it, which is published too.
  init(_ redline: Redline, of publication: Publication, in site: Site) {
    let before = "\(redline.old.address.choice ?? .draft)"
    let approval = publication.ledger.records.first {
      $0.event.isApproval && $0.edition == redline.old.address.edition
    }
    let on = approval?.on.map { " (approved \($0.words))" } ?? ""
    self.init(
      redline, names: ("edition \(before)\(on)", publication.isDraft ? "the draft" : "edition \(publication.edition!)"),
      links: ("\(before).html", "\(publication.address.choice ?? .draft).html"))
    file = site.formats.contains(.md) ? "\(publication.address.choice ?? .draft)-changes" : nil
  }

  var html: [String: Any] {
    var values = shared
    let nodes = redline.tree.flatMap(\.withDescendants)
    values["body"] = RedlineBody(reading).html
    values["rows"] = facts + nodes.compactMap(row)
    let duties = RedlineDuties(reading).context(.html)
    (values["duties"], values["hasDuties"]) = (duties, !duties.isEmpty)
    values["hasFilters"] = redline.counts.count > 1
    values["pageTitle"] = "What changed: \(redline.new.title) – \(redline.new.organisation.name.long)".cssLiteral
    values["pageEdition"] = "\(names.old) to \(names.new)".capitalisedFirst.cssLiteral
    return values
  }

  var markdown: [String: Any] {
    var values = shared
    let duties = RedlineDuties(reading).context(.markdown)
    (values["duties"], values["hasDuties"]) = (duties, !duties.isEmpty)
    values["changes"] = redline.changes.enumerated().map { index, change in
      entry(change, ordinal: index + 1, escaped: \.markdownEscaped)
    }
    values["rows"] = markedPassages.map { change, kinds in
      [
        "number": reading.place(change), "classNames": kinds.map(\.rawValue).joined(separator: ", "),
        "text": Markup.markdown(reading.marked(change)),
      ]
    }
    return values
  }

  /// The changes whose words are shown, the same words once with all that became of them.
  private var markedPassages: [(change: Change, kinds: [Change.Class])] {
    redline.changes.filter(\.showsMarks).reduce(into: []) { passages, change in
      if let last = passages.last, last.change.old == change.old, last.change.new == change.new {
        passages[passages.count - 1].kinds.append(change.kind)
      } else {
        passages.append((change, [change.kind]))
      }
    }
  }

  /// The table of changes that stands at the front of the newer text.
  ///
  /// - Parameter path: where the whole redline stands, without the ending.
  func table(at path: String) -> [String: Any] {
    [
      "oldName": names.old, "hasChanges": !redline.changes.isEmpty, "summary": reading.summary, "redline": path,
      "changes": redline.changes.map { change -> [String: Any] in
        let href: Any = reading.standing(change).map { "#\($0.name)" } ?? false
        return [
          "number": reading.place(change), "href": href, "class": change.kind.rawValue, "slug": change.kind.slug,
          "sentence": reading.sentence(change),
        ]
      },
    ]
  }

  private var shared: [String: Any] {
    let organisation = redline.new.organisation
    var values: [String: Any] = [
      "title": redline.new.title, "organisation": organisation.name.long.capitalisedFirst,
      "kind": organisation.kind.rawValue.capitalisedFirst, "contacts": contactValues(organisation),
      "organisationFolder": redline.new.address.organisation,
      "oldName": names.old, "newName": names.new, "oldLabel": names.old.capitalisedFirst,
      "newLabel": names.new.capitalisedFirst,
      "oldAddress": redline.old.address.description, "newAddress": redline.new.address.description,
      "isDraft": redline.new.address.choice == .draft, "summary": reading.summary,
      "hasChanges": !redline.changes.isEmpty, "hasRows": !redline.changes.isEmpty, "counts": counts,
      "changes": redline.changes.enumerated().map { entry($1, ordinal: $0 + 1, escaped: \.htmlEscaped) },
    ]
    if let file { (values["hasMarkdown"], values["file"]) = (true, file) }
    if let links { (values["oldHref"], values["newHref"]) = links }
    return values
  }

  private var counts: [[String: Any]] {
    let counts = redline.counts
    return Change.Class.allCases.map { kind in
      let count = counts[kind, default: 0]
      return [
        "class": kind.rawValue, "slug": kind.slug, "count": count, "isZero": count == 0, "meaning": kind.meaning,
      ]
    }
  }

  // MARK: The list

  private func entry(_ change: Change, ordinal: Int, escaped: (String) -> String) -> [String: Any] {
    let words = reading.sentence(change)
    var entry: [String: Any] = [
      "ordinal": ordinal, "class": change.kind.rawValue, "slug": change.kind.slug, "number": reading.place(change),
      "sentence": escaped(words), "href": "#\(sideID(change))",
    ]
    // What the sentence says already is not said again.
    if !words.lowercased().hasPrefix(change.reason.lowercased()) { entry["why"] = escaped(change.reason) }
    if let because = change.because { entry["because"] = because }
    entry["isExplained"] = entry["why"] != nil || entry["because"] != nil
    return entry
  }

  // MARK: Side by side

  /// The name of the row that shows a change.
  private func sideID(_ change: Change) -> String {
    if let clause = reading.standing(change) ?? change.old?.clause { return "side_\(clause.name)" }
    return "side_of_\(change.target.replacing(" ", with: "_"))"
  }

  private func tags(_ changes: [(ordinal: Int, change: Change)]) -> [[String: Any]] {
    changes.map { ordinal, change in
      ["class": change.kind.rawValue, "slug": change.kind.slug, "ordinal": ordinal, "href": "#change_\(ordinal)"]
    }
  }

  private func row(_ node: RedlineNode) -> [String: Any]? {
    guard !node.changes.isEmpty else { return nil }
    var row: [String: Any] = [
      "id": node.sideID, "classes": node.changes.map(\.change.kind.slug).unique.joined(separator: " "),
      "number": reading.place(of: node), "href": "#\(node.id)", "tags": tags(node.changes),
      "oldNumber": false, "newNumber": false,
      "oldHTML": node.old.map { _ in side(node, [.kept, .removed]) } ?? elsewhere(node),
      "newHTML": node.new.map { _ in side(node, [.kept, .inserted]) } ?? elsewhere(node),
    ]
    if let old = node.old, let new = node.new, old.number != new.number {
      if let number = old.number { row["oldNumber"] = number }
      if let number = new.number { row["newNumber"] = number }
    }
    return row
  }

  /// Where the words of a clause stand in the text that does not have the clause; false for nowhere.
  private func elsewhere(_ node: RedlineNode) -> Any {
    for (_, change) in node.changes {
      switch change.relation {
      case .split(let origin): return "<p class=\"missing\">part of \(reading.link(toOld: origin))</p>"
      case .joined(let goal): return "<p class=\"missing\">now part of \(reading.link(toNew: goal))</p>"
      case nil: continue
      }
    }
    return false
  }

  /// One side of a row: the clause's own words; of a clause in one text alone, what stands below it too.
  private func side(_ node: RedlineNode, _ marks: Set<MarkedText.Mark>) -> String {
    let blocks = RedlineBlocks(reading: reading, marks: marks)
    if node.clause.content.isSection {
      return "<p><strong>\(blocks.line(node.old?.content.heading, node.new?.content.heading))</strong></p>"
    }
    let own = blocks.html(node.old?.content.blocks ?? [], node.new?.content.blocks ?? []) + blocks.answer(node)
    guard node.old == nil || node.new == nil else { return own }
    let below = node.children.filter { $0.changes.isEmpty && !$0.hasDeparted }.map { "<li>\(side($0, marks))</li>\n" }
    return own + (below.isEmpty ? "" : "\n<ul class=\"items\">\n\(below.joined())</ul>")
  }

  /// What changed about the document as a whole.
  private var facts: [[String: Any]] {
    let blocks = RedlineBlocks(reading: reading)
    let missing = "<p class=\"missing\">\(notRecorded)</p>"
    return redline.changes.enumerated().filter { $1.old?.clause == nil && $1.new?.clause == nil }.map { index, change in
      [
        "id": sideID(change), "classes": change.kind.slug, "number": reading.place(change), "href": false,
        "tags": tags([(index + 1, change)]), "oldNumber": false, "newNumber": false,
        "oldHTML": change.old.map { "<p>\(blocks.line($0.text, nil))</p>" } ?? missing,
        "newHTML": change.new.map { "<p>\(blocks.line(nil, $0.text))</p>" } ?? missing,
      ]
    }
  }
}

extension RedlineNode {
  fileprivate var sideID: String { "side_\(clause.identity.name)" }
}

extension ResolvedPolicy {
  /// How a sentence names the text beside another one: by its edition, and by whose it is where that differs.
  fileprivate func nameBeside(_ other: ResolvedPolicy) -> String {
    let text = address.choice.map { $0 == .draft ? "the draft" : "edition \($0)" } ?? "the text"
    guard address.policyAddress != other.address.policyAddress else { return text }
    return "\(text) of \(organisation.name.long)"
  }
}
