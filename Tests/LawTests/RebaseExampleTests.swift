import Amending
import PolicyModel
import Testing

/// What becomes of one amendment when the base has a new edition: every outcome, and every decision.
@Suite struct RebaseExampleTests {
  @Test(arguments: words + clauses + places + settings + names + decisions)
  func becomes(_ example: RebaseExample) throws {
    let (base, newBase) = (try policy(example.base), try policy(example.newBase))
    let rebased = try rebase(
      amendments(example.fork), over: BaseChange(from: base, to: newBase), choices: example.choices,
      decidedOn: Address("county/trips@2.0"))
    #expect(rebased.decisions.map(\.outcome) == example.outcomes)
    let expected = try amendments(example.becomes)
    #expect(rebased.amendments == expected, "\(rebased.amendments.source)")
    #expect(newBase.amended(rebased.amendments).diagnostics.isEmpty)
  }

  static let words = [
    RebaseExample(
      "untouched", "1. {#a} Ask first.", "1. {#a} Ask first.\n2. {#b} Tell.",
      fork: "## In #a, for “Ask” substitute “Beg”\nBecause: we do.", .clean,
      becomes: "## In #a, for “Ask” substitute “Beg”\nBecause: we do."),
    RebaseExample(
      "different words", "1. {#a} Staff should ask the head first.", "1. {#a} Staff should ask the deputy head first.",
      fork: "## In #a, for “should” substitute “must”", .merged, becomes: "## In #a, for “should” substitute “must”"),
    RebaseExample(
      "different words, the quotation changed", "1. {#a} Staff should ask the head first of all. Staff wait.",
      "1. {#a} All staff should ask the head first of all. Staff wait.",
      fork: "## In #a, for “Staff should ask the head first” substitute “Staff should ask the head beforehand”",
      .merged,
      becomes: "## In #a, for “first” substitute “beforehand”"),
    RebaseExample(
      "a text written anew here, a word changed there",
      "1. {#a} Staff should ask the head first, whom they find in the office then.",
      "1. {#a} Staff must ask the head first, whom they find in the office then.",
      fork: "## For the text of #a substitute\n\nStaff should ask the head first, whom they find in the yard then.",
      .merged,
      becomes: "## In #a, for “office” substitute “yard”"),
    RebaseExample(
      "the same words", "1. {#a} Staff should ask.", "1. {#a} Staff may ask.",
      fork: "## In #a, for “should” substitute “must”", .bothChanged, becomes: ""),
    RebaseExample(
      "words that touch", "1. {#a} Staff should ask.", "1. {#a} Staff should not ask.",
      fork: "## In #a, for “should” substitute “must”", .bothChanged, becomes: ""),
    RebaseExample(
      "the same change", "1. {#a} Staff should ask.", "1. {#a} Staff must ask.",
      fork: "## In #a, for “should” substitute “must”", .alreadyThere, becomes: ""),
    RebaseExample(
      "the same change and more", "1. {#a} Staff should ask the head.", "1. {#a} Staff must ask the deputy head.",
      fork: "## In #a, for “should” substitute “must”", .alreadyThere, becomes: ""),
    RebaseExample(
      "two changes that lead to the same", "1. {#a} Staff should ask the head.", "1. {#a} Staff must ask the deputy.",
      fork: "## In #a, for “should” substitute “must”\n\n## In #a, for “head” substitute “deputy”", .alreadyThere,
      .alreadyThere, becomes: ""),
    RebaseExample(
      "each, where there is one more", "1. {#a} Ask the head, then tell the head.",
      "1. {#a} Ask the head, then tell the head. Thank the head.",
      fork: "## In #a, for each “head” substitute “deputy”", .merged,
      becomes: "## In #a, for each “head” substitute “deputy”"),
    RebaseExample(
      "each, where another stands for one", "1. {#a} Bring the map and the list.",
      "1. {#a} Bring the map and its list.",
      fork: "## In #a, for each “the” substitute “every”", .bothChanged, becomes: ""),
    RebaseExample(
      "each, where one is taken out", "1. {#a} Bring the map and the list.", "1. {#a} Bring the map.",
      fork: "## In #a, for each “the” substitute “every”", .merged,
      becomes: "## In #a, for each “the” substitute “every”"),
    RebaseExample(
      "each, where another stands for one and there is one more",
      "1. {#a} Ask the head, then tell the head, and go home.",
      "1. {#a} Ask the deputy, then tell the head, and go home, then thank the head.",
      fork: "## In #a, for each “head” substitute “principal”", .bothChanged, becomes: ""),
    RebaseExample(
      "each, where one is changed so already", "1. {#a} Ask the head, then tell the head.",
      "1. {#a} Ask the head teacher, then tell the head at once.",
      fork: "## In #a, for each “head” substitute “head teacher”", .bothChanged, becomes: ""),
    RebaseExample(
      "each, where one is called otherwise by its capital", "1. {#a} Ask the head, then tell the head.",
      "1. {#a} Ask the Head, then tell the head.", fork: "## In #a, for each “head” substitute “principal”",
      .bothChanged, becomes: ""),
    RebaseExample(
      "two changes of one clause that both meet theirs", "1. {#a} Big dogs eat red meat.",
      "1. {#a} Huge dogs eat fresh meat.",
      fork: "## In #a, for “Big” substitute “Large”\n\n## In #a, for “red” substitute “raw”", .bothChanged,
      .bothChanged,
      becomes: ""),
    RebaseExample(
      "two changes of one clause, of which one waits until the other is decided", "1. {#a} Big dogs eat red meat.",
      "1. {#a} Huge dogs eat red meat.",
      fork: "## In #a, for “Big” substitute “Large”\n\n## In #a, for “red” substitute “raw”", .bothChanged, .merged,
      becomes: ""),
    RebaseExample(
      "a paragraph that is gone, with as many as before",
      "1. {#a} Staff ask the head before trips.\n\n   Staff ask the office before clubs.",
      "1. {#a} Staff ask the office before clubs.\n\n   Staff ask the cook before meals.",
      fork: "## In #a, for “ask the head” substitute “always ask the head”", .bothChanged, becomes: ""),
    RebaseExample(
      "headings", "## Trips and visits {#s}", "## School trips and visits {#s}",
      fork: "## In the heading of #s, for “visits” substitute “journeys”", .merged,
      becomes: "## In the heading of #s, for “visits” substitute “journeys”"),
    RebaseExample(
      "a text of two paragraphs", "1. {#a} Ask.\n\n   Wait here.", "1. {#a} Ask now.\n\n   Wait here.",
      fork: "## In #a, for “Wait here” substitute “Stay here”", .merged,
      becomes: "## In #a, for “Wait here” substitute “Stay here”"),
    RebaseExample(
      "throughout, untouched", "1. {#a} Ask a client.\n2. {#b} Wait.", "1. {#a} Ask a client.\n2. {#b} Wait a bit.",
      fork: "## Throughout, for “client” substitute “pupil”", .clean,
      becomes: "## Throughout, for “client” substitute “pupil”"),
    RebaseExample(
      "throughout, once more", "1. {#a} Ask a client.", "1. {#a} Ask a client.\n2. {#b} Tell a client.",
      fork: "## Throughout, for “client” substitute “pupil”", .clean,
      becomes: "## Throughout, for “client” substitute “pupil”"),
    RebaseExample(
      "throughout, but in what is ours", "1. {#a} Ask a client.", "1. {#a} Ask a client.\n2. {#n} Tell a client.",
      fork: "## Throughout, for “client” substitute “pupil”\n\n## After #a insert\n\n1. {#n} Tell a client.", .clean,
      .alreadyThere, becomes: "## In #a, for each “client” substitute “pupil”"),
    RebaseExample(
      "throughout, done there", "1. {#a} Ask a client.", "1. {#a} Ask a pupil.",
      fork: "## Throughout, for “client” substitute “pupil”", .alreadyThere, becomes: ""),
    RebaseExample(
      "throughout, other words there in one place", "1. {#a} Ask a client.\n2. {#b} Tell a client.",
      "1. {#a} Ask a learner.\n2. {#b} Tell a client.", fork: "## Throughout, for “client” substitute “pupil”",
      .bothChanged, becomes: ""),
    RebaseExample(
      "throughout, other words there everywhere", "1. {#a} Ask a client.", "1. {#a} Ask a learner.",
      fork: "## Throughout, for “client” substitute “pupil”", .bothChanged, becomes: ""),
    RebaseExample(
      "throughout, taken out there in one place", "1. {#a} Ask a client. Wait.\n2. {#b} Tell a client.",
      "1. {#a} Wait.\n2. {#b} Tell a client.", fork: "## Throughout, for “client” substitute “pupil”", .merged,
      becomes: "## Throughout, for “client” substitute “pupil”"),
    RebaseExample(
      "throughout, a clause written anew there", "1. {#a} Ask a client.\n2. {#b} Tell a client.",
      "1. {#a} No lesson begins before nine.\n2. {#b} Tell a client.",
      fork: "## Throughout, for “client” substitute “pupil”", .merged,
      becomes: "## Throughout, for “client” substitute “pupil”"),
    RebaseExample(
      "throughout, taken into a link", "1. {#a} Read the Act.", "1. {#a} Read [the Act](https://example.org/act).",
      fork: "## Throughout, for “Act” substitute “Law”", .bothChanged, becomes: ""),
    RebaseExample(
      "throughout, made there already in one place", "1. {#a} Ask the head, then go.\n2. {#b} Tell the head.",
      "1. {#a} Ask the head teacher, then go.\n2. {#b} Tell the head.",
      fork: "## Throughout, after “head” insert “teacher”", .merged,
      becomes: "## In #b, after each “head” insert “teacher”"),
    RebaseExample(
      "throughout, made there already in one place, with other changes",
      "1. {#a} Ask the head, then go.\n2. {#b} Tell the head.",
      "1. {#a} Ask the head teacher, then go home.\n2. {#b} Tell the head.",
      fork: "## Throughout, after “head” insert “teacher”", .bothChanged, becomes: ""),
    RebaseExample(
      "throughout, made already in what is new there", "1. {#a} Ask the head.",
      "1. {#a} Ask the head.\n2. {#b} Tell the head teacher.",
      fork: "## Throughout, for “head” substitute “head teacher”", .clean,
      becomes: "## In #a, for each “head” substitute “head teacher”"),
    RebaseExample(
      "throughout, gone but for what a word took in already", "1. {#a} Read a book.\n2. {#b} Wait.",
      "1. {#b} Wait here.",
      fork: "## Throughout, for “a” substitute “one”", .targetOmitted, becomes: ""),
    RebaseExample(
      "a clause closed to forks", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#a .fixed} Ask.\n2. {#b} Wait.",
      fork: "## In #a, for “Ask” substitute “Beg”", .targetFixed, becomes: ""),
    RebaseExample(
      "a clause moved", "## One {#s}\n\n1. {#a} Ask.\n\n## Two {#t}\n\n1. {#b} Wait.",
      "## One {#s}\n\n## Two {#t}\n\n1. {#b} Wait.\n2. {#a} Ask.", fork: "## In #a, for “Ask” substitute “Beg”", .clean,
      becomes: "## In #a, for “Ask” substitute “Beg”"),
    RebaseExample(
      "a clause gone", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#b} Wait.", fork: "## In #a, for “Ask” substitute “Beg”",
      .targetOmitted, becomes: ""),
  ]

  static let clauses = [
    RebaseExample(
      "substituted, untouched", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#b} Wait.",
      fork: "## For #a substitute\n\n1. {#a} Beg.", .clean, becomes: "## For #a substitute\n\n1. {#a} Beg."),
    RebaseExample(
      "substituted, other words changed",
      "1. {#a} Staff should ask the head before they go anywhere:\n\n   - {#i} by day\n   - {#j} at night.",
      "1. {#a} Staff should ask the head before they go anywhere:\n\n   - {#i} by day and\n   - {#j} at night.",
      fork:
        "## For #a substitute\n\n1. {#a} Staff must ask the head before they go anywhere:\n\n   - {#i} by day\n   - {#j} at night.",
      .merged,
      becomes:
        "## For #a substitute\n\n1. {#a} Staff must ask the head before they go anywhere:\n\n   - {#i} by day and\n   - {#j} at night."
    ),
    RebaseExample(
      "substituted, the topic changed", "1. {#a} Ask.", "1. {#a topic=asking} Ask.",
      fork: "## For #a substitute\n\n1. {#a} Beg.", .merged,
      becomes: "## For #a substitute\n\n1. {#a topic=asking} Beg."),
    RebaseExample(
      "substituted, the same words changed", "1. {#a} Ask.", "1. {#a} Call.",
      fork: "## For #a substitute\n\n1. {#a} Beg.", .bothChanged, becomes: ""),
    RebaseExample(
      "substituted there too", "1. {#a} Ask.", "1. {#a} Beg.", fork: "## For #a substitute\n\n1. {#a} Beg.",
      .alreadyThere, becomes: ""),
    RebaseExample(
      "omitted, untouched", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.",
      fork: "## Omit #a", .clean, becomes: "## Omit #a"),
    RebaseExample(
      "omitted there too", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#b} Wait.", fork: "## Omit #a", .alreadyThere,
      becomes: ""),
    RebaseExample(
      "omitted, reworded there", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#a} Call.\n2. {#b} Wait.", fork: "## Omit #a",
      .bothChanged, becomes: ""),
    RebaseExample(
      "omitted, something added there", "## One {#s}\n\n1. {#a} Ask.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}", fork: "## Omit #s", .bothChanged, becomes: ""),
    RebaseExample(
      "omitted, something taken away there", "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#b} Wait.\n\n## Two {#t}", fork: "## Omit #s", .clean, becomes: "## Omit #s"),
    RebaseExample(
      "omitted, a part saved there", "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#b} Wait.\n\n## Two {#t}\n\n1. {#a} Ask.", fork: "## Omit #s", .bothChanged, becomes: ""),
  ]

  static let places = [
    RebaseExample(
      "a section inserted, of which one clause is there too", "## One {#s}\n\n1. {#a} Ask.",
      "## One {#s}\n\n1. {#a} Ask.\n2. {#o} Stand up.",
      fork: "## After #s insert\n\n### Mine {#mine}\n\n1. {#o} Stand up.\n2. {#p} Walk.", .clean,
      becomes: "## After #s insert\n\n### Mine {#mine}\n\n1. {#p} Walk."),
    RebaseExample(
      "put elsewhere in other words, changed there", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.",
      "1. {#a} Ask.\n2. {#b} Wait now.\n3. {#c} Go.",
      fork: "## Omit #b\n\n## After #c insert\n\n1. {#b} Wait a little.", .bothChanged, .bothChanged, becomes: ""),
    RebaseExample(
      "both inserted here: base first", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#a} Ask.\n2. {#n} Sit.\n3. {#b} Wait.",
      fork: "## After #a insert\n\n1. {#o} Stand.", .clean, becomes: "## After #n insert\n\n1. {#o} Stand."),
    RebaseExample(
      "both inserted before the next: base first", "1. {#a} Ask.\n2. {#b} Wait.",
      "1. {#a} Ask.\n2. {#n} Sit.\n3. {#b} Wait.", fork: "## Before #b insert\n\n1. {#o} Stand.", .clean,
      becomes: "## Before #b insert\n\n1. {#o} Stand."),
    RebaseExample(
      "both inserted at the start: base first", "## One {#s}\n\n1. {#a} Ask.",
      "## One {#s}\n\n1. {#n} Sit.\n2. {#m} Lie.\n3. {#a} Ask.",
      fork: "## At the start of #s insert\n\n1. {#o} Stand.", .clean, becomes: "## After #m insert\n\n1. {#o} Stand."),
    RebaseExample(
      "inserted beside a clause that is gone", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#b} Wait.",
      fork: "## After #a insert\n\n1. {#o} Stand.", .targetOmitted, becomes: ""),
    RebaseExample(
      "inserted there too", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#o} Stand.",
      fork: "## After #a insert\n\n1. {#o} Stand.", .alreadyThere, becomes: ""),
    RebaseExample(
      "one of two inserted there too", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#o} Stand.",
      fork: "## After #a insert\n\n1. {#o} Stand.\n2. {#p} Walk.", .clean,
      becomes: "## After #o insert\n\n1. {#p} Walk."),
    RebaseExample(
      "moved, untouched", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.",
      "1. {#a} Ask.\n2. {#b} Wait a bit.\n3. {#c} Go.", fork: "## Move #c before #a", .clean,
      becomes: "## Move #c before #a"),
    RebaseExample(
      "moved there too", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.", "1. {#c} Go.\n2. {#a} Ask.\n3. {#b} Wait.",
      fork: "## Move #c before #a", .alreadyThere, becomes: ""),
    RebaseExample(
      "moved to two sections", "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Go.\n\n## Two {#t}\n\n## Three {#u}",
      "## One {#s}\n\n1. {#b} Go.\n\n## Two {#t}\n\n1. {#a} Ask.\n\n## Three {#u}",
      fork: "## Move #a to the end of #u", .bothChanged, becomes: ""),
    RebaseExample(
      "moved among its neighbours there, away from them here",
      "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Go.\n3. {#c} Wait.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#b} Go.\n2. {#c} Wait.\n3. {#a} Ask.\n\n## Two {#t}", fork: "## Move #a to the end of #t",
      .clean, becomes: "## Move #a to the end of #t"),
    RebaseExample(
      "moved to a clause that is gone", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.", "1. {#b} Wait.\n2. {#c} Go.",
      fork: "## Move #c after #a", .targetOmitted, becomes: ""),
  ]

  static let settings = [
    RebaseExample(
      "the same number", "1. {#a} Ask.", "1. {#a number=4} Ask.", fork: "## Renumber #a as number 4", .alreadyThere,
      becomes: ""),
    RebaseExample(
      "another number", "1. {#a} Ask.", "1. {#a number=4} Ask.", fork: "## Renumber #a as hidden", .bothChanged,
      becomes: ""),
    RebaseExample(
      "one attribute of two", "1. {#a} Ask.", "1. {#a topic=asking} Ask.", fork: "## Set #a label=9 topic=asking",
      .clean,
      becomes: "## Set #a label=9"),
    RebaseExample(
      "another value", "1. {#a} Ask.", "1. {#a topic=asking} Ask.", fork: "## Set #a topic=begging", .bothChanged,
      becomes: ""),
    RebaseExample(
      "terms are the fork's own", "---\nterms: {who: clients}\n---\n\n1. {#a} Ask {{who}}.",
      "---\nterms: {who: people}\n---\n\n1. {#a} Ask {{who}}.", fork: "---\nterms: {who: pupils}\n---\n", .clean,
      becomes: "---\nterms: {who: pupils}\n---\n"),
    RebaseExample(
      "a term that fills nothing there any more", "---\nterms: {who: clients}\n---\n\n1. {#a} Ask {{who}}.",
      "---\nterms: {whom: others}\n---\n\n1. {#a} Ask {{whom}}.", fork: "---\nterms: {who: pupils}\n---\n",
      .targetOmitted, becomes: ""),
    RebaseExample(
      "a term that only has another name", "---\nterms: {who: clients}\n---\n\n1. {#a} Ask {{who}}.",
      "---\nterms: {whom: clients}\n---\n\n1. {#a} Ask {{whom}} now.",
      fork:
        "---\nterms: {who: pupils}\n---\n\n## In #a, for “Ask {{who}}” substitute “Tell {{who}}”\n\n## After #a insert\n\n1. {#o} Tell {{who}}.",
      .clean, .merged, .clean,
      becomes:
        "---\nterms: {whom: pupils}\n---\n\n## In #a, for “Ask {{whom}}” substitute “Tell {{whom}}”\n\n## After #a insert\n\n1. {#o} Tell {{whom}}."
    ),
    RebaseExample(
      "two terms in the place of one", "---\nterms: {who: clients}\n---\n\n1. {#a} Ask {{who}}.\n2. {#b} Tell {{who}}.",
      "---\nterms: {whom: clients, all: clients}\n---\n\n1. {#a} Ask {{whom}}.\n2. {#b} Tell {{all}}.",
      fork: "---\nterms: {who: pupils}\n---\n", .targetOmitted, becomes: ""),
    RebaseExample(
      "a term that what is ours uses", "---\nterms: {who: clients}\n---\n\n1. {#a} Ask {{who}}.",
      "1. {#a} Ask.", fork: "---\nterms: {who: pupils}\n---\n\n## After #a insert\n\n1. {#o} Tell {{who}}.", .clean,
      .clean, becomes: "---\nterms: {who: pupils}\n---\n\n## After #a insert\n\n1. {#o} Tell {{who}}."),
    RebaseExample(
      "the review cycle is inherited", "---\ncontrol: {review-every: 1 year}\n---\n\n1. {#a} Ask.",
      "---\ncontrol: {review-every: 3 years}\n---\n\n1. {#a} Ask.",
      fork: "---\ncontrol: {owner: Head, review-every: 2 years}\n---\n", .clean, .bothChanged,
      becomes: "---\ncontrol: {owner: Head}\n---\n"),
  ]

  static let names = [
    RebaseExample(
      "a name used there for something else", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#o} Whoever is late waits outside.",
      fork: "## After #a insert\n\n1. {#o} Stand.", .identityTaken, becomes: ""),
    RebaseExample(
      "clauses called otherwise there", "1. {#a} Ask the head before you go.\n2. {#b} Wait here until the bus comes.",
      "1. {#one} Ask the head before you go.\n2. {#two} Wait here until the train comes.",
      fork: "## In #b, for “here” substitute “there”\n\n## After #a insert\n\n1. {#o} See [](#b).", .merged, .clean,
      becomes: "## In #two, for “here” substitute “there”\n\n## After #one insert\n\n1. {#o} See [](#two)."),
    RebaseExample(
      "a clause called by a number", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#n} Sit.\n2. {#a} Ask.\n3. {#b} Wait.",
      fork: "## Omit 2", .clean, becomes: "## Omit #b"),
    RebaseExample(
      "our clause, taken over and amended by us since", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#o} Stand.",
      fork: "## After #a insert\n\n1. {#o} Sit.\n\n## In #o, for “Sit” substitute “Stand”", .alreadyThere,
      .alreadyThere, becomes: ""),
  ]

  static let decisions = [
    RebaseExample(
      "our words kept", "1. {#a} Staff should ask.", "1. {#a} Staff may ask.",
      fork: "## In #a, for “should” substitute “must”\nBecause: it is safer.", deciding: [0: .keep()], .bothChanged,
      becomes:
        "## For the text of #a substitute\nBecause: it is safer.\nDecided: county/trips@2.0\n\nStaff must ask."),
    RebaseExample(
      "kept for another reason", "1. {#a} Staff should ask.", "1. {#a} Staff may ask.",
      fork: "## In #a, for “should” substitute “must”\nBecause: it is safer.",
      deciding: [0: .keep(because: Text("governors insist."))], .bothChanged,
      becomes:
        "## For the text of #a substitute\nBecause: governors insist.\nDecided: county/trips@2.0\n\nStaff must ask."),
    RebaseExample(
      "their words adopted", "1. {#a} Staff should ask.", "1. {#a} Staff may ask.",
      fork: "## In #a, for “should” substitute “must”", deciding: [0: .adopt()], .bothChanged, becomes: ""),
    RebaseExample(
      "other words", "1. {#a} Staff should ask.", "1. {#a} Staff may ask.",
      fork: "## In #a, for “should” substitute “must”", deciding: [0: .rewrite(Text("Staff must ask, if they may."))],
      .bothChanged,
      becomes: "## For the text of #a substitute\nDecided: county/trips@2.0\n\nStaff must ask, if they may."),
    RebaseExample(
      "both our changes kept", "1. {#a} Big dogs eat red meat.", "1. {#a} Huge dogs eat fresh meat.",
      fork: "## In #a, for “Big” substitute “Large”\n\n## In #a, for “red” substitute “raw”", deciding: [0: .keep()],
      .bothChanged, .clean,
      becomes:
        "## For the text of #a substitute\nDecided: county/trips@2.0\n\nLarge dogs eat red meat.\n\n## In #a, for “red” substitute “raw”"
    ),
    RebaseExample(
      "their words adopted in place of both our changes", "1. {#a} Big dogs eat red meat.",
      "1. {#a} Huge dogs eat fresh meat.",
      fork: "## In #a, for “Big” substitute “Large”\n\n## In #a, for “red” substitute “raw”", deciding: [0: .adopt()],
      .bothChanged, .bothChanged, becomes: ""),
    RebaseExample(
      "other words in place of both our changes", "1. {#a} Big dogs eat red meat.", "1. {#a} Huge dogs eat red meat.",
      fork: "## In #a, for “Big” substitute “Large”\n\n## In #a, for “red” substitute “raw”",
      deciding: [0: .rewrite(Text("All dogs eat red meat."))], .bothChanged, .merged,
      becomes: "## For the text of #a substitute\nDecided: county/trips@2.0\n\nAll dogs eat red meat."),
    RebaseExample(
      "their words adopted in a clause of a section that is ours",
      "## One {#s}\n\n1. {#a} Ask before any trip.\n2. {#b} Wait until noon.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#a} Ask before long trips.\n2. {#b} Wait until noon.\n\n## Two {#t}",
      fork:
        "## In #a, for “any trip” substitute “each outing”\n\n## For #s substitute\n\n### Ours {#s}\n\n1. {#a} Ask before each outing.\n2. {#b} Wait until midnight.",
      deciding: [0: .adopt()], .bothChanged, .merged,
      becomes: "## For #s substitute\n\n### Ours {#s}\n\n1. {#a} Ask before long trips.\n2. {#b} Wait until midnight."
    ),
    RebaseExample(
      "their words adopted in a clause, not in the section of ours that it is in",
      "## One {#s}\n\n1. {#a} Ask before any trip.\n2. {#b} Wait until noon.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#a} Ask before long trips.\n2. {#b} Wait until one.\n\n## Two {#t}",
      fork:
        "## In #a, for “any trip” substitute “each outing”\n\n## For #s substitute\n\n### Ours {#s}\n\n1. {#a} Ask before each outing.\n2. {#b} Wait until midnight.",
      deciding: [0: .adopt(), 1: .keep()], .bothChanged, .bothChanged,
      becomes:
        "## For #s substitute\nDecided: county/trips@2.0\n\n### Ours {#s}\n\n1. {#a} Ask before each outing.\n2. {#b} Wait until midnight."
    ),
    RebaseExample(
      "other words, and what is below the clause",
      "1. {#plan} The plan tells:\n\n   - {#where} where\n   - {#when} when.",
      "1. {#plan} The written plan says:\n\n   - {#where} where\n   - {#when} when.",
      fork:
        "## For #plan substitute\n\n1. {#plan} Our plan says:\n\n   - {#where} where\n   - {#when} when.\n\n## In #when, for “when” substitute “at what hour”",
      deciding: [0: .rewrite(Text("Each plan says:"))], .bothChanged, .clean,
      becomes:
        "## For #plan substitute\nDecided: county/trips@2.0\n\n1. {#plan} Each plan says:\n\n   - {#where} where\n   - {#when} when.\n\n## In #when, for “when” substitute “at what hour”"
    ),
    RebaseExample(
      "our section kept, out of which a clause was moved",
      "## One {#s}\n\n1. {#a} Staff ask the head before any trip.\n2. {#b} Wait here.\n\n## Two {#t}\n\n1. {#d} Tell the office.",
      "## One {#s}\n\n1. {#a} Staff ask the head before any trip.\n\n## Two {#t}\n\n1. {#d} Tell the office.\n2. {#b} Wait here.",
      fork: "## For #s substitute\n\n### Ours {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.", deciding: [0: .keep()],
      .bothChanged,
      becomes:
        "## Omit #b\nDecided: county/trips@2.0\n\n## For #s substitute\nDecided: county/trips@2.0\n\n### Ours {#s}\n\n1. {#a} Ask.\n2. {#b} Wait."
    ),
    RebaseExample(
      "a clause kept in our words, though it is theirs now", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.",
      "1. {#a} Ask.\n2. {#b} Wait now.\n3. {#c} Go.",
      fork: "## Omit #b\n\n## After #c insert\n\n1. {#b} Wait a little.", deciding: [0: .keep()], .bothChanged, .clean,
      becomes: "## Omit #b\nDecided: county/trips@2.0\n\n## After #c insert\n\n1. {#b} Wait a little."),
    RebaseExample(
      "a change throughout adopted where one clause is closed and one has other words",
      "1. {#a} Ask a client now.\n2. {#b} Tell a client.\n3. {#c} Thank a client.",
      "1. {#a} Ask a learner now.\n2. {#b .fixed} Tell a client.\n3. {#c} Thank a client.",
      fork: "## Throughout, for “client” substitute “pupil”", deciding: [0: .adopt()], .bothChanged,
      becomes: "## In #c, for each “client” substitute “pupil”"),
    RebaseExample(
      "a change throughout written otherwise in a heading", "## Work with clients here {#s}\n\n1. {#a} Ask.",
      "## Work with learners here {#s}\n\n1. {#a} Ask.", fork: "## Throughout, for “clients” substitute “pupils”",
      deciding: [0: .rewrite(Text("Work with people here"))], .bothChanged,
      becomes: "## For the heading of #s substitute “Work with people here”\nDecided: county/trips@2.0"),
    RebaseExample(
      "a change throughout kept where other words stand", "1. {#a} Ask a client.\n2. {#b} Tell a client.",
      "1. {#a} Ask a learner.\n2. {#b} Tell a client.", fork: "## Throughout, for “client” substitute “pupil”",
      deciding: [0: .keep()], .bothChanged,
      becomes:
        "## Throughout, for “client” substitute “pupil”\n\n## For the text of #a substitute\nDecided: county/trips@2.0\n\nAsk a pupil."
    ),
    RebaseExample(
      "their words adopted where a change throughout met them", "1. {#a} Ask a client.\n2. {#b} Tell a client.",
      "1. {#a} Ask a learner.\n2. {#b} Tell a client.",
      fork: "## Throughout, for “client” substitute “pupil”\nBecause: we do.",
      deciding: [0: .adopt(because: Text("They are right."))], .bothChanged,
      becomes: "## Throughout, for “client” substitute “pupil”\nBecause: we do."),
    RebaseExample(
      "words kept throughout that a link took in", "1. {#a} Read the Act.\n2. {#b} Wait.",
      "1. {#a} Read [the Act](https://example.org/act).\n2. {#b} Wait.",
      fork: "## Throughout, for “Act” substitute “Law”", deciding: [0: .keep()], .bothChanged,
      becomes: "## For the text of #a substitute\nDecided: county/trips@2.0\n\nRead the Law."),
    RebaseExample(
      "other words, which a change throughout does not ask about", "1. {#a} Tell each client.\n2. {#b} Ask a client.",
      "1. {#a} Tell every client.\n2. {#b} Ask a client.",
      fork: "## In #a, for “each” substitute “one”\n\n## Throughout, for “client” substitute “pupil”",
      deciding: [0: .rewrite(Text("Tell every learner."))], .bothChanged, .merged,
      becomes:
        "## For the text of #a substitute\nDecided: county/trips@2.0\n\nTell every learner.\n\n## Throughout, for “client” substitute “pupil”"
    ),
    RebaseExample(
      "a value kept for a term that fills nothing", "---\nterms: {who: clients}\n---\n\n1. {#a} Ask {{who}}.",
      "1. {#a} Ask.", fork: "---\nterms: {who: pupils}\n---\n", deciding: [0: .keep()], .targetOmitted, becomes: ""),
    RebaseExample(
      "a value kept for a term in a clause that is kept",
      "---\nterms: {who: clients}\n---\n\n## Asking {#s}\n\n1. {#a} Ask {{who}}.",
      "## Other {#t}\n\n1. {#b} Go.",
      fork: "---\nterms: {who: pupils}\n---\n\n## For the heading of #s substitute “Asking us”",
      deciding: [0: .keep(), 1: .keep()], .targetOmitted, .targetOmitted,
      becomes:
        "---\nterms: {who: pupils}\n---\n\n## At the end of the document insert\nDecided: county/trips@2.0\n\n### Asking us {#s}\n\n1. {#a} Ask {{who}}."
    ),
    RebaseExample(
      "our heading kept", "## Trips {#s}", "## Visits {#s}", fork: "## For the heading of #s substitute “Tours”",
      deciding: [0: .keep()], .bothChanged,
      becomes: "## For the heading of #s substitute “Tours”\nDecided: county/trips@2.0"),
    RebaseExample(
      "our clause kept", "1. {#a} Ask.", "1. {#a} Call.", fork: "## For #a substitute\n\n1. {#a} Beg.",
      deciding: [0: .keep()],
      .bothChanged, becomes: "## For #a substitute\nDecided: county/trips@2.0\n\n1. {#a} Beg."),
    RebaseExample(
      "a clause that is gone kept at its old place", "1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Go.",
      "1. {#a} Ask.\n2. {#c} Go.", fork: "## In #b, for “Wait” substitute “Sit”", deciding: [0: .keep()],
      .targetOmitted,
      becomes: "## After #a insert\nDecided: county/trips@2.0\n\n1. {#b} Sit."),
    RebaseExample(
      "a clause whose section is gone kept with it",
      "## One {#s}\n\n1. {#a} Ask.\n\n## Two {#t}\n\n1. {#b} Wait.\n2. {#c} Go.", "## One {#s}\n\n1. {#a} Ask.",
      fork: "## In #b, for “Wait” substitute “Sit”\n\n## For the heading of #t substitute “Ours”",
      deciding: [0: .keep()], .targetOmitted, .clean,
      becomes:
        "## After #s insert\nDecided: county/trips@2.0\n\n### Two {#t}\n\n1. {#b} Sit.\n\n## For the heading of #t substitute “Ours”"
    ),
    RebaseExample(
      "a clause whose section is gone reworded with it",
      "## One {#s}\n\n1. {#a} Ask.\n\n## Two {#t}\n\n1. {#b} Wait.\n2. {#c} Go.", "## One {#s}\n\n1. {#a} Ask.",
      fork: "## In #b, for “Wait” substitute “Sit”", deciding: [0: .rewrite(Text("Lie."))], .targetOmitted,
      becomes: "## After #s insert\nDecided: county/trips@2.0\n\n### Two {#t}\n\n1. {#b} Lie."),
    RebaseExample(
      "a new clause kept where its neighbour is gone", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#b} Wait.",
      fork: "## After #a insert\n\n1. {#o} Stand.", deciding: [0: .keep()], .targetOmitted,
      becomes: "## Before #b insert\nDecided: county/trips@2.0\n\n1. {#o} Stand."),
    RebaseExample(
      "a move kept where the place is gone",
      "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}\n\n1. {#c} Go.",
      "## One {#s}\n\n1. {#b} Wait.\n\n## Two {#t}\n\n1. {#c} Go.", fork: "## Move #c after #a", deciding: [0: .keep()],
      .targetOmitted, becomes: "## Move #c before #b\nDecided: county/trips@2.0"),
    RebaseExample(
      "an omission kept", "1. {#a} Ask.\n2. {#b} Wait.", "1. {#a} Call.\n2. {#b} Wait.", fork: "## Omit #a",
      deciding: [0: .keep()], .bothChanged, becomes: "## Omit #a\nDecided: county/trips@2.0"),
    RebaseExample(
      "an omission kept, what was saved there goes too",
      "## One {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}",
      "## One {#s}\n\n1. {#b} Wait.\n\n## Two {#t}\n\n1. {#a} Ask.", fork: "## Omit #s", deciding: [0: .keep()],
      .bothChanged,
      becomes: "## Omit #s\nDecided: county/trips@2.0\n\n## Omit #a\nDecided: county/trips@2.0"),
    RebaseExample(
      "an omission kept, of which only what was saved is left",
      "## One {#s}\n\n1. {#a} Ask.\n\n## Two {#t}\n\n1. {#b} Wait.", "## Two {#t}\n\n1. {#b} Wait.\n2. {#a} Ask.",
      fork: "## Omit #s", deciding: [0: .keep()], .bothChanged, becomes: "## Omit #a\nDecided: county/trips@2.0"),
    RebaseExample(
      "our clause kept that is gone, and what was saved there",
      "1. {#a} Bring dogs:\n\n   - {#small} small ones\n   - {#big} big ones\n2. {#b} Bicycles stay out.",
      "1. {#b} Bicycles stay out:\n\n   - {#small} small ones",
      fork: "## For #a substitute\n\n1. {#a} Bring pets:\n\n   - {#small} small dogs\n   - {#cats} cats",
      deciding: [0: .keep()], .targetOmitted,
      becomes:
        "## Omit #small\nDecided: county/trips@2.0\n\n## Before #b insert\nDecided: county/trips@2.0\n\n1. {#a} Bring pets:\n\n   - {#small} small dogs\n   - {#cats} cats"
    ),
    RebaseExample(
      "other words in place of our clause that is gone, and what was saved there",
      "1. {#a} Bring dogs:\n\n   - {#small} small ones\n   - {#big} big ones\n2. {#b} Bicycles stay out.",
      "1. {#b} Bicycles stay out:\n\n   - {#small} small ones",
      fork: "## For #a substitute\n\n1. {#a} Bring pets:\n\n   - {#cats} cats",
      deciding: [0: .rewrite(Text("Bring these:"))], .targetOmitted,
      becomes:
        "## Omit #small\nDecided: county/trips@2.0\n\n## Before #b insert\nDecided: county/trips@2.0\n\n1. {#a} Bring these:\n\n   - {#cats} cats"
    ),
    RebaseExample(
      "a choice left out, its question rewritten: it keeps its options",
      "## Form {#f .form}\n\n- {#host .one} Who pays?\n  - [ ] {#we} We do\n  - [ ] {#they} They do\n- {#name} Name: ____",
      "## Form {#f .form}\n\n- {#host .one} Who will pay?\n  - [ ] {#we} We do\n  - [ ] {#they} They do\n- {#name} Name: ____",
      fork: "## Omit #host", deciding: [0: .rewrite(Text("Who paid?"))], .bothChanged,
      becomes:
        "## For #host substitute\nDecided: county/trips@2.0\n\n- {#host .one} Who paid?\n  - [ ] {#we} We do\n  - [ ] {#they} They do"
    ),
    RebaseExample(
      "other words in place of a section left out", "## Dogs {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}",
      "## Dogs {#s}\n\n1. {#a} Ask us.\n2. {#b} Wait.\n\n## Two {#t}", fork: "## Omit #s",
      deciding: [0: .rewrite(Text("No dogs."))], .bothChanged,
      becomes: "## For #s substitute\nDecided: county/trips@2.0\n\n### Dogs {#s}\n\n1. {#a} No dogs."),
    RebaseExample(
      "other words in place of a clause left out with what is below it", "1. {#a} Empty the bins.\n2. {#b} Wait.",
      "1. {#a} Empty the bins:\n\n   - {#red} red ones\n2. {#b} Wait.", fork: "## Omit #a",
      deciding: [0: .rewrite(Text("Empty your bin."))], .bothChanged,
      becomes: "## For #a substitute\nDecided: county/trips@2.0\n\n1. {#a} Empty your bin."),
    RebaseExample(
      "other words in one part of a clause",
      "1. {#a} These are the fees:\n\n   | Bus |\n   | --- |\n   | £1 |\n\n   Pay at the office.\n\n   Pay soon.",
      "1. {#a} These were the fees:\n\n   | Bus |\n   | --- |\n   | £1 |\n\n   Pay in the hall.\n\n   Pay soon.",
      fork: "## In #a, for “the fees” substitute “our fees”\n\n## In #a, for “soon” substitute “today”",
      deciding: [0: .rewrite(Text("Our fees:"))], .bothChanged, .alreadyThere,
      becomes:
        "## For the text of #a substitute\nDecided: county/trips@2.0\n\nOur fees:\n\n| Bus |\n| --- |\n| £1 |\n\nPay in the hall.\n\nPay today."
    ),
    RebaseExample(
      "other words that may stand in one part of a clause or in another", "1. {#a} Ask.\n\n   Wait.",
      "1. {#a} Beg.\n\n   Stay.",
      fork: "## For the text of #a substitute\n\nCall.\n\nSit.", deciding: [0: .rewrite(Text("Lie."))], .bothChanged,
      becomes: ""),
    RebaseExample(
      "a new clause kept under a free name, and what follows from it", "1. {#a} Ask.",
      "1. {#a} Ask.\n2. {#o} Whoever is late waits outside.",
      fork:
        "## For the text of #a substitute\n\nAsk, see [](#o).\n\n## After #a insert\n\n1. {#o} Stand.\n\n## Set #o topic=standing",
      deciding: [1: .keep()], .clean, .identityTaken, .clean,
      becomes:
        "## For the text of #a substitute\n\nAsk, see [](#o-2).\n\n## After #o insert\nDecided: county/trips@2.0\n\n1. {#o-2} Stand.\n\n## Set #o-2 topic=standing"
    ),
    RebaseExample(
      "a clause closed to forks cannot be kept", "1. {#a} Ask.", "1. {#a .fixed} Ask.",
      fork: "## In #a, for “Ask” substitute “Beg”", deciding: [0: .keep()], .targetFixed, becomes: ""),
    RebaseExample(
      "a change throughout kept where clauses are open", "1. {#a} Ask a client.\n2. {#b} Tell a client.",
      "1. {#a .fixed} Ask a client.\n2. {#b} Tell a client.", fork: "## Throughout, for “client” substitute “pupil”",
      deciding: [0: .keep()], .targetFixed,
      becomes: "## In #b, for each “client” substitute “pupil”"),
    RebaseExample(
      "a number kept", "1. {#a} Ask.", "1. {#a number=4} Ask.", fork: "## Renumber #a as hidden",
      deciding: [0: .keep()],
      .bothChanged, becomes: "## Renumber #a as hidden\nDecided: county/trips@2.0"),
    RebaseExample(
      "a review cycle kept", "---\ncontrol: {review-every: 1 year}\n---\n\n1. {#a} Ask.",
      "---\ncontrol: {review-every: 3 years}\n---\n\n1. {#a} Ask.",
      fork: "---\ncontrol: {review-every: 2 years}\n---\n", deciding: [0: .keep()], .bothChanged,
      becomes: "---\ncontrol: {review-every: 2 years}\n---\n"),
    RebaseExample(
      "a decision nobody asked for", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#b} Wait.",
      fork: "## In #a, for “Ask” substitute “Beg”", deciding: [0: .adopt()], .clean,
      becomes: "## In #a, for “Ask” substitute “Beg”"),
    RebaseExample(
      "what was decided before stays decided", "1. {#a} Ask.", "1. {#a} Ask.\n2. {#b} Wait.",
      fork: "## In #a, for “Ask” substitute “Beg”\nDecided: county/trips@1.0", .clean,
      becomes: "## In #a, for “Ask” substitute “Beg”\nDecided: county/trips@1.0"),
  ]

  @Test func tellsWhatEveryTextSaysWhereTheyMeet() throws {
    let rebased = try rebase(
      amendments("## In #a, for “should” substitute “must”\n\n## Omit #b\n\n## Move #c before #a"),
      over: BaseChange(
        from: policy("1. {#a} Staff should ask.\n2. {#b} Wait.\n3. {#c} Go."),
        to: policy("1. {#a} Staff may ask.\n2. {#b} Wait.\n3. {#c} Go.")), choices: [0: .adopt()])
    #expect(
      rebased.decisions == [
        Decision(
          amendment: 0, target: "#a", outcome: .bothChanged, choice: .adopt(), base: "Staff should ask.",
          theirs: "Staff may ask.", ours: "Staff must ask.", result: "Staff may ask."),
        Decision(amendment: 1, target: "#b", outcome: .clean), Decision(amendment: 2, target: "#c", outcome: .clean),
      ])
    #expect(rebased.decisions.allSatisfy { !$0.isOpen })
  }

  @Test func tellsThatTheWordsAreTheSameButForTheirMarks() throws {
    let rebased = try rebase(
      amendments("## In #a, for “code” substitute “rules”"),
      over: BaseChange(
        from: policy("1. {#a} Staff follow the code of 1998."),
        to: policy("1. {#a} Staff follow [the code of 1998](https://example.org/code).")))
    #expect(
      rebased.decisions.map(\.theirs) == ["Staff follow the code of 1998."])
    #expect(rebased.decisions.map(\.remark) == ["(with other links, emphasis or attributes)"])
  }

  @Test func tellsWhatStandsInTheEndWhereSomebodyDecided() throws {
    let rebased = try rebase(
      amendments("## In #a, for “Big” substitute “Large”\n\n## In #a, for “red” substitute “raw”"),
      over: BaseChange(
        from: policy("1. {#a} Big dogs eat red meat."), to: policy("1. {#a} Huge dogs eat fresh meat.")),
      choices: [0: .keep()])
    #expect(
      rebased.decisions.map(\.result) == ["Large dogs eat raw meat.", nil])
  }

  @Test func tellsWhatWasMovedOutOfAClauseThatIsLeftOut() throws {
    let rebased = try rebase(
      amendments("## Omit #s"),
      over: BaseChange(
        from: policy("## One {#s}\n\n1. {#a} Ask.\n2. {#b} Wait.\n\n## Two {#t}"),
        to: policy("## One {#s}\n\n1. {#b} Wait.\n\n## Two {#t}\n\n1. {#a} Ask.")))
    #expect(rebased.decisions.map(\.theirs) == ["One\nWait.\nAsk."])
    #expect(rebased.decisions.map(\.remark) == ["(#a moved out of it)"])
  }

  @Test func tellsWhatCannotBeKept() throws {
    let rebased = try rebase(
      amendments("## Move #a after #b\n\n## In #d, for “Go” substitute “Run”"),
      over: BaseChange(
        from: policy("1. {#a} Ask.\n2. {#b} Wait.\n3. {#c} Sit.\n4. {#d} Go."),
        to: policy("1. {#c} Sit.\n2. {#a} Ask:\n\n   - {#b} wait.\n3. {#d} Stay.")))
    #expect(rebased.decisions.map { $0.choices.contains(.keep) } == [false, true])
    #expect(rebased.decisions.map(\.clause) == ["Ask.", nil])
  }

  @Test func tellsOnceWhatOneQuestionDecides() throws {
    let rebased = try rebase(
      amendments(
        "## In #a, for “may” substitute “must not”\nBecause: of bites.\n\n## In #a, for “noon” substitute “one”"),
      over: BaseChange(
        from: policy("1. {#a} Parents may bring a dog before noon."),
        to: policy("1. {#a} Parents can bring a dog before noon.")))
    #expect(rebased.decisions.map(\.decidedWith) == [nil, 0])
    #expect(
      rebased.decisions.map(\.ours) == [
        "Parents must not bring a dog before one.", "Parents must not bring a dog before one.",
      ])
    #expect(rebased.decisions.map(\.reason) == ["of bites.", nil])
  }
}
