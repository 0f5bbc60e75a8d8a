import PolicyModel
import Reading

/// What the templates of a meeting pack may say.
struct ReviewContext {
  let pack: ReviewPack
  let cover: ReviewCover
  private let labels: [Identity: String]

  /// How many of a kind the cover shows before it sends the reader on.
  private static let room = 5

  init(_ pack: ReviewPack) {
    self.pack = pack
    cover = ReviewCover(pack)
    labels = pack.policy.labels
  }

  private var policy: ResolvedPolicy { pack.policy }

  var html: TemplateValues {
    let edition = pack.isDraft ? "Draft" : "Edition \(policy.address.choice ?? .draft)"
    return shared(.html).joined(with: [
      "text": .words(policy.withoutBases.html.oneLevelDeeper),
      "redline": cover.reading.map {
        ["body": .words(RedlineBody($0).html.anchored(Self.redline)), "changes": changes($0, .html)]
      },
      "pageTitle": .words(
        "For decision: \(policy.title) – \(policy.organisation.name.long.capitalisedFirst)".cssLiteral),
      "pageEdition": .words("\(edition), \(pack.asAt.words)".cssLiteral),
    ])
  }

  var markdown: TemplateValues {
    shared(.markdown).joined(with: [
      "text": .words(policy.withoutBases.markdownOfClauses.oneMarkdownLevelDeeper),
      "redline": cover.reading.map {
        ["rows": .list($0.markdownRows), "changes": changes($0, .markdown)]
      },
    ])
  }

  /// What stands before the anchors of the redline, whose clauses have the names of those of the clean copy.
  private static let redline = "redline_"

  private func shared(_ markup: Markup) -> TemplateValues {
    let duties = cover.reading.map { RedlineDuties($0).context(markup, anchor: Self.redline) }
    return letterhead(policy.organisation, folder: policy.address.organisation).joined(with: [
      "title": .words(policy.title), "address": .words(policy.address.description), "subject": .words(cover.subject),
      "digest": .words(pack.publication.digest ?? ""), "asAt": .words(pack.asAt.words),
      "isDraft": .truth(pack.isDraft), "isFork": .truth(pack.publication.variations != nil),
      "facts": .list(cover.facts) { label, value in
        ["label": .words(label), "value": .words(value ?? notRecorded), "isMissing": .truth(value == nil)]
      },
      "changeSentences": sentences(cover.changes), "graveChanges": graveChanges,
      "review": .words(cover.review), "isOverdue": .truth(cover.isOverdue), "tally": .words(cover.tally),
      "outdated": some(cover.outdated),
      "doubts": sentences(cover.doubts), "gravest": some(cover.gravest),
      "baseHeading": .words(cover.baseHeading), "baseSentences": sentences(cover.base),
      "questions": sentences(cover.questions),
      "resolutions": .list(pack.resolutions, resolution), "notChecked": sentences(cover.notChecked),
      "findings": .list(pack.findings) { .values(finding($0)) }, "hasFindings": .truth(!pack.findings.isEmpty),
      "oldName": .words((cover.nameInForce ?? "").capitalisedFirst), "body": .words(pack.usualBody ?? ""),
      "signatures": [["role": "Chair", "id": "chair"], ["role": "Clerk", "id": "clerk"]],
      "duties": duties.map { .list($0) }, "hasDuties": .truth(duties?.isEmpty == false),
      "noDuties": pack.isDraft && duties == nil
        ? "There is no ratified edition to compare with: all duties are new." : "None.",
      "proposal": TemplateValue(policy.proposal), "news": news,
    ])
  }

  private func sentences(_ sentences: [String]) -> TemplateValue { .list(sentences) { .words($0) } }

  /// How many are not shown; false for none.
  private func more(_ count: Int) -> TemplateValue { count > 0 ? "\(count)" : false }

  // MARK: The cover

  private var graveChanges: TemplateValue {
    let all = cover.graveChanges
    let shown = all.prefix(Self.room)
    return [
      "entries": .list(shown) { ordinal, change in
        [
          "class": .words(change.kind.rawValue), "slug": .words(change.kind.slug),
          "href": "#redline_change_\(ordinal)", "number": .words(cover.reading?.place(change) ?? ""),
          "sentence": .words(cover.reading?.sentence(change).opening(24) ?? ""),
        ]
      },
      "more": more(all.count - shown.count), "isThere": .truth(!all.isEmpty),
    ]
  }

  /// The first of some findings, the same of many clauses once.
  private func some(_ findings: [ReviewPack.Finding]) -> TemplateValue {
    let messages = findings.map { "\($0.severity.rawValue): \(message($0).capitalisedFirst)" }
    let shown = messages.unique.prefix(Self.room).map { message in
      zip(findings, messages).filter { $0.1 == message }.map(\.0)
    }
    let entries = shown.map { findings -> TemplateValue in
      let places = findings.prefix(4).enumerated().map { index, finding -> TemplateValue in
        ["place": .words(place(finding)), "href": href(finding), "isFirst": .truth(index == 0)]
      }
      return .values(finding(findings[0]).joined(with: ["places": .list(places), "others": more(findings.count - 4)]))
    }
    return [
      "entries": .list(entries), "more": more(findings.count - shown.map(\.count).reduce(0, +)),
      "isThere": .truth(!findings.isEmpty),
    ]
  }

  private func resolution(_ resolution: BoardResolution) -> TemplateValue {
    [
      "decision": .words(resolution.kind.rawValue), "sentence": .words(resolution.sentence),
      "command": TemplateValue(resolution.command) ?? false,
      "id": .words(resolution.kind.rawValue.lowercased().filter { $0.isLetter }),
    ]
  }

  // MARK: The findings

  private func finding(_ finding: ReviewPack.Finding) -> TemplateValues {
    let (problem, message) = (finding.problem, message(finding))
    return [
      "place": .words(place(finding)), "message": .words(message.capitalisedFirst),
      "opening": .words(message.opening(24)), "rule": .words(problem.rule.rawValue),
      "severity": .words(problem.severity.rawValue), "isError": .truth(problem.severity == .error),
      "href": href(finding), "remedy": TemplateValue(problem.remedy?.capitalisedFirst) ?? false,
      "writtenIn": TemplateValue(finding.writtenIn?.description) ?? false,
    ]
  }

  private func place(_ finding: ReviewPack.Finding) -> String {
    let line = finding.problem.subject == nil ? finding.problem.position.map { "Line \($0.line)" } : nil
    return finding.clause.flatMap { labels[$0] } ?? line ?? "The document"
  }

  /// Where the clause stands in the pack; false for nowhere.
  private func href(_ finding: ReviewPack.Finding) -> TemplateValue {
    finding.clause.flatMap { labels[$0] == nil ? nil : "#\($0.name)" } ?? false
  }

  private func message(_ finding: ReviewPack.Finding) -> String {
    let (message, place) = (finding.problem.message, place(finding))
    // Many messages start with the number, which stands before them here.
    let isRepeated = message.hasPrefix(place + " ")
    let more = finding.times > 1 ? ", and in \((finding.times - 1).counted("more place"))" : ""
    return (isRepeated ? String(message.dropFirst(place.count + 1)) : message) + more
  }

  // MARK: What changed

  private func changes(_ reading: RedlineReading, _ markup: Markup) -> TemplateValue {
    .list(reading.redline.changes.enumerated()) { index, change in
      let href = reading.standing(change).map { "#\(Self.redline)\($0.name)" }
      return reading.entry(change, ordinal: index + 1, markup, href: href)
    }
  }

  // MARK: The base

  /// What a newer edition of the base means; nil where there is none.
  private var news: TemplateValue? {
    switch pack.base {
    case .behind(let news): context(news, heading: "The newer edition of the base")
    case .taken(let news): context(news, heading: "What the draft takes from the base")
    case .ownText, .current, .unknown: nil
    }
  }

  private func context(_ news: BaseNews, heading: String) -> TemplateValue {
    let reading = news.redline.map(RedlineReading.init)
    let meetings = news.meetings.filter { $0.decision.outcome != .clean }
    return [
      "heading": .words(heading), "name": "\(news.from.textName) to \(news.to.textName)",
      "changes": .list(news.redline?.changes ?? []) { change in
        [
          "class": .words(change.kind.rawValue), "slug": .words(change.kind.slug),
          "number": .words(reading?.place(change) ?? ""), "sentence": .words(reading?.sentence(change) ?? ""),
        ]
      },
      "hasMeetings": .truth(!meetings.isEmpty),
      "meetings": .list(meetings) { place, decision in
        let theirs = [decision.theirs, decision.remark].compactMap { $0 }
        return [
          "place": .words(place), "outcome": .words(decision.outcome.rawValue), "isOpen": .truth(decision.isOpen),
          "theirs": .words(theirs.isEmpty ? "(nothing)" : theirs.joined(separator: " ")),
          "ours": .words(decision.ours ?? "(nothing)"),
        ]
      },
    ]
  }
}

extension ResolvedPolicy {
  /// The same without what it rests on, so that no clause says where it comes from.
  fileprivate var withoutBases: ResolvedPolicy {
    var policy = self
    policy.bases = []
    return policy
  }
}

extension Templates {
  /// The meeting pack as one page that needs no other file, and as Markdown.
  package func render(_ pack: ReviewPack) -> [RenderedFile] {
    let organisation = pack.policy.address.organisation
    let context = ReviewContext(pack)
    let site = Site(addresses: [], register: pack.register, asAt: pack.asAt, formats: [.html])
    let statement = pack.publication.variations.map { VariationsContext($0, of: pack.publication, in: site) }
    let document = "\(pack.publication.address.choice ?? .draft).html"
    let html = context.html.joined(with: [
      "style": .words(style(of: organisation)),
      "variations": statement.map {
        let parts = words("variations-parts.html", for: organisation, $0.html)
        return .words(parts.anchored("local_", besides: document).oneLevelDeeper)
      },
    ])
    let markdown = context.markdown.joined(with: [
      "variations": statement.map {
        .words(words("variations-parts.md", for: organisation, $0.markdown).oneMarkdownLevelDeeper)
      }
    ])
    return [
      RenderedFile(
        pack.path + ".html", selfContained(words("review.html", for: organisation, html), of: organisation)),
      RenderedFile(path: pack.path + ".md", bytes: render("review.md", for: organisation, markdown).bytes),
    ]
  }
}
