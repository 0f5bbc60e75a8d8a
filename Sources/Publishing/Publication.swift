import PolicyModel

/// One text of a policy with what surrounds it when it is published.
package struct Publication: PublishedText {
  package var manuscript: Manuscript
  /// The same text with its terms left blank, where it is a template too.
  package var template: Manuscript?
  /// The type of its base; nil for a text of its own.
  package var standing: StandingType?
  package var ledger: Ledger
  package var newest: TextChoice
  /// The digest of the resolved text; of a draft only where somebody is to decide on it.
  package var digest: String?
  /// What the text amends is called, and whose it is; nil for a text of its own.
  package var amended: AmendedText?
  /// What changed since the edition before; nil where there is none.
  package var redline: Redline?
  /// What it says otherwise than the text of another policy on which it rests; nil for a text of its own.
  package var variations: Variations?

  package init(
    _ manuscript: Manuscript, template: Manuscript? = nil, standing: StandingType? = nil, ledger: Ledger,
    newest: TextChoice, digest: String?, amended: AmendedText? = nil, redline: Redline? = nil,
    variations: Variations? = nil
  ) {
    self.manuscript = manuscript
    self.template = template
    self.standing = standing
    self.ledger = ledger
    self.newest = newest
    self.digest = digest
    self.amended = amended
    self.redline = redline
    self.variations = variations
  }

  package var address: Address { manuscript.policy.address }
  package var title: String { manuscript.policy.title }
  package var organisation: Organisation { manuscript.policy.organisation }
  package var reviewEvery: Period? { manuscript.policy.control.reviewEvery }
}

/// What is said of the text that another one amends.
package struct AmendedText: Hashable, Sendable {
  package let title: String
  /// The organisation's name in full.
  package let owner: String

  package init(title: String, owner: String) {
    self.title = title
    self.owner = owner.capitalisedFirst
  }
}

/// A text as the site knows it: with its words, or only with what is listed of it.
package protocol PublishedText: Sendable {
  var address: Address { get }
  var title: String { get }
  /// Whose text it is, with the names that are printed.
  var organisation: Organisation { get }
  var reviewEvery: Period? { get }
  var ledger: Ledger { get }
  /// The text that is in force, or the draft where there is none yet.
  var newest: TextChoice { get }
}

extension PublishedText {
  var edition: Edition? { address.edition }
  var isCurrent: Bool { address.choice == newest }

  /// Whether the words may still change.
  var isDraft: Bool { address.choice == .draft }

  /// What pages call the organisation.
  var owner: String { organisation.name.long.capitalisedFirst }

  /// Who approved the text; nil where it is not recorded.
  var approval: Ledger.Record? { edition.flatMap { ledger.approval(of: $0) } }

  /// When the next review of the text in force is due; nil where that is not known.
  var nextReview: PartialDate? {
    guard isCurrent, let edition else { return nil }
    return ledger.nextReview(of: edition, every: reviewEvery)
  }

  /// How the review of the text in force stands.
  func status(asAt date: PartialDate) -> PolicyStatus {
    PolicyStatus(address, title, of: organisation, every: reviewEvery, ledger, asAt: date)
  }

  /// Whether a reader is told that the review should have been.
  package func isOverdue(asAt date: PartialDate) -> Bool { status(asAt: date).state == .overdue }

  /// Where the text stands in the site, without the ending that tells the format.
  var path: String { address.path }

  /// Where the redline against the edition before stands, without the ending.
  var changesPath: String { path + "-changes" }

  /// Where the statement of local variations stands, without the ending.
  var variationsPath: String { path + "-variations" }
}
