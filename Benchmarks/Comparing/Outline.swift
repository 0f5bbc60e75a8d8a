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
    func times(_ count: Int) -> Int { Int((Double(count) * length).rounded()) }
    sections = []
    var clauses = 0
    for number in 1...times(13) {
      let (isForm, isAppendix) = (number % 13 == 0, number % 13 > 10)
      let identity = Identity("section-\(number)")!
      var section = Section(
        identity: identity, kind: Clause.Section(isAppendix: isAppendix || isForm, isForm: isForm),
        heading: prose.line(3), passages: [])
      if isForm {
        section.passages = (1...12).map {
          Passage(identity: Identity("\(identity.name)-field-\($0)")!, kind: .field(Field(.line)), words: prose.line(5))
        }
      } else {
        for place in 1...(number % 13 < 3 ? 10 : 9) {
          let name = "\(identity.name)-rule-\(place)"
          clauses += 1
          var passage = Passage(identity: Identity(name)!, kind: .clause, words: prose.line(prose.number(20..<53)))
          if clauses % 6 == 0 {
            passage.items = (1...3).map {
              Passage(identity: Identity("\(name)-item-\($0)")!, kind: .item, words: prose.line(8))
            }
          }
          section.passages.append(passage)
        }
      }
      sections.append(section)
    }
  }
}
