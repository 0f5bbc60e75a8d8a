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

  var html: [String: Any] {
    var values = shared
    values["text"] = policy.withoutBases.html.oneLevelDeeper
    if let reading = cover.reading {
      values["redline"] = [
        "body": RedlineBody(reading).html.anchored(Self.redline), "changes": changes(reading, \.htmlEscaped),
      ]
      add(duties(reading, .html), to: &values)
    }
    values["pageTitle"] = "For decision: \(policy.title) – \(policy.organisation.name.long.capitalisedFirst)".cssLiteral
    values["pageEdition"] =
      "\(pack.isDraft ? "Draft" : "Edition \(policy.address.choice ?? .draft)"), \(pack.asAt.words)".cssLiteral
    return values
  }

  var markdown: [String: Any] {
    var values = shared
    values["text"] = policy.withoutBases.markdownOfClauses.oneMarkdownLevelDeeper
    if let reading = cover.reading {
      let context = RedlineContext(reading.redline).markdown
      values["redline"] = ["rows": context["rows"] ?? [], "changes": changes(reading, \.markdownEscaped)]
      add(duties(reading, .markdown), to: &values)
    }
    return values
  }

  /// What stands before the anchors of the redline, whose clauses have the names of those of the clean copy.
  private static let redline = "redline_"

  private var shared: [String: Any] {
    let organisation = policy.organisation
    var values: [String: Any] = [
      "title": policy.title, "organisation": organisation.name.long.capitalisedFirst,
      "kind": organisation.kind.rawValue.capitalisedFirst, "contacts": contactValues(organisation),
      "organisationFolder": policy.address.organisation,
      "address": policy.address.description, "digest": pack.publication.digest ?? "", "subject": cover.subject,
      "asAt": pack.asAt.words, "isDraft": pack.isDraft, "isFork": pack.publication.variations != nil,
      "facts": cover.facts.map { ["label": $0.label, "value": $0.value ?? notRecorded, "isMissing": $0.value == nil] },
      "changeSentences": cover.changes, "graveChanges": graveChanges,
      "review": cover.review, "isOverdue": cover.isOverdue, "tally": cover.tally,
      "outdated": some(cover.outdated), "gravest": some(cover.gravest),
      "baseHeading": cover.baseHeading, "baseSentences": cover.base, "questions": cover.questions,
      "resolutions": pack.resolutions.map(resolution), "notChecked": cover.notChecked,
      "findings": pack.findings.map(finding), "hasFindings": !pack.findings.isEmpty,
      "oldName": (cover.nameInForce ?? "").capitalisedFirst, "body": pack.usualBody ?? "",
      "signatures": [["role": "Chair", "id": "chair"], ["role": "Clerk", "id": "clerk"]],
    ]
    if let proposal = policy.proposal { values["proposal"] = proposal }
    if case .behind(let news) = pack.base { values["news"] = self.news(news) }
    return values
  }

  // MARK: The cover

  private var graveChanges: [String: Any] {
    let all = cover.graveChanges
    let shown = all.prefix(Self.room).map { ordinal, change -> [String: Any] in
      [
        "class": change.kind.rawValue, "slug": change.kind.slug, "href": "#redline_change_\(ordinal)",
        "number": cover.reading?.place(change) ?? "",
        "sentence": cover.reading?.sentence(change).opening(24) ?? "",
      ]
    }
    let rest = all.count - shown.count
    return ["entries": Array(shown), "more": rest > 0 ? rest : false, "isThere": !all.isEmpty]
  }

  /// The first of some findings, the same of many clauses once.
  private func some(_ findings: [ReviewPack.Finding]) -> [String: Any] {
    var alike: [[[String: Any]]] = []
    var indices: [String: Int] = [:]
    for values in findings.map(finding) {
      let message = "\(values["severity"] ?? ""): \(values["message"] ?? "")"
      if let index = indices[message] {
        alike[index].append(values)
      } else {
        indices[message] = alike.count
        alike.append([values])
      }
    }
    let shown = alike.prefix(Self.room)
    let entries = shown.map { findings -> [String: Any] in
      var entry = findings[0]
      let places = findings.prefix(4).enumerated().map { index, finding in
        ["place": finding["place"] ?? "", "href": finding["href"] ?? false, "isFirst": index == 0]
      }
      (entry["places"], entry["others"]) = (places, findings.count > 4 ? findings.count - 4 : false)
      return entry
    }
    let rest = findings.count - shown.map(\.count).reduce(0, +)
    return ["entries": entries, "more": rest > 0 ? rest : false, "isThere": !findings.isEmpty]
  }

  private func resolution(_ resolution: BoardResolution) -> [String: Any] {
    [
      "decision": resolution.kind.rawValue, "sentence": resolution.sentence, "command": resolution.command ?? false,
      "id": resolution.kind.rawValue.lowercased().filter { $0.isLetter },
    ]
  }

  // MARK: The findings

  private func finding(_ finding: ReviewPack.Finding) -> [String: Any] {
    let problem = finding.problem
    let line = problem.subject == nil ? problem.position.map { "Line \($0.line)" } : nil
    let place = finding.clause.flatMap { labels[$0] } ?? line ?? "The document"
    // Many messages start with the number, which stands before them here.
    let isRepeated = problem.message.hasPrefix(place + " ")
    let more = finding.times > 1 ? ", and in \((finding.times - 1).counted("more place"))" : ""
    let message = (isRepeated ? String(problem.message.dropFirst(place.count + 1)) : problem.message) + more
    var values: [String: Any] = [
      "place": place, "message": message.capitalisedFirst, "opening": message.opening(24),
      "rule": problem.rule.rawValue, "severity": problem.severity.rawValue,
      "isError": problem.severity == .error, "href": false, "remedy": problem.remedy?.capitalisedFirst ?? false,
      "writtenIn": finding.writtenIn?.description ?? false,
    ]
    if let clause = finding.clause, labels[clause] != nil { values["href"] = "#\(clause.name)" }
    return values
  }

  // MARK: What changed

  private func changes(_ reading: RedlineReading, _ escaped: (String) -> String) -> [[String: Any]] {
    reading.redline.changes.enumerated().map { index, change in
      let words = reading.sentence(change)
      var entry: [String: Any] = [
        "ordinal": index + 1, "class": change.kind.rawValue, "slug": change.kind.slug,
        "number": reading.place(change), "sentence": escaped(words),
        "href": reading.standing(change).map { "#\(Self.redline)\($0.name)" } ?? false,
      ]
      if !words.lowercased().hasPrefix(change.reason.lowercased()) { entry["why"] = escaped(change.reason) }
      if let because = change.because { entry["because"] = because }
      entry["isExplained"] = entry["why"] != nil || entry["because"] != nil
      return entry
    }
  }

  private func add(_ duties: [[String: Any]], to values: inout [String: Any]) {
    (values["duties"], values["hasDuties"]) = (duties, !duties.isEmpty)
  }

  private func duties(_ reading: RedlineReading, _ marking: Markup) -> [[String: Any]] {
    RedlineDuties(reading).context(marking).map { group in
      var group = group
      group["entries"] = (group["entries"] as? [[String: Any]])?.map { entry in
        var entry = entry
        entry["href"] = (entry["href"] as? String)?.replacing("#", with: "#" + Self.redline)
        return entry
      }
      return group
    }
  }

  // MARK: The base

  private func news(_ news: BaseNews) -> [String: Any] {
    let reading = news.redline.map(RedlineReading.init)
    let changes = news.redline?.changes.map { change -> [String: Any] in
      [
        "class": change.kind.rawValue, "slug": change.kind.slug, "number": reading?.place(change) ?? "",
        "sentence": reading?.sentence(change) ?? "",
      ]
    }
    let meetings = news.meetings.filter { $0.decision.outcome != .clean }
    return [
      "name": "\(news.from.textName) to \(news.to.textName)", "changes": changes ?? [],
      "hasMeetings": !meetings.isEmpty,
      "meetings": meetings.map { place, decision -> [String: Any] in
        [
          "place": place, "outcome": decision.outcome.rawValue, "isOpen": decision.isOpen,
          "theirs": decision.theirs ?? "(nothing)", "ours": decision.ours ?? "(nothing)",
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
    var (html, markdown) = (context.html, context.markdown)
    html["style"] = style(of: organisation)
    if let variations = pack.publication.variations {
      let site = Site(addresses: [], register: pack.register, asAt: pack.asAt, formats: [.html])
      let statement = VariationsContext(variations, of: pack.publication, in: site)
      let document = "\(pack.publication.address.choice ?? .draft).html"
      html["variations"] =
        words("variations-parts.html", for: organisation, statement.html)
        .anchored("local_", besides: document).oneLevelDeeper
      markdown["variations"] =
        words("variations-parts.md", for: organisation, statement.markdown).oneMarkdownLevelDeeper
    }
    return [
      RenderedFile(path: pack.path + ".html", bytes: render("review.html", for: organisation, html)),
      RenderedFile(path: pack.path + ".md", bytes: render("review.md", for: organisation, markdown)),
    ]
  }
}
