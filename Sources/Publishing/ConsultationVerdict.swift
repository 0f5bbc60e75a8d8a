import PolicyModel

/// Whether a fork only fills in terms, which asks for no consultation where county and schools hold it so, or does more.
struct ConsultationVerdict {
  /// Clauses that go further, by what was done to them.
  struct Group {
    let name: String
    /// Each with the passage that tells of it.
    let clauses: [(label: String, clause: Identity, passage: RedlineNode)]
  }

  private let variations: Variations
  /// What goes further, the groups that are not empty.
  let groups: [Group]
  /// What goes further about the document as a whole.
  let facts: [String]
  /// How the organisation is called that owns the base.
  private let base: TermValue

  init(_ variations: Variations, _ reading: RedlineReading) {
    func label(_ node: RedlineNode) -> String { reading.label(of: node.clause.identity, isNew: node.new != nil) ?? "" }
    func group(_ name: String, _ nodes: [RedlineNode]) -> Group {
      Group(
        name: name,
        clauses: nodes.flatMap { node in
          (node.isLone ? node.passage : [node]).map { (label($0), $0.clause.identity, node) }
        })
    }
    let amended = variations.amended.flatMap(\.clauses)
    let told = Set(amended.map(\.clause.identity))
    groups = [
      group("Amended", amended), group("Of its own", variations.own), group("Left out", variations.leftOut),
      group("Moved or renumbered", variations.shifted.filter { !told.contains($0.clause.identity) }),
    ].filter { !$0.clauses.isEmpty }
    facts = variations.facts.filter(\.goesFurther).map(\.name)
    self.variations = variations
    base = variations.base.organisation.name
  }

  /// How many clauses go further.
  var count: Int { groups.reduce(0) { $0 + $1.clauses.count } }

  /// The verdict in plain words; where clauses go further, it ends in a colon, and their numbers follow.
  var sentence: String {
    switch (variations.extent, count) {
    case (.same, _): "This policy does not differ from that of \(base.long)."
    case (.termsOnly, _): "This policy differs from that of \(base.long) only in the terms it fills in."
    case (.further, 0): "No clause goes further than filling in terms."
    case (.further, 1): "One clause goes further than filling in the terms of \(base.words(.possessive)) policy:"
    case (.further, let count):
      "These \(count) clauses go further than filling in the terms of \(base.words(.possessive)) policy:"
    }
  }

  /// What goes further about the document, in plain words; nil for nothing.
  var aboutDocument: String? {
    facts.isEmpty ? nil : "The \(facts.inWords) of the document \(facts.count == 1 ? "was" : "were") changed too."
  }
}
