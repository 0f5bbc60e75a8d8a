import Checking
import PolicyModel
import Reading
import Testing

/// Sentences as policies have them, with the rules of wording that they break.
@Suite struct WordingTests {
  struct Row: CustomTestStringConvertible {
    let words: String
    let rules: [Rule]

    init(_ words: String, _ rules: Rule...) {
      (self.words, self.rules) = (words, rules)
    }

    var testDescription: String { words }
  }

  /// Rules that are broken by a policy of one clause.
  private func rules(brokenBy words: String) -> [Rule] {
    let address = Address("hill/trips@draft")!
    let clause = ResolvedClause(
      identity: Identity("one"), number: "1", provenance: Provenance(origin: address),
      content: Clause(blocks: [.paragraph(Text(words))]), clauses: [])
    let policy = ResolvedPolicy(
      address: address, title: "School Trips Policy",
      organisation: Organisation(name: TermValue("Hill Primary School"), kind: .school), control: DocumentControl(),
      restates: nil, bases: [], numbering: NumberingScheme(), clauses: [clause])
    let text = CheckedText(
      file: PolicyFile(.policy(policy.flattened)), resolved: policy, source: policy.flattened, ledger: Ledger(),
      register: Register(), asAt: PartialDate("2026-11-21")!, finder: CitationFinder(Register()),
      wrongYears: WrongYears(Register()))
    return check(text).map(\.rule).filter(Self.wording.contains)
  }

  private static let wording: Set<Rule> = [
    .namedPerson, .dutyWithoutBearer, .selfDefeatingProhibition, .contradiction, .pageFurniture, .conversionScar,
    .placeholder, .handTypedReference,
  ]

  @Test(arguments: [
    Row("Mr Pemberton keeps the keys of the minibus.", .namedPerson),
    Row("Ring Mrs. A. Okafor on 01273 555 0199 before you set out.", .namedPerson),
    Row("Speak to Dr Whitlock, who leads on first aid.", .namedPerson),
    Row("The register is kept by Miss O’Leary-Banks.", .namedPerson),
    Row("Headteacher: Priya Raman", .namedPerson),
    Row("Safeguarding Governor – Olwen Tregarth – Full Governing Body", .namedPerson),
    Row("Ask Susan Whitcombe in the office for a form.", .namedPerson),
    Row("Spare keys can be had from Darren Whitlock on extension 4417.", .namedPerson),
    Row("Look in the hall for Susan Whitcombe (SENCO).", .namedPerson),
    Row("Susan Whitcombe keeps the keys of the minibus.", .namedPerson),
    Row("Send it to p.whitcombe@hill.example.org by Friday.", .namedPerson),
    Row("Photographs are sent to margaret.lowe@hill.example.org.", .namedPerson),
    Row("Every accident must be recorded in the book.", .dutyWithoutBearer),
    Row("Parents must be informed within one day.", .dutyWithoutBearer),
    Row("Before a coach is booked, three quotations should be obtained.", .dutyWithoutBearer),
    Row(
      "The trip is not to start until the risks have been weighed. Permission must be sought in writing.",
      .dutyWithoutBearer),
    Row("Where a pupil is missing, the police must be called and a note must be made.", .dutyWithoutBearer),
    Row("Home visits should be made in pairs.", .dutyWithoutBearer),
    Row("The Head of Year’s approval must be obtained for overnight stays.", .dutyWithoutBearer),
    Row("See the picture overleaf.", .pageFurniture),
    Row("Leaders use the table on page 7.", .pageFurniture),
    Row("Leaders use the table on page 7 of the guide."),
    Row("The policy was last reviewed in September 2022.", .pageFurniture),
    Row("Lists are reviewed by 3 May."),
    Row("#calls Leaders call 999.", .conversionScar),
    Row("Leaders bring: a) water b) a map.", .conversionScar),
    Row("Leaders bring (a) water or (b) a map."),
    Row("The kit: • plasters • bandages", .conversionScar),
    Row("Leaders read [our guide] (https://hill.example/guide).", .conversionScar),
    Row("See Error! Reference source not found.", .conversionScar),
    Row("The the leader counts.", .conversionScar),
    Row("| Role | Task | | Head | Calls |", .conversionScar),
    Row("Ring 01xxx xxxxxx.", .placeholder, .placeholder),
    Row("A trip costs £X.", .placeholder),
    Row("See section ? of this policy.", .placeholder),
    Row("Part XX of the law is read."),
    Row("Pictures of that kind must never be posted or removed.", .selfDefeatingProhibition),
    Row("No such remark may be published or deleted.", .selfDefeatingProhibition),
    Row("Volunteers must not keep or destroy the consent forms.", .selfDefeatingProhibition),
    Row("Helpers may carry phones. Helpers must not carry phones.", .contradiction),
    Row("Pupils may leave the coach; pupils must not leave the coach.", .contradiction),
    Row("Cameras may be used. Cameras must not be used.", .contradiction),
    Row("Leaders carry a first aid kit. Page 3 of 12 Every kit holds plasters.", .pageFurniture),
    Row("Leaders carry a whistle. Page 4 Every leader knows the signal.", .pageFurniture),
    Row("Leaders count the group. School Trips Policy Every leader has a list.", .pageFurniture),
    Row("17", .pageFurniture),
    Row("Uncontrolled when printed", .pageFurniture),
    Row("Leaders read the infor- mation in the pack.", .conversionScar),
    Row("Leaders read the infor mation in the pack.", .conversionScar),
    Row("Leaders wear bright jackets , and so do helpers.", .conversionScar),
    Row("Leaders wear bright jackets.Helpers wear badges.", .conversionScar),
    Row("The \u{FB01}rst leader walks ahead.", .conversionScar),
    Row("The last lead\u{AD}er walks behind.", .conversionScar),
    Row("Leaders carry water,snacks and a map.", .conversionScar),
    Row("The manage ment of risk comes first.", .conversionScar),
    Row("The lists( and maps) stay in the office.", .conversionScar),
    Row("The lists(with telephone numbers) stay in the office.", .conversionScar),
    Row("1.1 The clerk signs the list.", .conversionScar),
    Row("(a) The clerk signs the list.", .conversionScar),
    Row("3) The clerk signs the list.", .conversionScar),
    Row("Ask [insert the name of whoever leads on safeguarding at your school here] first.", .placeholder),
    Row("Ask [please state the name of the person who leads on this] first.", .placeholder),
    Row("Insert the name of the school.", .placeholder),
    Row("Insert your school name", .placeholder),
    Row("Enter school name here", .placeholder),
    Row("This is the policy of the school (school name).", .placeholder),
    Row("This is the policy of YOUR SCHOOL NAME.", .placeholder),
    Row("Signed by:………………", .placeholder),
    Row("The leader is …………", .placeholder),
    Row("The leader is «Headteacher».", .placeholder),
    Row("The leader is {name}.", .placeholder),
    Row("Agreed in 20__", .placeholder),
    Row("The fee is ???? pounds.", .placeholder),
    Row("Leaders count heads as section 7 says.", .handTypedReference),
    Row("Leaders count heads as section 7 of the policy says.", .handTypedReference),
    Row("Leaders, section 7 says, count heads.", .handTypedReference),
    Row("See Appendix A, section 7.", .handTypedReference, .handTypedReference),
    Row("As the Head Teacher, section 7 says, counts heads.", .handTypedReference),
    Row("Last reviewed May 2024.", .pageFurniture),
    Row("The School Trips Policy was updated in May 2024.", .pageFurniture),
  ])
  func finds(row: Row) { #expect(rules(brokenBy: row.words) == row.rules) }

  @Test(arguments: [
    // Bodies, places, products and Acts that are called as persons are
    "The Jo Cox Foundation sends speakers.", "Pupils from Sir John Soane School may join.",
    "The coach stops in Victoria Road.", "The hall in Charlotte Street is hired.", "Snacks come from John Lewis.",
    "The Stephen Lawrence Inquiry changed the law.", "The Equality Act 2010 applies.",
    "Dr Martens are no walking boots.",
    "Staff save work in MS Teams.", "Sarah’s Law lets parents ask.", "The Head of Service signs the form.",
    "The Chair of Governors signs the form.", "Headteacher: Hill Primary School", "Policy owner: Human Resources",
    "Chair: Finance Committee", "St Mary Magdalene Academy takes part.", "Miss a deadline and the place is lost.",
    "Send it to office@hill.example.org.", "Questions go to data.protection@hill.example.org.",
    "Write to h.r@hill.example.org or hr-team@hill.example.org.", "Ring the office on 01273 555 0199.",
    "In May Day week no trips are run.", "Year Six leaders wear green.", "Christian Aid Week is in May.",
    "King Edward VI Grammar School hosts the match.", "The Ruth Gorse Academy is visited.",
    "Dr Barnardo’s and Marie Curie send speakers.",
    "Points are given for Susan Harcourt and Elizabeth Fry.", "Alan Turing is remembered in assemblies.",
    "Pupils learn about Peter Harcourt and Mary Seacole.",
    // Duties whose bearer is plain, or that need none
    "The employee need not say why. Reasons should be given.",
    "Staff must report every accident.", "Every accident must be reported by the leader.",
    "The leader must make sure that every accident is recorded.", "If staff use a car, the insurance must be checked.",
    "You must be told where to meet.", "We will review this policy each year.",
    "Passwords must not be shared.", "The form must be signed by Finance.",
    "This policy should be read with the others.",
    "Helmets must be worn.", "Coaches must have seat belts.", "Reports will be investigated.",
    "Lists must be kept. Responsibility for this lies with the leader.", "Trips must be safe.",
    "Before staff leave, the rooms must be checked.",
    "Requests must be made in writing to the Head.", "Complaints about the coach must be made to the Clerk.",
    "Appointments should be made outside school hours.", "Payments must be made online.",
    "A watch may be worn, but must be removed for the climb.", "A list must be kept. The office keeps it.",
    // Prohibitions that can be kept to
    "Pictures must never be posted or shared.", "Helpers must not add or remove names without leave.",
    "Staff must not install or remove software.", "Records must not be stored or destroyed off the premises.",
    "Comments may be posted or removed.", "Pictures must not be posted, and wrong ones must be removed by the leader.",
    "Nothing may be published or withdrawn without the Head’s leave.",
    // Leave and prohibition that go together
    "Helpers may carry phones. Helpers must not use phones.", "Pupils may carry phones. Staff must not carry phones.",
    "Helpers may take pictures. They must not take pictures in changing rooms.",
    "Pupils may swim when a guard is there. Pupils must not swim when no guard is there.",
    "Helpers must not keep lists longer than the law asks. Helpers must keep lists no longer than the law asks.",
    "Helpers must not call later than noon. Helpers must call no later than noon.",
    "Helpers must not keep lists for more than a year. Helpers must keep lists for no more than a year.",
    "Helpers must make no calls. Helpers must not make calls.",
    "Helpers may not smoke and must not drink.", "Helpers may not use phones. In an emergency helpers may use phones.",
    // Pages, titles and marks that belong to the sentence
    "The map is on page 4 of the handbook.", "See Page 12.", "This School Trips Policy binds all leaders.",
    "Read the School Trips Policy before you go.", "Version 2.0 of the form is in use.", "Public money pays for it.",
    "The pack holds pre- and after-trip lists.", "Two- to three-day trips need a plan.",
    "Leaders – and helpers – are paid.",
    "See www.hill.example.org or https://hill.example.org/a,b.", "Use the form trips.Docx in the folder.",
    "Meet at 9.30 a.m. at the gate.", "Bring lunch, e.g. sandwiches.", "The helper(s) sign first.", "Bring sweets…",
    "Long-term plans need well-trained helpers.", "The ratio is 1 : 10.", "Ed reads the web site on line.",
    // Numbers of other documents, and times
    "Leaders follow section 1 of the staff handbook.", "Clause 4 of the contract names the coach.",
    "Section 1.2 of their leaflet shows the way.", "Leaders read section 2 of that guidance.",
    "KCSIE, paragraph 74, lists the kinds of abuse.", "See Part 2 of KCSIE, paragraphs 80 to 95.",
    "Under the Red Book, Part 2, paragraph 10, sick pay is paid.", "The Red Book, section 4, governs pay.",
    "Section 1 of the form is for the helper.",
    // Reviews of other documents
    "The Equality Act 2010 was amended in October 2024.",
    "Keeping Children Safe in Education was updated in September 2024.",
    "Leaders read the guide (updated September 2024).",
    "The risk assessment was reviewed in May 2024 and is attached.",
    "In England the guidance was updated in May 2024.",
    "9.30 Coach leaves.", "12 Leaders go.", "1.5 miles are walked.",
    // What is no gap
    "Helpers may insert the key.", "Leaders type the list in the office.", "Enter by the gate.",
    "The name of the school (Hill School) is on the coach.", "Wait… then go.", "Who goes?", "They shout etc.…",
    "Wi fi is not needed.", "The cost is £1,250.50.", "All staff know the Node.js course.",
  ])
  func letsPass(words: String) { #expect(rules(brokenBy: words) == []) }
}
