/// A control field: not there, there but empty, or known. A box that stands empty is a fact worth keeping.
public enum Entry<Value: Hashable & Sendable>: Hashable, Sendable {
  case absent
  case empty
  case known(Value)

  /// What is known.
  public var value: Value? {
    if case .known(let value) = self { value } else { nil }
  }
}

/// What a control table says of a policy, apart from what the ledger records.
public struct DocumentControl: Hashable, Sendable {
  /// The fields that a policy may call by names of its own.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    case reference, owner, created
    case reviewEvery = "review-every"
  }

  /// What the document is filed under: `HR/17`.
  public var reference: Entry<String>
  /// The role that looks after the policy.
  public var owner: Entry<String>
  /// When the policy was first written, as precisely as it is known.
  public var created: Entry<PartialDate>
  /// How long after a decision the next review is due; nil where that is not laid down.
  public var reviewEvery: Period?
  /// The document's own names for fields.
  public var labels: [Label: String]

  public init(
    reference: Entry<String> = .absent, owner: Entry<String> = .absent, created: Entry<PartialDate> = .absent,
    reviewEvery: Period? = nil, labels: [Label: String] = [:]
  ) {
    self.reference = reference
    self.owner = owner
    self.created = created
    self.reviewEvery = reviewEvery
    self.labels = labels
  }
}
