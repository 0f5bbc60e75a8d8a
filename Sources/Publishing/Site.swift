import PolicyModel

/// Everything that is published together.
public struct Site: Sendable {
  public var publications: [Publication]
  /// Organisations as they are today, by their names in addresses.
  public var organisations: [String: Organisation]
  public var register: Register
  /// The day by which reviews are due or overdue.
  public var asAt: PartialDate

  public init(
    publications: [Publication], organisations: [String: Organisation], register: Register, asAt: PartialDate
  ) {
    self.publications = publications
    self.organisations = organisations
    self.register = register
    self.asAt = asAt
  }

  /// The newest text of each policy.
  var current: [Publication] { publications.filter { $0.policy.address.choice == $0.newest } }

  /// The texts that amend an edition.
  func forks(of address: Address) -> [Publication] {
    publications.filter { $0.policy.bases.first == address }
  }

  func publication(_ address: Address) -> Publication? {
    publications.first { $0.policy.address == address }
  }
}

/// One text of a policy with what surrounds it when it is published.
public struct Publication: Sendable {
  public var policy: ResolvedPolicy
  /// The same text with its terms left blank, where it is a template too.
  public var template: ResolvedPolicy?
  public var ledger: Ledger
  /// All texts of the policy, oldest first.
  public var texts: [TextChoice]
  /// The text that is in force, or the draft where there is none yet.
  public var newest: TextChoice
  /// The digest of the resolved text.
  public var digest: String

  public init(
    policy: ResolvedPolicy, template: ResolvedPolicy?, ledger: Ledger, texts: [TextChoice], newest: TextChoice,
    digest: String
  ) {
    self.policy = policy
    self.template = template
    self.ledger = ledger
    self.texts = texts
    self.newest = newest
    self.digest = digest
  }

  var address: Address { policy.address }
  var edition: Edition? { address.edition }
  var isCurrent: Bool { address.choice == newest }

  /// Who approved the text; nil where it is not recorded.
  var approval: Ledger.Record? { edition.flatMap { ledger.approval(of: $0) } }

  /// When the next review is due, counted from the last decision; nil where either is not known.
  var nextReview: PartialDate? {
    guard let edition, let last = ledger.lastDecision(on: edition), let period = policy.control.reviewEvery else {
      return nil
    }
    return last.adding(period)
  }

  /// Where the text stands in the site, without the ending that tells the format.
  var path: String { "\(address.organisation)/\(address.policy)/\(address.choice ?? .draft)" }

  /// Whether the words may still change.
  var isDraft: Bool { address.choice == .draft }
}

/// One file of the site: its path below the output folder, and its bytes.
public struct RenderedFile: Hashable, Sendable {
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(_ path: String, _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

/// What a document is published as.
public enum Format: String, Sendable, CaseIterable {
  case html, md
}

/// What is said of a fact that nobody recorded.
let notRecorded = "not recorded"
