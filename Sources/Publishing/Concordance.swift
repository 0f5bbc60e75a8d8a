import PolicyModel
import Reading

/// The policies of several organisations on one subject, side by side by topic.
struct Concordance {
  /// What the organisations say on one topic.
  struct Comparison {
    let topic: Register.Topic
    /// One for each organisation that has a clause on it, in the order of the subject.
    let entries: [Entry]
    /// Those that say nothing.
    let silent: [Listing]
  }

  /// What one organisation says on one topic.
  struct Entry {
    let listing: Listing
    let policy: ResolvedPolicy
    let passages: [Passage]
    /// How binding its duties are, the strictest first; empty where it lays down none.
    let forces: [Duty.Force]
    /// The first of the organisations before it that says the same word for word.
    let sameAs: Listing?

    /// Whether it amends the policy that says the same.
    var isInherited: Bool {
      sameAs.map { same in
        listing.bases.contains { $0.policyAddress == same.address.policyAddress }
      } ?? false
    }
  }

  let subject: SharedSubject
  /// In the order of the register; topics that it lacks come last.
  let comparisons: [Comparison]
  /// The clauses under no topic, for each organisation of the subject.
  let withoutTopic: [[ResolvedClause]]

  /// - Parameter text: the words of a text.
  init(_ subject: SharedSubject, register: Register, text: (Address) -> ResolvedPolicy?) {
    let texts = subject.listings.compactMap { listing in text(listing.address).map { TopicalText(listing, $0) } }
    let used = Set(texts.flatMap(\.passages.keys))
    let registered = register.topics.filter { used.contains($0.name) }
    let others = used.subtracting(registered.map(\.name)).sorted().map {
      Register.Topic(name: $0, title: $0.replacing("-", with: " ").capitalisedFirst)
    }
    self.subject = subject
    comparisons = (registered + others).map { Comparison($0, of: texts) }
    withoutTopic = texts.map(\.withoutTopic)
  }
}

extension Concordance.Comparison {
  fileprivate init(_ topic: Register.Topic, of texts: [TopicalText]) {
    var first: [[String]: Listing] = [:]
    var entries: [Concordance.Entry] = []
    for text in texts {
      guard let passages = text.passages[topic.name] else { continue }
      let words = passages.flatMap(\.words)
      entries.append(
        Concordance.Entry(
          listing: text.listing, policy: text.policy, passages: passages, forces: text.forces(of: passages),
          sameAs: first[words]))
      first[words] = first[words] ?? text.listing
    }
    self.topic = topic
    self.entries = entries
    silent = texts.filter { $0.passages[topic.name] == nil }.map(\.listing)
  }
}
