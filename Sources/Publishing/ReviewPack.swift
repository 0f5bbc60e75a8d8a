import PolicyModel

/// What a board is given before it decides on a text: the text itself, what changed, and what is known to be wrong with it.
package struct ReviewPack: Sendable {
  /// A fact about a text that a check found.
  package struct Finding: Sendable {
    package var problem: Diagnostic
    /// The text further up the chain that writes the words; nil where they are the text's own.
    package var writtenIn: Address?
    /// In how many places the same is found; told of the first.
    package var times: Int

    package init(_ problem: Diagnostic, writtenIn: Address?, times: Int = 1) {
      self.problem = problem
      self.writtenIn = writtenIn
      self.times = times
    }

    var severity: Diagnostic.Severity { problem.severity }
    var clause: Identity? { problem.subject?.clause }
  }

  /// The text with what surrounds it; of a draft with what changed since the newest edition.
  package var publication: Publication
  /// The text as it reads.
  let policy: ResolvedPolicy
  /// What the checks found, clause by clause, what stands in the way of an edition first.
  package var findings: [Finding]
  /// What would keep a draft from becoming an edition.
  package var obstacles: [Finding]
  /// The number that the draft says it is to have as an edition; nil where it says none.
  package var proposedEdition: Edition?
  /// How the text stands to the policy that it amends.
  package var base: BaseStanding
  /// What clauses cite, as far as it was gone through.
  package var register: Register
  /// The day on which the text is judged.
  package var asAt: PartialDate

  package init(
    publication: Publication, findings: [Finding], obstacles: [Finding], proposedEdition: Edition?, base: BaseStanding,
    register: Register, asAt: PartialDate
  ) {
    self.publication = publication
    policy = publication.manuscript.filled
    // An edition is reviewed as it stands in force: what it changed when it was new was decided on then.
    if !publication.isDraft { self.publication.redline = nil }
    self.obstacles = obstacles
    self.proposedEdition = proposedEdition
    self.base = base
    self.register = register
    self.asAt = asAt
    let places = Dictionary(
      zip(policy.flat.map(\.clause.identity), 1...), uniquingKeysWith: { first, _ in first })
    func place(_ finding: Finding) -> Int { finding.clause.flatMap { places[$0] } ?? 0 }
    self.findings = (obstacles + findings).enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
  }

  var isDraft: Bool { publication.isDraft }

  /// The text that is in force while the board decides; nil where none is ratified yet.
  var inForce: ResolvedPolicy? { isDraft ? publication.redline?.old : policy }

  /// When the text in force is to be read again; nil where that is not recorded.
  var nextReview: PartialDate? {
    inForce.flatMap { text in
      text.address.edition.flatMap { publication.ledger.nextReview(of: $0, every: text.control.reviewEvery) }
    }
  }

  /// Where the pack stands below the folder for packs, without the ending.
  var path: String { publication.path + "-review" }
}

/// How a text stands to the newest edition of the policy that it amends.
package enum BaseStanding: Sendable {
  /// It amends none.
  case ownText
  /// It rests on the newest edition.
  case current(Address)
  /// It rests on the newest edition, which the text in force does not.
  case taken(BaseNews)
  /// There is a newer edition.
  case behind(BaseNews)
  /// What a newer edition would mean cannot be told.
  case unknown(Address, why: String)
}

/// What a newer edition of its base means for a text.
package struct BaseNews: Sendable {
  /// The edition that the text rests on.
  package var from: Address
  /// The newest edition.
  package var to: Address
  /// How many editions came since.
  package var behind: Int
  /// What changed from the one to the other; nil where they cannot be compared.
  package var redline: Redline?
  /// How each amendment meets the newer edition, with the name of its place.
  package var meetings: [(place: String, decision: Decision)]

  package init(
    from: Address, to: Address, behind: Int, redline: Redline?, meetings: [(place: String, decision: Decision)]
  ) {
    self.from = from
    self.to = to
    self.behind = behind
    self.redline = redline
    self.meetings = meetings
  }

  /// How many amendments somebody would have to decide on.
  var open: Int { meetings.count { $0.decision.isOpen } }
}
