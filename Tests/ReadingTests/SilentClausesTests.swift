import PolicyModel
import Reading
import Testing

/// What a base tells of its clauses: a fork cites the same whether they are read anew or passed over.
@Suite struct SilentClausesTests {
  private static let finder = CitationFinder(
    Register(
      legislation: [
        Register.Legislation(identifier: "ukpga/1989/41", title: "Children Act 1989", status: .inForce),
        Register.Legislation(
          identifier: "ukpga/2014/6", title: "Children and Families Act 2014", status: .inForce),
      ],
      services: [Register.Service(key: "x", name: "X", status: .open)],
      documents: [Register.RelatedDocument(name: "kcsie", title: "Keeping children safe in education")]))

  /// What a text prints for its terms; references print a number.
  private final class Words: PrintedWords {
    private let terms: [String: String]
    private let number: String

    init(terms: [String: String], number: String = "6") {
      self.terms = terms
      self.number = number
    }

    func words(of use: TermUse) -> String? { terms[use.name] }
    func forEachPart(of reference: Reference, in clause: Identity, _ body: (ReferencePart) -> Void) -> Bool {
      body(ReferencePart("section "))
      body(ReferencePart(number, linkedTo: "a"))
      return true
    }
  }

  private static func manuscript(_ lines: [Text], _ words: Words) -> Manuscript {
    let clauses = lines.enumerated().map { index, line in
      let identity = Identity("c-\(index)")!
      return ResolvedClause(
        identity: identity, number: nil, provenance: Provenance(origin: Address("hill/trips@1.0")!),
        content: Clause(identity, blocks: [.paragraph(line)]), clauses: [])
    }
    let policy = ResolvedPolicy(
      address: Address("hill/trips@1.0")!, title: "Trips",
      organisation: Organisation(name: TermValue("Hill"), kind: .school),
      control: DocumentControl(), restates: nil, bases: [], numbering: NumberingScheme(), clauses: clauses)
    return Manuscript(policy, words: words)
  }

  private static let parts: [Text.Run] = [
    Text.Run(.words("the ")), Text.Run(.words("Keeping ")), Text.Run(.words(" and Families")),
    Text.Run(.words(" Act 1989")), Text.Run(.words("s, ")), Text.Run(.words("X")), Text.Run(.words("Child")),
    Text.Run(.words(" safe in"), style: Text.Style(isEmphasised: true)), Text.Run(.term(TermUse("whom"))),
    Text.Run(.term(TermUse("what"))), Text.Run(.reference(Reference([.single("a")]))), Text.Run(.blank(nil)),
  ]

  /// Every line of three parts, each a clause.
  private static let lines = parts.flatMap { first in
    parts.flatMap { second in parts.map { Text([first, second, $0]) } }
  }

  @Test(arguments: [
    ["whom": "pupils", "what": "rules"], ["whom": "children", "what": "Act 1989"],
    ["whom": "Children and", "what": "Families Act 2014"], ["whom": "the Children Act", "what": "X"],
    ["whom": "Keeping", "what": "children safe"], ["whom": "", "what": "in education"],
    ["whom": "–", "what": "écoles"],
    ["what": "children"], ["whom": "ren Act 1989", "what": "ren"],
  ])
  func passingOverSilentClausesMissesNothing(terms: [String: String]) {
    let base = Self.manuscript(Self.lines, Words(terms: ["whom": "people", "what": "things"]))
    for number in ["6", "X"] {
      let fork = Manuscript(base.policy, words: Words(terms: terms, number: number))
      let silent = Self.finder.silentClauses(of: base)
      #expect(Self.finder.citations(in: fork, besides: silent) == Self.finder.citations(in: fork))
    }
  }

  @Test func aClauseThatTheForkRewritesIsRead() {
    let words = Words(terms: [:])
    let silent = Self.finder.silentClauses(of: Self.manuscript([Text("the law"), Text("the rest")], words))
    let fork = Self.manuscript([Text("the Children Act 1989"), Text("the rest"), Text("X")], words)
    #expect(Self.finder.citations(in: fork, besides: silent).map(\.key.name) == ["ukpga/1989/41", "x"])
  }
}
