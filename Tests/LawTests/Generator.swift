import PolicyModel

/// Makes random policies and instruments that the source format can write down.
struct Generator: RandomNumberGenerator {
  private(set) var state: UInt64
  private(set) var count = 0

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements.randomElement(using: &self)! }

  mutating func list<Element>(_ counts: ClosedRange<Int>, _ make: (inout Generator) -> Element) -> [Element] {
    (0..<Int.random(in: counts, using: &self)).map { _ in make(&self) }
  }

  mutating func identity() -> Identity {
    count += 1
    return Identity("\(pick(["who", "scope", "uniform-rule", "trip-2"]))-\(count)")!
  }

  // MARK: Prose

  private static let words = [
    "pupils", "must", "Head", "the", "governors’", "£5", "9am", "school’s", "a*b", "x_y", "[draft]", "R&D", "<none>",
    "1.",
    "- dash", "#one", "“quoted”", "\\", "`tick`", "and/or", "{brace", "Ça", "日本", "a|b", "*", "_", "3) three", "&amp;",
    "!",
    "= =", "+", "~", "should not", "Because:", "Decided:", "100%", "e.g.", "U\u{0301}",
  ]

  mutating func text(allowsReferences: Bool = true) -> Text {
    var runs: [Text.Run] = []
    for index in 0..<Int.random(in: 1...6, using: &self) {
      // A space on both sides of each run, so that emphasis can always be written down.
      if index > 0 { runs.append(Text.Run(.words(" "))) }
      runs.append(run(allowsReferences: allowsReferences))
    }
    return Text(runs)
  }

  private mutating func run(allowsReferences: Bool) -> Text.Run {
    var style = Text.Style()
    if chance(15) { style.isEmphasised = true }
    if chance(10) { style.isStrong = true }
    if chance(8) { style.link = pick(["https://example.org/a_b%28c%29?d=1&e", "mailto:office@example.org", "#who-1"]) }
    switch Int.random(in: 0..<20, using: &self) {
    case 0:
      return Text.Run(
        .term(TermUse(pick(["employer", "clients"]), form: pick(TermForm.allCases), isCapitalised: chance(30))),
        style: style)
    case 1 where allowsReferences && style.link == nil: return Text.Run(.reference(reference()), style: style)
    case 2: return Text.Run(.code(pick(["code", "a`b", "{{x}}", "*"])), style: style)
    case 3: return Text.Run(.blank(nil))
    default: return Text.Run(.words(styledWords(style)), style: style)
    }
  }

  /// Words under emphasis start and end with a letter: Markdown cannot write down every emphasised punctuation mark.
  private mutating func styledWords(_ style: Text.Style) -> String {
    let words = list(1...4) { $0.pick(Generator.words) }.joined(separator: " ")
    return style == Text.Style() ? words : "a \(words) z"
  }

  private mutating func reference() -> Reference {
    Reference(
      list(1...3) { generator in
        generator.chance(80)
          ? .single(Identity("who-\(Int.random(in: 1...9, using: &generator))")!)
          : .range(from: "who-1", to: "who-3")
      })
  }

  mutating func block() -> Block {
    switch Int.random(in: 0..<12, using: &self) {
    case 0: return .quotation(list(1...2) { $0.text() })
    case 1:
      let columns = Int.random(in: 1...3, using: &self)
      return .table(
        Table(
          header: (0..<columns).map { _ in cell() },
          rows: list(1...2) { generator in (0..<columns).map { _ in generator.cell() } }))
    default: return .paragraph(text())
    }
  }

  private mutating func cell() -> Text { Text(pick(["Year 7", "a|b", "x_y", "£5 & more"])) }

  // MARK: Clauses

  static let excuses = [
    [Excuse("named-person", because: "the post’s holder is set by statute; see minute 4: noted")],
    [Excuse("long-sentence", because: "quoted"), Excuse("near-repeat", because: "for those who read no more")],
    [Excuse("unexplained", because: "")],
  ]

  mutating func policy() -> Policy {
    var clauses = chance(20) ? list(1...2) { $0.unnumbered() } : []
    clauses += list(1...4) { $0.section(depth: 1) }
    return Policy(
      title: pick(["Uniform", "Uniform: a policy", "“Trips” & visits", "yes"]), numbering: scheme(), control: control(),
      terms: ["employer": TermValue("Hill School", short: "the school"), "clients": TermValue("pupils")],
      clauses: clauses)
  }

  private mutating func scheme() -> NumberingScheme {
    NumberingScheme([
      .section: NumberPattern(pick(["1", "1.", "A", "none"]))!, .item: NumberPattern(pick(["bullet", "(a)", "1."]))!,
      .appendix: NumberPattern(pick(["Appendix A", "Appendix 1"]))!,
    ])
  }

  private mutating func control() -> DocumentControl {
    DocumentControl(
      reference: pick([.absent, .empty, .known("HR/17")]), owner: pick([.absent, .known("Head: acting")]),
      created: pick([.absent, .known(PartialDate(year: 2015, month: 7)!)]), reviewEvery: pick([nil, Period(2, .year)]),
      labels: chance(30) ? [.owner: "Co-ordinator"] : [:])
  }

  mutating func section(depth: Int) -> Clause {
    let isForm = depth == 1 && chance(15)
    var clause = Clause(
      identity(), kind: .section(Clause.Section(isAppendix: depth == 1 && chance(25), isForm: isForm)), heading: text())
    attributes(&clause)
    if chance(10) { clause.word = "paragraph" }
    if isForm {
      clause.clauses = list(1...4) { $0.field() }
    } else {
      clause.clauses = list(0...5) { generator in
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<5: generator.numbered()
        case 5..<8: generator.unnumbered()
        default: generator.item(depth: 1)
        }
      }
      if depth < 3, chance(40) { clause.clauses += list(1...2) { $0.section(depth: depth + 1) } }
    }
    return clause
  }

  private mutating func attributes(_ clause: inout Clause) {
    if chance(15) { clause.tailoring = pick(Tailoring.allCases) }
    if chance(15) { clause.topic = "scope" }
    if count % 10 == 0 { clause.excuses = Generator.excuses[count / 10 % 3] }
    if chance(10) { clause.label = pick(["8", "1.0", "Annex A"]) }
    if chance(10) { clause.numbering = pick([.ordinal(4), .hidden]) }
    if chance(15) { clause.items = NumberPattern(pick(["1.", "(a)", "bullet", "(i)"])) }
  }

  mutating func numbered() -> Clause {
    var clause = Clause(identity(), blocks: [.paragraph(text())] + (chance(20) ? [block()] : []))
    attributes(&clause)
    if chance(35) { clause.clauses = list(1...3) { $0.item(depth: 2) } + (chance(20) ? [unnumbered()] : []) }
    return clause
  }

  mutating func unnumbered() -> Clause {
    var clause = Clause(identity(), blocks: [block()], numbering: .none)
    if chance(15) { clause.topic = "scope" }
    if case .paragraph = clause.blocks[0], chance(30) { clause.clauses = list(1...3) { $0.item(depth: 2) } }
    return clause
  }

  mutating func item(depth: Int) -> Clause {
    var clause = Clause(identity(), kind: .item, blocks: [.paragraph(text().withoutEndBlank)])
    if depth < 4, chance(20) { clause.clauses = list(1...2) { $0.item(depth: depth + 1) } }
    return clause
  }

  mutating func field() -> Clause {
    let kind: Field.Kind = pick([.line, .lines(4), .date, .choice(one: false), .choice(one: true), .signature, .note])
    var field = Field(kind)
    if chance(20) { field.minimum = 2 }
    if chance(20) { field.when = "the site is *live*, or so" }
    var clause = Clause(identity(), kind: .field(field), blocks: [.paragraph(Text("Name of the author"))])
    if case .choice = kind {
      clause.clauses = list(2...4) { generator in
        Clause(generator.identity(), kind: .option, blocks: [.paragraph(generator.text(allowsReferences: false))])
      }
    }
    return clause
  }

  // MARK: Instruments

  mutating func instrument() -> Instrument {
    Instrument(
      base: Address("escc/social-media@1.0")!,
      amendments: (chance(50) ? [Amendment(.setDocument(.title("Trips")))] : []) + list(1...5) { $0.amendment() })
  }

  private mutating func amendment() -> Amendment {
    Amendment(
      operation(), reason: chance(30) ? Text("the \(pick(Generator.words)) changed") : nil,
      decidedOn: chance(20) ? Address("escc/social-media@2.0") : nil)
  }

  private mutating func operation() -> Operation {
    switch Int.random(in: 0..<9, using: &self) {
    case 0: .substitute(target(), newClauses())
    case 1: .substituteText(target(), [.paragraph(text())])
    case 2: .substituteHeading(target(), text())
    case 3: .insert(newClauses(), position())
    case 4: .omit(target())
    case 5: .move(target(), position())
    case 6: .renumber(target(), pick([.automatic, .ordinal(4), .hidden, .none]))
    case 7 where count % 3 == 0: .setClause(target(), [.excuses(count % 2 == 0 ? Generator.excuses[count % 3] : [])])
    case 7: .reword(pick([.clause(target()), .heading(target()), .throughout]), rewording())
    default:
      .setClause(
        target(),
        [
          pick([
            .tailoring(.fixed), .topic("scope"), .label("8.1 a"), .word(nil), .fieldKind(.lines(8)), .minimum(2),
            .when("a b"),
          ])
        ])
    }
  }

  private mutating func newClauses() -> [Clause] {
    chance(50) ? [section(depth: 1)] : list(1...2) { $0.numbered() }
  }

  private mutating func target() -> Target { .identity(Identity("who-\(Int.random(in: 1...9, using: &self))")!) }

  private mutating func position() -> Position {
    pick([.before(target()), .after(target()), .startOf(target()), .endOf(target()), .startOfDocument, .endOfDocument])
  }

  private mutating func rewording() -> Rewording {
    let new = text(allowsReferences: false)
    return Rewording(
      text(allowsReferences: false), each: true, pick([.substitute(new), .omit, .insertBefore(new), .insertAfter(new)]))
  }
}

extension Text {
  /// A blank at the end would make an item a field.
  fileprivate var withoutEndBlank: Text {
    if case .blank? = runs.last?.content { Text(runs + [Text.Run(.words(" x"))]) } else { self }
  }
}
