import Amending
import PolicyModel
import Publishing
import Testing

/// What the page of a fork says of a clause is said of that fork, not of those it rests on.
@Suite struct LineageTests {
  @Test func aClauseAmendedBelowIsInheritedAbove() throws {
    func level(_ address: String, _ body: PolicyFile.Body) -> Level {
      let name = Organisation(name: TermValue("The \(address)"), kind: .school)
      return Level(address: Address(address)!, file: PolicyFile(body), organisation: name)
    }
    func amending(_ base: String, _ old: String, _ new: String) -> PolicyFile.Body {
      let change = Rewording(Text(old), .substitute(Text(new)))
      let amendment = Amendment(.reword(.clause(.identity("rule")), change), reason: Text("the \(new) asked for it"))
      return .instrument(Instrument(base: Address(base)!, amendments: [amendment]))
    }
    let county = Policy(title: "Trips", clauses: [Clause("rule", blocks: [.paragraph(Text("The head decides."))])])
    let levels = [
      level("county/trips@1.0", .policy(county)),
      level("town/trips@1.0", amending("county/trips@1.0", "head", "board")),
      level("hill/trips@1.0", .instrument(Instrument(base: Address("town/trips@1.0")!))),
      level("dale/trips@1.0", amending("town/trips@1.0", "board", "panel")),
    ]
    let town = try #require(resolve(Array(levels[...1])).resolved?.html)
    let hill = try #require(resolve(Array(levels[...2])).resolved?.html)
    let dale = try #require(resolve(Array(levels[...1]) + [levels[3]]).resolved?.html)
    #expect(town.contains(">Amended, because: the board asked for it<"))
    #expect(hill.contains(">Inherited<") && !hill.contains("Amended"))
    #expect(dale.contains(">Amended, because: the panel asked for it<"))
  }
}
