/// One subject of one organisation as written: references symbolic, numbers not computed, terms open.
public struct Policy: Hashable, Sendable {
  /// As printed at the head of the document.
  public var title: String
  /// How the numbers of each level look.
  public var numbering: NumberingScheme
  /// What the control table says, apart from approvals and reviews.
  public var control: DocumentControl
  /// What the policy fills its terms with, by their names; it goes before what its organisation says.
  public var terms: [String: TermValue]
  /// What stands directly in the document, in its order.
  public var clauses: [Clause]

  public init(
    title: String, numbering: NumberingScheme = NumberingScheme(), control: DocumentControl = DocumentControl(),
    terms: [String: TermValue] = [:], clauses: [Clause] = []
  ) {
    self.title = title
    self.numbering = numbering
    self.control = control
    self.terms = terms
    self.clauses = clauses
  }
}

/// A fork: a base edition and the amendments that turn it into the organisation's own policy.
public struct Instrument: Hashable, Sendable {
  /// The edition amended.
  public var base: Address
  /// The digest of the base's resolved text, kept since ratification.
  public var baseDigest: String?
  /// In the order of application; what the front matter sets comes first.
  public var amendments: [Amendment]

  public init(base: Address, baseDigest: String? = nil, amendments: [Amendment] = []) {
    self.base = base
    self.baseDigest = baseDigest
    self.amendments = amendments
  }
}

/// One policy file: a whole text or a fork of one, with what both have.
public struct PolicyFile: Hashable, Sendable {
  /// What a file holds besides its particulars.
  public enum Body: Hashable, Sendable {
    /// A text of its own, which rests on no base.
    case policy(Policy)
    /// A fork, as amendments to its base.
    case instrument(Instrument)
  }

  /// The whole text, or the amendments that make it from its base.
  public var body: Body
  /// The edition the file is; nil for a draft that is not to be ratified yet.
  public var edition: Edition?
  /// Which published document the file restates.
  public var restates: String?
  /// What readers are told of a draft that is put before them ahead of the decision; nil where it is not.
  public var proposal: String?
  /// The names and contacts frozen into an edition.
  public var organisation: Organisation?
  /// Whether it is published as a template as well, with its terms left blank.
  public var isTemplate: Bool

  public init(
    _ body: Body, edition: Edition? = nil, restates: String? = nil, proposal: String? = nil,
    organisation: Organisation? = nil, isTemplate: Bool = false
  ) {
    self.body = body
    self.edition = edition
    self.restates = restates
    self.proposal = proposal
    self.organisation = organisation
    self.isTemplate = isTemplate
  }

  /// The edition that a fork amends.
  public var base: Address? {
    if case .instrument(let instrument) = body { instrument.base } else { nil }
  }
}
