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
  fileprivate init(spaced words: [Run]) {
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
          identity: Identity("section-\(number)")!, kind: Clause.Section(isAppendix: number % 13 > 10),
          heading: prose.line(3),
          passages: (start..<min(start + 9, clauses)).map { Outline.rule($0, prose: &prose) }))
    }
    for number in 0..<Int(length) {
      let identity = Identity("form-\(number)")!
      sections.append(
        Section(
          identity: identity, kind: Clause.Section(isAppendix: true, isForm: true), heading: prose.line(3),
          passages: (1...12).map {
            Passage(
              identity: Identity("\(identity.name)-field-\($0)")!, kind: .field(Field(.line)), words: prose.line(5))
          }))
    }
  }

  /// A clause; every sixth has a list of items.
  private static func rule(_ number: Int, prose: inout Prose) -> Passage {
    var rule = Passage(identity: Identity("rule-\(number)")!, kind: .clause, words: prose.line(20 + number * 7 % 31))
    guard number % 6 == 0 else { return rule }
    rule.items = (1...3).map {
      Passage(identity: Identity("rule-\(number)-item-\($0)")!, kind: .item, words: prose.line(8))
    }
    return rule
  }
}
