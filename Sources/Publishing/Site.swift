import PolicyModel
import Reading

/// Everything that is published together.
package struct Site: Sendable {
  package var publications: [Publication]
  /// Organisations as they are today, by their names in addresses.
  package var organisations: [String: Organisation]
  package var register: Register
  /// The day by which reviews are due or overdue.
  package var asAt: PartialDate
  /// What documents are published as.
  package var formats: Set<Format>
  let citationFinder: CitationFinder

  package init(
    publications: [Publication], organisations: [String: Organisation], register: Register, asAt: PartialDate,
    formats: Set<Format> = Set(Format.allCases)
  ) {
    self.publications = publications
    self.organisations = organisations
    self.register = register
    self.asAt = asAt
    self.formats = formats
    citationFinder = CitationFinder(register)
  }

  /// The newest text of each policy.
  var current: [Publication] { publications.filter { $0.policy.address.choice == $0.newest } }

  /// The policies that others amend today.
  var adopted: Set<Address> { Set(current.compactMap { $0.base?.policyAddress }) }

  /// Where every policy stands with its review.
  var reviews: PolicyRegister { PolicyRegister(current.map { $0.status(asAt: asAt) }, asAt: asAt) }

  /// Of the documents that pages link to.
  var ending: String { formats.contains(.html) ? ".html" : ".md" }

  /// The texts that amend an edition.
  func forks(of address: Address) -> [Publication] {
    publications.filter { $0.policy.bases.first == address }
  }

  func publication(_ address: Address) -> Publication? {
    publications.first { $0.policy.address == address }
  }
}

/// One text of a policy with what surrounds it when it is published.
package struct Publication: Sendable {
  package var policy: ResolvedPolicy
  /// The same text with its terms left blank, where it is a template too.
  package var template: ResolvedPolicy?
  package var ledger: Ledger
  /// The text that is in force, or the draft where there is none yet.
  package var newest: TextChoice
  /// The digest of the resolved text.
  package var digest: String
  /// What changed since the edition before; nil where there is none.
  package var redline: Redline?
  /// What it says otherwise than the edition it amends; nil for a text of its own.
  package var variations: Variations?

  package init(
    policy: ResolvedPolicy, template: ResolvedPolicy?, ledger: Ledger, newest: TextChoice,
    digest: String, redline: Redline? = nil, variations: Variations? = nil
  ) {
    self.policy = policy
    self.template = template
    self.ledger = ledger
    self.newest = newest
    self.digest = digest
    self.redline = redline
    self.variations = variations
  }

  var address: Address { policy.address }
  var edition: Edition? { address.edition }
  var isCurrent: Bool { address.choice == newest }

  /// Who approved the text; nil where it is not recorded.
  var approval: Ledger.Record? { edition.flatMap { ledger.approval(of: $0) } }

  /// When the next review of the text in force is due; nil where that is not known.
  var nextReview: PartialDate? {
    guard isCurrent, let edition else { return nil }
    return ledger.nextReview(of: edition, every: policy.control.reviewEvery)
  }

  /// How the review of the text in force stands.
  func status(asAt date: PartialDate) -> PolicyStatus { PolicyStatus(policy, ledger, asAt: date) }

  /// Where the text stands in the site, without the ending that tells the format.
  var path: String { "\(address.organisation)/\(address.policy)/\(address.choice ?? .draft)" }

  /// Where the redline against the edition before stands, without the ending.
  var changesPath: String { path + "-changes" }

  /// The text of another policy that it amends; nil for a text of its own.
  var base: Address? { variations?.base.address }

  /// Where the statement of local variations stands, without the ending.
  var variationsPath: String { path + "-variations" }

  /// Whether the words may still change.
  var isDraft: Bool { address.choice == .draft }
}

/// One file of the site: its path below the output folder, and its bytes.
package struct RenderedFile: Hashable, Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
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
