import PolicyModel
import Reading

/// Clauses of one policy that stand together in one place and belong to one topic.
struct Passage {
  /// The clause directly above them; nil where they stand directly in the document.
  let parent: Identity?
  /// The section in which they stand; nil where they stand directly in the document.
  let place: ResolvedClause?
  /// The words that they carry on, where they are items of a list: “Staff must not:”.
  let lead: [Text]
  /// The topmost, each with what stands below it as far as that belongs to the same topic.
  var clauses: [ResolvedClause]
  /// The topics of what stands below them and belongs to another.
  var otherTopics: [String]

  /// All of them in document order, forms by their headings only.
  var flat: [ResolvedClause] { clauses.flatMap(\.withoutForms) }

  /// The words by which two passages are the same; of a form, all of them.
  var words: [String] {
    func words(_ clause: ResolvedClause) -> [String] {
      clause.content.texts.map(\.plain) + clause.clauses.flatMap(words)
    }
    return lead.map(\.plain) + clauses.flatMap(words)
  }
}

/// The clauses of one policy by topic: each under the topic of its own or else the nearest above it, and none twice.
struct TopicalText {
  let listing: Listing
  let policy: ResolvedPolicy
  /// What each topic holds, in document order.
  private(set) var passages: [String: [Passage]] = [:]
  /// The clauses under no topic, in document order.
  private(set) var withoutTopic: [ResolvedClause] = []

  private var duties: [Identity: [Duty]] = [:]

  init(_ listing: Listing, _ policy: ResolvedPolicy) {
    self.listing = listing
    self.policy = policy
    for clause in policy.clauses { place(clause, under: nil, below: []) }
    let topical = Set(passages.values.joined().flatMap(\.flat).map(\.identity))
    duties = Dictionary(grouping: Reading.duties(of: policy, in: topical), by: \.clause)
  }

  /// How binding the duties of some passages are, in the order of the forces, each once.
  func forces(of passages: [Passage]) -> [Duty.Force] {
    let found = Set(passages.flatMap(\.flat).flatMap { duties[$0.identity] ?? [] }.map(\.force))
    return Duty.Force.allCases.filter(found.contains)
  }

  private mutating func place(_ clause: ResolvedClause, under inherited: String?, below ancestors: [ResolvedClause]) {
    let topic = clause.content.topic ?? inherited
    if let topic {
      if topic != inherited { begin(topic, with: clause, below: ancestors) }
    } else {
      withoutTopic.append(clause)
    }
    guard !clause.content.isForm else { return }
    for child in clause.clauses { place(child, under: topic, below: ancestors + [clause]) }
  }

  private mutating func begin(_ topic: String, with clause: ResolvedClause, below ancestors: [ResolvedClause]) {
    let parent = ancestors.last?.identity
    let others = clause.otherTopics(than: topic)
    let leading = clause.content.kind == .item ? ancestors.reversed().prefix(while: \.isLead).reversed() : []
    let lead = leading.compactMap(\.content.texts.last)
    var passages = self.passages[topic] ?? []
    // What follows under the same clause needs to be placed only once.
    if let last = passages.last, last.parent == parent, last.lead == lead {
      passages[passages.count - 1].clauses.append(clause.under(topic))
      passages[passages.count - 1].otherTopics += others.filter { !last.otherTopics.contains($0) }
    } else {
      passages.append(
        Passage(
          parent: parent, place: ancestors.dropLast(leading.count).last(where: \.content.isSection), lead: lead,
          clauses: [clause.under(topic)], otherTopics: others))
    }
    self.passages[topic] = passages
  }
}

extension ResolvedClause {
  /// The clause and all below it in document order, forms by their headings only.
  fileprivate var withoutForms: [ResolvedClause] {
    [self] + (content.isForm ? [] : clauses.flatMap(\.withoutForms))
  }

  /// Whether its words go on in what stands below it.
  fileprivate var isLead: Bool { content.texts.last?.plain.hasSuffix(":") ?? false }

  /// The clause with what stands below it, as far as that belongs to its topic.
  fileprivate func under(_ topic: String) -> ResolvedClause {
    guard !content.isForm else { return self }
    var clause = self
    clause.clauses = clauses.filter { $0.content.topic ?? topic == topic }.map { $0.under(topic) }
    return clause
  }

  /// The topics into which parts of the clause go, in document order.
  fileprivate func otherTopics(than topic: String) -> [String] {
    guard !content.isForm else { return [] }
    var topics: [String] = []
    for child in clauses {
      let found = child.content.topic.flatMap { $0 == topic ? nil : [$0] } ?? child.otherTopics(than: topic)
      topics += found.filter { !topics.contains($0) }
    }
    return topics
  }
}
