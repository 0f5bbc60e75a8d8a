import Reading
import Testing

/// Two versions of a sentence beside each other: `+` what binds more now, `-` what binds less, `?` a remark.
@Suite struct StrengthChangeTests {
  private func check(_ row: Row) {
    let found = strengthChanges(from: row.old, to: row.new)
    let changes = found.changes.map { "\($0.direction == .stronger ? "+" : "-") \($0.reason)" }
    #expect(changes + found.remarks.map { "? \($0)" } == row.findings, "\(row)")
    let back = strengthChanges(from: row.new, to: row.old).changes
    #expect(back.count { $0.direction == .weaker } == found.changes.count { $0.direction == .stronger }, "\(row) back")
    #expect(back.count { $0.direction == .stronger } == found.changes.count { $0.direction == .weaker }, "\(row) back")
  }

  struct Row: CustomTestStringConvertible {
    let old: String
    let new: String
    let findings: [String]

    init(_ old: String, _ new: String, _ findings: String...) {
      self.old = old
      self.new = new
      self.findings = findings
    }

    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(arguments: [
    Row("Staff should keep a log.", "Staff must keep a log.", "+ “should” became “must”"),
    Row("Staff must keep a log.", "Staff should keep a log.", "- “must” became “should”"),
    Row("Staff must keep a log.", "Staff may keep a log.", "- “must” became “may”"),
    Row("Staff may keep a log.", "Staff must keep a log.", "+ “may” became “must”"),
    Row("Staff should not name pupils.", "Staff must not name pupils.", "+ “should not” became “must not”"),
    Row("Staff must not name pupils.", "Staff may name pupils.", "- “must not” became “may”"),
    Row("Staff may use phones.", "Staff must not use phones.", "+ “may” became “must not”"),
    Row(
      "Pupils are allowed to cycle.", "Pupils are not allowed to cycle.",
      "+ “are allowed to” became “are not allowed to”"),
    Row(
      "Visits are allowed on Sundays.", "Visits are not allowed on Sundays.", "+ “are allowed” became “are not allowed”"
    ),
    Row(
      "Staff are expected to sign in.", "Staff are required to sign in.", "+ “are expected to” became “are required to”"
    ),
    Row("The Head will decide.", "The Head may decide.", "- “will” became “may”"),
    Row("Nobody may swim alone.", "Nobody should swim alone.", "- “no … may” became “no … should”"),
    Row(
      "You must tell the Head.", "You must not tell the Head.",
      "- “must” became “must not”: what was asked is so no more", "+ “must” became “must not”: it is ruled out instead"),
    Row(
      "Staff must not speak to the press and should pass calls on.",
      "Staff should not speak to the press and must pass calls on.",
      "- “must not” became “should not”", "+ “should” became “must”"),
    Row("Staff must wait here.", "Staff shall wait there."),
    Row("Staff must never use phones.", "Staff must not normally use phones.", "- “normally” was added"),
    // A right is something else than leave.
    Row("Staff may be accompanied.", "Staff may not be accompanied.", "- “may” became “may not”"),
    Row(
      "Parents can appeal within ten days.", "Parents can appeal within five days.",
      "- “within ten days” became “within five days”"),
    Row(
      "Only the Head can suspend a pupil.", "The Head can suspend a pupil.",
      "- the limit “only the Head” was taken out", "? “can” tells what is possible, not what is allowed"),
    Row("Staff must not fail to wait.", "Staff must wait."),
    // One thing is left undone in many words, and one bound drawn from both sides.
    Row("Staff must not post about pupils.", "Staff must refrain from posting about pupils."),
    Row("Do not use phones in class.", "Avoid using phones in class."),
    Row("Staff should avoid using phones.", "Staff must not use phones.", "+ “should avoid” became “must not”"),
    Row("Staff must work no more than 13 hours a day.", "Staff must not work more than 13 hours a day."),
    Row(
      "Staff must work no more than 13 hours a day.", "Staff must not work more than 12 hours a day.",
      "+ “no more than 13 hours” became “more than 12 hours”"),
    Row("Appeals must be made no later than 5 pm.", "Appeals must not be made later than 5 pm."),
    // What is normally done leaves room for what is not.
    Row("The Head will hold the hearing.", "The Head will normally hold the hearing.", "- “normally” was added"),
    Row(
      "Cooks may sing.", "No cook is required to sing.", "? “no … is required to” says what nobody has to do"),
    Row(
      "Cooks must sing.", "Cooks need not sing.", "- “must” became “need not”",
      "? “need not” says what nobody has to do"),
    Row(
      "Cooks are required to sing.", "Cooks are not required to sing.",
      "- “are required to” became “are not required to”", "? “are not required to” says what nobody has to do"),
    Row(
      "Cooks need to sing.", "Cooks do not need to sing.", "- “need to” became “do not need to”",
      "? “do not need to” says what nobody has to do"),
    Row(
      "Cooks have to sing.", "Cooks no longer have to sing.", "- “have to” became “no longer have to”",
      "? “no longer have to” says what nobody has to do"),
    Row(
      "Singing is prohibited.", "Singing is not prohibited.", "- “is prohibited” became “is not prohibited”",
      "? “is not prohibited” says what nobody has to leave undone"),
    Row(
      "Cooks cannot sing.", "Cooks can sing.", "- “cannot” became “can”",
      "? “can” tells what is possible, not what is allowed"),
  ])
  func phrases(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "Staff must not speak unless they have advice.", "Staff must not speak.",
      "+ the exception “unless they have advice” was taken out"),
    Row(
      "Staff must not speak.", "Unless authorised, staff must not speak.",
      "- the exception “unless authorised” was added"),
    Row(
      "Parents may film unless the Head objects.", "Parents may film.",
      "- the exception “unless the Head objects” was taken out"),
    Row("Parents may film.", "Parents may film except in class.", "+ the exception “except in class” was added"),
    Row(
      "Parents may film the play.", "Parents may film the play only with consent.",
      "+ the limit “only with consent” was added"),
    Row(
      "Staff must not speak unless they have advice.", "Staff must not speak unless they have approval.",
      "? the exception “unless they have advice” became “unless they have approval”"),
    Row("The Head may spend money.", "The Head may spend money without approval.", "- “without approval” was added"),
    Row(
      "Staff must wait.", "Staff must wait if they are ill for more than a day.",
      "- the condition “if they are ill for more than a day” was added",
      "? “more than a day” was added, which tells when or of whom it holds"),
    Row(
      "Staff must wait.", "Staff must wait only if the Head asks.", "- the condition “if the Head asks” was added"),
    Row(
      "Staff must wait.", "Staff must wait, provided that the Head agrees.",
      "- the condition “provided that the Head agrees” was added"),
    Row("Staff may wait.", "Staff may wait if they are ill.", "+ the condition “if they are ill” was added"),
    Row("Staff must ask.", "Staff must ask if they may leave.", "? “may” stands in a condition, behind “if”"),
    Row(
      "A site must carry the logo.", "Where possible, a site should carry the logo.",
      "- “must” became “should”", "- the exception “where possible” was added"),
  ])
  func exceptions(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "Faults must be reported within five working days.", "Faults must be reported within two working days.",
      "+ “within five working days” became “within two working days”"),
    Row("Faults must be reported within seven days.", "Faults must be reported within a week."),
    Row(
      "Faults must be reported within ten working days.", "Faults must be reported within thirty working days.",
      "- “within ten working days” became “within thirty working days”"),
    Row(
      "Faults must be reported within thirty days.", "Faults must be reported within twenty-five days.",
      "+ “within thirty days” became “within twenty-five days”"),
    Row(
      "Faults must be reported within 5 days.", "Faults must be reported within 24 hours.",
      "+ “within 5 days” became “within 24 hours”"),
    Row(
      "Faults must be reported within a day.", "Faults must be reported at once.", "+ “within a day” became “at once”"),
    Row(
      "Faults must be reported promptly.", "Faults must be reported immediately.", "+ “promptly” became “immediately”"),
    Row(
      "Faults must be reported.", "Faults must be reported by the end of the term.",
      "+ “by the end of the term” was added"),
    Row(
      "Faults must be reported as soon as possible.", "Faults must be reported within two days.",
      "? “as soon as possible” became “within two days”: which of them is sooner depends on the case"),
    Row("The list must be checked annually.", "The list must be checked termly.", "+ “annually” became “termly”"),
    Row(
      "The list must be checked every two years.", "The list must be checked every year.",
      "+ “every two years” became “every year”"),
    Row(
      "The list must be checked at least once a month.", "The list must be checked regularly.",
      "- “at least once a month” became “regularly”"),
    Row(
      "The list must be checked twice a year.", "The list must be checked weekly.", "+ “twice a year” became “weekly”"),
    Row(
      "At least two helpers must attend.", "At least three helpers must attend.",
      "+ “at least two” became “at least three”"),
    Row(
      "Records must be kept for six years.", "Records must be kept for three years.",
      "- “for six years” became “for three years”"),
    Row(
      "Teams may open up to three accounts.", "Teams may open up to two accounts.", "+ “up to three” became “up to two”"
    ),
    Row(
      "Teams must keep no more than 3 keys.", "Teams must keep no more than five keys.",
      "- “no more than 3” became “no more than five”"),
    Row(
      "Guests must ask no later than 7 days before the feast.",
      "Guests must ask no later than 14 days before the feast.",
      "+ “no later than 7 days” became “no later than 14 days”"),
    Row(
      "Guests must ask two weeks in advance.", "Guests must ask a week in advance.", "- “two weeks” became “a week”"),
    Row(
      "Guests must give five days’ notice.", "Guests must give ten days’ notice.", "+ “five days’” became “ten days’”"),
    Row("Guests must pay by 31 March.", "Guests must pay by 30 April.", "- “by 31 March” became “by 30 April”"),
    Row(
      "Guests must pay by 1 May 2027.", "Guests must pay by 1 June 2026.", "+ “by 1 May 2027” became “by 1 June 2026”"),
    Row(
      "Guests must pay by 1 December.", "Guests must pay by 1 March.",
      "? “by 1 December” became “by 1 March”: which of them is sooner depends on the case"),
    Row(
      "Guests must ring before 8.00 am.", "Guests must ring before 8.30 am.",
      "- “before 8.00 am” became “before 8.30 am”"),
    Row(
      "On the first day the office must ring home.", "On the third day the office must ring home.",
      "- “on the first day” became “on the third day”"),
    Row("Music must end by 10 pm.", "Music must end by noon.", "+ “by 10 pm” became “by noon”"),
    Row(
      "Guests must not leave before 8 am.", "Guests must not leave before 9 am.", "? “before 8 am” became “before 9 am”"
    ),
    Row(
      "Lists must be kept for no longer than six years.", "Lists must be kept for no longer than three years.",
      "+ “for no longer than six years” became “for no longer than three years”"),
    Row("Claims must not exceed £20.", "Claims must not exceed £30.", "- “exceed £20” became “exceed £30”"),
    Row(
      "Guests must not knock more than once a day.", "Guests must not knock more than twice a day.",
      "- “more than once a day” became “more than twice a day”"),
    Row("At most two cooks may rest.", "At most four cooks may rest.", "- “at most two” became “at most four”"),
    Row("The Head must pay up to £50.", "The Head must pay up to £100.", "+ “up to £50” became “up to £100”"),
    // What tells when or of whom a duty holds does not measure it.
    Row(
      "The Head must see guests who stay for at least two days.",
      "The Head must see guests who stay for at least six days.",
      "? “for at least two days” became “for at least six days”, which tells when or of whom it holds"),
    Row(
      "The office must pay claims made within three weeks.", "The office must pay claims made within six weeks.",
      "? “within three weeks” became “within six weeks”, which tells when or of whom it holds"),
    Row(
      "Guests ill for at least two days must stay.", "Guests ill for at least six days must stay.",
      "? “for at least two days” became “for at least six days”, which tells when or of whom it holds"),
    Row(
      "Where a guest stays for two days, they must pay.", "Where a guest stays for six days, they must pay.",
      "? “for two days” became “for six days”, which tells when or of whom it holds"),
    // Years that measure nothing.
    Row("Every year group must keep a list.", "Each team must keep a list."),
    Row(
      "The list must be checked biannually.", "The list must be checked annually.", "- “biannually” became “annually”"),
    Row(
      "Faults must be reported within 5 (five) working days.", "Faults must be reported within 10 (ten) working days.",
      "- “within 5 (five) working days” became “within 10 (ten) working days”"),
    // A span is a floor where it is asked, and a ceiling where it is allowed.
    Row(
      "Staff may work from home for two days a week.", "Staff may work from home for three days a week.",
      "- “for two days” became “for three days”"),
    Row(
      "The Head may extend it for three months.", "The Head may extend it for up to six months.",
      "- “for three months” became “for up to six months”"),
    Row(
      "Guests must not sing for two days.", "Guests must not sing for three days.",
      "+ “for two days” became “for three days”"),
  ])
  func measures(row: Row) { check(row) }

  @Test(arguments: [
    Row(
      "Staff must not work abroad.", "Staff must not work abroad for more than ten days a year.",
      "- “more than ten days” was added"),
    Row(
      "Lists must not be kept for longer than six years.", "Lists must not be kept for longer than ten years.",
      "- “longer than six years” became “longer than ten years”"),
    Row(
      "Cooks must not work more than ten days.", "Cooks must not work more than ten days or more than 60 hours.",
      "? “more than 60 hours” was added"),
    Row(
      "Staff must not return.", "Staff must not return for at least two days.", "- “for at least two days” was added"),
    Row(
      "Guests must not accept gifts worth more than £20.", "Guests must not accept gifts worth more than £30.",
      "- “more than £20” became “more than £30”"),
    // The larger every absence is, the fewer there are.
    Row(
      "Managers must meet staff after every absence.",
      "Managers must meet staff after every absence of more than a day.",
      "- “more than a day” was added"),
    Row(
      "Managers must meet any cook absent for at least 28 days.",
      "Managers must meet any cook absent for at least 14 days.",
      "+ “for at least 28 days” became “for at least 14 days”"),
    Row(
      "The Head must give notice of at least two days.", "The Head must give notice of at least three days.",
      "+ “at least two days” became “at least three days”"),
    // Where it is not known what is measured, or what stood there before, nothing is said of more or less.
    Row(
      "Staff must declare gifts worth at least £25.", "Staff must declare gifts worth at least £50.",
      "? “at least £25” became “at least £50”"),
    Row(
      "Managers must refer any cook with at least three absences.",
      "Managers must refer any cook with at least five absences.", "? “at least three” became “at least five”"),
    Row(
      "Managers must allow more than five days for rest.", "Managers must allow more than ten days for rest.",
      "? “more than five days” became “more than ten days”"),
    Row(
      "The Council will pay a maximum of £500.", "The Council will pay a maximum of £250.",
      "? “a maximum of £500” became “a maximum of £250”"),
    Row(
      "Guests must pay by 5 pm on Friday.", "Guests must pay by noon on Monday.",
      "? “by 5 pm” became “by noon”: which of them is sooner depends on the case"),
    Row(
      "Guests must pay within two to three days.", "Guests must pay within five days.", "? “within five days” was added"
    ),
    Row("Guests must pay within half a day.", "Guests must pay within a day.", "? “within a day” was added"),
    Row(
      "Guests must pay on their last day.", "Guests must pay within five days of their last day.",
      "? “within five days” was added"),
    Row(
      "Managers must allow at least 30 minutes for lunch.", "Managers must allow an hour for lunch.",
      "? “at least 30 minutes” was taken out"),
    Row(
      "Staff must declare gifts.", "Staff must declare gifts that exceed £25.",
      "? “exceed £25” was added, which tells when or of whom it holds"),
  ])
  func measuresOfOneOrTheOther(row: Row) { check(row) }

  @Test func whatStandsAboveIsReadAlong() {
    let found = strengthChanges(
      from: "Cover of at least £10 million", to: "cover of at least £6 million",
      under: ("The clerk must check", "The clerk must check"))
    #expect(found.changes.map(\.reason) == ["“at least £10” became “at least £6”"])
  }

  @Test func whatShouldBeDoneIsForbidden() {
    let found = strengthChanges(from: "Staff should use phones.", to: "Staff must never use phones.")
    #expect(found.changes.map(\.direction) == [.stronger])
  }

  @Test func bothWaysInOneSentence() {
    check(
      Row(
        "Staff should report it within five days unless they are ill.", "Staff must report it within ten days.",
        "+ “should” became “must”", "+ the exception “unless they are ill” was taken out",
        "- “within five days” became “within ten days”"))
  }

  @Test(arguments: [
    Row(
      "Staff should tell their manager.", "Staff should tell their manager and must keep a record.",
      "? asks something new: staff must keep a record"),
    Row("Staff must report it and may leave.", "Staff must report it.", "? no longer allows: staff may leave"),
    Row(
      "Staff should keep the log.", "Staff must call the police.",
      "? asks something new: staff must call the police", "? no longer asks: staff should keep the log"),
    Row(
      "The pool is closed.", "Diving is not allowed in the pool.",
      "? asks something new: diving is not allowed in the pool"),
    Row(
      "A breach is noted.", "A breach may lead to dismissal.",
      "? “may” tells what can happen here: “breach” is nobody who could be allowed something"),
    Row("A breach may lead to dismissal.", "A breach may lead to a warning."),
    Row(
      "Staff should wait.", "If staff should wait, they sit.", "? “should” stands in a condition, behind “if”",
      "? no longer asks: staff should wait"),
  ])
  func whatIsNeither(row: Row) { check(row) }
}
