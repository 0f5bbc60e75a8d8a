import PolicyModel
import Reading
import Testing

/// Which duties two texts have in common, and what became of the others.
@Suite struct DutyDifferenceTests {
  private func difference(_ old: [ResolvedClause], _ new: [ResolvedClause]) -> DutyDifference {
    let known = Set(old.map(\.identity))
    let matches = Dictionary(uniqueKeysWithValues: new.map(\.identity).filter(known.contains).map { ($0, $0) })
    return dutyDifference(from: duties(of: .sample(old)), to: duties(of: .sample(new)), matches: matches)
  }

  @Test func theSameTextDiffersInNothing() {
    let text: [ResolvedClause] = [
      .sample("a", "Staff must sign in. Guests may wait."), .sample("b", "Cooks should rest."),
    ]
    #expect(difference(text, text).isEmpty)
  }

  @Test func dutiesThatCameAndWent() {
    let found = difference(
      [.sample("a", "Staff must sign in. Guests may wait.")],
      [.sample("a", "Staff must sign in. Drivers must park outside.")])
    #expect(found.added.map(\.act) == ["park outside"])
    #expect(found.removed.map(\.act) == ["wait"])
    #expect(found.changed.isEmpty)
  }

  @Test(arguments: [
    ("Staff must keep a log of calls.", "Staff should keep a log of calls."),
    ("Staff must keep a log of calls.", "Staff must keep a log of calls unless the Head agrees."),
    ("Staff must report a fault within five days.", "Staff must report a fault within two days."),
    ("The head must sign the form.", "The clerk must sign the form."),
    ("Every guest must sign the form.", "Staff must sign the form."),
    ("Staff must wear a badge if visitors are there.", "Staff must wear a badge."),
    ("When visitors are there, staff must wear a badge.", "Staff must wear a badge."),
    ("The form must be signed by the clerk.", "The form must be signed."),
    ("Hirers must pay in full 7 days before the feast.", "Hirers must pay in full 14 days before the feast."),
    ("Music in the great hall must end by 10 pm.", "Music in the great hall must end by 9 pm."),
    ("Staff must be trained by 31 July 2026.", "Staff must be trained by 31 July 2027."),
    ("Staff must sign in and sign out.", "Staff must sign in or sign out."),
    ("Staff must keep a log of each call and send it off.", "Staff must keep a log of each call."),
    (
      "Where staff are ill for more than seven days, they must send in a note.",
      "Where staff are ill for more than three days, they must send in a note."
    ),
    ("Staff must carry cover of £10 million.", "Staff must carry cover of £6 million."),
    ("Records must be kept confidential.", "Records must be kept public."),
    ("The lead must refer the case to the police.", "The lead must refer the case to the headteacher."),
    ("Staff must consult the clerk before deciding.", "Staff must inform the clerk after deciding."),
    (
      "If staff have been away for a week without a word to the office, the head must ring them.",
      "The head must ring them."
    ),
    ("The chair’s written approval must be obtained.", "The approval of the whole board must be obtained."),
  ])
  func theSameDutyBindsOtherwise(old: String, new: String) {
    let found = difference([.sample("a", old)], [.sample("a", new)])
    #expect(found.changed.map(\.old.sentence) == [old] && found.changed.map(\.new.sentence) == [new])
    #expect(found.added.isEmpty && found.removed.isEmpty)
  }

  @Test func ofEqualDutiesAsManyStayAsThereAre() {
    let found = difference(
      [.sample("a", "Staff must sign in. Staff must sign in.")], [.sample("a", "Staff must sign in.")])
    #expect(found.removed.map(\.act) == ["sign in"])
    #expect(found.added.isEmpty && found.changed.isEmpty)
  }

  @Test func dutiesThatSwappedPlacesBindAsBefore() {
    let found = difference(
      [.sample("a", "Staff must keep a log. Staff must keep a log unless they are away.")],
      [.sample("a", "Staff must keep a log unless they are away. Staff must keep a log.")])
    #expect(found.isEmpty)
  }

  @Test func otherWordsForTheSameDuty() {
    let found = difference(
      [.sample("a", "Staff must keep a written log of calls.")], [.sample("a", "All staff must keep a log of calls.")])
    #expect(found.isEmpty)
  }

  @Test(arguments: [
    ("If visitors come, staff must wear a badge.", "Staff must wear a badge if visitors come."),
    ("Members of staff must wear a badge.", "All staff must wear a badge."),
    (
      "The head may suspend the teacher when the charge is of theft.",
      "When the charge is of theft, the head may suspend the teacher."
    ),
    (
      "Managers must keep notes. They must send them to the office.",
      "Managers must keep notes and send them to the office."
    ),
    (
      "Managers must keep notes and send them to the office.",
      "Managers must keep notes. They must send them to the office."
    ),
    ("The case must be heard by a senior manager.", "A senior manager must hear the case."),
  ])
  func thePeopleAndTheConditionsAreTheSame(old: String, new: String) {
    #expect(difference([.sample("a", old)], [.sample("a", new)]).isEmpty)
  }

  @Test func aDutyThatDiffersByTheValueOfATermIsTheSame() {
    let old = duties(of: .sample([.sample("a", "The cleaner must sweep.")]))
    let new = duties(of: .sample([.sample("a", "Members of the team must sweep.")]))
    #expect(!dutyDifference(from: old, to: new, matches: ["a": "a"]).isEmpty)
    #expect(dutyDifference(from: old, to: new, matches: ["a": "a"]) { _, _ in false }.isEmpty)
  }

  @Test func aDutyThatMovedIsNoNewOne() {
    let old: [ResolvedClause] = [
      .sample("a", "Staff must sign in. Staff must keep a log of calls."), .sample("b", "Stay calm."),
    ]
    let new: [ResolvedClause] = [.sample("a", "Staff must sign in."), .sample("c", "Staff must keep a log of calls.")]
    let found = difference(old, new)
    #expect(found.added.isEmpty && found.changed.isEmpty)
    #expect(found.removed.map(\.act) == ["Stay calm"])
  }

  @Test func clausesAreMatchedByTheirOldNames() {
    let old = duties(of: .sample([.sample("a", "Staff must read the full list daily.")]))
    let new = duties(of: .sample([.sample("z", "Staff should read the list daily.")]))
    #expect(dutyDifference(from: old, to: new, matches: ["z": "a"]).changed.count == 1)
  }
}
