import Amending
import PolicyModel
import Publishing
import Testing

/// Documents are printed of open prose, a fork's from the type of its base: what they say is what the filled text says.
@Suite struct ManuscriptTests {
  private static let county = Organisation(
    name: TermValue("County"), kind: .council,
    terms: ["head": TermValue("1. Head & *Principal*", short: "# Head"), "pupils": TermValue("pupils")])

  private static let hill = Organisation(
    name: TermValue("Hill School"), kind: .school, terms: ["head": TermValue("2) <Head>", short: "- Head")])

  private static let emphasis = Text.Style(isEmphasised: true)
  private static let both = Text.Style(isEmphasised: true, isStrong: true)

  private static let texts: [[Text.Run]] = [
    [Text.Run(.term(TermUse("head"))), Text.Run(.words(" decides."))],
    [Text.Run(.term(TermUse("head", form: .short, isCapitalised: true))), Text.Run(.words(" decides."))],
    [Text.Run(.words("3")), Text.Run(.term(TermUse("head"))), Text.Run(.words(" decide."))],
    [
      Text.Run(.words("The "), style: emphasis), Text.Run(.term(TermUse("head")), style: emphasis),
      Text.Run(.words(" of "), style: emphasis), Text.Run(.words("all"), style: both),
      Text.Run(.words(" decides,"), style: emphasis), Text.Run(.words(" says ")),
      Text.Run(.reference(Reference([.single("rule-0"), .single("rule-1")])), style: both), Text.Run(.words(".")),
    ],
    [
      Text.Run(.words("Ask "), style: Text.Style(link: "#rule-2")),
      Text.Run(.term(TermUse("pupils", form: .possessive)), style: Text.Style(link: "#rule-2")),
      Text.Run(.words(" parents.")),
    ],
    [Text.Run(.words("Not"), style: both), Text.Run(.term(TermUse("pupils"))), Text.Run(.words(" alone."))],
    [Text.Run(.words("1. Nothing is open | here."))],
    [
      Text.Run(.words("Note"), style: Text.Style(link: "https://hill.example")), Text.Run(.term(TermUse("head"))),
      Text.Run(.words(" decides.")),
    ],
    [Text.Run(.words("Note"), style: both), Text.Run(.term(TermUse("head"))), Text.Run(.words(" decides."))],
  ]

  private static let base = Level(
    address: Address("county/trips@1.0")!,
    file: PolicyFile(
      .policy(
        Policy(
          title: "Trips",
          clauses: [
            Clause(
              "rules", kind: .section(Clause.Section()), heading: Text([Text.Run(.term(TermUse("head")))]),
              clauses: texts.enumerated().map { index, runs in
                Clause(
                  Identity("rule-\(index)"), blocks: [.paragraph(Text(runs)), .paragraph(Text(runs))],
                  clauses: [
                    Clause(Identity("item-\(index)"), kind: .item, blocks: [.paragraph(Text(runs))]),
                    Clause(Identity("other-\(index)"), kind: .item, blocks: [.quotation([Text(runs)])]),
                  ].dropLast(index % 2))
              })
          ]))), organisation: county)

  private static let fork = Level(
    address: Address("hill/trips")!.at(.draft),
    file: PolicyFile(
      .instrument(
        Instrument(
          base: base.address,
          amendments: [
            Amendment(.omit(.identity("rule-0"))), Amendment(.move(.identity("rule-5"), .after(.identity("rule-1")))),
            Amendment(
              .reword(.clause(.identity("rule-4")), Rewording(Text("Ask"), .substitute(Text("Tell {{head}}"))))),
            Amendment(
              .reword(.clause(.identity("rule-3")), Rewording(Text("decides,"), .substitute(Text("decides"))))),
          ]))), organisation: hill)

  private func html(_ manuscript: Manuscript, sharing type: StandingType? = nil) -> String {
    var page = Sheet()
    manuscript.addHTML(to: &page, sharing: type)
    return page.text
  }

  private func markdown(_ manuscript: Manuscript, sharing type: StandingType? = nil) -> String {
    var document = Sheet()
    manuscript.addMarkdown(to: &document, sharing: type)
    return document.text
  }

  @Test(arguments: [[base], [base, fork]])
  func openProseReadsAsTheFilledText(levels: [Level]) throws {
    let open = manuscript(of: try #require(LevelStack(levels))).manuscript
    #expect(html(open) == open.filled.html)
    #expect("# Trips\n\n" + markdown(open) == open.filled.markdown)
  }

  @Test func standingTypeReadsAsTypeSetAnew() throws {
    let stack = try #require(LevelStack([Self.base]))
    let type = StandingType(manuscript(of: stack).manuscript)
    let open = manuscript(of: stack.adding(Self.fork)).manuscript
    #expect(html(open, sharing: type) == html(open))
    #expect(markdown(open, sharing: type) == markdown(open))
  }

  @Test func emphasisStandsWithinEmphasis() throws {
    let open = manuscript(of: try #require(LevelStack([Self.base]))).manuscript
    let markdown = markdown(open)
    #expect(markdown.contains("*The 1. Head \\& \\*Principal\\* of **all** decides,*"))
  }

  @Test(arguments: [
    ("www.hill.example", true), ("https://www.hill.example/", true), ("the school", false), ("hill.example", false),
  ])
  func whereALinkSaysItsAddressPaperNeedNotShowIt(words: String, isAddress: Bool) throws {
    let text = Text([Text.Run(.words(words), style: Text.Style(link: "https://www.hill.example/"))])
    let policy = Policy(title: "Trips", clauses: [Clause("rule", blocks: [.paragraph(text)])])
    let level = Level(address: Address("hill/trips@1.0")!, file: PolicyFile(.policy(policy)), organisation: Self.hill)
    let html = try #require(resolve([level]).resolved).html
    #expect(html.contains("class=\"address\">\(words)</a>") == isAddress && html.contains("\(words)</a>"))
  }

  @Test func theEnterKeySendsNoForm() throws {
    let form = Clause(
      "consent", kind: .section(Clause.Section(isForm: true)), heading: Text("Consent"),
      clauses: [Clause("name", kind: .field(Field(.line)), blocks: [.paragraph(Text("Name"))])])
    let policy = Policy(title: "Trips", clauses: [form])
    let level = Level(address: Address("hill/trips@1.0")!, file: PolicyFile(.policy(policy)), organisation: Self.hill)
    let html = try #require(resolve([level]).resolved).html
    #expect(html.contains(/<form [^>]*aria-labelledby="consent_heading"[^>]*>\n<button disabled hidden>/))
    #expect(html.contains("<h2 id=\"consent_heading\">"))
  }
}
