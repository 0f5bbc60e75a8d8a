import PolicyModel
import Reading
import Testing

/// The ledger of a whole policy: which duties stand in which clause.
@Suite struct PolicyDutyTests {
  /// `clause: force | bearer | act | exception` for each duty.
  private func ledger(_ clauses: [ResolvedClause]) -> [String] {
    duties(of: .sample(clauses)).map { duty in
      let parts = [duty.force.rawValue, duty.bearer ?? "–", duty.act] + (duty.exception.map { [$0] } ?? [])
      return "\(duty.clause): " + parts.joined(separator: " | ")
    }
  }

  @Test func clausesTheirParagraphsAndQuotations() {
    let clause = Clause(
      "a",
      blocks: [
        .paragraph(Text("Staff must sign in. Nobody else is expected.")), .quotation([Text("Guests should wait.")]),
        .table(Table(header: [Text("Staff must not read this")], rows: [])),
      ])
    #expect(ledger([.sample(clause)]) == ["#a: must | Staff | sign in", "#a: should | Guests | wait"])
  }

  @Test func headingsAndFormsAskNothing() {
    var form = Clause("form", kind: .section(.init(isForm: true)), heading: Text("Staff must fill this in"))
    form.clauses = []
    let children: [ResolvedClause] = [
      .sample("rule", "Every manager must sign."),
      .sample(Clause("name", kind: .field(Field(.line)), blocks: [.paragraph(Text("You must give a name"))])),
      .sample(Clause("yes", kind: .option, blocks: [.paragraph(Text("Staff may tick this"))])),
    ]
    #expect(ledger([.sample(form, children)]) == ["#rule: must | Every manager | sign"])
  }

  @Test func itemsCompleteTheWordsBeforeThem() {
    let list = ResolvedClause.sample(
      "list", "Staff must keep calm. Staff members must not:",
      items: ["i1": "post pictures of pupils", "i2": "reply to insults, unless a manager agrees, and", "i3": "lie."])
    #expect(
      ledger([list]) == [
        "#list: must | Staff | keep calm",
        "#i1: must not | Staff members | post pictures of pupils",
        "#i2: must not | Staff members | reply to insults | unless a manager agrees",
        "#i3: must not | Staff members | lie",
      ])
    #expect(duties(of: .sample([list]))[1].sentence == "Staff members must not: post pictures of pupils")
  }

  @Test func itemsCompleteWhatIsHalfSaid() {
    #expect(
      ledger([.sample("lead", "Cooks should make sure that they:", items: ["a": "wash up", "b": "wear a cap"])]) == [
        "#a: should | Cooks | make sure that they wash up", "#b: should | Cooks | make sure that they wear a cap",
      ])
    #expect(
      ledger([.sample("lead", "Drivers are responsible for:", items: ["a": "washing the van"])]) == [
        "#a: must | Drivers | washing the van"
      ])
    #expect(
      ledger([.sample("lead", "The following must not be brought to camp:", items: ["a": "knives, and", "b": "dogs"])])
        == ["#a: must not | – | knives be brought to camp", "#b: must not | – | dogs be brought to camp"])
  }

  @Test(arguments: [
    ("Staff must not, unless the head agrees:", "#a: must not | Staff | accept gifts | unless the head agrees"),
    ("Unless the head agrees, staff must not:", "#a: must not | staff | accept gifts | unless the head agrees"),
    ("Staff must not (except with consent):", "#a: must not | Staff | accept gifts | (except with consent)"),
    ("Staff must where practicable:", "#a: must | Staff | accept gifts | where practicable"),
    ("Staff must in every case:", "#a: must | Staff | accept gifts in every case"),
    ("Staff must within five days of the trip:", "#a: must | Staff | accept gifts within five days of the trip"),
    ("Staff must do the following before the trip:", "#a: must | Staff | accept gifts before the trip"),
    ("Staff must take the following steps:", "#a: must | Staff | accept gifts"),
  ])
  func itemsCompleteWhatEndsInAnAside(lead: String, duty: String) {
    #expect(ledger([.sample("lead", lead, items: ["a": "accept gifts."])]) == [duty])
  }

  @Test func itemsWithTheirOwnPhrase() {
    let list = ResolvedClause.sample(
      "lead", "Guests need to know that they:",
      items: ["a": "must sign in", "b": "should not smoke and may be asked to leave", "c": "answer for their children"])
    #expect(
      ledger([list]) == [
        "#a: must | Guests | sign in", "#b: should not | Guests | smoke",
        "#c: must | Guests | know that they answer for their children",
      ])
  }

  @Test func itemsSayWhatSomebodyWillBeOrHave() {
    #expect(
      ledger([
        .sample(
          "lead", "The clerk will:",
          items: ["a": "have overall responsibility for the log", "b": "be the first point of contact"])
      ]) == ["#a: must | The clerk | the log", "#b: must | The clerk | be the first point of contact"])
  }

  @Test func itemsThatOnlyNameThings() {
    #expect(
      ledger([.sample("lead", "Staff must read these papers:", items: ["a": "the handbook", "b": "the rota"])]) == [
        "#lead: must | Staff | read these papers"
      ])
    #expect(
      ledger([.sample("lead", "Work must not harm the trust, for instance by:", items: ["a": "posting jokes"])]) == [
        "#lead: must not | – | Work harm the trust"
      ])
    #expect(ledger([.sample("lead", "This policy sets out to:", items: ["a": "keep children safe"])]).isEmpty)
  }

  @Test func itemsThatAreSentencesOfTheirOwn() {
    let list = ResolvedClause.sample(
      "lead", "These rules hold for every visitor:", items: ["a": "Keep to the path.", "b": "Do not feed the ducks."])
    #expect(ledger([list]) == ["#a: must | – | Keep to the path", "#b: must not | – | feed the ducks"])
  }

  @Test func listsBelowItemsAndHeadings() {
    let section = Clause("what", kind: .section(.init()), heading: Text("Whatever staff write, they must not:"))
    let item = Clause("harm", kind: .item, blocks: [.paragraph(Text("harm the school, for example by:"))])
    let example = Clause("joke", kind: .item, blocks: [.paragraph(Text("making a joke of it"))])
    let open = Clause("give", kind: .item, blocks: [.paragraph(Text("give away:"))])
    let thing = Clause("names", kind: .item, blocks: [.paragraph(Text("names"))])
    let policy: [ResolvedClause] = [
      .sample(section, [.sample(item, [.sample(example)]), .sample(open, [.sample(thing)])])
    ]
    #expect(
      ledger(policy) == ["#harm: must not | staff | harm the school", "#give: must not | staff | give away"])
  }

  /// The duties of clauses below a heading.
  private func ledger(under heading: String, _ clauses: String...) -> [String] {
    let section = Clause("s", kind: .section(.init()), heading: Text(heading))
    return ledger([.sample(section, zip(["a", "b"], clauses).map { .sample($0, $1) })])
  }

  @Test(arguments: [
    ("Cooks must not", "must not | Cooks | share knives"), ("Cooks should not:", "should not | Cooks | share knives"),
    ("Do not", "must not | – | share knives"), ("Don’ts", "must not | – | share knives"),
    ("Things to avoid", "must not | – | share knives"), ("What cooks must not do", "must not | cooks | share knives"),
    ("Head cooks must", "must | Head cooks | share knives"), ("The kitchen", "must | – | Share knives"),
    ("Responsibilities of head cooks", "must | head cooks | Share knives"),
    ("The cook’s duties", "must | The cook | Share knives"),
  ])
  func commandsGoOnWithTheirHeading(heading: String, duty: String) {
    #expect(ledger(under: heading, "Share knives.") == ["#a: \(duty)"])
  }

  @Test func commandsGoWithoutAFullStop() {
    #expect(ledger(under: "Cooks must not", "Share knives") == ["#a: must not | Cooks | share knives"])
  }

  @Test func whatAHeadingLeavesAlone() {
    #expect(ledger(under: "Examples of misconduct include", "Take knives home.").isEmpty)
    #expect(
      ledger(under: "Cooks must not", "Guests may swim.", "Do not swim.") == [
        "#a: may | Guests | swim", "#b: must not | – | swim",
      ])
  }

  @Test func itemsGoOnWithAVerbOrHalfAClause() {
    func first(_ lead: String, _ item: String) -> [String] { ledger([.sample("lead", lead, items: ["a": item])]) }
    #expect(
      first("The clerk must check:", "the name of the guest") == ["#a: must | The clerk | check the name of the guest"])
    #expect(first("Cooks must make sure that guests:", "eat") == ["#a: must | Cooks | make sure that guests eat"])
    #expect(first("Cooks must not do any of the following:", "share knives") == ["#a: must not | Cooks | share knives"])
    #expect(first("Under no circumstances may cooks:", "share knives") == ["#a: must not | cooks | share knives"])
    #expect(first("It is the cook’s job to:", "wash up") == ["#a: must | the cook | wash up"])
    #expect(first("Cooks may rest where:", "a bed is free") == ["#a: may | Cooks | rest where a bed is free"])
    #expect(first("Cooks must:", "Do not share knives.") == ["#a: must not | Cooks | share knives"])
    // A command of its own is no object.
    #expect(
      first("Cooks must wait:", "Sign the book.") == ["#a: must | – | Sign the book"])
  }

  @Test func theyAreThoseOfTheSentenceBefore() {
    #expect(
      ledger([.sample("a", "Drivers must rest. They should drink water.")]) == [
        "#a: must | Drivers | rest", "#a: should | Drivers | drink water",
      ])
    #expect(
      ledger([.sample("a", "Drivers must rest. When tired, they must stop. It is vital for them to drink.")]) == [
        "#a: must | Drivers | rest", "#a: must | Drivers | stop when tired", "#a: should | Drivers | drink",
      ])
  }

  @Test func theyAreThoseOfTheClauseJustBefore() {
    #expect(
      ledger([.sample("a", "Cooks must rest."), .sample("b", "They must eat.")]) == [
        "#a: must | Cooks | rest", "#b: must | Cooks | eat",
      ])
    #expect(
      ledger([.sample("a", "Cooks must rest."), .sample("b", "Where the clerk is away, they must eat.")]) == [
        "#a: must | Cooks | rest", "#b: must | Cooks | eat where the clerk is away",
      ])
  }

  @Test(arguments: [
    ("Whenever guests of the trust take part in a walk, they should wear boots.", "should | guests of the trust"),
    ("Where cooks create menus for a feast, they must name them.", "must | cooks"),
    ("Drivers must not share a key, nor should they copy it.", "should not | Drivers"),
    ("If the clerk is away, she must telephone.", "must | the clerk"),
    ("When all staff leave, they must lock the door.", "must | all staff"),
    ("Cooks must tell the guest. Where the guest is away, they must write.", "must | Cooks"),
    ("The club must reply. Where the guest is not content, they may ask again.", "may | the guest"),
    ("Where the guest is not content, they may ask again.", "may | the guest"),
    ("If a complaint is made, the cooks are told, and they must answer.", "must | the cooks"),
  ])
  func theyAreThoseOfTheClauseBefore(sentence: String, expected: String) {
    let found = duties(of: .sample([.sample("a", sentence)])).last
    #expect(found.map { "\($0.force.rawValue) | \($0.bearer ?? "–")" } == expected)
  }

  @Test(arguments: [
    ("Cooks may only use clean knives.", " may only use clean knives"),
    ("Cooks can use the oven only at noon.", " may use the oven only at noon"),
    ("Cooks are entitled to ten days’ leave.", " are entitled to ten days’ leave"),
    ("Cooks are entitled to be heard.", " may be heard"),
  ])
  func whatBindsInOneWordOrInTheirs(sentence: String, line: String) {
    let found = duties(of: .sample([.sample("a", sentence)])).map(\.wording)
    #expect(found.map { "\($0.subject) \($0.binding) \($0.action)" } == [line])
  }

  @Test(arguments: [
    ("They must wear a badge.", "They must wear a badge"), ("Both must sign the form.", "Both must sign the form"),
    ("It is vital for them to wait.", "they should wait"),
    ("Each of them should take a map.", "Each of them should take a map"),
  ])
  func aPronounNamesNobody(sentence: String, line: String) {
    let found = duties(of: .sample([.sample("a", sentence)]))
    #expect(found.map(\.bearer) == [nil])
    #expect(found.map(\.wording).map { "\($0.subject) \($0.binding) \($0.action)" } == [line])
  }
}

extension ResolvedPolicy {
  /// A policy of some organisation with these clauses.
  static func sample(_ clauses: [ResolvedClause]) -> ResolvedPolicy {
    ResolvedPolicy(
      address: Address("town/rules@1.0")!, title: "Rules",
      organisation: Organisation(name: TermValue("Town Council"), kind: .council), control: DocumentControl(),
      restates: nil, bases: [], numbering: NumberingScheme(), clauses: clauses)
  }
}

extension ResolvedClause {
  static func sample(_ clause: Clause, _ children: [ResolvedClause] = []) -> ResolvedClause {
    ResolvedClause(
      identity: clause.identity!, number: nil, provenance: Provenance(origin: Address("town/rules@1.0")!),
      content: clause, clauses: children)
  }

  /// A clause of one paragraph, with the items of a list below it.
  static func sample(
    _ identity: Identity, _ words: String, items: KeyValuePairs<Identity, String> = [:]
  ) -> ResolvedClause {
    sample(
      Clause(identity, blocks: [.paragraph(Text(words))]),
      items.map { sample(Clause($0, kind: .item, blocks: [.paragraph(Text($1))])) })
  }
}
