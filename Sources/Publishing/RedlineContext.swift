import PolicyModel
import Reading

/// What the templates of a redline may say.
struct RedlineContext {
  let reading: RedlineReading
  let duties: RedlineDuties
  /// How each text is named in a sentence: “edition 1.0 (approved July 2015)”.
  let names: (old: String, new: String)
  /// Where the pages of both texts stand, from the redline; nil where they are not published beside it.
  let links: (old: String, new: String)?
  /// The name of the same as Markdown, without the ending; nil where that is not published.
  private(set) var file: String?

  private var redline: Redline { reading.redline }

  init(_ redline: Redline, names: (old: String, new: String)? = nil, links: (old: String, new: String)? = nil) {
    reading = RedlineReading(redline)
    duties = RedlineDuties(reading)
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

  var html: TemplateValues {
    let rows = facts + redline.tree.flatMap(\.withDescendants).compactMap(row)
    return shared(.html).joined(with: [
      "body": .words(RedlineBody(reading).html), "rows": .list(rows),
      "hasFilters": .truth(redline.counts.count > 1),
      "pageTitle": .words("What changed: \(redline.new.title) – \(redline.new.organisation.name.long)".cssLiteral),
      "pageEdition": .words("\(names.old) to \(names.new)".capitalisedFirst.cssLiteral),
    ])
  }

  var markdown: TemplateValues { shared(.markdown).joined(with: ["rows": .list(reading.markdownRows)]) }

  /// The table of changes that stands at the front of the newer text.
  ///
  /// - Parameter path: where the whole redline stands, without the ending.
  func table(at path: String) -> TemplateValue {
    [
      "oldName": .words(names.old), "hasChanges": .truth(!redline.changes.isEmpty),
      "summary": .words(reading.summary), "redline": .words(path),
      "changes": .list(redline.changes) { change in
        [
          "number": .words(reading.place(change)),
          "href": TemplateValue(reading.standing(change).map { "#\($0.name)" }) ?? false,
          "class": .words(change.kind.rawValue), "slug": .words(change.kind.slug),
          "sentence": .words(reading.sentence(change)),
        ]
      },
    ]
  }

  private func shared(_ markup: Markup) -> TemplateValues {
    let duties = duties.context(markup)
    return letterhead(redline.new.organisation, folder: redline.new.address.organisation).joined(with: [
      "title": .words(redline.new.title), "oldName": .words(names.old), "newName": .words(names.new),
      "oldLabel": .words(names.old.capitalisedFirst), "newLabel": .words(names.new.capitalisedFirst),
      "oldAddress": .words(redline.old.address.description), "newAddress": .words(redline.new.address.description),
      "isDraft": .truth(redline.new.address.choice == .draft), "proposal": TemplateValue(redline.new.proposal),
      "summary": .words(reading.summary),
      "hasChanges": .truth(!redline.changes.isEmpty), "hasRows": .truth(!redline.changes.isEmpty),
      "counts": .list(counts), "duties": .list(duties), "hasDuties": .truth(!duties.isEmpty),
      "changes": .list(redline.changes.enumerated()) {
        reading.entry($1, ordinal: $0 + 1, markup, href: "#\(sideID($1))")
      },
      "hasMarkdown": .truth(file != nil), "file": TemplateValue(file),
      "oldHref": TemplateValue(links?.old), "newHref": TemplateValue(links?.new),
    ])
  }

  private var counts: [TemplateValue] {
    let counts = redline.counts
    return Change.Class.allCases.map { kind in
      let count = counts[kind, default: 0]
      return [
        "class": .words(kind.rawValue), "slug": .words(kind.slug), "count": "\(count)", "isZero": .truth(count == 0),
        "meaning": .words(kind.meaning),
      ]
    }
  }

  // MARK: Side by side

  /// The name of the row that shows a change.
  private func sideID(_ change: Change) -> String {
    if let clause = reading.standing(change) ?? change.old?.clause { return "side_\(clause.name)" }
    return "side_of_\(change.target.replacing(" ", with: "_"))"
  }

  private func tags(_ changes: [(ordinal: Int, change: Change)]) -> TemplateValue {
    .list(changes) { ordinal, change in
      [
        "class": .words(change.kind.rawValue), "slug": .words(change.kind.slug), "ordinal": "\(ordinal)",
        "href": "#change_\(ordinal)",
      ]
    }
  }

  private func row(_ node: RedlineNode) -> TemplateValue? {
    guard !node.changes.isEmpty else { return nil }
    let isRenumbered = node.old != nil && node.new != nil && node.old?.number != node.new?.number
    return [
      "id": .words(node.sideID), "classes": .words(node.changes.map(\.change.kind.slug).unique.joined(separator: " ")),
      "number": .words(reading.place(of: node)), "href": "#\(node.id)", "tags": tags(node.changes),
      "oldNumber": TemplateValue(isRenumbered ? node.old?.number : nil) ?? false,
      "newNumber": TemplateValue(isRenumbered ? node.new?.number : nil) ?? false,
      "oldHTML": node.old.map { _ in .words(side(node, [.kept, .removed])) } ?? elsewhere(node),
      "newHTML": node.new.map { _ in .words(side(node, [.kept, .inserted])) } ?? elsewhere(node),
    ]
  }

  /// Where the words of a clause stand in the text that does not have the clause; false for nowhere.
  private func elsewhere(_ node: RedlineNode) -> TemplateValue {
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
  private var facts: [TemplateValue] {
    let blocks = RedlineBlocks(reading: reading)
    let missing = "<p class=\"missing\">\(notRecorded)</p>"
    return redline.changes.enumerated().filter { $1.old?.clause == nil && $1.new?.clause == nil }.map { index, change in
      [
        "id": .words(sideID(change)), "classes": .words(change.kind.slug), "number": .words(reading.place(change)),
        "href": false, "tags": tags([(index + 1, change)]), "oldNumber": false, "newNumber": false,
        "oldHTML": .words(change.old.map { "<p>\(blocks.line($0.text, nil))</p>" } ?? missing),
        "newHTML": .words(change.new.map { "<p>\(blocks.line(nil, $0.text))</p>" } ?? missing),
      ]
    }
  }
}

extension RedlineReading {
  /// A change as the list of all shows it.
  func entry(_ change: Change, ordinal: Int, _ markup: Markup, href: String?) -> TemplateValue {
    let words = sentence(change)
    // What the sentence says already is not said again.
    let isSaid = words.lowercased().hasPrefix(change.reason.lowercased())
    return [
      "ordinal": "\(ordinal)", "class": .words(change.kind.rawValue), "slug": .words(change.kind.slug),
      "number": .words(place(change)), "sentence": .words(markup.escaped(words)), "href": TemplateValue(href) ?? false,
      "why": isSaid ? nil : .words(markup.escaped(change.reason)), "because": TemplateValue(change.because),
      "isExplained": .truth(!isSaid || change.because != nil),
    ]
  }
}

extension RedlineNode {
  fileprivate var sideID: String { "side_\(clause.identity.name)" }
}

extension ResolvedPolicy {
  /// How a sentence names the text beside another one: by its edition, and by whose it is where that differs.
  fileprivate func nameBeside(_ other: ResolvedPolicy) -> String {
    guard address.policyAddress != other.address.policyAddress else { return address.textName }
    return "\(address.textName) of \(organisation.name.long)"
  }
}

extension RedlineReading {
  /// The passages that changed, as Markdown marks them.
  var markdownRows: [TemplateValue] {
    markedPassages.map { change, kinds in
      [
        "number": .words(place(change)), "classNames": .words(kinds.map(\.rawValue).joined(separator: ", ")),
        "text": .words(Markup.markdown(marked(change))),
      ]
    }
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
}
