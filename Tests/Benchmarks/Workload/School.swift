import PolicyModel

/// A school and what it makes of the county's first edition: a quarter of the clauses amended, the terms filled.
struct School {
  let index: Int
  private(set) var acts: [Act] = []

  private var prose: Prose
  private let outline: Outline
  /// Clauses not touched yet.
  private var untouched: [Identity]

  init(_ index: Int, amending outline: Outline) {
    self.index = index
    self.outline = outline
    prose = Prose(seed: 7_000_003 &* UInt64(index + 1))
    untouched = outline.rules.map(\.identity)
    untouched.shuffle(using: &prose)
    for _ in 0..<15 { reword() }
    for _ in 0..<4 { acts.append(.substitute(next(), prose.line(30))) }
    for number in 0..<4 {
      let clause = Clause(Identity("own-\(number)")!, blocks: [.paragraph(Text(spaced: prose.line(25)))])
      acts.append(.insert(clause, after: next()))
    }
    for _ in 0..<3 { acts.append(.omit(next { !Outline.isLasting($0) })) }
    for _ in 0..<2 { acts.append(.move(next(), after: next())) }
    let places = Dictionary(uniqueKeysWithValues: outline.rules.enumerated().map { ($1.identity, $0) })
    acts.sort { places[$0.clauses[0]]! < places[$1.clauses[0]]! }
    if index % 16 == 0 { acts.append(.throughout("report", "tell")) }
  }

  private mutating func next(where isFit: (Identity) -> Bool = { _ in true }) -> Identity {
    untouched.remove(at: untouched.lastIndex(where: isFit)!)
  }

  private mutating func reword() {
    let identity = next()
    let words = outline[identity].words
    let ranges = words.indices.dropLast(2).map { $0..<$0 + 3 }.filter { words.isQuotable($0) }
    guard let range = ranges.randomElement(using: &prose) else { return reword() }
    let new = (0..<prose.number(1..<5)).map { _ in Text.Run(.words(prose.word())) }
    acts.append(.reword(identity, range, new))
  }
}

extension School {
  var folder: String { "school-" + String(100_000 + index).dropFirst() }

  /// A school of its own name.
  var organisation: Organisation {
    func place(_ number: Int) -> (String, Int) {
      let (starts, ends) = (School.starts, School.ends)
      return (
        starts[number % starts.count] + ends[number / starts.count % ends.count], number / starts.count / ends.count
      )
    }
    let (town, rest) = place(index)
    let name = "\(town) \(School.kinds[rest % School.kinds.count]) School"
    let long = TermValue(name, short: "the school", possessive: "the school’s")
    return Organisation(name: TermValue(name, short: "the school"), kind: .school, terms: ["employer": long])
  }

  /// The school's draft.
  func file(amending base: Address) -> PolicyFile {
    let term = Amendment(.setDocument(.term("clients", TermValue(index % 3 == 0 ? "children" : "pupils"))))
    let amendments = acts.enumerated().map { number, act in
      Amendment(
        act.operation(on: outline), reason: number % 5 == 0 ? Text("The governors of the school ask for it.") : nil)
    }
    return PolicyFile(.instrument(Instrument(base: base, amendments: [term] + amendments)))
  }

  private static let starts = [
    "Ash", "Birch", "Cold", "Dun", "East", "Fair", "Green", "Hazel", "Ivy", "Kings", "Long", "Mill", "North", "Oak",
    "Park", "Queens", "Red", "South", "Thorn", "Under", "Vale", "West", "Yew", "Black", "High", "Low", "Stone", "Wood",
  ]

  private static let ends = [
    "ford", "ham", "ley", "combe", "field", "worth", "bury", "ton", "well", "brook", "mere", "stead", "wick", "hurst",
    "gate", "bridge", "den", "hill", "moor", "side",
  ]

  private static let kinds = [
    "Primary", "Infant", "Junior", "High", "Community", "Church", "Village", "Lower", "Upper", "First", "Middle",
    "Grammar", "Park", "Road", "Lane", "Street", "Manor", "Abbey", "Castle", "Station",
  ]
}

extension [Text.Run] {
  /// Whether these words are plain ones of one sentence that the clause has only once.
  fileprivate func isQuotable(_ range: Range<Int>) -> Bool {
    let arePlain = self[range].allSatisfy { run in
      if case .words(let word) = run.content { run.style == Text.Style() && !word.hasSuffix(".") } else { false }
    }
    guard arePlain else { return false }
    let quoted = Text(spaced: self[range]).plain
    return Text(spaced: self).plain.ranges(of: quoted).count == 1
  }
}
