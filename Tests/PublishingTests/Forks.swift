import Amending
import Foundation
import PolicyModel
import Publishing

/// A county's policy on trips, and schools that amend it.
enum Forks {
  static func clause(_ name: String, _ words: String, kind: Clause.Kind = .clause, _ clauses: [Clause] = []) -> Clause {
    Clause(Identity(name), kind: kind, blocks: [.paragraph(words.text)], clauses: clauses)
  }

  static func section(_ name: String, _ heading: String, _ clauses: [Clause]) -> Clause {
    Clause(Identity(name), kind: .section(Clause.Section()), heading: heading.text, clauses: clauses)
  }

  /// Eleven clauses: three sections, six paragraphs and two items.
  static let county = Policy(
    title: "Trips",
    terms: ["employer": TermValue("the County"), "owner": TermValue("the County"), "head": TermValue("the Director")],
    clauses: [
      section(
        "rules", "Rules <b>",
        [
          clause("leave", "Staff should ask {{head}} for leave."),
          clause("bus", "A bus of {{employer}} is used & kept clean."),
          clause("list", "Bring:", [clause("map", "a map", kind: .item), clause("food", "food", kind: .item)]),
        ]),
      section("money", "Money", [clause("pay", "Parents pay {{owner}}."), clause("help", "Help is offered.")]),
      section("end", "Afterwards", [clause("report", "Staff must report to {{head}}.")]),
    ])

  /// - Parameter edition: without one, a draft.
  static func level(_ owner: String, at edition: String? = "1.0", _ body: PolicyFile.Body) -> Level {
    Level(
      address: Address("\(owner)/trips@\(edition ?? "draft")")!, file: PolicyFile(body),
      organisation: Organisation(name: TermValue("\(owner.capitalized) School"), kind: .school))
  }

  static func fork(
    _ owner: String, at edition: String? = "1.0", of base: String, _ amendments: [Amendment]
  ) -> Level {
    level(owner, at: edition, .instrument(Instrument(base: Address("\(base)")!, amendments: amendments)))
  }

  static func reword(_ name: String, _ old: String, _ new: String, because reason: String? = nil) -> Amendment {
    Amendment(
      .reword(.clause(.identity(Identity(name)!)), Rewording(old.text, .substitute(new.text))),
      reason: reason.map { Text($0) })
  }

  static func term(_ name: String, _ value: String) -> Amendment {
    Amendment(.setDocument(.term(name, TermValue(value))))
  }

  /// - Parameter approved: the editions that were ratified, each in the year of its first number after 2020, under a minute;
  ///   those between two whole numbers with changes.
  static func publication(_ levels: [Level], approved: [String] = ["1.0"], newest: String? = nil) -> Publication {
    let fork = resolve(levels)
    let base = Array(levels.dropLast())
    let records = approved.map { name in
      let edition = Edition(name)!
      return Ledger.Record(
        edition: edition, event: name.hasSuffix(".0") ? .approved : .approvedWithChanges, body: "Governors",
        on: PartialDate(year: 2020 + edition.parts[0]),
        minute: "FGB \(name)")
    }
    let variations = LevelStack(base).flatMap { redline(from: filledIn($0, by: fork), to: fork) }.map { redline in
      let plain = resolve(base)
      return Variations(from: plain.resolved!, terms: plain.policy!.terms, redline: redline, written: fork.policy!)
    }
    let choice = levels.last!.address.choice!
    return Publication(
      manuscript(of: LevelStack(levels)!).manuscript, ledger: Ledger(records),
      newest: newest.map { .edition(Edition($0)!) } ?? choice, digest: "sha256:0",
      amended: resolve(base).resolved.map { AmendedText(title: $0.title, owner: $0.organisation.name.long) },
      variations: variations)
  }

  static func publish(
    _ publications: [Publication], formats: Set<Format> = Set(Format.allCases)
  ) -> [String: String] {
    published(publications, asAt: 2024, formats: formats)
  }
}

extension String {
  /// Prose in which `{{name}}` is a term.
  var text: Text {
    var runs: [Text.Run] = []
    for (index, part) in components(separatedBy: "{{").enumerated() {
      let halves = part.components(separatedBy: "}}")
      if index > 0 { runs.append(Text.Run(.term(TermUse(halves[0])))) }
      runs.append(Text.Run(.words(halves[index > 0 ? 1 : 0])))
    }
    return Text(runs)
  }
}
