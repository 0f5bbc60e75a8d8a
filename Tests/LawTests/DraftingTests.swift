import Amending
import PolicyModel
import PolicySource
import Testing

/// Where a drafter would write one amendment, comparing finds one, in the drafter's words.
@Suite struct DraftingTests {
  private func policy(_ clauses: String) throws -> Policy {
    let file = parse(Array("---\ntitle: Trips\n---\n\n\(clauses)\n".utf8), path: "draft.md")
    #expect(file.diagnostics.map(\.description) == [])
    guard case .policy(let policy)? = file.value?.body else { throw Unreadable() }
    return policy
  }

  private struct Unreadable: Error {}

  /// The headings of the amendments, as an instrument has them.
  private func amendments(_ old: String, _ new: String) throws -> [String] {
    let comparison = try compare(policy(old), policy(new))
    let instrument = Instrument(base: Address("hill/trips@1.0")!, amendments: comparison.amendments)
    let source = PolicyFile(.instrument(instrument)).canonicalSource
    return source.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
  }

  @Test func aParagraphGoesWithTheLastOfItsWords() throws {
    let base = try policy("1. {#rule} One.\n\n   Two.")
    let omission = Amendment(.reword(.clause(.identity("rule")), Rewording(Text("Two."), each: false, .omit)))
    let amended = apply([omission], to: base, by: Address("hill/trips@draft")!)
    #expect(amended.diagnostics.isEmpty && amended.policy.clauses[0].blocks == [.paragraph(Text("One."))])
  }

  @Test(arguments: [
    ("Staff should go.", "Staff must go.", "In #rule, for “should” substitute “must”"),
    (
      "Staff should go, and should say so.", "Staff must go, and should say so.",
      "In #rule, for “Staff should” substitute “Staff must”"
    ),
    (
      "Tell the pupils today.", "Tell the pupils and their families today.",
      "In #rule, after “pupils” insert “and their families”"
    ),
    ("Staff must not attack.", "Staff must not insult, attack.", "In #rule, after “not” insert “insult,”"),
    ("Staff go.", "All staff go.", "In #rule, for “Staff” substitute “All staff”"),
    ("{{clients}} go.", "All {{clients}} go.", "In #rule, before “{{clients}}” insert “All”"),
    ("Ask first. Then go.", "Ask first. Wait a day. Then go.", "In #rule, after “first.” insert “Wait a day.”"),
    ("Ask first. Wait a day. Then go.", "Ask first. Then go.", "In #rule, omit “Wait a day.”"),
    ("Pupils (and staff) go by bus or train.", "Pupils go by bus or train.", "In #rule, omit “(and staff)”"),
    (
      "It is allowed in working time only.", "It is allowed from nine, except in the breaks only.",
      "In #rule, for “in working time” substitute “from nine, except in the breaks”"
    ),
    (
      "Ask the Council, which is long in answering. The Council decides at the end of a term.",
      "Ask the Trust, which is long in answering. The Trust decides at the end of a term.",
      "In #rule, for each “Council” substitute “Trust”"
    ),
    (
      "Please read [our advice](https://hill.example/a) before any trip.",
      "Please read [their advice](https://hill.example/a) before any trip.",
      "In #rule, for “[our advice](https://hill.example/a)” substitute “[their advice](https://hill.example/a)”"
    ),
    (
      "Read it, then *please* go home.", "Read it, then *never* go home.",
      "In #rule, for “*please*” substitute “*never*”"
    ),
  ])
  func oneRewording(old: String, new: String, amendment: String) throws {
    #expect(try amendments("1. {#rule} \(old)", "1. {#rule} \(new)") == [amendment])
  }

  @Test func wordsOfOneCellAmongOthers() throws {
    let table = { (hour: String) in
      """
      1. {#hours} The office is open:

         | Day | Hours |
         | --- | --- |
         | Monday | nine to four |
         | Friday | nine to \(hour) |
      """
    }
    #expect(try amendments(table("three"), table("noon")) == ["In #hours, for “three” substitute “noon”"])
  }

  /// A quotation stands in a heading, which is one line.
  @Test(arguments: [
    ("The leader must carry a map.", "The leader must carry\\\n   a map."),
    ("The leader must carry\\\n   a map.", "The leader must carry a map."),
    ("The leader must carry\\\n   a map.", "The leader must hold\\\n   a map."),
  ])
  func wordsBesideALineBreak(old: String, new: String) throws {
    let found = try amendments("1. {#rule} \(old)", "1. {#rule} \(new)")
    #expect(found == ["For the text of #rule substitute"] || found == ["In #rule, for “carry” substitute “hold”"])
  }

  @Test func aNewWordingAsAWhole() throws {
    #expect(
      try amendments("1. {#rule} Staff must ask the Head.", "1. {#rule} No trip starts before nine.")
        == ["For the text of #rule substitute"])
  }

  private let sections = """
    ## Before {#before}

    1. {#ask} Staff must ask the Head at least a week before.
    2. {#pay} Parents pay for the coach.

    ## On the way {#way}

    1. {#belt} Everybody wears a belt.
    2. {#seat} Everybody stays in one seat until the coach stands still.
    """

  @Test func aClauseMovedAndReworded() throws {
    let new = """
      ## Before {#before}

      1. {#pay} Parents pay for the coach.

      ## On the way {#way}

      1. {#belt} Everybody wears a belt.
      2. {#ask} Staff must ask the Head at least a month before.
      3. {#seat} Everybody stays in one seat until the coach stands still.
      """
    #expect(
      try amendments(sections, new) == ["Move #ask after #belt", "In #ask, for “week” substitute “month”"])
  }

  @Test func twoSectionsThatSwap() throws {
    let parts = sections.split(separator: "## ").map { "## \($0)" }
    #expect(try amendments(sections, parts[1] + "\n\n" + parts[0]) == ["Move #way to the start of the document"])
  }

  @Test func aSectionUnderAnotherNameAndHeading() throws {
    let new = sections.replacing("## On the way {#way}", with: "## Travel {#travel}")
    #expect(try amendments(sections, new) == ["For the heading of #way substitute “Travel”"])
  }
}
