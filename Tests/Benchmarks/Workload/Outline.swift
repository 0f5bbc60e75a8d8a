import PolicyModel

/// A policy by its words, so that a second one with the same words shares no memory with it.
struct Outline {
  struct Passage {
    let identity: Identity
    let kind: Clause.Kind
    var words: [Text.Run]
    var items: [Passage] = []

    var count: Int { words.count + items.reduce(0) { $0 + $1.count } }
  }

  struct Section {
    let identity: Identity
    let kind: Clause.Section
    let heading: [Text.Run]
    var passages: [Passage]
  }

  var sections: [Section]

  var policy: Policy {
    Policy(
      title: "Conduct Policy",
      control: DocumentControl(owner: .known("Head of Conduct"), reviewEvery: Period(1, .year)),
      clauses: sections.map { section in
        Clause(
          section.identity, kind: .section(section.kind), heading: Text(spaced: section.heading),
          clauses: section.passages.map(\.clause))
      })
  }
}

extension Outline.Passage {
  fileprivate var clause: Clause {
    Clause(identity, kind: kind, blocks: [.paragraph(Text(spaced: words))], clauses: items.map(\.clause))
  }
}

extension Text {
  /// Words with a space between every two.
  init(spaced words: some Collection<Run>) {
    self.init(words.flatMap { [Run(.words(" ")), $0] })
  }
}

extension Outline {
  /// A policy of about 4,500 words in 110 clauses, times a length: ten sections, two appendices and a form.
  init(length: Double, prose: inout Prose) {
    let clauses = Int(110 * length)
    sections = []
    for start in stride(from: 0, to: clauses, by: 9) {
      let number = sections.count
      sections.append(
        Section(
          identity: Outline.section(number), kind: Clause.Section(isAppendix: number % 13 > 10),
          heading: prose.heading(),
          passages: (start..<min(start + 9, clauses)).map { Outline.rule($0, prose: &prose) }))
    }
    for number in 0..<Int(length) {
      let identity = Identity("form-\(number)")!
      sections.append(
        Section(
          identity: identity, kind: Clause.Section(isAppendix: true, isForm: true), heading: prose.heading(),
          passages: (1...12).map {
            let isSigned = $0 == 12
            return Passage(
              identity: Identity("\(identity.name)-field-\($0)")!, kind: .field(Field(isSigned ? .signature : .line)),
              words: prose.heading())
          }))
    }
  }

  /// A clause; every sixth has a list of items.
  private static func rule(_ number: Int, prose: inout Prose) -> Passage {
    var rule = Passage(identity: rule(number), kind: .clause, words: prose.line(17 + number * 7 % 31))
    guard number % 6 == 0 else { return rule }
    rule.words += ["This", "means:"].map { Text.Run(.words($0)) }
    rule.items = (1...3).map {
      Passage(identity: Identity("rule-\(number)-item-\($0)")!, kind: .item, words: prose.line(6))
    }
    return rule
  }

  // MARK: Names

  static func section(_ number: Int) -> Identity { Identity("section-\(number)")! }

  static func rule(_ number: Int) -> Identity { Identity("rule-\(number)")! }

  /// One in so many clauses may be referred to, because neither edition nor fork leaves it out.
  static let lasting = 10

  static func isLasting(_ identity: Identity) -> Bool {
    identity.name.split(separator: "-").last.flatMap { Int($0) }.map { $0 % lasting == 0 } ?? true
  }

  // MARK: Places

  /// Every clause that is no field of a form.
  var rules: [Passage] { sections.filter { !$0.kind.isForm }.flatMap(\.passages) }

  func place(of identity: Identity) -> (section: Int, passage: Int)? {
    for (section, part) in sections.enumerated() {
      if let passage = part.passages.firstIndex(where: { $0.identity == identity }) { return (section, passage) }
    }
    return nil
  }
}
