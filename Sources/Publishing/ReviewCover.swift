import PolicyModel
import Reading

/// What stands on the two pages that a board reads: never more than a few of anything, the rest is further on.
struct ReviewCover {
  let pack: ReviewPack
  let reading: RedlineReading?

  init(_ pack: ReviewPack) {
    self.pack = pack
    reading = pack.publication.redline.map(RedlineReading.init)
  }

  private var ledger: Ledger { pack.publication.ledger }
  private var policy: ResolvedPolicy { pack.policy }

  // MARK: The texts

  /// “edition 1.0 (approved July 2015)”; nil where none is in force.
  var nameInForce: String? {
    pack.inForce?.address.edition.map { edition in
      let on = ledger.approval(of: edition)?.on.map { " (approved \($0.words))" } ?? ""
      return "edition \(edition)\(on)"
    }
  }

  /// “Draft, beside edition 1.0 (approved July 2015)”.
  var subject: String {
    guard pack.isDraft else { return "\(nameInForce ?? "")".capitalisedFirst + ", the text in force" }
    return "Draft" + (nameInForce.map { ", beside \($0)" } ?? ", the first edition")
  }

  /// The facts at the head; nil where one is not recorded.
  var facts: [(label: String, value: String?)] {
    let decision = ledger.records.last.map { "edition \($0.edition) \($0.sentence)" }
    return [
      ("In force", pack.inForce?.address.textName ?? "no edition yet"), ("Last decision", decision),
      ("Next review", pack.nextReview?.words), (policy.control.labels[.owner] ?? "Owner", policy.control.owner.value),
    ]
  }

  // MARK: What changed

  /// How much changed, in sentences.
  var changes: [String] {
    guard let reading else {
      return [
        pack.isDraft
          ? "There is no ratified edition to compare with: all of it is new."
          : "Nothing: there is no draft, and \(nameInForce ?? "the text") is what stands in force."
      ]
    }
    let duties = RedlineDuties(reading)
    let counts = [("added", duties.added), ("taken away", duties.removed), ("changed", duties.changed)]
      .filter { !$0.1.isEmpty }.map { "\($0.1.count) \($0.0)" }
    let classes = Change.Class.allCases.compactMap { kind in
      reading.redline.counts[kind].map { "\($0) \(kind.rawValue)" }
    }
    return [reading.summary] + (classes.isEmpty ? [] : ["By class: \(classes.inWords)."])
      + (counts.isEmpty ? [] : ["Duties: \(counts.inWords)."])
  }

  /// The changes that ask more or less; where there are none, those that say something else.
  var graveChanges: [(ordinal: Int, change: Change)] {
    let changes = (pack.publication.redline?.changes ?? []).enumerated().map { ($0 + 1, $1) }
    let binding = changes.filter { [.stronger, .weaker].contains($0.1.kind) }
    return binding.isEmpty ? changes.filter { $0.1.kind == .substantive } : binding
  }

  // MARK: What is out of date

  /// How the next review stands on the day of the pack.
  var review: String {
    guard let edition = pack.inForce?.address.edition else { return "No edition is ratified yet, so no review is due." }
    guard let next = pack.nextReview else {
      let why = pack.inForce?.control.reviewEvery == nil ? "no review cycle is laid down" : "no decision has a date"
      return "It is not known when edition \(edition) is to be reviewed: \(why)."
    }
    return next < pack.asAt
      ? "The review of edition \(edition) is overdue: it was due by \(next.words)."
      : "The review of edition \(edition) is due by \(next.words)."
  }

  var isOverdue: Bool { pack.nextReview.map { $0 < pack.asAt } ?? false }

  /// What the text says of law, bodies, services and documents that are no more what it takes them for.
  var outdated: [ReviewPack.Finding] { pack.findings.filter { $0.problem.rule.isAboutTheWorld }.gravestFirst }

  /// What the registers cannot tell, in sentences.
  var doubts: [String] { [unknownLaws, staleEntries].compactMap { $0 } }

  /// How many laws are cited that nobody went through, with a few of them; nil for none.
  private var unknownLaws: String? {
    guard case let laws = policy.laws(unknownTo: pack.register), !laws.isEmpty else { return nil }
    let named = laws.prefix(3).map { "the \($0)" } + (laws.count > 3 ? ["\(laws.count - 3) more"] : [])
    return
      "It cites \(laws.count.counted("law")) that the register does not hold, so nobody can tell from it whether \(laws.count == 1 ? "it is" : "they are") in force: \(named.inWords)."
  }

  /// How many entries are cited that nobody went through of late; nil for none.
  private var staleEntries: String? {
    let count = pack.findings.count { $0.problem.rule == .staleRegister }
    guard count > 0 else { return nil }
    return
      "Of the entries of the registers that it cites, \(count) \(count == 1 ? "was" : "were") last checked more than six months ago: what they say may be out of date itself."
  }

  /// The gravest of what else is wrong: errors, or where there is none, warnings.
  var gravest: [ReviewPack.Finding] {
    let rest = pack.findings.filter {
      !$0.problem.rule.isAboutTheWorld && !$0.problem.rule.isAboutReview && $0.problem.rule != .staleRegister
    }
    let errors = rest.filter { $0.severity == .error }
    return errors.isEmpty ? rest.filter { $0.severity == .warning } : errors
  }

  /// “The checks found 3 errors, 12 warnings and 4 notes.”
  var tally: String {
    let counts: [(Diagnostic.Severity, String)] = [(.error, "error"), (.warning, "warning"), (.note, "note")]
    let parts = counts.compactMap { severity, noun in
      let count = pack.findings.count { $0.severity == severity }
      return count == 0 ? nil : count.counted(noun)
    }
    return parts.isEmpty ? "The checks found nothing." : "The checks found \(parts.inWords)."
  }

  // MARK: What the base changed

  var baseHeading: String {
    guard let base = pack.publication.variations?.base else { return "What the base changed" }
    return "What \(base.organisation.name.long) changed"
  }

  /// Whether there is a newer edition, and what taking it would do.
  var base: [String] {
    switch pack.base {
    case .ownText: return ["This policy amends no other, so there is no base that could have changed."]
    case .current(let base) where base.choice == .draft:
      return ["It rests on a draft, which no ratified edition of the base has taken the place of."]
    case .current(let base): return ["Nothing: it rests on \(base.textName), the newest."]
    case .unknown(let base, let why): return ["There is a newer text than \(base.textName). \(why)"]
    case .taken(let news):
      return [
        "The draft takes \(news.to.textName), newer by \(count(news)) than \(news.from.textName), on which the text in force rests.\(changes(news))"
      ]
    case .behind(let news):
      let meetings = Decision.Outcome.allCases.compactMap { outcome in
        let count = news.meetings.count { $0.decision.outcome == outcome }
        return count == 0 ? nil : outcome.told(of: count)
      }
      let update = meetings.isEmpty ? "no amendment stands in its way" : meetings.inWords
      return [
        "\(news.to.textName.capitalisedFirst) is newer by \(count(news)) than \(news.from.textName), on which this text rests.\(changes(news))",
        "Were it taken, of \(news.meetings.count.counted("amendment")) \(update)."
          + (news.open == 0 ? " Nothing would be left to decide." : " To be decided: \(news.open)."),
      ]
    }
  }

  private func count(_ news: BaseNews) -> String { news.behind == 1 ? "one edition" : "\(news.behind) editions" }

  private func changes(_ news: BaseNews) -> String { news.redline.map { " " + RedlineReading($0).summary } ?? "" }

  // MARK: What to decide

  /// What the board has before it, as questions.
  var questions: [String] {
    let counts = pack.publication.redline?.counts ?? [:]
    // What stands in the way of an edition is not the board's to let pass.
    let errors = pack.findings.count { $0.severity == .error } - pack.obstacles.count { $0.severity == .error }
    var questions: [String] = []
    if let first = pack.obstacles.first {
      let more = pack.obstacles.count - 1
      questions.append(
        "The draft cannot become an edition as it stands: \(first.problem.message)"
          + (more > 0 ? ", and \(more) more." : "."))
    }
    if let next = pack.nextEdition {
      let old = pack.inForce?.address.edition.map { " in place of edition \($0)" } ?? ""
      questions.append("Is the draft to become edition \(next)\(old)?")
    } else {
      questions.append("Is the text to stay as it is, or to be changed?")
    }
    if let weaker = counts[.weaker] {
      questions.append(
        "Is it meant that \(weaker == 1 ? "one change asks" : "\(weaker) changes ask") less than before?")
    }
    if errors > 0 {
      questions.append("Can it stand with \(errors.counted("error")), or is it to be mended first?")
    }
    if !outdated.isEmpty {
      questions.append("What is out of date in \(outdated.count.counted("place")): is it to be mended?")
    }
    if case .behind(let news) = pack.base {
      let first = pack.isDraft ? " first" : ""
      questions.append(
        "Is \(news.to.textName) of \(baseOwner) to be taken up\(first)? That needs a draft that rests on it.")
    }
    if (pack.isDraft ? policy : pack.inForce)?.control.reviewEvery == nil {
      questions.append("When is it to be reviewed again? No review cycle is laid down.")
    }
    return questions
  }

  private var baseOwner: String { pack.publication.variations?.base.organisation.name.long ?? "the base" }

  // MARK: What nobody looked at

  /// What the pack cannot tell.
  var notChecked: [String] {
    let checked = pack.register.legislation.compactMap(\.evidence.checkedOn)
    let since =
      checked.min().map { ", last gone through \($0.phrase)" + (checked.max() == $0 ? "" : " or later") } ?? ""
    return [
      pack.register.legislation.isEmpty
        ? "The law: there is no register of it here."
        : "The law as it is today: what is said of it rests on the register of this workspace\(since). It is no legal advice.",
      "Whether the duties are carried out, and whether people know them.",
      "Whether names, addresses and links are right: no link was opened, nobody was asked.",
      "Whether staff, unions or parents were to be consulted, and were.",
      "Whether the policy fits other policies of the organisation.",
    ]
  }
}

extension Decision.Outcome {
  /// What happens to some amendments, as the end of a sentence.
  fileprivate func told(of count: Int) -> String {
    let isOne = count == 1
    switch self {
    case .clean: return "\(count) \(isOne ? "applies" : "apply") cleanly"
    case .merged: return "\(count) would be merged with the new wording"
    case .bothChanged: return "\(count) \(isOne ? "changes" : "change") words that were changed there too"
    case .targetOmitted: return "\(count) \(isOne ? "concerns" : "concern") what was left out there"
    case .targetFixed: return "\(count) \(isOne ? "concerns a clause" : "concern clauses") fixed there since"
    case .identityTaken: return "\(count) \(isOne ? "uses a name" : "use names") given to something else there"
    case .alreadyThere: return "\(count) \(isOne ? "is" : "are") already in the base"
    }
  }
}

extension Rule {
  /// Whether it tells of what changed in the world since the words were written.
  var isAboutTheWorld: Bool {
    switch self {
    case .repealedLaw, .miscitedLaw, .repealedProvision, .partlyRepealedLaw, .formerBody, .formerService,
      .supersededDocument:
      true
    default: false
    }
  }

  /// Whether it tells of the next review.
  var isAboutReview: Bool { self == .reviewOverdue || self == .noReviewDate }
}

extension [ReviewPack.Finding] {
  /// Errors first, then warnings, each in the order found.
  var gravestFirst: [ReviewPack.Finding] {
    [Diagnostic.Severity.error, .warning, .note].flatMap { severity in filter { $0.severity == severity } }
  }
}
